import type { Database } from '#platform/database';
import type { BookedSession } from './bookings.js';

const DAY_MS = 86_400_000;
/** Longer before the start than the quotas are released. */
const EARLY_DAYS = 12;
const FEWEST_FREE = 6;

const DAYS = 'update training_session set quota_release_days = 7 where id = $1';
const SHARE = `
  insert into seat_pool (session_id, pool, quota, seats)
  select s.id, p.pool, p.seats, p.seats
    from (select id, capacity, (capacity - seats_taken) / 3 as kept from training_session where id = $1) s,
         lateral (values ('solidarity', s.kept), ('climate', s.kept), ('open', s.capacity - 2 * s.kept)) p(pool, seats)`;
const SEAT = `update enrolment set pool = 'open' where session_id = $1 and status in ('enrolled', 'offered')`;

/** Shares the seats of one session to come out between the networks; who holds one keeps it among the open seats. */
export async function writeSharedSeats(db: Database, sessions: readonly BookedSession[], now: Date): Promise<void> {
  const early = now.getTime() + EARLY_DAYS * DAY_MS;
  const found = sessions.find(
    ({ capacity, enrolled, waiting, dates }) =>
      waiting === 0 && capacity - enrolled >= FEWEST_FREE && dates.every(({ startsAt }) => startsAt.getTime() > early),
  );
  if (!found) return;
  await db.query(DAYS, [found.id]);
  await db.query(SHARE, [found.id]);
  await db.query(SEAT, [found.id]);
}
