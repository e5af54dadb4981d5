import type { CsvRecord } from './import-csv.rules.js';
import type { RowChoice } from './import-state.rules.js';

/** What somebody put right in a row, and decided about it. */
export interface RowFixes {
  /** Number of the column, from 1, and what stands there now. */
  cells: ReadonlyMap<number, string>;
  choice: RowChoice | null;
}

/** Fixes by the line on which their row begins. */
export type Amendments = ReadonlyMap<number, RowFixes>;

/**
 * A record with its fixes. Whoever fixes a row sees all of its columns: cells that were missing are there then, and
 * quotes that did not close are no matter any more.
 * @param width columns of the header
 */
export function amended(record: CsvRecord, { cells: fixed }: RowFixes, width: number): CsvRecord {
  if (fixed.size === 0) return record;
  const cells = [...record.cells];
  while (cells.length < width) cells.push('');
  for (const [column, value] of fixed) {
    while (cells.length < column) cells.push('');
    cells[column - 1] = value;
  }
  return { ...record, cells, broken: null };
}

/** Stands between the cells of a row in the base; no keyboard writes it. */
const BETWEEN = '\u001f';
/** Postgres takes no NUL in a text; the sign that stands for it is a fault of its cell just as well. */
const FORBIDDEN = /[\u0000\u001f]/g;

/** The cells of a row as one text. */
export function joinedCells(cells: readonly string[]): string {
  const text = cells.join(BETWEEN);
  let separators = 0;
  for (let at = text.indexOf(BETWEEN); at >= 0; at = text.indexOf(BETWEEN, at + 1)) separators += 1;
  if (separators === cells.length - 1 && !text.includes('\u0000')) return text;
  return cells.map((cell) => cell.replace(FORBIDDEN, '\u0001')).join(BETWEEN);
}

export function splitCells(text: string): string[] {
  return text.split(BETWEEN);
}
