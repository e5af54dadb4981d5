import { useQuery } from '@tanstack/react-query';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import { hasRole, useViewer } from '../../api/viewer.js';
import { useDates } from '../../i18n/dates.js';
import { useText } from '../../i18n/text.js';
import { ButtonLink, Empty, Icon, PageTitle, QueryState, Section } from '../../ui/index.js';
import { SeatBar } from '../shared/seat-bar.js';
import { SessionRowFragment, type SessionRow } from '../shared/session-rows.js';
import { SessionStatus } from '../shared/status-tags.js';

const MySessionsDocument = graphql(
  `
    query MySessionsToTrain {
      mySessionsToTrain {
        ...SessionRowFields
      }
    }
  `,
  [SessionRowFragment],
);

/** The sessions that I give: those of today first, then those to come, then those of the last weeks. */
export function MySessions() {
  const { t } = useText();
  const { data: viewer } = useViewer();
  return (
    <>
      <PageTitle title={t('staff.nav.mySessions')} section={t('staff.area.trainer')} />
      {hasRole(viewer, 'trainer') ? <OwnSessions /> : <NotTrainer />}
    </>
  );
}

function NotTrainer() {
  const { t } = useText();
  return (
    <Empty title={t('staff.trainer.notTrainer')}>
      <ButtonLink look="secondary" to="/coord/sessions">
        {t('staff.trainer.toSessions')}
      </ButtonLink>
    </Empty>
  );
}

function OwnSessions() {
  const { t } = useText();
  const { sameDay } = useDates();
  const query = useQuery({
    queryKey: ['staff', 'my-sessions'],
    queryFn: () => execute(MySessionsDocument),
    refetchInterval: 60_000,
  });
  return (
    <QueryState query={query}>
      {({ mySessionsToTrain: sessions }) => {
        const now = new Date().toISOString();
        const today = sessions.filter(({ startsAt }) => sameDay(startsAt, now));
        const others = sessions.filter(({ startsAt }) => !sameDay(startsAt, now));
        const coming = others.filter(({ startsAt }) => startsAt > now);
        const past = others.filter(({ startsAt }) => startsAt <= now).reverse();
        return (
          <>
            <Section title={t('staff.trainer.today')}>
              {today.length > 0 ? (
                <Cards sessions={today} today />
              ) : (
                <p className="muted">{t(coming[0] ? 'staff.trainer.noneToday' : 'staff.trainer.none')}</p>
              )}
            </Section>
            {coming.length > 0 && (
              <Section title={t('staff.trainer.coming')}>
                <Cards sessions={coming} />
              </Section>
            )}
            {past.length > 0 && (
              <Section title={t('staff.trainer.past')}>
                <Cards sessions={past} />
              </Section>
            )}
          </>
        );
      }}
    </QueryState>
  );
}

function Cards({ sessions, today = false }: { sessions: SessionRow[]; today?: boolean }) {
  return (
    <ul role="list" className="stack">
      {sessions.map((session) => (
        <li key={session.id}>
          <SessionCard session={session} today={today} />
        </li>
      ))}
    </ul>
  );
}

function SessionCard({ session, today }: { session: SessionRow; today: boolean }) {
  const { t } = useText();
  const { moment } = useDates();
  const { id, courseTitle, startsAt, status, placeName, seatsTaken, capacity } = session;
  return (
    <article className={today ? 'card lifted session-line' : 'card session-line'}>
      <div className="stack tight">
        <h3>{courseTitle}</h3>
        <p className="session-line-facts">
          <span>
            <Icon name="clock" size={18} />
            {moment(startsAt)}
          </span>
          <span>
            <Icon name={placeName ? 'place' : 'screen'} size={18} />
            {placeName ?? t('staff.session.online')}
          </span>
        </p>
        {status === 'cancelled' ? (
          <p>
            <SessionStatus status={status} />
          </p>
        ) : (
          <div className="seat-words">
            <p>{t('staff.session.seatsTaken', { taken: seatsTaken, capacity })}</p>
            <SeatBar taken={seatsTaken} of={capacity} />
          </div>
        )}
      </div>
      <ButtonLink look={today ? 'primary' : 'secondary'} small={!today} to={`/formateur/sessions/${id}`}>
        {t('staff.trainer.sheet')}
        <span className="visually-hidden"> – {courseTitle}</span>
      </ButtonLink>
    </article>
  );
}
