import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock, parisDay } from '#platform/kernel';
import { type MappingChoice } from './import-columns.rules.js';
import { ImportDoubts } from './import-doubts.js';
import { ImportFiles } from './import-files.js';
import type { Amendments, RowFixes } from './import-fixes.rules.js';
import { type FileHead, readVolunteers } from './import-reader.js';
import type { ImportedRow } from './import-row.rules.js';
import { copyLines, ImportRows } from './import-rows.js';
import { ImportFix, ImportMapping } from './import-tables.entity.js';
import { VolunteerImport } from './volunteer-import.entity.js';
import { plain } from './vocabulary.js';

/** Rows that go into the base by one COPY; between two of them the reading can be stopped and its progress is seen. */
const LOT = 10_000;

/** Reads the file of an import into rows, from the beginning each time, with the fixes that people made. */
@Injectable()
export class ImportReading {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly files: ImportFiles,
    private readonly rows: ImportRows,
    private readonly doubts: ImportDoubts,
  ) {}

  /** @returns whether it was read to the end, or can be no further */
  async read(draft: VolunteerImport): Promise<boolean> {
    const { id } = draft;
    await this.db.query('delete from volunteer_import_row where import_id = $1', [id]);
    await this.save(id, { doneCount: 0, rowCount: 0 });
    const begun = { remembered: false };
    const reading = readVolunteers(this.files.file(id, draft.byteCount), {
      network: draft.network,
      today: parisDay(this.clock.now()),
      sheet: draft.sheet,
      mapping:
        draft.columnMapping.length > 0 ? draft.columnMapping : (headers) => this.remembered(draft, headers, begun),
      amendments: await this.amendments(id),
    });
    let count = 0;
    let lot: ImportedRow[] = [];
    let copying: Promise<void> = Promise.resolve();
    const put = async (): Promise<boolean> => {
      await copying;
      const text = copyLines(id, lot);
      count += lot.length;
      lot = [];
      // The next rows are read while Postgres takes these.
      copying = this.rows.copy(text);
      copying.catch(() => undefined);
      return this.goesOn(id, count);
    };
    for await (const part of reading) {
      if ('head' in part) {
        await this.saveHead(id, part.head, begun.remembered);
        if (part.head.faults.length > 0) return true;
        continue;
      }
      // A workbook or a long text comes in large lots; a spread of so many arguments would fill the stack.
      for (const row of part.rows) lot.push(row);
      if (lot.length >= LOT && !(await put())) {
        await copying;
        return false;
      }
    }
    await put();
    await copying;
    await this.db.query('analyze volunteer_import_row');
    await this.save(id, { rowCount: count, doneCount: count });
    await this.doubts.find(id);
    return true;
  }

  /** How the columns of these headers were last matched in the network; empty when they never were. */
  private async remembered(
    { network }: VolunteerImport,
    headers: readonly string[],
    begun: { remembered: boolean },
  ): Promise<readonly MappingChoice[]> {
    const known = await this.db.repo(ImportMapping).findOneBy({ network, signature: signatureOf(headers) });
    begun.remembered = known !== null;
    const tidy = (header: string): string => header.replace(/\s+/g, ' ').trim();
    return known?.columns.map(({ field }, at) => ({ header: tidy(headers[at] ?? ''), field })) ?? [];
  }

  private async amendments(importId: string): Promise<Amendments> {
    const amendments = new Map<number, RowFixes & { cells: Map<number, string> }>();
    for (const { line, columnNo, value } of await this.db.repo(ImportFix).findBy({ importId })) {
      const fixes = amendments.get(line) ?? { cells: new Map<number, string>(), choice: null };
      if (columnNo === 0) fixes.choice = value as RowFixes['choice'];
      else fixes.cells.set(columnNo, value);
      amendments.set(line, fixes);
    }
    return amendments;
  }

  private async saveHead(id: string, head: FileHead, remembered: boolean): Promise<void> {
    const { kind, encoding, delimiter, sheet, sheets, columns, samples, faults } = head;
    await this.save(id, {
      ...{ kind, encoding, delimiter, sheet, sheets, samples },
      columnMapping: columns,
      fileFaults: faults,
      mappingRemembered: remembered,
    });
  }

  private async goesOn(id: string, done: number): Promise<boolean> {
    const [row] = await this.db.query<{ stop: boolean }>(
      'update volunteer_import set done_count = $2 where id = $1 returning stop_asked as stop',
      [id, done],
    );
    return row !== undefined && !row.stop;
  }

  private async save(id: string, columns: Parameters<ReturnType<typeof this.repo>['update']>[1]): Promise<void> {
    await this.repo().update({ id }, columns);
  }

  private repo() {
    return this.db.repo(VolunteerImport);
  }
}

/** The same for the same headers in the same order, whatever their accents, spaces and capitals. */
export function signatureOf(headers: readonly string[]): string {
  const names = headers.map(plain);
  while (names.at(-1) === '') names.pop();
  return createHash('sha256').update(names.join('\n')).digest('hex');
}
