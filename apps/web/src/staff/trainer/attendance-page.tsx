import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { execute } from '../../api/execute.js';
import { useDates } from '../../i18n/dates.js';
import { useText } from '../../i18n/text.js';
import { announce, Button, ConfirmButton, Icon, Notice, PageTitle, QueryState } from '../../ui/index.js';
import { FullRoom } from '../seating/full-room.js';
import { SeatBar } from '../shared/seat-bar.js';
import { CloseAttendanceDocument, SheetDocument, type Sheet } from './attendance-data.js';
import { AttendeeList } from './attendee-list.js';
import { DeskPanel } from './desk-panel.js';
import { PrintedSheet } from './printed-sheet.js';
import { useDesk } from './use-desk.js';

// Several people may stand at the door, each with a telephone.
const REFRESH_MS = 10_000;

/** The attendance sheet of a session: made for a telephone held in one hand, and to be printed. */
export function AttendancePage() {
  const { t } = useText();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const sessionDateId = search.get('date');
  const queryKey = ['staff', 'attendance', id, sessionDateId];
  const query = useQuery({
    queryKey,
    queryFn: async () => (await execute(SheetDocument, { sessionId: id, sessionDateId })).attendanceSheet,
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageTitle title={query.data?.session.course.title ?? t('staff.sheet.title')} section={t('staff.sheet.title')} />
      <QueryState query={query}>
        {(sheet) => <SheetView key={sheet.sessionDateId} sheet={sheet} sheetKey={queryKey} />}
      </QueryState>
    </>
  );
}

function SheetView({ sheet, sheetKey }: { sheet: Sheet; sheetKey: readonly unknown[] }) {
  const { t } = useText();
  const { span } = useDates();
  const desk = useDesk(sheet, sheetKey);
  const { session, date } = sheet;
  return (
    <div className="stack loose">
      <p className="sheet-facts">
        <span>
          <Icon name="clock" size={20} />
          {span(date.startsAt, date.endsAt)}
        </span>
        <span>
          <Icon name={session.place ? 'place' : 'screen'} size={20} />
          {session.place?.name ?? t('staff.session.online')}
        </span>
      </p>
      {session.dates.length > 1 && <Dates sheet={sheet} />}
      <Counter sheet={sheet} />
      <FullRoom sheet={sheet} />
      {session.status === 'cancelled' ? (
        <Notice tone="bad" title={t('staff.sheet.cancelled')} />
      ) : (
        <DeskPanel desk={desk} />
      )}
      <AttendeeList rows={sheet.rows} desk={desk} />
      <Ending sheet={sheet} sheetKey={sheetKey} />
      <p className="no-print">
        <Link to={`/formateur/sessions/${session.id}/avis`}>{t('teach.survey.link')}</Link>
      </p>
      <PrintedSheet sheet={sheet} />
    </div>
  );
}

function Dates({ sheet }: { sheet: Sheet }) {
  const { t } = useText();
  const { shortDay, time } = useDates();
  return (
    <nav aria-label={t('staff.sheet.dates')} className="sub-nav no-print">
      <ul role="list" className="chips">
        {sheet.session.dates.map(({ id, startsAt }) => (
          <li key={id}>
            <Link
              className="chip"
              to={`?date=${id}`}
              replace
              aria-current={id === sheet.sessionDateId ? 'page' : undefined}
            >
              {shortDay(startsAt)}, {time(startsAt)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Counter({ sheet }: { sheet: Sheet }) {
  const { t } = useText();
  const { present, expected, closed, absent } = sheet;
  return (
    <div className="counter no-print">
      <p>
        <strong className="figure">{present}</strong> {t('staff.sheet.counter', { count: present, expected })}
      </p>
      <SeatBar taken={present} of={expected} />
      {closed && <p className="small">{t('staff.sheet.closed', { count: absent })}</p>}
    </div>
  );
}

function Ending({ sheet, sheetKey }: { sheet: Sheet; sheetKey: readonly unknown[] }) {
  const { t } = useText();
  const client = useQueryClient();
  const missing = sheet.rows.filter(
    ({ attendance, status }) => status === 'enrolled' && attendance !== 'present',
  ).length;
  const close = async (): Promise<void> => {
    const { closeAttendance } = await execute(CloseAttendanceDocument, { sessionDateId: sheet.sessionDateId });
    client.setQueryData(sheetKey, closeAttendance);
    announce(t('staff.sheet.closed', { count: closeAttendance.absent }));
  };
  return (
    <div className="row no-print">
      {sheet.session.status !== 'cancelled' && (
        <ConfirmButton
          label={t('staff.sheet.close')}
          look="secondary"
          title={t('staff.sheet.closeTitle')}
          confirm={t('staff.sheet.closeConfirm')}
          onConfirm={close}
        >
          <p>{t('staff.sheet.closeText', { count: missing })}</p>
        </ConfirmButton>
      )}
      <Button look="quiet" onClick={() => window.print()}>
        {t('staff.sheet.print')}
      </Button>
    </div>
  );
}
