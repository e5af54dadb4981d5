import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ResultOf } from 'gql.tada';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { useDates } from '../i18n/dates.js';
import { useText, type MessageKey } from '../i18n/text.js';
import { useWords } from '../i18n/words.js';
import { ButtonLink } from '../ui/button.js';
import { Icon, type IconName } from '../ui/icons.js';
import { PageTitle } from '../ui/page-title.js';
import { QueryState } from '../ui/states.js';
import { Spiral } from './drawings.js';
import { networkPaths } from './network-paths.js';
import { Seats } from './seats.js';
import { SessionCardFragment, sessionPath } from './session-data.js';

const HomeDocument = graphql(
  `
    query Home {
      home {
        networks {
          network
          members
          openSessions
          nextSession {
            ...SessionCardFields
          }
        }
      }
    }
  `,
  [SessionCardFragment],
);
type HomeNetwork = ResultOf<typeof HomeDocument>['home']['networks'][number];

/** The front door: both networks at once, what comes next in each, and a way in by the time one has. */
export function Home() {
  const { t } = useText();
  const home = useQuery({ queryKey: ['home'], queryFn: async () => (await execute(HomeDocument)).home });
  return (
    <>
      <div className="hero-band">
        <div className="wrap hero">
          <div className="stack">
            <PageTitle title={t('web.home.title')} className="hero-title" />
            <p className="hero-lede">{t('web.home.lede')}</p>
          </div>
          <Spiral className="hero-drawing" />
        </div>
      </div>
      <div className="wrap stack loose home-body">
        <QueryState query={home} lines={8}>
          {({ networks }) => (
            <div className="network-cards">
              {networks
                .filter(({ network }) => network !== 'paris')
                .map((network) => (
                  <NetworkCard key={network.network} network={network} />
                ))}
            </div>
          )}
        </QueryState>
        <TimeToGive />
        <Steps />
      </div>
    </>
  );
}

const promises: Record<'solidarity' | 'climate', MessageKey> = {
  solidarity: 'web.home.solidarity',
  climate: 'web.home.climate',
};

function NetworkCard({ network: { network, members, openSessions, nextSession } }: { network: HomeNetwork }) {
  const { t } = useText();
  const words = useWords();
  if (network === 'paris') return null;
  return (
    <section className={`network-card ${network}`} aria-labelledby={`network-${network}`}>
      <h2 id={`network-${network}`}>
        <Link to={networkPaths[network]}>{words.network(network)}</Link>
      </h2>
      <p>{t(promises[network])}</p>
      {nextSession ? <NextSession session={nextSession} /> : <p className="muted">{t('web.home.noSession')}</p>}
      <p className="small figure">{t('web.home.figures', { members, sessions: openSessions })}</p>
    </section>
  );
}

function NextSession({ session }: { session: NonNullable<HomeNetwork['nextSession']> }) {
  const { t } = useText();
  const { shortDay, time } = useDates();
  return (
    <div className="next-session">
      <p className="eyebrow">{t('web.home.next')}</p>
      <p className="next-title">
        <Link to={sessionPath(session)} lang={session.courseLocale}>
          {session.courseTitle}
        </Link>
      </p>
      <p className="small">
        {shortDay(session.startsAt)}, {time(session.startsAt)}
        {session.placeName && ` – ${session.placeName}`}
      </p>
      <Seats session={session} />
    </div>
  );
}

const times: { label: MessageKey; hint: MessageKey; search: string; icon: IconName }[] = [
  { label: 'web.home.evening', hint: 'web.home.eveningHint', search: 'soir=1', icon: 'clock' },
  { label: 'web.home.weekend', hint: 'web.home.weekendHint', search: 'weekend=1', icon: 'calendar' },
  { label: 'web.home.remote', hint: 'web.home.remoteHint', search: 'mode=online', icon: 'screen' },
];

/** A way into the catalogue for those who know what time they have, not what they want to learn. */
function TimeToGive() {
  const { t } = useText();
  return (
    <section aria-labelledby="time" className="stack">
      <h2 id="time">{t('web.home.time')}</h2>
      <ul role="list" className="time-doors">
        {times.map(({ label, hint, search, icon }) => (
          <li key={search}>
            <Link to={`/formations?${search}`} className="time-door">
              <Icon name={icon} size={28} />
              <span>
                <strong>{t(label)}</strong>
                <span className="hint">{t(hint)}</span>
              </span>
              <Icon name="arrow" size={22} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const steps: { title: MessageKey; text: MessageKey }[] = [
  { title: 'web.home.step1', text: 'web.home.step1Text' },
  { title: 'web.home.step2', text: 'web.home.step2Text' },
  { title: 'web.home.step3', text: 'web.home.step3Text' },
];

function Steps() {
  const { t } = useText();
  return (
    <section aria-labelledby="steps" className="stack">
      <h2 id="steps">{t('web.home.steps')}</h2>
      <ol role="list" className="steps">
        {steps.map(({ title, text }) => (
          <li key={title}>
            <h3>{t(title)}</h3>
            <p>{t(text)}</p>
          </li>
        ))}
      </ol>
      <div className="row">
        <ButtonLink to="/formations">{t('web.home.seeAll')}</ButtonLink>
        <ButtonLink look="quiet" to="/contact">
          {t('web.home.association')}
        </ButtonLink>
      </div>
    </section>
  );
}
