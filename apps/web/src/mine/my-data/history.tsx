import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { useViewer } from '../../api/viewer.js';
import { useDates } from '../../i18n/dates.js';
import { useText } from '../../i18n/text.js';
import { ConsentBody } from '../../public/consent-text.js';
import { DataTable, Disclosure, QueryState, Section } from '../../ui/index.js';
import { isOffered, titles } from '../consents-data.js';

const HistoryDocument = graphql(`
  query MyDataHistory {
    myConsents {
      id
      purpose
      givenAt
      withdrawnAt
      source
      text {
        purpose
        version
        locale
        body
      }
    }
    myContactReadings {
      at
      actor
      purpose
    }
  }
`);

/** Who read how I can be reached, and all I ever agreed to, in the words I was shown. */
export function History() {
  const { data: viewer } = useViewer();
  return viewer?.volunteer ? <HistoryOfVolunteer /> : null;
}

function HistoryOfVolunteer() {
  const { t } = useText();
  const { moment } = useDates();
  const query = useQuery({ queryKey: ['myDataHistory'], queryFn: () => execute(HistoryDocument) });
  return (
    <QueryState query={query}>
      {({ myConsents, myContactReadings }) => (
        <>
          <Section title={t('mine.readings.title')}>
            {myContactReadings.length === 0 ? (
              <p>{t('mine.readings.none')}</p>
            ) : (
              <DataTable
                caption={t('mine.readings.title')}
                captionHidden
                rows={myContactReadings}
                rowKey={({ at, actor }) => `${at}${actor}`}
                columns={[
                  { title: t('mine.readings.when'), cell: ({ at }) => moment(at) },
                  { title: t('mine.readings.who'), cell: ({ actor }) => actor },
                  { title: t('mine.readings.why'), cell: ({ purpose }) => purpose },
                ]}
              />
            )}
          </Section>
          <Section title={t('myData.consents.title')}>
            {myConsents.length === 0 ? (
              <p>{t('myData.consents.none')}</p>
            ) : (
              <ul role="list" className="rows">
                {myConsents.map((consent) => (
                  <li key={consent.id} className="stack tight">
                    <Given {...consent} />
                    <Disclosure summary={t('web.join.readText')}>
                      <ConsentBody text={consent.text} />
                    </Disclosure>
                  </li>
                ))}
              </ul>
            )}
            <p>
              <Link to="/moi/consentements">{t('myData.consents.change')}</Link>
            </p>
          </Section>
        </>
      )}
    </QueryState>
  );
}

interface GivenProps {
  purpose: string;
  givenAt: string;
  withdrawnAt: string | null;
  source: string;
}

function Given({ purpose, givenAt, withdrawnAt, source }: GivenProps) {
  const { t } = useText();
  const { day } = useDates();
  const when = withdrawnAt
    ? t('myData.consents.until', { from: day(givenAt), until: day(withdrawnAt) })
    : t('myData.consents.since', { from: day(givenAt) });
  const where =
    source === 'site' || source === 'import'
      ? t(`myData.consents.source.${source}`)
      : t('myData.consents.source.other', { source });
  return (
    <>
      <h3 className="row-title">{isOffered(purpose) ? t(titles[purpose]) : purpose}</h3>
      <p>
        {when} <span className="muted">{where}</span>
      </p>
    </>
  );
}
