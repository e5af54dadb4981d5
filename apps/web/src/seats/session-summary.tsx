import { useDates } from '../i18n/dates.js';
import type { SessionData } from '../public/session-data.js';

/** Which session it is about, in two lines. */
export function SessionSummary({ session }: { session: SessionData }) {
  const { span } = useDates();
  const date = session.dates[0] ?? session;
  return (
    <div className="summary">
      <p>
        <strong lang={session.course.locale}>{session.course.title}</strong>
      </p>
      <p>{span(date.startsAt, date.endsAt)}</p>
      {session.place && <p className="muted">{session.place.name}</p>}
    </div>
  );
}
