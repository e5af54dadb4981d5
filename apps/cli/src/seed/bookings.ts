import type { Database } from '#platform/database';
import { uuidOf } from './identifiers.js';
import { personId } from './people.js';
import type { PlannedSession } from './timetable.js';

const LETTERS = 'BCDFGHJKMNPQRSTVWXZ';
const CODES = LETTERS.length ** 8;

/** A booking code for a number, another for each: multiplying by a number prime to the count only shuffles them. */
export function codeOf(number: number): string {
  let rest = Number((BigInt(number) * 7_919_937_127n + 12_345n) % BigInt(CODES));
  let code = '';
  for (let i = 0; i < 8; i++) {
    code += LETTERS[rest % LETTERS.length];
    rest = Math.floor(rest / LETTERS.length);
  }
  return code;
}

export interface BookedSession extends PlannedSession {
  id: string;
  number: number;
}

interface BookingRow {
  id: string;
  sessionId: string;
  volunteerId: string;
  status: 'enrolled' | 'waiting' | 'cancelled';
  code: string;
  promoted: boolean;
  present: boolean | null;
  at: Date;
}

const ROWS = `
  jsonb_to_recordset($1::jsonb) as b(id uuid, "sessionId" uuid, "volunteerId" uuid, status text, code text,
    promoted boolean, present boolean, at timestamptz)`;
const BOOK = `
  insert into enrolment (id, session_id, volunteer_id, status, booking_code, created_at, changed_at)
  select id, "sessionId", "volunteerId", status, code, at, at from ${ROWS}`;
const OFFER = `
  insert into seat_offer (enrolment_id, offered_at, deadline_at, answer, answered_at)
  select id, at, at + interval '24 hours', 'accepted', at + interval '3 hours' from ${ROWS} where promoted`;
const ATTEND = `
  insert into attendance (enrolment_id, session_date_id, status, method, recorded_at)
  select b.id, d.id, case when b.present then 'present' else 'absent' end,
         case when b.present then 'qr' else 'closing' end, d.starts_at
    from ${ROWS} join session_date d on d.session_id = b."sessionId" where b.present is not null`;

/** Sessions whose bookings are written by one statement. */
const STEP = 100;

/**
 * Fills sessions with people: who holds a seat, who waits, who left a seat to somebody of the list; and of past
 * sessions, who came.
 */
export async function writeBookings(
  db: Database,
  sessions: readonly BookedSession[],
  people: { count: number; seed: number; now: Date },
): Promise<void> {
  let code = 0;
  for (let from = 0; from < sessions.length; from += STEP) {
    const rows = sessions
      .slice(from, from + STEP)
      .flatMap((session) => bookingsOf(session, people).map((row) => ({ ...row, code: codeOf(++code) })));
    const json = JSON.stringify(rows);
    for (const statement of [BOOK, OFFER, ATTEND]) await db.query(statement, [json]);
  }
}

function bookingsOf(
  session: BookedSession,
  { count, seed, now }: { count: number; seed: number; now: Date },
): Omit<BookingRow, 'code'>[] {
  const isPast = session.dates.every((date) => date.endsAt <= now);
  const starts = session.dates[0]?.startsAt ?? now;
  const left = session.promoted;
  const total = Math.min(left + session.enrolled + session.waiting, count);
  return Array.from({ length: total }, (_, i): Omit<BookingRow, 'code'> => {
    const status = i < left ? 'cancelled' : i < left + session.enrolled ? 'enrolled' : 'waiting';
    const number = 1 + ((session.number * 131 + i * 17) % count);
    // A whole session in ten is noted by hand in the end; one person in five does not come.
    const present = isPast && status === 'enrolled' ? (session.number + i) % 5 !== 0 : null;
    // Who asked first stands first: the order of the list is the order of time.
    const before = 12 * 3_600_000 + ((total - i) / total) * 3 * 86_400_000;
    const at = new Date(Math.min(starts.getTime() - 86_400_000, now.getTime()) - before);
    return {
      id: uuidOf(`${seed}:booking:${session.number}:${i}`),
      sessionId: session.id,
      volunteerId: personId(seed, number),
      status,
      promoted: status === 'enrolled' && i >= session.enrolled,
      present,
      at,
    };
  });
}
