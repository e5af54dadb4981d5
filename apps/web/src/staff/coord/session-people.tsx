import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ResultOf } from 'gql.tada';
import { ApiError } from '../../api/errors.js';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { useDates } from '../../i18n/dates.js';
import { useText, type MessageKey } from '../../i18n/text.js';
import { announce, ButtonLink, ConfirmButton, DataTable, Empty, QueryState, Section, Tag } from '../../ui/index.js';
import { PairNote, PairNoteFragment } from '../seating/pair-note.js';
import { BookForSomebody } from './book-for-somebody.js';
import type { EditedSession } from './session-data.js';

const PeopleDocument = graphql(
  `
    query SessionPeople($sessionId: ID!) {
      attendanceSheet(sessionId: $sessionId) {
        rows {
          enrolmentId
          displayName
          bookingCode
          status
          attendance
          walkIn
        }
      }
      waitingList(sessionId: $sessionId) {
        enrolmentId
        rank
        displayName
        status
        since
        offerDeadlineAt
        skippedBecause
        ...PairNote
      }
    }
  `,
  [PairNoteFragment],
);
type People = ResultOf<typeof PeopleDocument>;
type Waiting = People['waitingList'][number];

const RemoveDocument = graphql(`
  mutation RemoveEnrolment($id: ID!) {
    removeEnrolment(id: $id) {
      __typename
      ... on CancelRefused {
        message
      }
    }
  }
`);

const skipped = {
  SESSION_CANCELLED: 'staff.skipped.other',
  SESSION_NOT_PUBLISHED: 'staff.skipped.other',
  SESSION_STARTED: 'staff.skipped.other',
  NOT_YET_OPEN: 'staff.skipped.other',
  ENROLMENT_CLOSED: 'staff.skipped.other',
  ALREADY_ENROLLED: 'staff.skipped.other',
  TOO_YOUNG: 'staff.skipped.tooYoung',
  MISSING_PREREQUISITE: 'staff.skipped.prerequisite',
  MISSING_QUALIFICATION: 'staff.skipped.qualification',
  OVERLAP_NOT_CONFIRMED: 'staff.skipped.overlap',
  PROFILE_MISSING: 'staff.skipped.profile',
} satisfies Record<NonNullable<Waiting['skippedBecause']>, MessageKey>;

/** Who holds a seat, to whom one is offered, who waits and in which order. */
export function SessionPeople({ session }: { session: EditedSession }) {
  const { t } = useText();
  const query = useQuery({
    queryKey: ['staff', 'people', session.id],
    queryFn: () => execute(PeopleDocument, { sessionId: session.id }),
    refetchInterval: 15_000,
  });
  return (
    <QueryState query={query}>
      {({ attendanceSheet, waitingList }) => (
        <>
          {session.status === 'published' && <BookForSomebody session={session} />}
          <Queue rows={waitingList} />
          <Enrolled rows={attendanceSheet.rows.filter(({ status }) => status === 'enrolled')} />
          <div className="row">
            <ButtonLink look="secondary" to={`/formateur/sessions/${session.id}`}>
              {t('staff.trainer.sheet')}
            </ButtonLink>
          </div>
        </>
      )}
    </QueryState>
  );
}

function Queue({ rows }: { rows: Waiting[] }) {
  const { t } = useText();
  const { moment, shortDay, time } = useDates();
  if (rows.length === 0) {
    return (
      <Section title={t('staff.people.queue', { count: 0 })}>
        <Empty title={t('staff.people.noQueue')} />
      </Section>
    );
  }
  return (
    <Section title={t('staff.people.queue', { count: rows.length })}>
      <DataTable
        caption={t('staff.people.queueCaption')}
        rows={rows}
        rowKey={({ enrolmentId }) => enrolmentId}
        columns={[
          {
            title: t('staff.column.person'),
            cell: ({ displayName, rank }) => (
              <span>
                <span className="rank">{rank}</span> {displayName}
              </span>
            ),
          },
          {
            title: t('staff.column.state'),
            cell: ({ status, offerDeadlineAt, skippedBecause, ...row }) => (
              <span className="stack tight">
                {status === 'offered' && offerDeadlineAt ? (
                  <span>
                    <Tag tone="good">{t('staff.enrolment.offered')}</Tag>{' '}
                    {t('staff.people.until', { moment: moment(offerDeadlineAt) })}
                  </span>
                ) : (
                  <span>{t('staff.enrolment.waiting')}</span>
                )}
                <PairNote row={row} />
                {skippedBecause && (
                  <span>
                    <Tag tone="warn">{t('staff.people.skipped')}</Tag> {t(skipped[skippedBecause])}
                  </span>
                )}
              </span>
            ),
          },
          { title: t('staff.column.since'), cell: ({ since }) => `${shortDay(since)}, ${time(since)}` },
          {
            title: t('staff.column.action'),
            cell: (row) => <RemoveButton id={row.enrolmentId} name={row.displayName} seat={row.status === 'offered'} />,
          },
        ]}
      />
    </Section>
  );
}

function Enrolled({ rows }: { rows: People['attendanceSheet']['rows'] }) {
  const { t } = useText();
  return (
    <Section title={t('staff.people.enrolled', { count: rows.length })}>
      {rows.length === 0 ? (
        <Empty title={t('staff.people.nobody')} />
      ) : (
        <DataTable
          caption={t('staff.people.enrolledCaption')}
          captionHidden
          rows={rows}
          rowKey={({ enrolmentId }) => enrolmentId}
          columns={[
            { title: t('staff.column.person'), cell: ({ displayName }) => displayName },
            { title: t('staff.column.code'), cell: ({ bookingCode }) => <code>{bookingCode}</code> },
            {
              title: t('staff.column.attendance'),
              cell: ({ attendance, walkIn }) => (
                <span className="row tight">
                  {attendance === 'present' && <Tag tone="good">{t('staff.sheet.present')}</Tag>}
                  {attendance === 'absent' && <Tag tone="warn">{t('staff.sheet.absent')}</Tag>}
                  {attendance === null && t('staff.people.notYet')}
                  {walkIn && <Tag>{t('staff.walkIn.tag')}</Tag>}
                </span>
              ),
            },
            {
              title: t('staff.column.action'),
              cell: (row) => <RemoveButton id={row.enrolmentId} name={row.displayName} seat />,
            },
          ]}
        />
      )}
    </Section>
  );
}

function RemoveButton({ id, name, seat }: { id: string; name: string; seat: boolean }) {
  const { t } = useText();
  const client = useQueryClient();
  const remove = async (): Promise<void> => {
    const { removeEnrolment } = await execute(RemoveDocument, { id });
    if (removeEnrolment.__typename === 'CancelRefused') throw new ApiError('CONFLICT', removeEnrolment.message);
    announce(t('staff.people.removed', { name }));
    await client.invalidateQueries({ queryKey: ['staff'] });
  };
  return (
    <ConfirmButton
      small
      look="quiet"
      label={t('staff.people.remove')}
      title={t('staff.people.removeTitle', { name })}
      confirm={t('staff.people.removeConfirm')}
      onConfirm={remove}
    >
      <p>{t(seat ? 'staff.people.removeSeat' : 'staff.people.removeQueue')}</p>
    </ConfirmButton>
  );
}
