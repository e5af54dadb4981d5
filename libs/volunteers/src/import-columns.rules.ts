import type { Fault } from './import-faults.js';
import { plain } from './vocabulary.js';

/** What a column of the file may be read as. */
export const IMPORT_FIELDS = [
  'givenName',
  'familyName',
  'email',
  'phone',
  'birthYear',
  'arrondissement',
  'postcode',
  'commune',
  'languages',
  'skills',
  'themes',
  'locale',
  'accessNeeds',
  'network',
  'consent',
  'consentDate',
  'consentVersion',
  'homonym',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export function isImportField(value: string): value is ImportField {
  return (IMPORT_FIELDS as readonly string[]).includes(value);
}

/** Fields without which nobody can be imported: what to call her, and the address by which she confirms. */
export const REQUIRED_FIELDS: readonly ImportField[] = ['givenName', 'email'];

/** Headers met in lists of people, as `plain()` writes them, the most telling first. */
const SYNONYMS: Record<ImportField, readonly string[]> = {
  givenName: ['prenom', 'prenom usuel', 'prenoms', 'first name', 'firstname', 'given name', 'givenname'],
  familyName: ['nom', 'nom de famille', 'nom usage', 'nom d usage', 'last name', 'lastname', 'family name', 'surname'],
  email: [
    'email',
    'e mail',
    'courriel',
    'mail',
    'mel',
    'adresse e mail',
    'adresse email',
    'adresse mail',
    'adresse courriel',
    'adresse electronique',
    'email address',
    'e mail address',
  ],
  phone: [
    'portable',
    'telephone portable',
    'mobile',
    'telephone mobile',
    'telephone',
    'tel',
    'numero de telephone',
    'n de telephone',
    'tel portable',
    'phone',
    'phone number',
    'mobile phone',
    'gsm',
  ],
  birthYear: [
    'annee de naissance',
    'annee naissance',
    'date de naissance',
    'date naissance',
    'ne e le',
    'nee le',
    'naissance',
    'birth year',
    'year of birth',
    'birth date',
    'birthdate',
    'date of birth',
  ],
  arrondissement: ['arrondissement', 'arrdt', 'arr', 'arrondissement de residence', 'district'],
  postcode: ['code postal', 'cp', 'codepostal', 'postal code', 'postcode', 'zip', 'zip code'],
  commune: ['commune', 'ville', 'commune de residence', 'city', 'town'],
  languages: ['langues', 'langue', 'langues parlees', 'languages', 'language', 'spoken languages'],
  skills: ['competences', 'competence', 'savoir faire', 'skills', 'skill'],
  themes: ['themes', 'thematiques', 'centres d interet', 'interets', 'interests', 'topics'],
  locale: ['langue de contact', 'langue des messages', 'preferred language', 'locale'],
  accessNeeds: ['besoins d acces', 'accessibilite', 'besoins d accessibilite', 'access needs', 'accessibility'],
  network: ['reseau', 'network'],
  consent: ['consentement', 'accord', 'accord rgpd', 'rgpd', 'consent', 'opt in'],
  consentDate: [
    'date du consentement',
    'date de consentement',
    'date consentement',
    'consentement le',
    'date de l accord',
    'date d accord',
    'consent date',
    'date of consent',
    'consented on',
  ],
  consentVersion: [
    'version du texte',
    'version du consentement',
    'version consentement',
    'version de consentement',
    'consent version',
    'text version',
  ],
  homonym: ['homonyme', 'homonyme verifie', 'homonym', 'namesake'],
};

const FIELD_OF = new Map(
  IMPORT_FIELDS.flatMap((field) => SYNONYMS[field].map((synonym, rank) => [synonym, { field, rank }] as const)),
);

/** One column of the file, and what it is read as; null when it is left out. */
export interface ColumnMatch {
  header: string;
  field: ImportField | null;
}

/** What a person decided about a column in the page. */
export interface MappingChoice {
  header: string;
  field: string | null;
}

export interface MatchedColumns {
  columns: ColumnMatch[];
  faults: Fault[];
}

/**
 * Matches the columns of a header line to fields. Two columns that may be the same field (telephone and mobile) go to
 * the more telling one, the other is left out, which the preview shows. A choice given for a header overrides.
 * @param line line of the file that the header stands on, for the faults
 */
export function matchColumns(
  headers: readonly string[],
  line: number,
  choices: readonly MappingChoice[],
): MatchedColumns {
  const names = withoutEmptyTail(headers.map((header) => header.replace(/\s+/g, ' ').trim()));
  if (names.some(looksLikeData)) return { columns: names.map(unread), faults: [fault('NO_HEADER', line, 0, names[0])] };
  const columns = choices.length > 0 ? chosen(names, choices) : guessed(names);
  const faults = [
    ...duplicates(names, line),
    ...mappedTwice(columns, line),
    ...unknownChoices(names, choices, line),
    ...missing(columns, line),
  ];
  return { columns, faults };
}

const unread = (header: string): ColumnMatch => ({ header, field: null });

function fault(code: Fault['code'], row: number, column: number, header = '', details?: Fault['details']): Fault {
  return { row, column, header, value: header, code, ...(details && { details }) };
}

/** Spreadsheets export the empty columns beside a table; they are no part of it. */
function withoutEmptyTail(names: string[]): string[] {
  let length = names.length;
  while (length > 1 && names[length - 1] === '') length -= 1;
  return names.slice(0, length);
}

/** An address or a telephone number is never a header: the file begins with its first person. */
function looksLikeData(name: string): boolean {
  return /\S@\S/.test(name) || /^[+(\d][\d\s.()-]{8,}$/.test(name);
}

function guessed(names: readonly string[]): ColumnMatch[] {
  const best = new Map<ImportField, { rank: number; index: number }>();
  names.forEach((name, index) => {
    const match = FIELD_OF.get(plain(name));
    if (!match) return;
    const held = best.get(match.field);
    if (!held || match.rank < held.rank) best.set(match.field, { rank: match.rank, index });
  });
  const fieldAt = new Map([...best].map(([field, { index }]) => [index, field]));
  return names.map((header, index) => ({ header, field: fieldAt.get(index) ?? null }));
}

function chosen(names: readonly string[], choices: readonly MappingChoice[]): ColumnMatch[] {
  const byHeader = new Map(choices.map((choice) => [choice.header, choice.field]));
  return names.map((header) => {
    const field = byHeader.get(header) ?? null;
    return { header, field: field !== null && isImportField(field) ? field : null };
  });
}

function duplicates(names: readonly string[], line: number): Fault[] {
  const first = new Map<string, number>();
  return names.flatMap((name, index) => {
    const key = plain(name);
    const before = first.get(key);
    if (key === '') return [];
    if (before === undefined) {
      first.set(key, index);
      return [];
    }
    return [fault('HEADER_DUPLICATED', line, index + 1, name, { other: before + 1 })];
  });
}

function mappedTwice(columns: readonly ColumnMatch[], line: number): Fault[] {
  const first = new Map<ImportField, number>();
  return columns.flatMap(({ header, field }, index) => {
    if (field === null) return [];
    const before = first.get(field);
    if (before !== undefined) return [fault('FIELD_MAPPED_TWICE', line, index + 1, header, { other: before + 1 })];
    first.set(field, index);
    return [];
  });
}

function unknownChoices(names: readonly string[], choices: readonly MappingChoice[], line: number): Fault[] {
  const unknown = choices.filter(
    (choice) => !names.includes(choice.header) || (choice.field !== null && !isImportField(choice.field)),
  );
  return unknown.map((choice) => fault('UNKNOWN_MAPPING', line, names.indexOf(choice.header) + 1, choice.header));
}

function missing(columns: readonly ColumnMatch[], line: number): Fault[] {
  const have = new Set(columns.map((column) => column.field));
  return REQUIRED_FIELDS.filter((field) => !have.has(field)).map((field) =>
    fault('COLUMN_MISSING', line, 0, '', { field }),
  );
}
