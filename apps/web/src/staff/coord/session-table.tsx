import { Link } from 'react-router';
import { useDates } from '../../i18n/dates.js';
import { useText, type Translate } from '../../i18n/text.js';
import { DataTable, type Column } from '../../ui/index.js';
import { SeatBar } from '../shared/seat-bar.js';
import type { SessionRow } from '../shared/session-rows.js';
import { SessionStatus } from '../shared/status-tags.js';

interface SessionTableProps {
  caption: string;
  captionHidden?: boolean;
  rows: readonly SessionRow[];
  /** Leads to the people of the session instead of its settings. */
  people?: boolean;
}

/** Sessions as lines: what, when, where, how full, how many wait. */
export function SessionTable({ caption, captionHidden, rows, people = false }: SessionTableProps) {
  const columns = useSessionColumns(people);
  return <DataTable {...{ caption, captionHidden, columns, rows }} rowKey={({ id }) => id} />;
}

/** The columns of every table of sessions. */
export function useSessionColumns(people = false): [Column<SessionRow>, ...Column<SessionRow>[]] {
  const { t } = useText();
  const { shortDay, time } = useDates();
  return [
    {
      title: t('staff.column.session'),
      cell: ({ id, courseTitle, status }) => (
        <span className="stack tight">
          <Link to={`/coord/sessions/${id}${people ? '?onglet=personnes' : ''}`}>{courseTitle}</Link>
          {status !== 'published' && (
            <span>
              <SessionStatus status={status} />
            </span>
          )}
        </span>
      ),
    },
    { title: t('staff.column.when'), cell: ({ startsAt }) => `${shortDay(startsAt)}, ${time(startsAt)}` },
    { title: t('staff.column.where'), cell: ({ placeName }) => placeName ?? t('staff.session.online') },
    { title: t('staff.column.seats'), cell: (session) => <SeatsCell session={session} t={t} /> },
    {
      title: t('staff.column.queue'),
      cell: ({ waitingCount, offeredCount }) =>
        [
          waitingCount > 0 && t('staff.session.waiting', { count: waitingCount }),
          offeredCount > 0 && t('staff.session.offers', { count: offeredCount }),
        ]
          .filter(Boolean)
          .join(', ') || t('staff.session.nobodyWaits'),
    },
  ];
}

function SeatsCell({ session: { seatsTaken, capacity }, t }: { session: SessionRow; t: Translate }) {
  return (
    <span className="seat-words">
      <span>{t('staff.session.taken', { taken: seatsTaken, capacity })}</span>
      <SeatBar taken={seatsTaken} of={capacity} />
    </span>
  );
}
