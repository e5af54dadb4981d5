import { useQuery } from '@tanstack/react-query';
import { execute } from '../api/execute.js';
import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { ConsentBody, useConsentTexts, type ConsentShown } from '../public/consent-text.js';
import { Button } from '../ui/button.js';
import { ConfirmButton } from '../ui/confirm.js';
import { DataTable } from '../ui/data-table.js';
import { PageTitle } from '../ui/page-title.js';
import { Disclosure, Notice, Section, Tag } from '../ui/panels.js';
import { Failure, QueryState } from '../ui/states.js';
import {
  ConsentsDocument,
  isOffered,
  networkOf,
  offered,
  titles,
  useConsentActions,
  type ConsentData,
  type Purpose,
} from './consents-data.js';

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

function Past({ consents }: { consents: ConsentData[] }) {
  const { t } = useText();
  const { day } = useDates();
  if (consents.length === 0) return null;
  return (
    <Disclosure summary={t('mine.consent.past')}>
      <ul>
        {consents.map(({ id, purpose, givenAt, withdrawnAt }) => (
          <li key={id}>
            {isOffered(purpose) ? t(titles[purpose]) : purpose} –{' '}
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
