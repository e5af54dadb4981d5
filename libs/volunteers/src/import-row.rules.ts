import type { Locale, Network } from '#platform/kernel';
import { CONSENT_TEXTS, purposeOf } from './consent-texts.js';
import * as cells from './import-cells.rules.js';
import type { Read } from './import-cells.rules.js';
import type { ColumnMatch, ImportField } from './import-columns.rules.js';
import type { CsvRecord } from './import-csv.rules.js';
import type { Fault, ImportFaultCode } from './import-faults.js';
import { FirstMet } from './import-index.rules.js';
import type { RowChoice } from './import-state.rules.js';
import { isAtLeast, MINIMUM_AGE, OLDEST_BIRTH_YEAR } from './volunteer.rules.js';
import { plain } from './vocabulary.js';

/** A person as a row of the file tells her. Null and empty lists mean that the file says nothing. */
export interface ImportedPerson {
  givenName: string | null;
  familyName: string | null;
  email: string | null;
  phone: string | null;
  birthYear: number | null;
  arrondissement: number | null;
  commune: string | null;
  languages: string[];
  skills: string[];
  themes: string[];
  locale: Locale | null;
  accessNeeds: string | null;
  /** Day on which she agreed to the text, `YYYY-MM-DD`; null unless the file proves it. */
  consentOn: string | null;
  consentVersion: number | null;
  /** Somebody checked that she is not the other person of the same name and year. */
  homonym: boolean;
}

export interface ImportedRow {
  line: number;
  /** Its cells as they are in the file, put right where somebody did. */
  cells: string[];
  person: ImportedPerson;
  faults: Fault[];
  choice: RowChoice | null;
}

export interface RowRules {
  network: Network;
  /** Today in Paris, `YYYY-MM-DD`. */
  today: string;
}

/** Most signs of a cell; what is not named here is far shorter when it is right. */
const LIMITS: Partial<Record<ImportField, number>> = { givenName: 80, familyName: 80, commune: 80 };
const LONGEST = 500;

/** Reads the rows of one file one after another, and remembers whom it has met. */
export class RowReader {
  private readonly emails = new FirstMet();
  private readonly people = new FirstMet();
  private readonly columnOf = new Map<ImportField, number>();
  private faults: Fault[] = [];
  private record: CsvRecord;

  constructor(
    private readonly columns: readonly ColumnMatch[],
    private readonly rules: RowRules,
  ) {
    columns.forEach(({ field }, index) => field && this.columnOf.set(field, index));
  }

  /**
   * The person of a record and all that is wrong with it; null for a row without any text. A row that is left out is
   * not read, nor remembered as somebody whom others could duplicate.
   */
  read(record: CsvRecord, choice: RowChoice | null = null): ImportedRow | null {
    if (record.broken === null && record.cells.every((cell) => cell.trim() === '')) return null;
    this.faults = [];
    this.record = record;
    const person = choice !== 'leave-out' && this.shapeIsRight() ? this.person(choice) : nobody();
    const { line, cells: written } = record;
    return { line, cells: written, person, faults: this.faults.sort((a, b) => a.column - b.column), choice };
  }

  /** A row of another length than the header has its values in the wrong columns: nothing else is worth saying. */
  private shapeIsRight(): boolean {
    const { cells: row, broken } = this.record;
    const expected = this.columns.length;
    if (broken !== null) this.faultAt(broken, 'BROKEN_QUOTES');
    else if (row.length < expected) this.faultAt(row.length, 'TOO_FEW_CELLS', { found: row.length, expected });
    else if (row.slice(expected).some((cell) => cell.trim() !== ''))
      this.faultAt(expected, 'TOO_MANY_CELLS', { found: row.length, expected });
    return this.faults.length === 0;
  }

  private person(choice: RowChoice | null): ImportedPerson {
    const birth = this.cell('birthYear', cells.readDay);
    const postcode = this.cell('postcode', cells.readPostcode);
    const person: ImportedPerson = {
      givenName: this.cell('givenName', cells.readName),
      familyName: this.cell('familyName', cells.readName),
      email: this.cell('email', cells.readEmail),
      phone: this.cell('phone', cells.readPhone),
      birthYear: birth && this.birthYear(birth),
      arrondissement: this.cell('arrondissement', cells.readArrondissement) ?? postcode,
      commune: this.cell('commune', cells.readCommune),
      languages: this.cell('languages', cells.readLanguages) ?? [],
      skills: this.cell('skills', cells.readSkills) ?? [],
      themes: this.cell('themes', cells.readThemes) ?? [],
      locale: this.cell('locale', cells.readLocale),
      accessNeeds: this.cell('accessNeeds', (value) => ({ value })),
      ...this.consent(),
      homonym: (this.cell('homonym', cells.readYesNo) ?? false) || choice === 'create',
    };
    this.required('givenName', 'MISSING_GIVEN_NAME');
    this.required('email', 'MISSING_EMAIL');
    this.network();
    this.unlikeOthers(person);
    return person;
  }

  private text(field: ImportField): string {
    const index = this.columnOf.get(field);
    return index === undefined ? '' : cells.tidied(this.record.cells[index] ?? '');
  }

  /** What a cell means; null when it is empty or wrong, and then the fault is noted. */
  private cell<T>(field: ImportField, read: (cell: string) => Read<T>): T | null {
    const index = this.columnOf.get(field);
    const raw = index === undefined ? '' : (this.record.cells[index] ?? '');
    if (index === undefined || raw === '') return null;
    const wrong = cells.textFault(raw, { mayBreakLines: field === 'accessNeeds', isPhone: field === 'phone' });
    if (wrong) return this.faultAt(index, wrong);
    const text = cells.tidied(raw);
    if (text === '') return null;
    const limit = LIMITS[field] ?? LONGEST;
    if (text.length > limit) return this.faultAt(index, 'TOO_LONG', { limit });
    const result = read(text);
    return 'value' in result ? result.value : this.faultAt(index, result.code, result.details);
  }

  private faultAt(index: number, code: ImportFaultCode, details?: Fault['details']): null {
    this.faults.push({
      row: this.record.line,
      column: index + 1,
      header: this.columns[index]?.header ?? '',
      value: (this.record.cells[index] ?? '').slice(0, 80),
      code,
      ...(details && { details }),
    });
    return null;
  }

  private faultIn(field: ImportField, code: ImportFaultCode, details?: Fault['details']): null {
    return this.faultAt(this.columnOf.get(field) ?? -1, code, details);
  }

  private required(field: ImportField, code: ImportFaultCode): void {
    if (this.text(field) === '') this.faultIn(field, code);
  }

  private birthYear({ year, day }: cells.ReadDay): number | null {
    const { today, network } = this.rules;
    if (year < OLDEST_BIRTH_YEAR || (day ?? `${year}`) > today) return this.faultIn('birthYear', 'BIRTH_OUT_OF_RANGE');
    const age = MINIMUM_AGE[network];
    return isAtLeast(age, year, Number(today.slice(0, 4))) ? year : this.faultIn('birthYear', 'TOO_YOUNG', { age });
  }

  /** A file is imported into one network; a row of another belongs to another file. */
  private network(): void {
    const network = this.cell('network', cells.readNetwork);
    if (network !== null && network !== this.rules.network) this.faultIn('network', 'OTHER_NETWORK');
  }

  /** Only an agreement with its date and the version of the text that was shown is one. */
  private consent(): Pick<ImportedPerson, 'consentOn' | 'consentVersion'> {
    const agreed = this.cell('consent', cells.readYesNo);
    const day = this.cell('consentDate', cells.readDay)?.day ?? null;
    const version = this.cell('consentVersion', cells.readVersion);
    const consented = agreed && this.isProven(day, version);
    return { consentOn: consented ? day : null, consentVersion: consented ? version : null };
  }

  private isProven(day: string | null, version: number | null): boolean {
    const at = (field: ImportField): ImportField => (this.columnOf.has(field) ? field : 'consent');
    const before = this.faults.length;
    if (this.text('consentDate') === '') this.faultIn(at('consentDate'), 'CONSENT_WITHOUT_DATE');
    else if (day === null) this.dayOfConsentIsMissing();
    if (this.text('consentVersion') === '') this.faultIn(at('consentVersion'), 'CONSENT_WITHOUT_VERSION');
    if (day !== null && day > this.rules.today) this.faultIn('consentDate', 'CONSENT_IN_FUTURE');
    const text = CONSENT_TEXTS[purposeOf(this.rules.network)].find((published) => published.version === version);
    if (version !== null && !text) this.faultIn('consentVersion', 'CONSENT_UNKNOWN_VERSION');
    if (day !== null && text && day < text.publishedOn)
      this.faultIn('consentDate', 'CONSENT_BEFORE_TEXT', { published: text.publishedOn });
    return this.faults.length === before;
  }

  /** A year alone is no date of consent; a date that could not be read has its fault already. */
  private dayOfConsentIsMissing(): void {
    const column = (this.columnOf.get('consentDate') ?? -1) + 1;
    if (!this.faults.some((fault) => fault.column === column)) this.faultIn('consentDate', 'UNREADABLE_DATE');
  }

  private unlikeOthers(person: ImportedPerson): void {
    const { line } = this.record;
    const sameAddress = person.email === null ? null : this.emails.meet(person.email, line);
    if (sameAddress !== null) return void this.faultIn('email', 'DUPLICATE_EMAIL', { other: sameAddress });
    if (person.homonym || !person.givenName || !person.familyName || !person.birthYear) return;
    const key = `${plain(person.givenName)}|${plain(person.familyName)}|${person.birthYear}`;
    const samePerson = this.people.meet(key, line);
    if (samePerson !== null) this.faultIn('familyName', 'DUPLICATE_PERSON', { other: samePerson });
  }
}

function nobody(): ImportedPerson {
  return {
    givenName: null,
    familyName: null,
    email: null,
    phone: null,
    birthYear: null,
    arrondissement: null,
    commune: null,
    languages: [],
    skills: [],
    themes: [],
    locale: null,
    accessNeeds: null,
    consentOn: null,
    consentVersion: null,
    homonym: false,
  };
}
