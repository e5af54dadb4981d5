import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { from as copyFrom } from 'pg-copy-streams';
import { Database } from '#platform/database';
import type { Network } from '#platform/kernel';
import { purposeOf } from './consent-texts.js';
import type { ImportField } from './import-columns.rules.js';
import type { Fault, ImportFaultCode } from './import-faults.js';
import { type FileHead, type OpenBytes, type ReadingRules, readVolunteers } from './import-reader.js';
import type { ImportedPerson, ImportedRow } from './import-row.rules.js';
import * as sql from './volunteer-import.sql.js';
import { displayNameOf } from './volunteer.rules.js';

/** Most faults that an answer lists; all are counted. */
export const MOST_FAULTS = 1000;
const PREVIEWED = 20;
/** Changes after which Postgres should take stock of its tables at once. */
const MANY = 1000;

export interface PlanCounts {
  created: number;
  updated: number;
  unchanged: number;
}

/** A file compared with the base, within the transaction that may then import it. */
export interface Staged {
  head: FileHead;
  rowCount: number;
  faultCount: number;
  faults: Fault[];
  counts: PlanCounts;
  preview: { line: number; person: ImportedPerson; outcome: string }[];
}

/**
 * Brings the sound rows of a file beside the base, in temporary tables of the running transaction, and plans there
 * what to do with each. The rows stream through: neither this process nor the plan depends on the size of the file.
 */
@Injectable()
export class ImportStaging {
  constructor(private readonly db: Database) {}

  async stage(open: OpenBytes, rules: ReadingRules): Promise<Staged> {
    await this.db.query(sql.CREATE_ROWS);
    const passing = new Passing(open, rules);
    const client = await this.db.client();
    await pipeline(Readable.from(passing.lines()), client.query(copyFrom(sql.COPY_ROWS)));
    await this.db.query(sql.COUNT_ROWS);
    const counts = await this.plan(rules.network);
    await this.compare(passing);
    return {
      head: passing.head,
      rowCount: passing.rowCount,
      faultCount: passing.faultCount,
      faults: passing.faults.sort((a, b) => a.row - b.row || a.column - b.column).slice(0, MOST_FAULTS),
      counts,
      preview: await this.preview(passing),
    };
  }

  /** Does what was planned. */
  async carryOut(facts: { network: Network; importId: string; now: Date }, counts: PlanCounts): Promise<void> {
    const known = { ...facts, purpose: purposeOf(facts.network) };
    for (const step of sql.STEPS)
      await this.db.query(
        step.sql,
        step.needs.map((need) => known[need]),
      );
    if (counts.created + counts.updated >= MANY) await this.db.query(sql.TAKE_STOCK);
  }

  private async plan(network: Network): Promise<PlanCounts> {
    // CREATE TABLE AS takes no parameters; both come from closed lists of our own.
    await this.db.query(sql.planOf(network, purposeOf(network)));
    const [counts] = await this.db.query<PlanCounts>(sql.COUNT_PLAN);
    return counts ?? { created: 0, updated: 0, unchanged: 0 };
  }

  /** Adds the faults that only the base can tell. */
  private async compare(passing: Passing): Promise<void> {
    const look = async (text: string, field: ImportField, code: ImportFaultCode): Promise<void> => {
      const rows = await this.db.query<{ line: number; value: string; total: number }>(text, [MOST_FAULTS]);
      const column = passing.head.columns.findIndex((match) => match.field === field);
      const header = passing.head.columns[column]?.header ?? '';
      for (const { line, value } of rows) passing.faults.push({ row: line, column: column + 1, header, value, code });
      passing.faultCount += rows[0]?.total ?? 0;
    };
    await look(sql.OTHER_PEOPLE, 'email', 'KNOWN_EMAIL_OTHER_PERSON');
    await look(sql.OTHER_ADDRESSES, 'familyName', 'KNOWN_PERSON_OTHER_EMAIL');
  }

  private async preview(passing: Passing): Promise<Staged['preview']> {
    const rows = await this.db.query<{ line: number; outcome: string }>(
      'select line, outcome from import_plan where line = any($1::int[])',
      [passing.first.map((row) => row.line)],
    );
    const outcomes = new Map(rows.map((row) => [row.line, row.outcome]));
    const wrong = new Set(passing.faults.map((fault) => fault.row));
    return passing.first.map(({ line, person }) => ({
      line,
      person,
      outcome: wrong.has(line) ? 'fault' : (outcomes.get(line) ?? 'fault'),
    }));
  }
}

/** The passage of a file: sound rows go through as text for COPY, all else is noted. */
class Passing {
  head: FileHead = { encoding: '', delimiter: '', columns: [], samples: [], faults: [] };
  rowCount = 0;
  faultCount = 0;
  readonly faults: Fault[] = [];
  readonly first: ImportedRow[] = [];

  constructor(
    private readonly open: OpenBytes,
    private readonly rules: ReadingRules,
  ) {}

  async *lines(): AsyncGenerator<string> {
    for await (const part of readVolunteers(this.open, this.rules)) {
      if ('head' in part) {
        this.head = part.head;
        this.note(part.head.faults);
        continue;
      }
      let text = '';
      for (const row of part.rows) {
        this.rowCount += 1;
        if (this.first.length < PREVIEWED) this.first.push(row);
        if (row.faults.length > 0) this.note(row.faults);
        else text += copyLine(row);
      }
      if (text !== '') yield text;
    }
  }

  private note(faults: readonly Fault[]): void {
    this.faultCount += faults.length;
    if (this.faults.length < MOST_FAULTS) this.faults.push(...faults);
  }
}

/** One row in the text format of COPY. */
function copyLine({ line, person }: ImportedRow): string {
  const values = [
    line,
    person.givenName,
    person.familyName,
    displayNameOf(person.givenName ?? '', person.familyName),
    person.email,
    person.phone,
    person.birthYear,
    person.arrondissement,
    person.commune,
    `{${person.languages.join(',')}}`,
    `{${person.skills.join(',')}}`,
    `{${person.themes.join(',')}}`,
    person.locale,
    person.accessNeeds,
    person.consentOn,
    person.consentVersion,
    person.homonym,
  ];
  return `${values.map(copyCell).join('\t')}\n`;
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function copyCell(value: string | number | boolean | null): string {
  if (value === null) return '\\N';
  return typeof value === 'string' ? value.replace(/[\\\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign) : String(value);
}
