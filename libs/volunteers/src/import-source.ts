import type { CsvRecord } from './import-csv.rules.js';
import type { ImportFaultCode } from './import-faults.js';

/** A file that can be read from the beginning more than once, and at any place. */
export interface ListFile {
  /** In bytes. */
  size: number;
  open: () => AsyncIterable<Uint8Array>;
  /** The bytes from `offset`; fewer at the end of the file. */
  read: (offset: number, length: number) => Promise<Buffer>;
}

/** What a file turns out to be: first its kind or why it is none, then its records in lots. */
export type Source =
  | { kind: 'csv'; encoding: string; delimiter: string }
  | { kind: 'xlsx'; sheet: string; sheets: string[] }
  | { records: CsvRecord[] }
  | { fault: ImportFaultCode };
