import iconv from 'iconv-lite';
import { type ColumnMatch, type MappingChoice, matchColumns } from './import-columns.rules.js';
import { CsvCutter, type CsvRecord, type CsvShape, shapeOf } from './import-csv.rules.js';
import { EncodingScan, type ScannedEncoding } from './import-encoding.rules.js';
import type { Fault, ImportFaultCode } from './import-faults.js';
import { type ImportedRow, RowReader, type RowRules } from './import-row.rules.js';

/** Bytes that can be read from the beginning more than once. */
export type OpenBytes = () => AsyncIterable<Uint8Array>;

/** How a file is written, and what its columns are read as. */
export interface FileHead {
  encoding: string;
  delimiter: string;
  columns: ColumnMatch[];
  /** Up to three values of each column. */
  samples: string[][];
  /** Faults of the file itself; with any of them its rows are not read. */
  faults: Fault[];
}

export interface ReadingRules extends RowRules {
  mapping: readonly MappingChoice[];
}

/** Rows are handed on in lots: one by one, the passing on would cost more than the reading. */
export type Reading = { head: FileHead } | { rows: ImportedRow[] };

const SAMPLE = 65_536;

/** Reads all the bytes once to find how they spell letters. */
export async function scan(open: OpenBytes): Promise<ScannedEncoding> {
  const scanning = new EncodingScan();
  for await (const chunk of open()) scanning.push(chunk);
  return scanning.result();
}

/**
 * Reads a file of volunteers: first what it is, then its rows in lots, each with its faults. It touches nothing but
 * the bytes, holds one lot at a time and twelve bytes for each address, and is what the page and the command share.
 */
export async function* readVolunteers(open: OpenBytes, rules: ReadingRules): AsyncGenerator<Reading> {
  const scanned = await scan(open);
  if (scanned.encoding === null) return yield { head: unreadable('NOT_TEXT') };
  const encoding = scanned.encoding;
  let table: Table | null = null;
  let sample = '';
  for await (const text of decoded(open, encoding)) {
    if (table) {
      const rows = table.push(text);
      if (rows.length > 0) yield { rows };
      continue;
    }
    sample += text;
    if (sample.length < SAMPLE) continue;
    table = new Table(sample, encoding, rules);
    yield* table.begin(sample);
    if (table.isUnusable) return;
  }
  if (!table) {
    table = new Table(sample, encoding, rules);
    yield* table.begin(sample);
    if (table.isUnusable) return;
  }
  const rows = table.end();
  if (rows.length > 0) yield { rows };
}

async function* decoded(open: OpenBytes, encoding: string): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  for await (const chunk of open()) yield decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  yield decoder.end() ?? '';
}

/** The table in a text: its header once known, then its rows. */
class Table {
  private readonly shape: CsvShape;
  private readonly cutter: CsvCutter;
  private reader: RowReader | null = null;
  private head: FileHead;

  constructor(
    sample: string,
    private readonly encoding: string,
    private readonly rules: ReadingRules,
  ) {
    this.shape = shapeOf(sample);
    this.cutter = new CsvCutter(this.shape.delimiter, this.shape.newline, this.shape.announced ? 2 : 1);
  }

  get isUnusable(): boolean {
    return this.head.faults.length > 0;
  }

  *begin(sample: string): Generator<Reading> {
    const text = this.shape.announced ? sample.slice(sample.indexOf(this.shape.newline) + 1) : sample;
    const records = [...this.cutter.push(text)];
    // A short file may be one line without an end: its header is then in what the cutter still holds.
    if (sample.length < SAMPLE) records.push(...this.cutter.end());
    const at = records.findIndex((record) => record.cells.some((cell) => cell.trim() !== ''));
    const header = records[at];
    this.head = header ? this.headOf(header, records.slice(at + 1)) : unreadable('EMPTY_FILE');
    yield { head: this.head };
    if (this.isUnusable) return;
    this.reader = new RowReader(this.head.columns, this.rules);
    yield { rows: this.rowsOf(records.slice(at + 1)) };
  }

  push(text: string): ImportedRow[] {
    return this.rowsOf(this.cutter.push(text));
  }

  end(): ImportedRow[] {
    return this.rowsOf(this.cutter.end());
  }

  private rowsOf(records: CsvRecord[]): ImportedRow[] {
    return records.flatMap((record) => this.reader?.read(record) ?? []);
  }

  private headOf(header: CsvRecord, following: CsvRecord[]): FileHead {
    const { columns, faults } = matchColumns(header.cells, header.line, this.rules.mapping);
    const rows = following.filter((record) => record.cells.some((cell) => cell.trim() !== ''));
    if (rows.length === 0 && faults.length === 0) faults.push(fileFault('NO_ROWS', header.line));
    const samples = columns.map((_, i) =>
      rows.flatMap((record) => record.cells[i]?.trim().slice(0, 80) || []).slice(0, 3),
    );
    return { encoding: this.encoding, delimiter: this.shape.delimiter, columns, samples, faults };
  }
}

function unreadable(code: ImportFaultCode): FileHead {
  return { encoding: '', delimiter: '', columns: [], samples: [], faults: [fileFault(code, 1)] };
}

function fileFault(code: ImportFaultCode, row: number): Fault {
  return { row, column: 0, header: '', value: '', code };
}
