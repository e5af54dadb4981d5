import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { type MessageKey, t } from '#platform/i18n';
import { LOCALES, type Network, NETWORKS } from '#platform/kernel';
import type { ImportFaultCode } from './import-faults.js';
import { type Language, LANGUAGES, NEIGHBOURING_COMMUNES, plain, SKILLS, THEMES } from './vocabulary.js';

/** What a cell means, or what is wrong with it. */
export type Read<T> = { value: T } | { code: ImportFaultCode; details?: Record<string, string | number> };

/** Remembers what cells meant: those of closed lists repeat all through a file. Forgets all when it has too many. */
function remembered<T>(read: (cell: string) => Read<T>): (cell: string) => Read<T> {
  const known = new Map<string, Read<T>>();
  return (cell) => {
    let result = known.get(cell);
    if (!result) {
      if (known.size >= 500) known.clear();
      result = read(cell);
      known.set(cell, result);
    }
    return result;
  };
}

const LONGEST_EMAIL = 254;
const EMAIL =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;

/** An address in lower case: that is how it is compared. */
export function readEmail(cell: string): Read<string> {
  if (cell.length > LONGEST_EMAIL) return { code: 'TOO_LONG', details: { limit: LONGEST_EMAIL } };
  if (EMAIL.test(cell) && cell.indexOf('@') <= 64) return { value: cell.toLowerCase() };
  return { code: !cell.includes('@') && /^[+\d][\d .()-]{7,}$/.test(cell) ? 'SWAPPED_COLUMNS' : 'BAD_EMAIL' };
}

const FRENCH_PHONE = /^(?:\+33|0033|33)?0?([1-9]\d{8})$/;

/**
 * A number as +33612345678. Numbers without a country are French; the first digit, which spreadsheets drop from
 * 0612345678, may be missing.
 */
export function readPhone(cell: string): Read<string> {
  if (cell.includes('@')) return { code: 'SWAPPED_COLUMNS' };
  const digits = cell.replace(/\(0\)|[\s./()-]+/g, '');
  const french = FRENCH_PHONE.exec(digits)?.[1];
  if (french) return { value: `+33${french}` };
  const number = /^(\+|00)[1-9]\d{6,14}$/.test(digits)
    ? parsePhoneNumberFromString(digits.replace(/^00/, '+'), 'FR')
    : undefined;
  return number?.isPossible() ? { value: number.number } : { code: 'BAD_PHONE' };
}

/** A name: letters, and the signs that occur between them. */
export function readName(cell: string): Read<string> {
  if (cell.includes('@')) return { code: 'SWAPPED_COLUMNS' };
  return /^[\p{L}\p{M} '’ʼ.·,()-]+$/u.test(cell) && /\p{L}/u.test(cell) ? { value: cell } : { code: 'NOT_A_NAME' };
}

/** A day as `YYYY-MM-DD`, or a year alone. */
export interface ReadDay {
  year: number;
  /** Null when only a year is written. */
  day: string | null;
}

const MONTHS = new Map(
  LOCALES.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((month) => {
      const name = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, i) => [plain(name.format(Date.UTC(2026, i, 15))), i + 1] as const);
    }),
  ),
);

/** A date as the French write it (31/12/1990, 31 décembre 1990), as machines do (1990-12-31), or a year. */
export function readDay(cell: string): Read<ReadDay> {
  if (/^\d{4}$/.test(cell)) return { value: { year: Number(cell), day: null } };
  const text = cell.replace(/(?<=\d)[T ,à]+\d{1,2}[:h]\d{2}(:\d{2}(\.\d+)?)?Z?$/, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (french) return existing(Number(french[3]), Number(french[2]), Number(french[1]));
  const words = /^(\d{1,2})(?:er)? (\p{L}+) (\d{4})$/u.exec(plain(text));
  const month = MONTHS.get(words?.[2] ?? '');
  return words && month ? existing(Number(words[3]), month, Number(words[1])) : { code: 'UNREADABLE_DATE' };
}

const two = (number: number): string => String(number).padStart(2, '0');

function existing(year: number, month: number, day: number): Read<ReadDay> {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1000) return { code: 'IMPOSSIBLE_DATE' };
  return { value: { year, day: `${year}-${two(month)}-${two(day)}` } };
}

/** `19`, `19e`, `Paris 19ème`, `75019`, and `75116` for the north of the 16th. */
export const readArrondissement = remembered((cell): Read<number> => {
  const match = /^(?:paris )?(?:75(0\d\d|116)|(\d{1,2})) ?(?:er|e|eme|nd|th|st|rd)?(?: arr\p{L}*)?$/u.exec(plain(cell));
  const number = match?.[1] === '116' ? 16 : Number(match?.[1] ?? match?.[2] ?? 0);
  return number >= 1 && number <= 20 ? { value: number } : { code: 'BAD_ARRONDISSEMENT' };
});

/** The arrondissement of a postcode of Paris; null for one elsewhere in France. */
export function readPostcode(cell: string): Read<number | null> {
  const code = cell.replace(/\s/g, '');
  if (!/^(0[1-9]|[1-8]\d|9[0-8])\d{3}$/.test(code)) return { code: 'BAD_POSTCODE' };
  if (!code.startsWith('75')) return { value: null };
  const number = code === '75116' ? 16 : Number(code.slice(2));
  return number >= 1 && number <= 20 ? { value: number } : { code: 'BAD_POSTCODE' };
}

const COMMUNES = new Map(NEIGHBOURING_COMMUNES.map((commune) => [plain(commune), commune]));

/** A commune with its usual spelling if it touches Paris; Paris itself says nothing more than the arrondissement. */
export const readCommune = remembered((cell): Read<string | null> => {
  const key = plain(cell);
  return { value: /^paris( \d+.*)?$/.test(key) ? null : (COMMUNES.get(key) ?? cell) };
});

/** Words of a closed list by their key and by their label in each language. */
function dictionary<K extends string>(keys: readonly K[], labelOf: (key: K) => MessageKey): [string, K][] {
  return keys.flatMap((key): [string, K][] => [
    [plain(key), key],
    ...LOCALES.map((locale): [string, K] => [plain(t(locale, labelOf(key))), key]),
  ]);
}

const LANGUAGE_WORDS = new Map<string, Language>([
  ...dictionary(LANGUAGES, (key) => `volunteers.language.${key}`),
  ['lsf', 'fsl'],
  ['langue des signes', 'fsl'],
]);
const SKILL_WORDS = new Map(dictionary(SKILLS, (key) => `volunteers.skill.${key}`));
const THEME_WORDS = new Map(dictionary(THEMES, (key) => `volunteers.theme.${key}`));
const LOCALE_WORDS = new Map(dictionary(LOCALES, (key) => `volunteers.language.${key}`));
const NETWORK_WORDS = new Map<string, Network>([
  ...dictionary(NETWORKS, (key) => `common.network.${key}`),
  ['solidarite', 'solidarity'],
  ['climat', 'climate'],
]);

/** The keys of several words in one cell, separated by a comma, a slash or "et". */
function wordsOf(words: Map<string, string>, code: ImportFaultCode): (cell: string) => Read<string[]> {
  return remembered<string[]>((cell) => {
    const found: string[] = [];
    for (const word of cell.split(/[,;/|+&]|\s(?:et|and)\s/i)) {
      if (word.trim() === '') continue;
      const key = words.get(plain(word));
      if (!key) return { code, details: { word: word.trim().slice(0, 40) } };
      if (!found.includes(key)) found.push(key);
    }
    return { value: found };
  });
}

export const readLanguages = wordsOf(LANGUAGE_WORDS, 'UNKNOWN_LANGUAGE');
export const readSkills = wordsOf(SKILL_WORDS, 'UNKNOWN_SKILL');
export const readThemes = wordsOf(THEME_WORDS, 'UNKNOWN_THEME');

function wordOf<K>(words: Map<string, K>, code: ImportFaultCode): (cell: string) => Read<K> {
  return remembered<K>((cell) => {
    const key = words.get(plain(cell));
    return key === undefined ? { code } : { value: key };
  });
}

export const readLocale = wordOf(LOCALE_WORDS, 'UNKNOWN_LOCALE');
export const readNetwork = wordOf(NETWORK_WORDS, 'UNKNOWN_NETWORK');

const YES_NO = new Map([
  ...['oui', 'o', 'yes', 'y', 'x', '1', 'vrai', 'true'].map((word) => [word, true] as const),
  ...['non', 'n', 'no', '0', 'faux', 'false'].map((word) => [word, false] as const),
]);

export const readYesNo = wordOf(YES_NO, 'NOT_YES_OR_NO');

/** The number of a text, as `1`, `v1` or `version 1`. */
export function readVersion(cell: string): Read<number> {
  const number = /^(?:v|version)? ?(\d{1,4})$/.exec(plain(cell))?.[1];
  return number ? { value: Number(number) } : { code: 'CONSENT_UNKNOWN_VERSION' };
}

/** Marks of direction, invisible spaces and control signs that no keyboard writes on purpose, save line breaks. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
/** A letter lost in a conversion, or UTF-8 that was once read as Windows-1252 ("FranÃ§ois"). */
const GARBLED =
  /\ufffd|Ã[\u0080-\u00bf\u2018-\u2026\u20ac\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc]|â€|Â[\u00a0-\u00bf]/;
/** What a spreadsheet would run when the list is exported again (CSV injection), or the error left by a formula. */
const FORMULA = /^(?:[=@]|[+-](?=.)|#(?:N\/A|REF!|VALEUR!|VALUE!|NOM\?|NAME\?|NUL!|DIV\/0!))/;

/** What is wrong with the text of a cell whatever it means; null if nothing. */
export function textFault(cell: string, o: { mayBreakLines: boolean; isPhone: boolean }): ImportFaultCode | null {
  if (GARBLED.test(cell)) return 'BAD_ENCODING';
  if (INVISIBLE.test(cell)) return 'CONTROL_CHARACTER';
  if (!o.mayBreakLines && /[\r\n]/.test(cell.trim())) return 'LINE_BREAK';
  const text = cell.trim();
  return FORMULA.test(text) && !(o.isPhone && /^\+\d/.test(text)) ? 'FORMULA' : null;
}

/** One line of text without needless spaces; a lone dash stands for nothing. */
export function tidied(cell: string): string {
  const text = /\s\s|[^\S ]/.test(cell) ? cell.replace(/\s+/g, ' ').trim() : cell.trim();
  return text === '-' || text === '–' || text === '—' ? '' : text;
}
