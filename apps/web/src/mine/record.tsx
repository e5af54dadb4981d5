import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useDates } from '../i18n/dates.js';
import { MoreMessages } from '../i18n/provider.js';
import { useText } from '../i18n/text.js';
import { inGroups, useDuration } from '../recognition/duration.js';
import {
  recordQuery,
  type MyCertificate,
  type RecordedTraining,
  type TrainingRecord,
} from '../recognition/record-data.js';
import { ButtonLink } from '../ui/button.js';
import { DataTable } from '../ui/data-table.js';
import { Icon } from '../ui/icons.js';
import { PageTitle } from '../ui/page-title.js';
import { Section, Tag } from '../ui/panels.js';
import { Empty, QueryState } from '../ui/states.js';
import '../styles/recognition.css';

/** My trainings, my hours, and what I can show of them. */
export default function RecordPage() {
  return (
    <MoreMessages area="web-recognition">
      <Page />
    </MoreMessages>
  );
}

function Page() {
  const { t } = useText();
  const query = useQuery(recordQuery);
  return (
    <>
      <PageTitle title={t('recog.title')} section={t('mine.nav.title')} />
      <p className="lede">{t('recog.lede')}</p>
      <QueryState query={query} lines={8}>
        {(record) => (
          <>
            {record.minutes > 0 && <Sum record={record} />}
            <Certificates certificates={record.certificates} />
            {record.trainings.length > 0 && <Trainings trainings={record.trainings} />}
            {record.hasPdf && record.years.length > 0 && <Statements record={record} />}
          </>
        )}
      </QueryState>
    </>
  );
}

function Sum({ record: { minutes, trainings } }: { record: TrainingRecord }) {
  const { t } = useText();
  const duration = useDuration();
  return (
    <p className="hours-sum">
      <strong>{t('recog.summary', { duration: duration(minutes) })}</strong>{' '}
      {t('recog.summary.count', { count: trainings.length })}
    </p>
  );
}

function Certificates({ certificates }: { certificates: MyCertificate[] }) {
  const { t } = useText();
  return (
    <Section title={t('recog.certificates')}>
      {certificates.length === 0 ? (
        <Empty title={t('recog.none')}>
          <ButtonLink to="/formations?places=1">{t('recog.find')}</ButtonLink>
        </Empty>
      ) : (
        <ul role="list" className="certificate-list">
          {certificates.map((certificate) => (
            <li key={certificate.id}>
              <CertificateCard certificate={certificate} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function CertificateCard({ certificate }: { certificate: MyCertificate }) {
  const { t } = useText();
  const { day } = useDates();
  const duration = useDuration();
  const { id, code, courseTitle, courseLocale, dates, minutes, revokedAt } = certificate;
  const last = dates.at(-1);
  return (
    <article className={`card certificate-card ${certificate.networks[0] ?? ''}`}>
      <div className="row apart">
        <h3 lang={courseLocale}>{courseTitle}</h3>
        <Tag tone={revokedAt ? 'bad' : 'good'}>{t(revokedAt ? 'recog.revoked' : 'recog.valid')}</Tag>
      </div>
      <p>
        {last && day(last.startsAt)} · {duration(minutes)}
      </p>
      <p className="hint">
        {t('recog.code')}{' '}
        <code className="nowrap" dir="ltr">
          {inGroups(code)}
        </code>
      </p>
      <div>
        <ButtonLink small look="secondary" to={`/moi/attestations/${id}`}>
          {t('recog.open')}
          <span className="visually-hidden"> – {courseTitle}</span>
        </ButtonLink>
      </div>
    </article>
  );
}

function Trainings({ trainings }: { trainings: RecordedTraining[] }) {
  const { t } = useText();
  const { day } = useDates();
  const duration = useDuration();
  const dateOf = ({ startsAt, endsAt, minutes }: RecordedTraining['dates'][number]): string => {
    if (minutes === 0) return t('recog.missed', { day: day(startsAt) });
    const whole = minutes * 60_000 >= Date.parse(endsAt) - Date.parse(startsAt);
    return whole ? day(startsAt) : t('recog.part', { day: day(startsAt), duration: duration(minutes) });
  };
  return (
    <Section title={t('recog.trainings')}>
      <DataTable
        caption={t('recog.trainings')}
        captionHidden
        rows={trainings}
        rowKey={({ enrolmentId }) => enrolmentId}
        columns={[
          {
            title: t('recog.column.training'),
            cell: ({ courseSlug, courseTitle, courseLocale }) => (
              <Link to={`/formations/${courseSlug}`} lang={courseLocale}>
                {courseTitle}
              </Link>
            ),
          },
          {
            title: t('recog.column.dates'),
            cell: ({ dates }) => (
              <ul role="list" className="stack tight">
                {dates.map((date) => (
                  <li key={date.startsAt}>{dateOf(date)}</li>
                ))}
              </ul>
            ),
          },
          {
            title: t('recog.column.time'),
            number: true,
            cell: ({ minutes }) => <span className="nowrap">{duration(minutes)}</span>,
          },
          {
            title: t('recog.column.state'),
            cell: ({ held }) => <Tag tone={held ? 'good' : undefined}>{t(held ? 'recog.held' : 'recog.partly')}</Tag>,
          },
        ]}
      />
    </Section>
  );
}

function Statements({ record: { years } }: { record: TrainingRecord }) {
  const { t } = useText();
  const duration = useDuration();
  return (
    <Section title={t('recog.years')}>
      <ul role="list" className="rows">
        {years.map(({ year, minutes, trainings }) => (
          <li key={year} className="row apart">
            <span>{t('recog.yearLine', { year: String(year), duration: duration(minutes), count: trainings })}</span>
            <span className="row">
              <a className="button secondary small" href={`/recognition/statements/${year}.pdf`}>
                <Icon name="download" size={20} />
                {t('recog.statement', { year: String(year) })}
              </a>
              <a className="button quiet small" href={`/recognition/statements/${year}.pdf?grand=1`}>
                {t('recog.statementLarge', { year: String(year) })}
              </a>
            </span>
          </li>
        ))}
      </ul>
      <p className="hint">{t('recog.cec')}</p>
    </Section>
  );
}
