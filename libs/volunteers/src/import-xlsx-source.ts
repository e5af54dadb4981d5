import type { CsvRecord } from './import-csv.rules.js';
import type { ListFile, Source } from './import-source.js';
import { SharedStrings } from './import-strings.js';
import {
  attribute,
  columnIndex,
  dayOfSerial,
  dayStyles,
  richText,
  typedNumber,
  workbookOf,
  xmlText,
} from './import-xlsx.rules.js';
import { BrokenZip, unzipped, type ZipEntry, zipEntries, ZipTooLarge } from './import-zip.js';

const MB = 1024 * 1024;
/** Unpacked sizes: a sheet of a million full rows has about 1.5 GB, what it shares about 150 MB. */
const MOST = { part: 16 * MB, strings: 1024 * MB, kept: 384 * MB, sheet: 6 * 1024 * MB, element: 4 * MB };
const MOST_COLUMNS = 1000;

export async function isZip(file: ListFile): Promise<boolean> {
  return (await file.read(0, 4)).equals(Buffer.of(0x50, 0x4b, 3, 4));
}

/** The rows of one sheet of a workbook as Excel and LibreOffice save it (.xlsx), in bounded memory. */
export async function* xlsxSource(file: ListFile, wanted: string | null): AsyncGenerator<Source> {
  try {
    const book = await Book.open(file);
    const sheet = wanted === null ? book.sheets[0] : book.sheets.find(({ name }) => name === wanted);
    if (!sheet) return yield { fault: book.sheets.length > 0 ? 'NO_SUCH_SHEET' : 'BROKEN_WORKBOOK' };
    yield { kind: 'xlsx', sheet: sheet.name, sheets: book.sheets.map(({ name }) => name) };
    for await (const records of book.rows(sheet.path)) yield { records };
  } catch (error) {
    if (error instanceof ZipTooLarge) yield { fault: 'WORKBOOK_TOO_LARGE' };
    else if (error instanceof BrokenZip) yield { fault: 'BROKEN_WORKBOOK' };
    else throw error;
  }
}

class Book {
  sheets: { name: string; path: string }[] = [];
  private from1904 = false;
  private dayStyles: boolean[] = [];
  private prefix = '';
  private readonly strings = new SharedStrings(MOST.kept);

  private constructor(
    private readonly file: ListFile,
    private readonly entries: Map<string, ZipEntry>,
  ) {}

  static async open(file: ListFile): Promise<Book> {
    const book = new Book(file, await zipEntries(file));
    const [workbook, relations] = [await book.part('xl/workbook.xml'), await book.part('xl/_rels/workbook.xml.rels')];
    if (workbook === '') throw new BrokenZip('no workbook');
    const { sheets, from1904 } = workbookOf(workbook, relations);
    book.sheets = sheets;
    book.from1904 = from1904;
    book.dayStyles = dayStyles(await book.part('xl/styles.xml'));
    return book;
  }

  /** Records in lots; a row that is shorter than the header only has empty cells at its end. */
  async *rows(path: string): AsyncGenerator<CsvRecord[]> {
    await this.readStrings();
    let line = 0;
    let width = 0;
    for await (const rows of this.elements(path, 'row', MOST.sheet)) {
      yield rows.map((row) => {
        line = Number(attribute(row.slice(0, row.indexOf('>')), 'r') ?? line + 1);
        const cells = this.cells(row);
        if (width === 0 && cells.some((cell) => cell.trim() !== '')) width = cells.length;
        while (cells.length < width) cells.push('');
        return { line, cells, broken: null };
      });
    }
  }

  private async readStrings(): Promise<void> {
    if (!this.entries.has('xl/sharedStrings.xml')) return;
    for await (const items of this.elements('xl/sharedStrings.xml', 'si', MOST.strings))
      for (const item of items) if (!this.strings.add(richText(item))) throw new ZipTooLarge('shared strings');
  }

  private cells(row: string): string[] {
    const cells: string[] = [];
    const name = `${this.prefix}c`;
    for (let at = tagAt(row, name, 1); at >= 0;) {
      const open = row.indexOf('>', at);
      if (open < 0) break;
      const tag = row.slice(at, open);
      const reference = attribute(tag, 'r');
      const index = reference === null ? cells.length : columnIndex(reference);
      if (index < 0 || index >= MOST_COLUMNS) throw new BrokenZip('column out of the sheet');
      while (cells.length < index) cells.push('');
      const empty = row[open - 1] === '/';
      const next = tagAt(row, name, open);
      if (!empty) cells[index] = this.value(tag, row.slice(open + 1, next < 0 ? row.length : next));
      else cells[index] ??= '';
      at = next;
    }
    return cells;
  }

  private value(tag: string, inner: string): string {
    const type = attribute(tag, 't') ?? 'n';
    if (type === 'inlineStr') return richText(inner);
    const raw = /<(?:[\w.-]+:)?v(?:\s[^>]*)?>([^<]*)</.exec(inner)?.[1] ?? '';
    if (type === 's') return this.strings.at(Number(raw));
    if (type === 'b') return raw === '1' ? 'oui' : 'non';
    if (type === 'd') return raw.slice(0, 10);
    if (type !== 'n' || raw === '') return xmlText(raw);
    const isDay = this.dayStyles[Number(attribute(tag, 's') ?? 0)] ?? false;
    return isDay && Number.isFinite(Number(raw)) ? dayOfSerial(Number(raw), this.from1904) : typedNumber(raw);
  }

  /** The text of a small part of the workbook; empty without it. */
  private async part(path: string): Promise<string> {
    const entry = this.entries.get(path);
    if (!entry) return '';
    const pieces: Buffer[] = [];
    for await (const piece of unzipped(this.file, entry, MOST.part)) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8');
  }

  /** Every element of a name in a part, whole, in lots, without ever holding more than one piece and one element. */
  private async *elements(path: string, name: string, most: number): AsyncGenerator<string[]> {
    const entry = this.entries.get(path);
    if (!entry) throw new BrokenZip(`no ${path}`);
    const decoder = new TextDecoder('utf-8');
    let rest = '';
    let prefix: string | null = null;
    for await (const piece of unzipped(this.file, entry, most)) {
      const text = rest + decoder.decode(piece, { stream: true });
      // Some programs write `<x:row>` for `<row>`: the first element tells.
      prefix ??= /<(?:([\w.-]+):)?(?:worksheet|sst)[\s>]/.exec(text)?.[1] ?? '';
      this.prefix = prefix === '' ? '' : `${prefix}:`;
      const { found, end } = wholeElements(text, `${this.prefix}${name}`);
      rest = text.slice(end);
      if (rest.length > MOST.element) throw new ZipTooLarge(`${name} in ${path}`);
      if (found.length > 0) yield found;
    }
  }
}

/** Position of the next start tag of a name. */
function tagAt(text: string, name: string, from: number): number {
  const wanted = `<${name}`;
  for (let at = text.indexOf(wanted, from); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const after = text.charCodeAt(at + wanted.length);
    // A space or line break, a slash, or the end of the tag: `<c` is not the beginning of `<col`.
    if (after <= 32 || after === 47 || after === 62) return at;
  }
  return -1;
}

/** The elements of a name that are whole, and the position up to which nothing is wanted any more. */
function wholeElements(text: string, name: string): { found: string[]; end: number } {
  const found: string[] = [];
  let end = 0;
  for (let at = tagAt(text, name, 0); at >= 0; at = tagAt(text, name, end)) {
    const open = text.indexOf('>', at);
    if (open < 0) return { found, end: at };
    if (text[open - 1] === '/') end = open + 1;
    else {
      const close = text.indexOf(`</${name}>`, open);
      if (close < 0) return { found, end: at };
      end = close + name.length + 3;
    }
    found.push(text.slice(at, end));
  }
  // A tag that has only begun must not be cut in two.
  const last = text.lastIndexOf('<');
  return { found, end: Math.max(end, last >= 0 && !text.includes('>', last) ? last : text.length) };
}
