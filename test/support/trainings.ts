import { randomUUID } from 'node:crypto';
import type { Locale, Network } from '#platform/kernel';
import type { Person, RoleGiven, TestApp } from './app.js';

/** Somebody with a profile, signed in. */
export interface VolunteerPerson extends Person {
  volunteerId: string;
}

export interface VolunteerWishes {
  email?: string;
  displayName?: string;
  locale?: Locale;
  birthYear?: number | null;
  roles?: RoleGiven[];
  wantsReminders?: boolean;
  quietFrom?: number;
  quietUntil?: number;
}

/** A volunteer with an account, a contact and both memberships. */
export async function aVolunteer(t: TestApp, wishes: VolunteerWishes = {}): Promise<VolunteerPerson> {
  const { email = `${randomUUID()}@exemple.org`, displayName = 'Lina Bouleau', locale = 'fr' } = wishes;
  const person = await t.signIn(email, wishes.roles);
  const [row] = await t.db.query<{ id: string }>(
    `with v as (
       insert into volunteer (account_id, display_name, locale, wants_reminders, quiet_from, quiet_until)
       select id, $2, $3, $4, $5, $6 from account where email = $1 returning id),
     c as (insert into contact (volunteer_id, given_name, email, birth_year) select id, $2, $1, $7 from v),
     m as (insert into membership (volunteer_id, network)
           select id, n from v, unnest(array['solidarity', 'climate']) n)
     select id from v`,
    [
      email,
      displayName,
      locale,
      wishes.wantsReminders ?? true,
      wishes.quietFrom ?? 21,
      wishes.quietUntil ?? 8,
      wishes.birthYear === undefined ? 1990 : wishes.birthYear,
    ],
  );
  return Object.assign(person, { volunteerId: idOf(row) });
}

export interface CourseWishes {
  title?: string;
  slug?: string;
  networks?: Network[];
  minimumAge?: number;
  status?: 'draft' | 'published' | 'archived';
  requires?: string[];
}

/** A published course. */
export async function aCourse(t: TestApp, wishes: CourseWishes = {}): Promise<string> {
  const [row] = await t.db.query<{ id: string }>(
    `insert into course (slug, networks, title, summary, material, minimum_age, status)
     values ($1, $2, $3, 'Une soirée pour apprendre.', '# Support', $4, $5) returning id`,
    [
      wishes.slug ?? `cours-${randomUUID()}`,
      wishes.networks ?? ['solidarity'],
      wishes.title ?? 'Aller vers',
      wishes.minimumAge ?? 16,
      wishes.status ?? 'published',
    ],
  );
  const id = idOf(row);
  for (const required of wishes.requires ?? [])
    await t.db.query('insert into course_prerequisite (course_id, required_course_id) values ($1, $2)', [id, required]);
  return id;
}

/** A place with an address and access details. */
export async function aPlace(t: TestApp, name = `Salle ${randomUUID()}`, arrondissement = 10): Promise<string> {
  const [row] = await t.db.query<{ id: string }>(
    `insert into place (name, address, arrondissement, access_details, step_free, latitude, longitude)
     values ($1, '1 rue des Tilleuls', $2, 'Métro Gare, ascenseur au fond.', true, 48.87, 2.36) returning id`,
    [name, arrondissement],
  );
  return idOf(row);
}

export interface SessionWishes {
  courseId?: string;
  placeId?: string | null;
  mode?: 'on_site' | 'online' | 'visit';
  capacity?: number;
  status?: 'template' | 'draft' | 'published' | 'cancelled';
  /** Start of the first date; in ten days if left out. */
  startsAt?: Date;
  hours?: number;
  /** Starts of further dates, as long as the first. */
  furtherDates?: Date[];
  opensAt?: Date;
  closesAt?: Date;
  languages?: string[];
  trainerIds?: string[];
}

const HOUR_MS = 3_600_000;

/** A published session with 12 seats, in ten days, to be enrolled in since yesterday. */
export async function aSession(t: TestApp, wishes: SessionWishes = {}): Promise<string> {
  const now = t.clock.now().getTime();
  const startsAt = wishes.startsAt ?? new Date(now + 240 * HOUR_MS);
  const lasts = (wishes.hours ?? 2) * HOUR_MS;
  const starts = [startsAt, ...(wishes.furtherDates ?? [])];
  const status = wishes.status ?? 'published';
  const [row] = await t.db.query<{ id: string }>(
    `insert into training_session (course_id, place_id, mode, capacity, status, starts_at, ends_at, enrolment_opens_at,
       enrolment_closes_at, languages, online_url, notes, template_name, cancel_reason, cancelled_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, case when $3 = 'online' then 'https://visio.exemple.org/salle' end,
       'Un carnet.', case when $5 = 'template' then 'Modèle' end, case when $5 = 'cancelled' then 'Salle fermée' end,
       case when $5 = 'cancelled' then now() end)
     returning id`,
    [
      wishes.courseId ?? (await aCourse(t)),
      wishes.placeId === undefined && wishes.mode !== 'online' ? await aPlace(t) : (wishes.placeId ?? null),
      wishes.mode ?? 'on_site',
      wishes.capacity ?? 12,
      status,
      startsAt,
      new Date(Math.max(...starts.map((start) => start.getTime())) + lasts),
      wishes.opensAt ?? new Date(Math.min(now, startsAt.getTime()) - 24 * HOUR_MS),
      wishes.closesAt ?? startsAt,
      wishes.languages ?? ['fr'],
    ],
  );
  const id = idOf(row);
  for (const start of starts)
    await t.db.query('insert into session_date (session_id, starts_at, ends_at) values ($1, $2, $3)', [
      id,
      start,
      new Date(start.getTime() + lasts),
    ]);
  for (const trainerId of wishes.trainerIds ?? [])
    await t.db.query('insert into session_trainer (session_id, volunteer_id) values ($1, $2)', [id, trainerId]);
  return id;
}

/** Puts somebody on the list of a session as it stands in the database, past all rules. */
export async function anEnrolment(
  t: TestApp,
  sessionId: string,
  volunteerId: string,
  status: 'waiting' | 'offered' | 'enrolled' | 'cancelled' = 'enrolled',
): Promise<string> {
  const [row] = await t.db.query<{ id: string }>(
    `insert into enrolment (session_id, volunteer_id, status, booking_code, created_at, changed_at)
     values ($1, $2, $3, upper(substr(md5(random()::text), 1, 8)), $4, $4) returning id`,
    [sessionId, volunteerId, status, t.clock.now()],
  );
  return idOf(row);
}

function idOf(row: { id: string } | undefined): string {
  if (!row) throw new Error('Nothing was written');
  return row.id;
}
