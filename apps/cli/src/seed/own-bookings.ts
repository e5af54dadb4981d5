import type { Database } from '#platform/database';
import { type BookedSession, codeOf } from './bookings.js';

const BOOK = `
  insert into enrolment (session_id, volunteer_id, status, booking_code, created_at, changed_at)
  values ($1, $2, $3, $4, $5, $5) returning id`;
const OFFER = `
  insert into seat_offer (enrolment_id, offered_at, deadline_at) values ($1, $2, $2::timestamptz + interval '20 hours')`;
const ATTEND = `
  insert into attendance (enrolment_id, session_date_id, status, method, recorded_at)
  select $1, id, 'present', 'qr', starts_at from session_date where session_id = $2`;

/** Far from the codes of the crowd. */
const FIRST_CODE = 900_000_000;
const DAY_MS = 86_400_000;

/**
 * Gives the volunteer of the demonstration one of each: a course she attended, a seat, a place on a waiting list, and a
 * seat that is offered to her now.
 */
export async function writeOwnBookings(
  db: Database,
  sessions: readonly BookedSession[],
  own: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const volunteer = own.get('volunteer');
  if (!volunteer) return;
  const isToCome = ({ dates }: BookedSession): boolean =>
    dates.every((date) => date.startsAt.getTime() > now.getTime() + 3 * DAY_MS);
  const isFree = (session: BookedSession): boolean => session.enrolled < session.capacity;
  const past = sessions.find(
    (session) => session.courseSlug === 'canicule' && session.dates.every((date) => date.endsAt < now),
  );
  const free = sessions.filter((session) => isToCome(session) && isFree(session));
  const seat = free.find((session) => session.courseSlug === 'mobilites') ?? free[0];
  const offered = free.find((session) => session.courseSlug !== seat?.courseSlug && overlapsNone(session, seat));
  const full = sessions.find(
    (session) =>
      isToCome(session) &&
      !isFree(session) &&
      session.waiting > 1 &&
      overlapsNone(session, seat) &&
      overlapsNone(session, offered),
  );
  let code = FIRST_CODE;
  const book = async (session: BookedSession, status: string, at: Date): Promise<string> => {
    const [row] = await db.query<{ id: string }>(BOOK, [session.id, volunteer, status, codeOf(++code), at]);
    if (!row) throw new Error('Nothing was booked');
    return row.id;
  };
  if (past) {
    // The seat of somebody who did not come: a past session is full.
    await db.query('update training_session set capacity = capacity + 1 where id = $1', [past.id]);
    await db.query(ATTEND, [
      await book(past, 'enrolled', new Date((past.dates[0]?.startsAt ?? now).getTime() - DAY_MS)),
      past.id,
    ]);
  }
  if (seat) await book(seat, 'enrolled', now);
  if (full) await book(full, 'waiting', now);
  if (offered) await db.query(OFFER, [await book(offered, 'offered', now), now]);
}

function overlapsNone(session: BookedSession, other: BookedSession | undefined): boolean {
  return !other?.dates.some((a) => session.dates.some((b) => a.startsAt < b.endsAt && b.startsAt < a.endsAt));
}
