/** Languages that people speak to others in: ISO 639-1 codes, and `fsl`, the French sign language (ISO 639-3). */
export const LANGUAGES = [
  'fr',
  'en',
  'es',
  'ar',
  'pt',
  'de',
  'it',
  'ru',
  'uk',
  'ro',
  'pl',
  'tr',
  'fa',
  'ps',
  'bn',
  'ta',
  'zh',
  'vi',
  'wo',
  'fsl',
] as const;
export type Language = (typeof LANGUAGES)[number];

/** What somebody can lend to others. */
export const SKILLS = [
  'listening',
  'first-aid',
  'teaching',
  'translation',
  'writing',
  'digital',
  'cooking',
  'gardening',
  'repair',
  'driving',
  'logistics',
  'events',
  'photography',
] as const;
export type Skill = (typeof SKILLS)[number];

/** What somebody cares about; the first five belong to Solidarity, the others to the Climate. */
export const THEMES = [
  'outreach',
  'homeless-women',
  'isolation',
  'food-aid',
  'access-to-rights',
  'heat-wave',
  'waste',
  'food',
  'mobility',
  'purchases',
  'nature',
] as const;
export type Theme = (typeof THEMES)[number];

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const MOMENTS = ['morning', 'afternoon', 'evening'] as const;
/** The 21 moments of a week, from `mon-morning` to `sun-evening`. */
export const AVAILABILITY: readonly string[] = DAYS.flatMap((day) => MOMENTS.map((moment) => `${day}-${moment}`));

/** Communes that touch Paris. Other ones may be typed; these are matched whatever the accents and hyphens. */
export const NEIGHBOURING_COMMUNES = [
  'Arcueil',
  'Aubervilliers',
  'Bagnolet',
  'Boulogne-Billancourt',
  'Charenton-le-Pont',
  'Clichy',
  'Fontenay-sous-Bois',
  'Gentilly',
  'Issy-les-Moulineaux',
  'Ivry-sur-Seine',
  'Joinville-le-Pont',
  'Le Kremlin-Bicêtre',
  'Le Pré-Saint-Gervais',
  'Les Lilas',
  'Levallois-Perret',
  'Malakoff',
  'Montreuil',
  'Montrouge',
  'Neuilly-sur-Seine',
  'Nogent-sur-Marne',
  'Pantin',
  'Puteaux',
  'Saint-Cloud',
  'Saint-Denis',
  'Saint-Mandé',
  'Saint-Maurice',
  'Saint-Ouen-sur-Seine',
  'Suresnes',
  'Vanves',
  'Vincennes',
] as const;

/** Text for comparisons: lower case, without accents, every other sign a single space. */
export function plain(text: string): string {
  // Most texts of a long list are plain ASCII, for which the slow steps have nothing to do.
  if (/^[\u0000-\u007f]*$/.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
