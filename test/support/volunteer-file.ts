import iconv from 'iconv-lite';

/** A fault put into a file on purpose: where an import must find it, and under which code. */
export interface PlantedFault {
  row: number;
  column: number;
  code: string;
}

export interface VolunteerFile {
  /** The file with its faults. */
  faulty: Buffer;
  /** The same people without any. */
  correct: Buffer;
  planted: PlantedFault[];
}

const HEADERS = [
  'Prénom',
  'Nom',
  'Courriel',
  'Portable',
  'Date de naissance',
  'Arrondissement',
  'Code postal',
  'Commune',
  'Langues',
  'Compétences',
  'Thèmes',
  'Langue de contact',
  'Réseau',
  'Consentement',
  'Date du consentement',
  'Version du texte',
  'Besoins d’accès',
  'Homonyme',
] as const;
type Header = (typeof HEADERS)[number];
type Row = Record<Header, string>;

const GIVEN = [
  'Aïcha',
  'Béatrice',
  'Chloé',
  'Désiré',
  'Élise',
  'Fanta',
  'Gaël',
  'Hélène',
  'Inès',
  'Joël',
  'Léna',
  'Maël',
];
const PLANTS = [
  'Aubépine',
  'Bruyère',
  'Coquelicot',
  'Genêt',
  'Houx',
  'Iris',
  'Jonquille',
  'Lilas',
  'Mûrier',
  'Noisetier',
];
const LANGUAGES = ['français', 'français, anglais', 'français / espagnol', 'Français et arabe', 'français, LSF'];

/** Numbers that are the same on every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A plainly fictional person: her family name is a plant and a number. */
function person(i: number, random: () => number): Row {
  const any = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const two = (n: number): string => String(n).padStart(2, '0');
  const inParis = random() < 0.85;
  const arrondissement = 1 + Math.floor(random() * 20);
  const agreed = random() < 0.6;
  return {
    Prénom: any(GIVEN),
    Nom: `${any(PLANTS)} ${letters(i)}`,
    Courriel: `personne.${i}@exemple.org`,
    Portable:
      random() < 0.7 ? `06 ${two(i % 100)} ${two((i >> 3) % 100)} ${two((i >> 6) % 100)} ${two((i >> 9) % 100)}` : '',
    'Date de naissance': `${two(1 + (i % 28))}/${two(1 + (i % 12))}/${1950 + Math.floor(random() * 55)}`,
    Arrondissement: inParis ? any([`${arrondissement}`, `${arrondissement}e`, `Paris ${arrondissement}`]) : '',
    'Code postal': inParis ? `750${two(arrondissement)}` : '93100',
    Commune: inParis ? 'Paris' : 'Montreuil',
    Langues: any(LANGUAGES),
    Compétences: any(['', 'écoute', 'cuisine, conduite']),
    Thèmes: any(['', 'canicule', 'déchets et achats']),
    'Langue de contact': any(['', 'français', 'anglais']),
    Réseau: any(['', 'Climat']),
    Consentement: agreed ? any(['oui', 'x', 'Oui']) : any(['', 'non']),
    'Date du consentement': agreed ? `${two(1 + (i % 28))}/03/2026` : '',
    'Version du texte': agreed ? '1' : '',
    'Besoins d’accès': random() < 0.05 ? 'Rampe ;\nboucle magnétique' : '',
    Homonyme: '',
  };
}

/** A name suffix that is its own number: A, B, ... AA, AB. */
function letters(n: number): string {
  return (n >= 26 ? letters(Math.floor(n / 26) - 1) : '') + String.fromCharCode(65 + (n % 26));
}

function written(row: Row): string {
  return HEADERS.map((header) => quoted(row[header])).join(';');
}

function quoted(cell: string): string {
  return /[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

type Damage = { at: Header; code: string; value?: string; also?: Partial<Row>; raw?: (line: string) => string };
const agreement = { Consentement: 'oui', 'Date du consentement': '01/03/2026', 'Version du texte': '1' };

/** Forty ways in which lists of people go wrong. */
const DAMAGES: Damage[] = [
  { at: 'Prénom', code: 'MISSING_GIVEN_NAME', value: '' },
  { at: 'Prénom', code: 'NOT_A_NAME', value: 'Zoé 2' },
  { at: 'Prénom', code: 'SWAPPED_COLUMNS', value: 'zoe@exemple.org' },
  { at: 'Prénom', code: 'BAD_ENCODING', value: 'FranÃ§oise' },
  { at: 'Prénom', code: 'CONTROL_CHARACTER', value: 'Zo\u200bé' },
  { at: 'Prénom', code: 'LINE_BREAK', value: 'Zoé\nJeanne' },
  { at: 'Nom', code: 'FORMULA', value: '=1+1' },
  { at: 'Nom', code: 'FORMULA', value: '#REF!' },
  { at: 'Nom', code: 'TOO_LONG', value: 'Mûrier'.repeat(20) },
  { at: 'Nom', code: 'BROKEN_QUOTES', raw: (line) => line.replace(/^([^;]*);/, '$1;"') },
  { at: 'Nom', code: 'BAD_ENCODING', value: 'Noël', raw: (line) => line.replace('Noël', 'No\udcebl') },
  { at: 'Courriel', code: 'MISSING_EMAIL', value: '-' },
  { at: 'Courriel', code: 'BAD_EMAIL', value: 'zoe.exemple.org' },
  { at: 'Courriel', code: 'BAD_EMAIL', value: 'zoe..mûrier@exemple' },
  { at: 'Courriel', code: 'SWAPPED_COLUMNS', value: '06 12 34 56 78' },
  { at: 'Courriel', code: 'DUPLICATE_EMAIL', value: 'Personne.1@Exemple.org' },
  { at: 'Portable', code: 'BAD_PHONE', value: '06 12 34' },
  { at: 'Portable', code: 'SWAPPED_COLUMNS', value: 'zoe@exemple.org' },
  { at: 'Date de naissance', code: 'IMPOSSIBLE_DATE', value: '31/02/1990' },
  { at: 'Date de naissance', code: 'IMPOSSIBLE_DATE', value: '12/25/1990' },
  { at: 'Date de naissance', code: 'UNREADABLE_DATE', value: '3/4/90' },
  { at: 'Date de naissance', code: 'BIRTH_OUT_OF_RANGE', value: '01/01/1890' },
  { at: 'Date de naissance', code: 'TOO_YOUNG', value: '01/01/2020' },
  { at: 'Arrondissement', code: 'BAD_ARRONDISSEMENT', value: '21' },
  { at: 'Code postal', code: 'BAD_POSTCODE', value: '75098' },
  { at: 'Langues', code: 'UNKNOWN_LANGUAGE', value: 'français, klingon' },
  { at: 'Compétences', code: 'UNKNOWN_SKILL', value: 'télépathie' },
  { at: 'Thèmes', code: 'UNKNOWN_THEME', value: 'licornes' },
  { at: 'Langue de contact', code: 'UNKNOWN_LOCALE', value: 'latin' },
  { at: 'Réseau', code: 'UNKNOWN_NETWORK', value: 'Amitié' },
  { at: 'Réseau', code: 'OTHER_NETWORK', value: 'Solidarité' },
  { at: 'Consentement', code: 'NOT_YES_OR_NO', value: 'peut-être' },
  { at: 'Date du consentement', code: 'CONSENT_WITHOUT_DATE', also: agreement, value: '' },
  { at: 'Date du consentement', code: 'CONSENT_IN_FUTURE', also: agreement, value: '01/01/2099' },
  { at: 'Date du consentement', code: 'CONSENT_BEFORE_TEXT', also: agreement, value: '01/01/2019' },
  { at: 'Version du texte', code: 'CONSENT_WITHOUT_VERSION', also: agreement, value: '' },
  { at: 'Version du texte', code: 'CONSENT_UNKNOWN_VERSION', also: agreement, value: '9' },
  { at: 'Homonyme', code: 'TOO_FEW_CELLS', raw: (line) => line.slice(0, line.lastIndexOf(';')) },
  { at: 'Homonyme', code: 'TOO_MANY_CELLS', raw: (line) => `${line};trop` },
  {
    at: 'Nom',
    code: 'DUPLICATE_PERSON',
    also: { Prénom: 'Aïcha', 'Date de naissance': '02/02/1980' },
    value: 'Tilleul',
  },
];

/**
 * A list as a spreadsheet in France saves it (separated by semicolons, mark at the beginning, lines ending as on
 * Windows, cells of two lines) of fictional people, with forty faults spread over it.
 */
export function volunteerFile(count: number, seed = 42): VolunteerFile {
  const random = seeded(seed);
  const header = HEADERS.join(';');
  const [faulty, correct] = [[header], [header]] as [string[], string[]];
  const planted: PlantedFault[] = [];
  const every = Math.floor(count / (DAMAGES.length + 1));
  let line = 2;
  for (let i = 0; i < count; i++) {
    const row = person(i, random);
    // The person of whom a later row is a duplicate.
    if (i === 0) Object.assign(row, { Prénom: 'Aicha', Nom: 'TILLEUL', 'Date de naissance': '1980' });
    correct.push(written(row));
    const damage = i > 0 && i % every === 0 ? DAMAGES[i / every - 1] : undefined;
    const text = damage ? damaged(row, damage) : written(row);
    if (damage) planted.push({ row: line, column: columnOf(damage), code: damage.code });
    faulty.push(text);
    line += text.split('\n').length;
  }
  return { faulty: encoded(faulty), correct: encoded(correct), planted };
}

function damaged(row: Row, { at, value, also, raw }: Damage): string {
  const text = written({ ...row, ...(also ?? {}), 'Besoins d’accès': '', ...(value !== undefined && { [at]: value }) });
  return raw ? raw(text) : text;
}

function columnOf(damage: Damage): number {
  return HEADERS.indexOf(damage.at) + 1 + (damage.code === 'TOO_MANY_CELLS' ? 1 : 0);
}

/** UTF-8 with its mark, except that a lone surrogate stands for one byte of Windows-1252. */
function encoded(lines: string[]): Buffer {
  const text = `\ufeff${lines.join('\r\n')}\r\n`;
  return Buffer.concat(
    text
      .split(/([\udc80-\udcff])/)
      .map((part) =>
        /^[\udc80-\udcff]$/.test(part) ? Buffer.of(part.charCodeAt(0) & 0xff) : iconv.encode(part, 'utf-8'),
      ),
  );
}
