import { parisDay } from '#platform/kernel';
import type { Database } from '#platform/database';
import { climateThemes, courses, partners, places, type ProgrammeTheme, solidarityThemes } from '#lib/trainings';

/** Identifiers of what was written, by the keys of the programme. */
export interface ProgrammeIds {
  courses: Map<string, string>;
  places: Map<string, string>;
  partners: Map<string, string>;
}

/** Rooms of the demonstration, so that every filter finds something; their names say that they do not exist. */
const INVENTED_PLACES = [
  {
    key: 'north',
    name: 'Salle Exemple Nord',
    address: '1 rue Imaginaire, 75018 Paris',
    arrondissement: 18,
    accessDetails:
      'Lieu inventé pour la démonstration. Entrée de plain-pied, ascenseur, boucle magnétique à l’accueil.',
    stepFree: true,
  },
  {
    key: 'east',
    name: 'Salle Exemple Est',
    address: '2 rue Imaginaire, 75020 Paris',
    arrondissement: 20,
    accessDetails: 'Lieu inventé pour la démonstration. Trois marches à l’entrée, rampe sur demande.',
    stepFree: false,
  },
];

/** Quarter of the year as `2026-Q4`, a number of quarters away from a day. */
export function quarterFrom(now: Date, offset: number): string {
  const [year = 0, month = 1] = parisDay(now).split('-').map(Number);
  const quarter = year * 4 + Math.floor((month - 1) / 3) + offset;
  return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
}

/** Writes themes, places, associations and courses as the programme states them. */
export async function writeProgramme(db: Database, now: Date): Promise<ProgrammeIds> {
  const themes = new Map<string, string>();
  // The first theme was last quarter's, so that the demonstration has a past, a present and a future.
  const scheduled = [...inTurn(climateThemes, now), ...inTurn(solidarityThemes, now)];
  for (const { key, network, title, summary, quarter } of scheduled)
    themes.set(key, await insert(db, 'theme', { network, quarter, title, summary }));
  const ids: ProgrammeIds = { courses: new Map(), places: new Map(), partners: new Map() };
  for (const { key, name, address, arrondissement, accessDetails } of places)
    ids.places.set(key, await insert(db, 'place', { name, address, arrondissement, access_details: accessDetails }));
  for (const { key, name, address, arrondissement, accessDetails, stepFree } of INVENTED_PLACES) {
    const access = { access_details: accessDetails, step_free: stepFree, hearing_loop: stepFree };
    ids.places.set(key, await insert(db, 'place', { name, address, arrondissement, ...access }));
  }
  for (const name of partners) ids.partners.set(name, await insert(db, 'partner', { name }));
  for (const course of courses) {
    const { slug, networks, title, summary, description, material, locale, theme } = course;
    const texts = { slug, networks, title, summary, description, material, locale };
    const themeId = theme === null ? null : (themes.get(theme) ?? null);
    ids.courses.set(slug, await insert(db, 'course', { ...texts, theme_id: themeId, status: 'published' }));
    for (const required of course.requires)
      await db.query('insert into course_prerequisite (course_id, required_course_id) values ($1, $2)', [
        ids.courses.get(slug),
        ids.courses.get(required),
      ]);
  }
  return ids;
}

function inTurn(themes: readonly ProgrammeTheme[], now: Date): (ProgrammeTheme & { quarter: string })[] {
  return themes.map((theme, i) => ({ ...theme, quarter: quarterFrom(now, i - 1) }));
}

/** Column names come from this file alone, never from input. */
async function insert(db: Database, table: string, row: Record<string, unknown>): Promise<string> {
  const columns = Object.keys(row);
  const [written] = await db.query<{ id: string }>(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')}) returning id`,
    Object.values(row),
  );
  if (!written) throw new Error(`Nothing was written to ${table}`);
  return written.id;
}
