import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { type BookedSession, codeOf } from './bookings.js';

const PERSON = `
  with a as (insert into account (email, confirmed_at) values (null, $1) returning id),
       v as (insert into volunteer (account_id, display_name, source, created_at, updated_at)
             select id, 'Moussa', 'reception', $1, $1 from a returning id),
       c as (insert into contact (volunteer_id, given_name, vouched_age) select id, 'Moussa', 18 from v)
  select id from v`;

// The volunteer of the demonstration once more, as an old list has her.
const TWIN = `
  with v as (insert into volunteer (display_name, source, created_at, updated_at)
             values ('Lina E.', 'imported', $1, $1) returning id),
       m as (insert into membership (volunteer_id, network, joined_at)
             select id, n, $1 from v, unnest(array['solidarity', 'climate']) n)
  insert into contact (volunteer_id, given_name, family_name, birth_year) select id, 'LINA', 'Exemple', 1990 from v`;

const BOOK = `
  with e as (
    insert into enrolment (session_id, volunteer_id, status, booking_code, source, created_at, changed_at)
    values ($1, $2, 'enrolled', $3, 'staff', $4, $4) returning id)
  insert into notice (id, kind, volunteer_id, params, created_at)
  select gen_random_uuid(), 'enrolled-by-staff', $2, jsonb_build_object('enrolmentId', id), $4 from e`;

/** Far from the codes of the crowd and of the personas. */
const CODE = 910_000_000;
const DAY_MS = 86_400_000;

/** Somebody without an address, for reception; and a profile that may be of somebody known, to be joined with hers. */
export async function writeReception(
  app: INestApplicationContext,
  sessions: readonly BookedSession[],
  now: Date,
): Promise<void> {
  const db = app.get(Database);
  const [person] = await db.query<{ id: string }>(PERSON, [new Date(now.getTime() - 30 * DAY_MS)]);
  await db.query(TWIN, [new Date(now.getTime() - 400 * DAY_MS)]);
  const soon = sessions.find(
    ({ dates, enrolled, capacity }) =>
      enrolled + 1 < capacity && dates.every(({ startsAt }) => startsAt.getTime() > now.getTime() + DAY_MS),
  );
  if (person && soon) await db.query(BOOK, [soon.id, person.id, codeOf(CODE), now]);
  await app.get(Jobs).add('duplicates.find', {}, { key: 'duplicates.find' });
}
