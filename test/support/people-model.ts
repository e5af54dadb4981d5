import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';
import { Chance } from './chance.js';
import { aCourse, aSession } from './trainings.js';

/** A person of the model, with all that a filter may ask. Days are those of Paris, `YYYY-MM-DD`. */
export interface ModelPerson {
  id: string;
  name: string;
  networks: string[];
  left: string[];
  arrondissement: number | null;
  commune: string | null;
  languages: string[];
  skills: string[];
  themes: string[];
  availability: string[];
  /** Courses whose every date of a session she was present at, with the last day. */
  held: { course: string; ended: string }[];
  active: string[];
  noShows: number;
  joined: string;
  written: string[];
  consents: string[];
  refused: string[];
  email: boolean;
  account: boolean;
  tags: { id: string; network: string }[];
  source: string;
}

/** A condition as the API takes it. */
export interface ModelCondition {
  kind: string;
  negated: boolean;
  values: string[];
  since: string | null;
  until: string | null;
}

type Reach = { network: string | null; arrondissement: number | null }[];

const some = (of: readonly string[], values: readonly string[]): boolean => values.some((one) => of.includes(one));
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const HOLDS: Record<string, (person: ModelPerson, condition: ModelCondition, networks: string[]) => boolean> = {
  network: (p, { values }) => some(p.networks, values),
  arrondissement: (p, { values }) => p.arrondissement !== null && values.includes(String(p.arrondissement)),
  commune: (p, { values }) => p.commune !== null && some(values.map(plain), [plain(p.commune)]),
  language: (p, { values }) => some(p.languages, values),
  skill: (p, { values }) => some(p.skills, values),
  theme: (p, { values }) => some(p.themes, values),
  availability: (p, { values }) => some(p.availability, values),
  attended: (p, { values, since }) =>
    p.held.some(({ course, ended }) => values.includes(course) && (since === null || ended >= since)),
  trained: (p, { since }) => p.held.some(({ ended }) => since === null || ended >= since),
  enrolled: (p, { values }) => some(p.active, values),
  noShows: (p, { values }) => p.noShows >= Math.min(...values.map(Number)),
  joined: (p, { since, until }) => (since === null || p.joined >= since) && (until === null || p.joined <= until),
  written: (p, { since }) => p.written.some((day) => since === null || day >= since),
  consent: (p, { values }) => some(p.consents, values),
  mailable: (p, { values }) =>
    values.some((network) => p.networks.includes(network) && !p.refused.includes(network) && p.email),
  email: (p) => p.email,
  account: (p) => p.account,
  tag: (p, { values }, networks) => p.tags.some(({ id, network }) => values.includes(id) && networks.includes(network)),
  source: (p, { values }) => values.includes(p.source),
};

/** Whether a filter finds somebody, by the plainest reading of its words. */
export function finds(person: ModelPerson, reach: Reach, conditions: readonly ModelCondition[]): boolean {
  const inReach = reach.some(
    ({ network, arrondissement }) =>
      (network === null || person.networks.includes(network)) &&
      (arrondissement === null || person.arrondissement === arrondissement),
  );
  const networks = ['solidarity', 'climate', 'paris'].filter((network) =>
    reach.some((part) => part.network === null || part.network === network),
  );
  return (
    inReach &&
    conditions.every((condition) => HOLDS[condition.kind]!(person, condition, networks) !== condition.negated)
  );
}

/** What people of the model are made of. */
export interface ModelWorld {
  people: ModelPerson[];
  courses: string[];
  sessions: string[];
  tags: { id: string; network: string }[];
}

const NAMES = ['Élodie Bouleau', 'Marc Tilleul', 'Nadia Érable', 'Özlem Sureau', 'Jean-Noël Aulne', 'Lina Charme'];
const noon = (day: string): Date => new Date(`${day}T11:00:00Z`);

/** Writes people by chance into the base, and the same people into the answer. */
export async function writeWorld(t: TestApp, count: number): Promise<ModelWorld> {
  const chance = new Chance(7);
  const pick = <T>(from: readonly T[], share = 0.4): T[] => from.filter(() => chance.next() < share);
  const one = <T>(from: readonly T[]): T => from[Math.floor(chance.next() * from.length)]!;
  const DAYS = ['2025-03-14', '2025-10-26', '2026-01-31', '2026-03-29'];
  const courses = [await aCourse(t), await aCourse(t)];
  const held: { session: string; course: string; day: string }[] = [];
  for (const course of courses)
    for (const day of [DAYS[0]!, DAYS[2]!])
      held.push({
        course,
        day,
        session: await aSession(t, {
          courseId: course,
          startsAt: noon(day),
          capacity: 500,
          opensAt: noon('2024-01-01'),
          closesAt: noon(day),
        }),
      });
  const tags = await t.db.query<{ id: string; network: string }>(
    `insert into tag (network, name, colour) values ('solidarity', 'Mardi', 'blue'), ('climate', 'Vélo', 'green'),
       ('climate', 'Relais', 'red') returning id, network`,
  );
  const people: ModelPerson[] = [];
  for (let i = 0; i < count; i++) {
    const email = chance.next() < 0.7;
    const account = email && chance.next() < 0.6;
    const networks = pick(['solidarity', 'climate', 'paris'], 0.5);
    const person: ModelPerson = {
      id: randomUUID(),
      name: one(NAMES),
      networks,
      left: pick(['solidarity', 'climate'].filter((network) => !networks.includes(network))),
      arrondissement: chance.next() < 0.8 ? 17 + Math.floor(chance.next() * 4) : null,
      commune: chance.next() < 0.2 ? one(['Saint-Mandé', 'Montreuil']) : null,
      languages: pick(['fr', 'ar', 'en']),
      skills: pick(['listening', 'first-aid']),
      themes: pick(['outreach', 'heat-wave']),
      availability: pick(['mon-evening', 'sat-morning']),
      held: [],
      active: [],
      noShows: 0,
      joined: one(DAYS),
      written: pick(DAYS, 0.2),
      consents: pick(['terms', 'contact-by-phone']),
      refused: pick(['solidarity', 'climate'], 0.2),
      email,
      account,
      tags: pick(tags),
      source: one(['joined', 'imported', 'reception', 'staff']),
    };
    await writePerson(t, person);
    for (const { session, course, day } of held) {
      const fate = chance.next();
      if (fate > 0.5) continue;
      const present = fate < 0.3;
      await attend(t, person.id, session, present);
      person.active.push(session);
      if (present) person.held.push({ course, ended: day });
      else person.noShows++;
    }
    people.push(person);
  }
  return { people, courses, sessions: held.map(({ session }) => session), tags };
}

async function writePerson(t: TestApp, person: ModelPerson): Promise<void> {
  const { id, name, arrondissement, commune, languages, skills, themes, availability, source, joined } = person;
  const email = person.email ? `${id}@exemple.org` : null;
  const [account] = person.account
    ? await t.db.query<{ id: string }>('insert into account (email) values ($1) returning id', [email])
    : [];
  await t.db.query(
    `insert into volunteer (id, account_id, display_name, arrondissement, commune, languages, skills, themes, availability,
       source, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      account?.id ?? null,
      name,
      arrondissement,
      commune,
      languages,
      skills,
      themes,
      availability,
      source,
      noon(joined),
    ],
  );
  await t.db.query('insert into contact (volunteer_id, given_name, email) values ($1, $2, $3)', [id, name, email]);
  await t.db.query(
    `insert into membership (volunteer_id, network, left_at)
     select $1::uuid, n, null::timestamptz from unnest($2::text[]) n union all select $1::uuid, n, now() from unnest($3::text[]) n`,
    [id, person.networks, person.left],
  );
  await t.db.query(
    `insert into consent (volunteer_id, purpose, version, locale, given_at, source)
     select $1::uuid, p, 1, 'fr', now(), 'site' from unnest($2::text[]) p`,
    [id, person.consents],
  );
  await t.db.query(
    `insert into mail (kind, volunteer_id, status, sent_at) select 'reminder', $1::uuid, 'sent', d from unnest($2::timestamptz[]) d`,
    [id, person.written.map(noon)],
  );
  await t.db.query(`insert into mail_refusal select $1::uuid, 'coordination-' || n, now() from unnest($2::text[]) n`, [
    id,
    person.refused,
  ]);
  await t.db.query('insert into volunteer_tag (volunteer_id, tag_id) select $1::uuid, g from unnest($2::uuid[]) g', [
    id,
    person.tags.map((tag) => tag.id),
  ]);
}

async function attend(t: TestApp, volunteerId: string, session: string, present: boolean): Promise<void> {
  await t.db.query(
    `with e as (insert into enrolment (session_id, volunteer_id, status, booking_code)
                values ($1, $2, 'enrolled', $4) returning id)
     insert into attendance (enrolment_id, session_date_id, status, method, recorded_at)
     select e.id, d.id, $3, 'name', d.starts_at from e, session_date d where d.session_id = $1`,
    [session, volunteerId, present ? 'present' : 'absent', randomUUID().slice(0, 12)],
  );
}
