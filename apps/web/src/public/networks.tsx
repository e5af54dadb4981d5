import { useQuery } from '@tanstack/react-query';
import { useViewer } from '../api/viewer.js';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { useText, type MessageKey } from '../i18n/text.js';
import { useWords } from '../i18n/words.js';
import { ButtonLink } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { Notice, Section } from '../ui/panels.js';
import { Empty, QueryState } from '../ui/states.js';
import { SessionCardFragment } from './session-data.js';
import { SessionList } from './session-list.js';

type City = 'solidarity' | 'climate';

interface Wording {
  lede: MessageKey;
  steps: { title: MessageKey; text: MessageKey }[];
}

const wordings: Record<City, Wording> = {
  solidarity: {
    lede: 'web.solidarity.lede',
    steps: [
      { title: 'web.network.learn', text: 'web.solidarity.learn' },
      { title: 'web.network.train', text: 'web.solidarity.train' },
      { title: 'web.network.act', text: 'web.solidarity.act' },
    ],
  },
  climate: {
    lede: 'web.climate.lede',
    steps: [
      { title: 'web.network.learn', text: 'web.climate.learn' },
      { title: 'web.network.train', text: 'web.climate.train' },
      { title: 'web.network.act', text: 'web.climate.act' },
    ],
  },
};

const NetworkDocument = graphql(
  `
    query NetworkPage($network: Network!) {
      home {
        networks {
          network
          members
          theme {
            title
            summary
            quarter
          }
        }
      }
      sessions(filter: { network: $network }, first: 4) {
        nodes {
          ...SessionCardFields
        }
      }
      partners {
        id
        name
      }
    }
  `,
  [SessionCardFragment],
);

/** What a network is for, how to start, what comes next. */
export default function NetworkPage({ network }: { network: City }) {
  const { t } = useText();
  const words = useWords();
  const { lede, steps } = wordings[network];
  const page = useQuery({ queryKey: ['network', network], queryFn: () => execute(NetworkDocument, { network }) });
  return (
    <div className={`wrap stack loose network-page ${network}`}>
      <div className="network-head stack">
        <PageTitle title={words.network(network)} className="hero-title" />
        <p className="lede">{t(lede)}</p>
        <Membership network={network} />
      </div>
      <ol role="list" className="steps">
        {steps.map(({ title, text }) => (
          <li key={title}>
            <h2>{t(title)}</h2>
            <p>{t(text)}</p>
          </li>
        ))}
      </ol>
      <QueryState query={page} lines={8}>
        {({ home, sessions, partners }) => {
          const own = home.networks.find((candidate) => candidate.network === network);
          return (
            <>
              {own?.theme && (
                <Section title={t('web.network.theme', { title: own.theme.title })}>
                  <p className="eyebrow">{words.quarter(own.theme.quarter)}</p>
                  <p className="prose">{own.theme.summary}</p>
                </Section>
              )}
              <Section title={t('web.network.sessions')}>
                {sessions.nodes.length > 0 ? (
                  <SessionList sessions={sessions.nodes} level={3} />
                ) : (
                  <Empty title={t('web.home.noSession')} />
                )}
                <div>
                  <ButtonLink look="secondary" to={`/formations?reseau=${network}`}>
                    {t('web.network.allSessions')}
                  </ButtonLink>
                </div>
              </Section>
              {network === 'solidarity' && partners.length > 0 && (
                <Section title={t('web.network.partners')}>
                  <p className="prose">{words.list(partners.map(({ name }) => name))}.</p>
                </Section>
              )}
            </>
          );
        }}
      </QueryState>
    </div>
  );
}

/** A member sees that she is one and where to go on; anybody else how to join. */
function Membership({ network }: { network: City }) {
  const { t } = useText();
  const { data: viewer } = useViewer();
  if (viewer?.volunteer?.memberships.some((membership) => membership.network === network)) {
    return (
      <Notice tone="good" title={t('web.network.member')}>
        <ButtonLink small look="secondary" to="/moi">
          {t('web.nav.mySpace')}
        </ButtonLink>
      </Notice>
    );
  }
  return (
    <div className="row">
      <ButtonLink to={viewer?.volunteer ? '/moi/consentements' : `/inscription?reseau=${network}`}>
        {t('web.network.join')}
      </ButtonLink>
      <ButtonLink look="secondary" to={`/formations?reseau=${network}`}>
        {t('web.network.tryFirst')}
      </ButtonLink>
    </div>
  );
}
