import { type ColumnMatch, type MappingChoice, matchColumns } from './import-columns.rules.js';
import type { CsvRecord } from './import-csv.rules.js';
import { csvSource } from './import-csv-source.js';
import type { Fault, ImportFaultCode } from './import-faults.js';
import { amended, type Amendments } from './import-fixes.rules.js';
import { type ImportedRow, RowReader, type RowRules } from './import-row.rules.js';
import type { ListFile, Source } from './import-source.js';
import { isZip, xlsxSource } from './import-xlsx-source.js';

/** How a file is written, and what its columns are read as. */
export interface FileHead {
  kind: 'csv' | 'xlsx';
  /** How its letters are written; empty for a workbook. */
  encoding: string;
  delimiter: string;
  /** The sheet that is read, of these sheets. */
  sheet: string | null;
  sheets: string[];
  columns: ColumnMatch[];
  /** Up to three values of each column. */
  samples: string[][];
  /** Faults of the file itself; with any of them its rows are not read. */
  faults: Fault[];
}

export interface ReadingRules extends RowRules {
  /** What to read each column as; empty lets the headers decide. A function is asked with the headers. */
  mapping: readonly MappingChoice[] | ((headers: readonly string[]) => Promise<readonly MappingChoice[]>);
  /** Name of the sheet of a workbook; the first one if left out. */
  sheet?: string | null;
  amendments?: Amendments;
}

/** Rows are handed on in lots: one by one, the passing on would cost more than the reading. */
export type Reading = { head: FileHead } | { rows: ImportedRow[] };

/** Records that are looked at before the header is believed: enough for samples, far below a lot. */
const LOOKED_AT = 50;
const UNKNOWN: FileHead = {
  kind: 'csv',
  encoding: '',
  delimiter: '',
  sheet: null,
  sheets: [],
  columns: [],
  samples: [],
  faults: [],
};

/**
 * Reads a file of volunteers: first what it is, then its rows in lots, each with its faults. It touches nothing but
 * the bytes, holds one lot at a time and twelve bytes for each address, and is what the page and the command share.
 */
export async function* readVolunteers(file: ListFile, rules: ReadingRules): AsyncGenerator<Reading> {
  const source = (await isZip(file)) ? xlsxSource(file, rules.sheet ?? null) : csvSource(file.open);
  const table = new Table(rules);
  for await (const part of source) {
    for await (const reading of table.take(part)) yield reading;
    if (table.isUnusable) return;
  }
  for await (const reading of table.end()) yield reading;
}

/** The table in a file: its header once known, then its rows. */
class Table {
  private reader: RowReader | null = null;
  private head: FileHead = UNKNOWN;
  private waiting: CsvRecord[] = [];

  constructor(private readonly rules: ReadingRules) {}

  get isUnusable(): boolean {
    return this.head.faults.length > 0;
  }

  async *take(part: Source): AsyncGenerator<Reading> {
    if ('fault' in part) {
      this.head = { ...this.head, faults: [fileFault(part.fault, 1)] };
      yield { head: this.head };
    } else if ('kind' in part) this.head = { ...this.head, ...part };
    else if (this.reader) yield* this.rows(part.records);
    else {
      this.waiting.push(...part.records);
      if (this.waiting.length >= LOOKED_AT) yield* this.begin();
    }
  }

  async *end(): AsyncGenerator<Reading> {
    if (!this.reader && !this.isUnusable) yield* this.begin();
  }

  private async *begin(): AsyncGenerator<Reading> {
    const records = this.waiting;
    this.waiting = [];
    const at = records.findIndex((record) => record.cells.some((cell) => cell.trim() !== ''));
    const header = records[at];
    this.head = header
      ? await this.headOf(header, records.slice(at + 1))
      : { ...this.head, encoding: '', delimiter: '', faults: [fileFault('EMPTY_FILE', 1)] };
    yield { head: this.head };
    if (this.isUnusable) return;
    this.reader = new RowReader(this.head.columns, this.rules);
    yield* this.rows(records.slice(at + 1));
  }

  private *rows(records: CsvRecord[]): Generator<Reading> {
    const { reader } = this;
    if (!reader) return;
    const width = this.head.columns.length;
    const rows = records.flatMap((record) => {
      const fixes = this.rules.amendments?.get(record.line);
      return (fixes ? reader.read(amended(record, fixes, width), fixes.choice) : reader.read(record)) ?? [];
    });
    if (rows.length > 0) yield { rows };
  }

  private async headOf(header: CsvRecord, following: CsvRecord[]): Promise<FileHead> {
    const { mapping } = this.rules;
    const choices = typeof mapping === 'function' ? await mapping(header.cells) : mapping;
    const { columns, faults } = matchColumns(header.cells, header.line, choices);
    const rows = following.filter((record) => record.cells.some((cell) => cell.trim() !== ''));
    if (rows.length === 0 && faults.length === 0) faults.push(fileFault('NO_ROWS', header.line));
    const samples = columns.map((_, i) =>
      rows.flatMap((record) => record.cells[i]?.trim().slice(0, 80) || []).slice(0, 3),
    );
    return { ...this.head, columns, samples, faults };
  }
}

function fileFault(code: ImportFaultCode, row: number): Fault {
  return { row, column: 0, header: '', value: '', code };
}
