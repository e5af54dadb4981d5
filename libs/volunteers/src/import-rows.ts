import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { from as copyFrom } from 'pg-copy-streams';
import { Database } from '#platform/database';
import { joinedCells } from './import-fixes.rules.js';
import type { ImportedPerson, ImportedRow } from './import-row.rules.js';
import { rowState } from './import-state.rules.js';
import { displayNameOf } from './volunteer.rules.js';

const COLUMNS = [
  'import_id',
  'line',
  'state',
  'choice',
  'cells',
  'faults',
  'given_name',
  'family_name',
  'display_name',
  'email',
  'phone',
  'birth_year',
  'arrondissement',
  'commune',
  'languages',
  'skills',
  'themes',
  'locale',
  'access_needs',
  'consent_on',
  'consent_version',
  'homonym',
];
const COPY = `copy volunteer_import_row (${COLUMNS.join(', ')}) from stdin`;

/** Rows of files that are being imported, in the base. */
@Injectable()
export class ImportRows {
  constructor(private readonly db: Database) {}

  /** Adds rows, within the running transaction if there is one. @param text of `copyLines` */
  async copy(text: string): Promise<void> {
    await this.db.transaction(async () => {
      const client = await this.db.client();
      await pipeline(Readable.from([text]), client.query(copyFrom(COPY)));
    });
  }

  /** Writes rows anew that were put right. */
  async replace(importId: string, rows: readonly ImportedRow[]): Promise<void> {
    await this.db.transaction(async () => {
      await this.db.query('delete from volunteer_import_row where import_id = $1 and line = any($2::int[])', [
        importId,
        rows.map(({ line }) => line),
      ]);
      await this.copy(copyLines(importId, rows));
    });
  }
}

/** Rows in the text format of COPY. Whether they are of somebody known is found out afterwards. */
export function copyLines(importId: string, rows: readonly ImportedRow[]): string {
  let text = '';
  for (const row of rows) text += copyLine(importId, row);
  return text;
}

function copyLine(importId: string, { line, cells, person, faults, choice }: ImportedRow): string {
  const state = rowState({ faults: faults.length, match: 'none', homonym: person.homonym, choice });
  return `${importId}\t${line}\t${state}\t${choice ?? '\\N'}\t${copyCell(joinedCells(cells))}\t${
    faults.length > 0 ? copyCell(JSON.stringify(faults)) : '\\N'
  }\t${personCells(person)}\n`;
}

function personCells(person: ImportedPerson): string {
  return [
    copyCell(person.givenName),
    copyCell(person.familyName),
    copyCell(person.givenName === null ? null : displayNameOf(person.givenName, person.familyName)),
    copyCell(person.email),
    person.phone ?? '\\N',
    person.birthYear ?? '\\N',
    person.arrondissement ?? '\\N',
    copyCell(person.commune),
    `{${person.languages.join(',')}}`,
    `{${person.skills.join(',')}}`,
    `{${person.themes.join(',')}}`,
    person.locale ?? '\\N',
    copyCell(person.accessNeeds),
    person.consentOn ?? '\\N',
    person.consentVersion ?? '\\N',
    person.homonym ? 't' : 'f',
  ].join('\t');
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function copyCell(value: string | null): string {
  if (value === null) return '\\N';
  return /[\\\n\r\t]/.test(value) ? value.replace(/[\\\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign) : value;
}
