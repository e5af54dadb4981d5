import type { Database } from '#platform/database';
import type { BookedSession } from './bookings.js';
import type { ProgrammeIds } from './programme-rows.js';
import type { PlannedSession } from './timetable.js';

const DAY_MS = 86_400_000;
const STEP = 500;

const WRITE = `
  with given as (
    select * from jsonb_to_recordset($1::jsonb) as s(number int, "courseId" uuid, mode text, "placeId" uuid,
      "onlineUrl" text, capacity int, "startsAt" timestamptz, "endsAt" timestamptz,
      "opensAt" timestamptz, languages text[], accessibility text[], notes text, dates jsonb)),
  numbered as (select gen_random_uuid() as id, given.* from given),
  written as (
    insert into training_session (id, course_id, mode, place_id, online_url, capacity, starts_at, ends_at,
      enrolment_opens_at, enrolment_closes_at, languages, accessibility, notes, status, created_at)
    select id, "courseId", mode, "placeId", "onlineUrl", capacity, "startsAt", "endsAt", "opensAt",
           "startsAt", languages, accessibility, notes, 'published', "opensAt" from numbered),
  dated as (
    insert into session_date (session_id, starts_at, ends_at)
    select n.id, d."startsAt", d."endsAt"
      from numbered n, jsonb_to_recordset(n.dates) as d("startsAt" timestamptz, "endsAt" timestamptz))
  select id, number from numbered`;

/** Writes sessions with their dates. @returns them with their identifiers, numbered from 0 */
export async function writeSessions(
  db: Database,
  planned: readonly PlannedSession[],
  ids: ProgrammeIds,
): Promise<BookedSession[]> {
  const written: BookedSession[] = [];
  for (let from = 0; from < planned.length; from += STEP) {
    const rows = planned.slice(from, from + STEP).map((session, i) => rowOf(session, from + i, ids));
    for (const { id, number } of await db.query<{ id: string; number: number }>(WRITE, [JSON.stringify(rows)])) {
      const session = planned[number];
      if (session) written.push({ ...session, id, number });
    }
  }
  return written.sort((a, b) => a.number - b.number);
}

function rowOf(session: PlannedSession, number: number, ids: ProgrammeIds): object {
  const starts = session.dates.map((date) => date.startsAt.getTime());
  const startsAt = new Date(Math.min(...starts));
  return {
    number,
    courseId: ids.courses.get(session.courseSlug),
    mode: session.mode,
    placeId: session.place === null ? null : ids.places.get(session.place),
    onlineUrl: session.mode === 'online' ? `https://visio.exemple.org/${session.courseSlug}` : null,
    capacity: session.capacity,
    startsAt,
    endsAt: new Date(Math.max(...session.dates.map((date) => date.endsAt.getTime()))),
    opensAt: new Date(startsAt.getTime() - 120 * DAY_MS),
    languages: session.languages,
    accessibility: session.accessibility,
    notes: session.mode === 'visit' ? 'De bonnes chaussures et une gourde.' : 'De quoi écrire.',
    dates: session.dates,
  };
}

/** Puts trainers in charge of sessions, in turn. */
export async function assignTrainers(
  db: Database,
  sessions: readonly BookedSession[],
  trainerIds: readonly string[],
): Promise<void> {
  await db.query(
    `insert into session_trainer (session_id, volunteer_id)
     select s.id, t.id
       from unnest($1::uuid[]) with ordinality s(id, n)
       join unnest($2::uuid[]) with ordinality t(id, n) on t.n = 1 + s.n % cardinality($2::uuid[])`,
    [sessions.map((session) => session.id), trainerIds],
  );
}
