/** One record of a file: its cells, and the line on which it begins. */
export interface CsvRecord {
  /** Line of the file, from 1. */
  line: number;
  cells: string[];
  /** Index of the cell whose quotes do not close properly, or null. The record then ends with its first line. */
  broken: number | null;
}

export const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Longest quoted cell; past it the quote was never closed. */
const LONGEST_CELL = 10_000;

/**
 * Cuts text into records (RFC 4180, with any separator), given piece by piece and keeping no more than one record.
 * Unlike a general CSV reader it survives a quote that never closes: the record ends with its line, is marked as
 * broken, and the next line is read as if nothing had happened, so that one slip does not hide the faults after it.
 */
export class CsvCutter {
  private rest = '';
  private line: number;
  private position = 0;
  /** Position of the next quote, looked up once and not for every record. */
  private quote = -1;

  constructor(
    private readonly delimiter: string,
    private readonly newline: '\n' | '\r' = '\n',
    firstLine = 1,
  ) {
    this.line = firstLine;
  }

  /** Records that are complete with this piece of text. */
  push(text: string): CsvRecord[] {
    return this.cut(this.rest + text, false);
  }

  /** The last record, when the file does not end with a line break. */
  end(): CsvRecord[] {
    return this.cut(this.rest, true);
  }

  private cut(text: string, last: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    this.position = 0;
    this.quote = -1;
    while (this.position < text.length) {
      const record = this.next(text, last);
      if (!record) break;
      records.push(record);
    }
    this.rest = text.slice(this.position);
    return records;
  }

  private next(text: string, last: boolean): CsvRecord | null {
    const start = this.position;
    const lineEnd = text.indexOf(this.newline, start);
    if (lineEnd < 0 && !last) return text.length - start > LONGEST_CELL * 10 ? this.take(text, text.length) : null;
    const end = lineEnd < 0 ? text.length : lineEnd;
    if (this.quote < start) this.quote = positionOf('"', text, start);
    return this.quote >= end ? this.take(text, end) : this.quoted(text, end, last);
  }

  /** A record without quotes that ends at `end`. */
  private take(text: string, end: number, broken: number | null = null): CsvRecord {
    const record = { line: this.line, cells: this.bare(text, end).split(this.delimiter), broken };
    this.line += 1;
    this.position = end + 1;
    return record;
  }

  private bare(text: string, end: number): string {
    return text.slice(this.position, text[end - 1] === '\r' && this.newline === '\n' ? end - 1 : end);
  }

  /** A record with quotes, whose first line ends at `firstEnd`; null when more text is needed. */
  private quoted(text: string, firstEnd: number, last: boolean): CsvRecord | null {
    const cells: string[] = [];
    let junk: number | null = null;
    let lines = 1;
    let at = this.position;
    for (;;) {
      const cell = text[at] === '"' ? this.quotedCell(text, at) : this.plainCell(text, at);
      if (cell === 'too long' || (cell === null && last)) return this.take(text, firstEnd, cells.length);
      if (cell === null) return null;
      if (cell.junk && cell.lines > 0) return this.take(text, firstEnd, cells.length);
      if (cell.junk) junk ??= cells.length;
      lines += cell.lines;
      cells.push(cell.value);
      if (text[cell.end] !== this.delimiter) {
        if (cell.end >= text.length && !last) return null;
        const record = { line: this.line, cells, broken: junk };
        this.line += lines;
        this.position = cell.end + 1;
        return record;
      }
      at = cell.end + 1;
    }
  }

  private plainCell(text: string, at: number): Cell {
    let end = at;
    while (end < text.length && text[end] !== this.delimiter && text[end] !== this.newline) end += 1;
    const value = text.slice(at, end);
    return {
      value: this.newline === '\n' && value.endsWith('\r') ? value.slice(0, -1) : value,
      end,
      lines: 0,
      junk: false,
    };
  }

  /** From an opening quote to the separator after the closing one; null when the text ends before. */
  private quotedCell(text: string, at: number): Cell | null | 'too long' {
    let close = at;
    do {
      close = text.indexOf('"', close + 1);
      if (close < 0) return text.length - at > LONGEST_CELL ? 'too long' : null;
      if (close - at > LONGEST_CELL) return 'too long';
      if (text[close + 1] !== '"') break;
      close += 1;
    } while (close < text.length);
    const value = text.slice(at + 1, close).replaceAll('""', '"');
    const after = this.plainCell(text, close + 1);
    const junk = after.value.trim() !== '';
    return { value: junk ? value + after.value : value, end: after.end, lines: countOf(value, this.newline), junk };
  }
}

interface Cell {
  value: string;
  /** Position of the separator or line break after it. */
  end: number;
  /** Line breaks inside. */
  lines: number;
  /** Whether something stands between the closing quote and the separator. */
  junk: boolean;
}

function positionOf(sign: string, text: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at;
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}

export interface CsvShape {
  delimiter: Delimiter;
  newline: '\n' | '\r';
  /** Whether the file begins with the line `sep=;` that some spreadsheets write. */
  announced: boolean;
}

/**
 * Finds the separator from the beginning of a file: the one that cuts the most records into as many cells as the
 * header, and into more than one.
 * @param sample some thousand signs
 */
export function shapeOf(sample: string): CsvShape {
  const newline = sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r';
  const said = /^sep=(.)\r?[\n\r]/i.exec(sample)?.[1];
  if (said && isDelimiter(said)) return { delimiter: said, newline, announced: true };
  let best: { delimiter: Delimiter; score: number } = { delimiter: ';', score: 0 };
  const beginning = sample.slice(0, 16_384);
  for (const delimiter of DELIMITERS) {
    const records = new CsvCutter(delimiter, newline).push(beginning + newline).slice(0, 50);
    const width = records[0]?.cells.length ?? 1;
    const agreeing = records.filter((record) => record.cells.length === width).length;
    const score = width > 1 ? (agreeing / records.length) * Math.min(width, 20) : 0;
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, newline, announced: false };
}

function isDelimiter(sign: string): sign is Delimiter {
  return (DELIMITERS as readonly string[]).includes(sign);
}
