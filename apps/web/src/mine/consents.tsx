import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ResultOf } from 'gql.tada';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { useDates } from '../i18n/dates.js';
import { useText, type MessageKey } from '../i18n/text.js';
import { ConsentBody, useConsentTexts, type ConsentShown } from '../public/consent-text.js';
import { announce } from '../ui/announce.js';
import { Button } from '../ui/button.js';
import { ConfirmButton } from '../ui/confirm.js';
import { DataTable } from '../ui/data-table.js';
import { PageTitle } from '../ui/page-title.js';
import { Disclosure, Notice, Section, Tag } from '../ui/panels.js';
import { Failure, QueryState } from '../ui/states.js';

const ConsentFragment = graphql(`
  fragment ConsentFields on Consent {
    id
    purpose
    givenAt
    withdrawnAt
    text {
      purpose
      version
      locale
      body
    }
  }
`);
type ConsentData = ResultOf<typeof ConsentFragment>;

const ConsentsDocument = graphql(
  `
    query MyConsents {
      myConsents {
        ...ConsentFields
      }
      myContactReadings {
        at
        actor
        purpose
      }
    }
  `,
  [ConsentFragment],
);

const WithdrawDocument = graphql(`
  mutation WithdrawConsent($purpose: String!) {
    withdrawConsent(purpose: $purpose) {
      id
    }
  }
`);

const GiveDocument = graphql(`
  mutation GiveConsent($consent: ConsentGivenInput!) {
    giveConsent(consent: $consent) {
      id
    }
  }
`);

const LeaveNetworkDocument = graphql(`
  mutation LeaveNetwork($network: Network!) {
    leaveNetwork(network: $network) {
      id
    }
  }
`);

const JoinNetworkDocument = graphql(`
  mutation JoinNetwork($network: Network!, $consent: ConsentGivenInput!) {
    joinNetwork(network: $network, consent: $consent) {
      __typename
      ... on JoinRefused {
        message
      }
    }
  }
`);

/** Consents that may be given and taken back here, in the order of the page. */
const offered = [
  'terms',
  'network:solidarity',
  'network:climate',
  'network:paris',
  'contact-by-phone',
  'contact-by-associations',
] as const;
type Purpose = (typeof offered)[number];

const titles: Record<Purpose, MessageKey> = {
  terms: 'mine.consent.terms',
  'network:solidarity': 'common.network.solidarity',
  'network:climate': 'common.network.climate',
  'network:paris': 'common.network.paris',
  'contact-by-phone': 'mine.consent.phone',
  'contact-by-associations': 'mine.consent.associations',
};

function networkOf(purpose: Purpose): 'solidarity' | 'climate' | 'paris' | null {
  switch (purpose) {
    case 'network:solidarity':
      return 'solidarity';
    case 'network:climate':
      return 'climate';
    case 'network:paris':
      return 'paris';
    default:
      return null;
  }
}

/** What I agreed to, word for word, how to take it back, and who has read my contact data. */
export default function ConsentsPage() {
  const { t } = useText();
  const query = useQuery({ queryKey: ['consents'], queryFn: () => execute(ConsentsDocument) });
  const texts = useConsentTexts([...offered]);
  return (
    <>
      <PageTitle title={t('mine.consent.title')} section={t('mine.nav.title')} />
      <p className="lede">{t('mine.consent.lede')}</p>
      <QueryState query={query} lines={10}>
        {({ myConsents, myContactReadings }) => (
          <>
            <ul role="list" className="rows">
              {offered.map((purpose) => (
                <li key={purpose}>
                  <ConsentRow
                    purpose={purpose}
                    given={myConsents.find((consent) => consent.purpose === purpose && !consent.withdrawnAt)}
                    current={texts.data?.find((text) => text.purpose === purpose)}
                  />
                </li>
              ))}
            </ul>
            <Past consents={myConsents.filter(({ withdrawnAt }) => withdrawnAt !== null)} />
            <Readings readings={myContactReadings} />
          </>
        )}
      </QueryState>
    </>
  );
}

interface ConsentRowProps {
  purpose: Purpose;
  given: ConsentData | undefined;
  current: ConsentShown | undefined;
}

function ConsentRow({ purpose, given, current }: ConsentRowProps) {
  const { t } = useText();
  const { day } = useDates();
  const text = given?.text ?? current;
  const act = useConsentActions(purpose);
  return (
    <div className="stack tight">
      <div className="row apart">
        <h2 className="row-title">{t(titles[purpose])}</h2>
        {given ? (
          <Tag tone="good">{t('mine.consent.since', { day: day(given.givenAt) })}</Tag>
        ) : (
          <Tag>{t('mine.consent.notGiven')}</Tag>
        )}
      </div>
      {text && (
        <Disclosure summary={t('web.join.readText')}>
          <ConsentBody text={text} />
        </Disclosure>
      )}
      {act.give.error && <Failure error={act.give.error} />}
      {act.give.data && <Notice tone="warn" title={act.give.data} role="alert" />}
      <div className="row">
        {given && purpose !== 'terms' && (
          <ConfirmButton
            small
            look="secondary"
            label={t('mine.consent.withdraw')}
            title={t('mine.consent.withdrawTitle', { consent: t(titles[purpose]) })}
            confirm={t('mine.consent.withdraw')}
            onConfirm={() => act.withdraw.mutateAsync()}
          >
            <p>{t(networkOf(purpose) ? 'mine.consent.leaveText' : 'mine.consent.withdrawText')}</p>
          </ConfirmButton>
        )}
        {!given && current && (
          <Button small look="secondary" busy={act.give.isPending} onClick={() => act.give.mutate(current.version)}>
            {t(networkOf(purpose) ? 'web.network.join' : 'mine.consent.give')}
          </Button>
        )}
        {given && purpose === 'terms' && <p className="hint">{t('mine.consent.termsHint')}</p>}
      </div>
    </div>
  );
}

/** Giving and withdrawing; for a network that is joining and leaving it. */
function useConsentActions(purpose: Purpose) {
  const { t } = useText();
  const client = useQueryClient();
  const network = networkOf(purpose);
  const onSuccess = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['consents'] });
    await client.invalidateQueries({ queryKey: ['viewer'] });
    announce(t('mine.consent.changed'));
  };
  const withdraw = useMutation({
    mutationFn: async () => {
      if (network) await execute(LeaveNetworkDocument, { network });
      else await execute(WithdrawDocument, { purpose });
    },
    onSuccess,
  });
  const give = useMutation({
    /** The message of a refusal, null when it went well. */
    mutationFn: async (version: number): Promise<string | null> => {
      const consent = { purpose, version };
      if (!network) {
        await execute(GiveDocument, { consent });
        return null;
      }
      const { joinNetwork } = await execute(JoinNetworkDocument, { network, consent });
      return joinNetwork.__typename === 'JoinRefused' ? joinNetwork.message : null;
    },
    onSuccess,
  });
  return { give, withdraw };
}

function Past({ consents }: { consents: ConsentData[] }) {
  const { t } = useText();
  const { day } = useDates();
  if (consents.length === 0) return null;
  return (
    <Disclosure summary={t('mine.consent.past')}>
      <ul>
        {consents.map(({ id, purpose, givenAt, withdrawnAt }) => (
          <li key={id}>
            {t(titles[purpose as Purpose])} –{' '}
            {t('mine.consent.from', { from: day(givenAt), until: day(withdrawnAt ?? givenAt) })}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Readings({ readings }: { readings: { at: string; actor: string; purpose: string }[] }) {
  const { t } = useText();
  const { moment } = useDates();
  return (
    <Section title={t('mine.readings.title')}>
      {readings.length === 0 ? (
        <p>{t('mine.readings.none')}</p>
      ) : (
        <DataTable
          caption={t('mine.readings.title')}
          captionHidden
          rows={readings}
          rowKey={({ at, actor }) => `${at}${actor}`}
          columns={[
            { title: t('mine.readings.when'), cell: ({ at }) => moment(at) },
            { title: t('mine.readings.who'), cell: ({ actor }) => actor },
            { title: t('mine.readings.why'), cell: ({ purpose }) => purpose },
          ]}
        />
      )}
    </Section>
  );
}
