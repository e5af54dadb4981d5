import { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { ZipFile } from 'yazl';
import { readVolunteers, type Reading } from './import-reader.js';
import { columnIndex, dayOfSerial, isDayFormat, typedNumber, xmlText } from './import-xlsx.rules.js';
import { xlsxSource } from './import-xlsx-source.js';
import type { ListFile } from './import-source.js';

function fileOf(bytes: Buffer): ListFile {
  return {
    size: bytes.length,
    open: async function* () {
      yield bytes;
    },
    read: (at, length) => Promise.resolve(bytes.subarray(at, at + length)),
  };
}

/** A workbook as another program writes it. */
async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function cellsOf(bytes: Buffer, sheet: string | null = null): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const part of xlsxSource(fileOf(bytes), sheet)) {
    if ('fault' in part) return [[part.fault]];
    if ('records' in part) rows.push(...part.records.map(({ cells }) => cells));
  }
  return rows;
}

describe('reading a workbook', () => {
  it('reads what its cells show: days, years, telephone numbers, letters', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('Liste');
      sheet.addRow(['Prénom', 'Naissance', 'Année', 'Portable', 'Belge', 'Accord', 'Somme', 'Texte']);
      const row = sheet.addRow(['Zoé & <Léa>', new Date(Date.UTC(1990, 11, 31)), 1990, 612345678, 32470123456, true]);
      row.getCell(2).numFmt = 'dd/mm/yyyy';
      row.getCell(4).numFmt = '0#" "##" "##" "##" "##';
      row.getCell(7).value = { formula: 'A1&"x"', result: 'calculé' };
      row.getCell(8).value = { richText: [{ text: 'gras', font: { bold: true } }, { text: ' et maigre' }] };
    });
    expect(await cellsOf(bytes)).toEqual([
      ['Prénom', 'Naissance', 'Année', 'Portable', 'Belge', 'Accord', 'Somme', 'Texte'],
      ['Zoé & <Léa>', '1990-12-31', '1990', '612345678', '32470123456', 'oui', 'calculé', 'gras et maigre'],
    ]);
  });

  it('gives every row its number and the width of the header, over empty rows and cells', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('Liste');
      sheet.getRow(3).values = ['Prénom', 'Nom', 'Courriel'];
      sheet.getRow(5).getCell(3).value = 'zoe@exemple.org';
      sheet.getRow(5).getCell(1).value = 'Zoé';
      sheet.getRow(7).getCell(1).value = 'Lou';
    });
    const parts: Reading[] = [];
    for await (const part of readVolunteers(fileOf(bytes), { network: 'climate', today: '2026-11-22', mapping: [] }))
      parts.push(part);
    const rows = parts.flatMap((part) => ('rows' in part ? part.rows : []));
    expect(rows.map(({ line, cells, faults }) => [line, cells, faults.map(({ code }) => code)])).toEqual([
      [5, ['Zoé', '', 'zoe@exemple.org'], []],
      [7, ['Lou', '', ''], ['MISSING_EMAIL']],
    ]);
  });

  it('reads the chosen sheet, else the first that is not hidden', async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet('Cachée', { state: 'hidden' }).addRow(['c']);
      book.addWorksheet('Une').addRow(['a']);
      book.addWorksheet('Deux').addRow(['b']);
    });
    expect(await cellsOf(bytes)).toEqual([['a']]);
    expect(await cellsOf(bytes, 'Deux')).toEqual([['b']]);
    expect(await cellsOf(bytes, 'Cachée')).toEqual([['c']]);
    expect(await cellsOf(bytes, 'Trois')).toEqual([['NO_SUCH_SHEET']]);
  });

  it('reads what a program writes as a stream, with the strings in the cells', async () => {
    const pieces: Buffer[] = [];
    const stream = new Writable({
      write(piece: Buffer, _, done) {
        pieces.push(piece);
        done();
      },
    });
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: false, useStyles: true });
    const sheet = book.addWorksheet('Flux');
    for (let i = 0; i < 3000; i++) sheet.addRow([`Prénom ${i}`, i]).commit();
    await book.commit();
    const rows = await cellsOf(Buffer.concat(pieces));
    expect(rows).toHaveLength(3000);
    expect(rows[2999]).toEqual(['Prénom 2999', '2999']);
  });

  it('refuses what unpacks to far more than it seems to be, without unpacking it', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.alloc(64 * 1024 * 1024, 32), 'xl/workbook.xml');
    zip.end();
    const pieces: Buffer[] = [];
    for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
    const bomb = Buffer.concat(pieces);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await cellsOf(bomb)).toEqual([['WORKBOOK_TOO_LARGE']]);
  });

  it('never breaks, whatever bytes it is made of', async () => {
    const whole = await workbook((book) => {
      const sheet = book.addWorksheet('Liste');
      for (let i = 0; i < 40; i++) sheet.addRow([`Prénom ${i}`, `p${i}@exemple.org`, new Date(0), i]);
    });
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (bytes, cut) => {
        const file = Buffer.from(cut % 3 === 0 ? whole.subarray(0, cut) : whole);
        for (const [at, byte] of bytes) if (at < file.length) file[at] = byte;
        expect(Array.isArray(await cellsOf(file))).toBe(true);
      }),
      { numRuns: 200 },
    );
  }, 30_000);
});

describe('what cells of workbooks mean', () => {
  it.each([
    ['1900-01-01', 1, false],
    ['1900-02-28', 59, false],
    ['1900-03-01', 61, false],
    ['1970-01-01', 25569, false],
    ['1990-12-31', 33238.75, false],
    ['1904-01-01', 0, true],
  ])('%s is day %f', (day, serial, from1904) => expect(dayOfSerial(serial, from1904)).toBe(day));

  it.each([
    ['dd/mm/yyyy', true],
    ['[$-40C]d mmmm yyyy', true],
    ['jj/mm/aaaa', true],
    ['General', false],
    ['0#" "##" "##', false],
    ['0" days"', false],
    ['hh:mm:ss', false],
    ['#,##0.00\\ "€"', false],
  ])('the format %s shows a day: %s', (format, isDay) => expect(isDayFormat(format)).toBe(isDay));

  it('numbers are what one types', () => {
    expect(typedNumber('3.3612345678E10')).toBe('33612345678');
    expect(typedNumber('0.30000000000000004')).toBe('0.3');
    fc.assert(fc.property(fc.maxSafeInteger(), (n) => expect(typedNumber(String(n))).toBe(String(n))));
  });

  it('columns have letters, and signs of XML a meaning', () => {
    expect(['A1', 'Z9', 'AA1', 'XFD1', '1'].map(columnIndex)).toEqual([0, 25, 26, 16383, -1]);
    expect(xmlText('a &amp;lt; &#233;&#xE9; _x000D_ &rien;')).toBe('a &lt; éé \r &rien;');
  });
});
