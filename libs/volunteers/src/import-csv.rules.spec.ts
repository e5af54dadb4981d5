import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvCutter, type CsvRecord, shapeOf } from './import-csv.rules.js';

const cut = (text: string, delimiter = ';', newline: '\n' | '\r' = '\n'): CsvRecord[] => {
  const cutter = new CsvCutter(delimiter, newline);
  return [...cutter.push(text), ...cutter.end()];
};

describe('cutting a file into records', () => {
  it('names the line on which a record begins, also after a cell of several lines', () => {
    expect(cut('a;b\r\n"x\r\ny";2\r\nc;3')).toEqual([
      { line: 1, cells: ['a', 'b'], broken: null },
      { line: 2, cells: ['x\r\ny', '2'], broken: null },
      { line: 4, cells: ['c', '3'], broken: null },
    ]);
  });

  it('goes on with the next line after a quote that is never closed', () => {
    const records = cut('a;b\n1;"open\n2;x\n3;"fine"\n');
    expect(records).toEqual([
      { line: 1, cells: ['a', 'b'], broken: null },
      { line: 2, cells: ['1', '"open'], broken: 1 },
      { line: 3, cells: ['2', 'x'], broken: null },
      { line: 4, cells: ['3', 'fine'], broken: null },
    ]);
  });

  it('goes on when nothing ever closes the quote', () => {
    expect(cut('a;b\n1;"open\n2;x').map(({ line, broken }) => [line, broken])).toEqual([
      [1, null],
      [2, 1],
      [3, null],
    ]);
  });

  it('marks text after a closing quote', () => {
    expect(cut('"Jo" Dupont;x\n')).toEqual([{ line: 1, cells: ['Jo Dupont', 'x'], broken: 0 }]);
  });

  it('reads old files whose lines end with a carriage return alone', () => {
    expect(cut('a;b\rc;d\r', ';', '\r').map((record) => record.cells)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('agrees with an independent reader on any well-formed table, however the text arrives', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ';', ',', '"', '\n', '1'), maxLength: 8 });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    const written = (rows: string[][]): string =>
      rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(';')).join('\n');
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 7 }), (rows, step) => {
        const text = written(rows);
        const cutter = new CsvCutter(';');
        const records: CsvRecord[] = [];
        for (let at = 0; at < text.length; at += step) records.push(...cutter.push(text.slice(at, at + step)));
        records.push(...cutter.end());
        expect(records.map((record) => record.cells)).toEqual(parse(text, { delimiter: ';', skip_empty_lines: false }));
        expect(records.every((record) => record.broken === null)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the shape of a file', () => {
  it.each([
    ['prénom;nom;courriel\nA;B, C;d@exemple.org\n', ';'],
    ['prénom,nom,courriel\nA,B,d@exemple.org\n', ','],
    ['prénom\tnom\nA\tB, C; D\n', '\t'],
    ['prénom|nom\nA|B\n', '|'],
    ['"nom, prénom";"courriel"\n"B, A";"d@exemple.org"\n', ';'],
  ])('%j is separated by %j', (text, delimiter) => {
    expect(shapeOf(text).delimiter).toBe(delimiter);
  });

  it('believes a file that says its separator', () => {
    expect(shapeOf('sep=|\na;b|c\n')).toEqual({ delimiter: '|', newline: '\n', announced: true });
  });
});
