import iconv from 'iconv-lite';
import * as cells from './import-cells.rules.js';
import { matchColumns } from './import-columns.rules.js';
import { EncodingScan } from './import-encoding.rules.js';
import { FirstMet } from './import-index.rules.js';

const encodingOf = (bytes: Buffer): string | null => {
  const scanning = new EncodingScan();
  // One byte at a time: a letter cut in two by the end of a piece must still count as one.
  for (const byte of bytes) scanning.push(Uint8Array.of(byte));
  return scanning.result().encoding;
};

describe('the encoding of a file', () => {
  const text = 'prénom;nom;commune\nÉlise;Préfète;Le Kremlin-Bicêtre\nFrançois;Noël;Saint-Mandé\n';

  it.each(['utf-8', 'windows-1252', 'macintosh', 'cp850', 'utf-16le', 'utf-16be'])('%s is recognised', (encoding) => {
    expect(encodingOf(iconv.encode(text, encoding))).toBe(encoding);
  });

  it('is UTF-8 for plain ASCII, with a mark, and with one broken letter among many', () => {
    expect(encodingOf(Buffer.from('prenom;nom\n'))).toBe('utf-8');
    expect(encodingOf(Buffer.from(`\ufeff${text}`))).toBe('utf-8');
    expect(encodingOf(Buffer.concat([Buffer.from(text), Buffer.from([0xe9])]))).toBe('utf-8');
  });

  it('is none for a workbook', () => {
    expect(encodingOf(Buffer.from('PK\u0003\u0004rest'))).toBeNull();
  });
});

describe('columns', () => {
  it('are matched by the words people use, whatever case, accents and spaces', () => {
    const { columns, faults } = matchColumns(
      ['PRÉNOM', ' Nom ', 'Courriel', 'Téléphone', 'Portable', 'Né(e) le', 'Arrdt', 'Remarques', ''],
      1,
      [],
    );
    expect(faults).toEqual([]);
    expect(columns.map((column) => column.field)).toEqual([
      'givenName',
      'familyName',
      'email',
      null,
      'phone',
      'birthYear',
      'arrondissement',
      null,
    ]);
  });

  it('say what is missing, twice there, or not a header', () => {
    const codes = (headers: string[]): string[] => matchColumns(headers, 1, []).faults.map((fault) => fault.code);
    expect(codes(['nom'])).toEqual(['COLUMN_MISSING', 'COLUMN_MISSING']);
    expect(codes(['prénom', 'courriel', 'Prenom'])).toEqual(['HEADER_DUPLICATED']);
    expect(codes(['Lou', 'lou@exemple.org'])).toEqual(['NO_HEADER']);
  });

  it('follow a choice', () => {
    const { columns, faults } = matchColumns(['A', 'B', 'C'], 1, [
      { header: 'A', field: 'givenName' },
      { header: 'B', field: 'email' },
      { header: 'C', field: 'email' },
      { header: 'D', field: null },
    ]);
    expect(columns.map((column) => column.field)).toEqual(['givenName', 'email', 'email']);
    expect(faults.map((fault) => [fault.code, fault.column])).toEqual([
      ['FIELD_MAPPED_TWICE', 3],
      ['UNKNOWN_MAPPING', 0],
    ]);
  });
});

describe('cells', () => {
  it.each([
    ['06 12 34 56 78', '+33612345678'],
    ['612345678', '+33612345678'],
    ['+33 (0)6.12.34.56.78', '+33612345678'],
    ['0032 470 12 34 56', '+32470123456'],
  ])('telephone %s', (cell, value) => {
    expect(cells.readPhone(cell)).toEqual({ value });
  });

  it.each([
    ['31/12/1990', '1990-12-31'],
    ['1-2-1990', '1990-02-01'],
    ['1990-12-31', '1990-12-31'],
    ['1er février 1990', '1990-02-01'],
    ['12/03/2026 14:30', '2026-03-12'],
  ])('date %s', (cell, day) => {
    expect(cells.readDay(cell)).toEqual({ value: { year: Number(day.slice(0, 4)), day } });
  });

  it.each(['31/02/1990', '12/25/1990', '29/02/2023', '00/01/1990'])('%s is no day', (cell) => {
    expect(cells.readDay(cell)).toEqual({ code: 'IMPOSSIBLE_DATE' });
  });

  it.each([
    ['19', 19],
    ['1er', 1],
    ['Paris 19ème', 19],
    ['75020', 20],
    ['75116', 16],
  ])('arrondissement %s', (cell, value) => {
    expect(cells.readArrondissement(cell)).toEqual({ value });
  });

  it.each(['0', '21', '75021', 'Montreuil', '1990'])('%s is no arrondissement', (cell) => {
    expect(cells.readArrondissement(cell)).toEqual({ code: 'BAD_ARRONDISSEMENT' });
  });

  it('languages in either language of the interface', () => {
    expect(cells.readLanguages('Français, English et LSF')).toEqual({ value: ['fr', 'en', 'fsl'] });
    expect(cells.readLanguages('français, klingon')).toEqual({
      code: 'UNKNOWN_LANGUAGE',
      details: { word: 'klingon' },
    });
  });

  it('garbled, invisible and dangerous texts', () => {
    const fault = (cell: string): string | null => cells.textFault(cell, { mayBreakLines: false, isPhone: false });
    expect(fault('FranÃ§ois')).toBe('BAD_ENCODING');
    expect(fault('Fran\ufffdois')).toBe('BAD_ENCODING');
    expect(fault('Lo\u200bu')).toBe('CONTROL_CHARACTER');
    expect(fault('=HYPERLINK("x")')).toBe('FORMULA');
    expect(fault('-2+3')).toBe('FORMULA');
    expect(fault('JOÃO D’Âge')).toBeNull();
    expect(cells.textFault('+33612345678', { mayBreakLines: false, isPhone: true })).toBeNull();
  });
});

describe('the memory of what was met', () => {
  it('finds each of 100,000 texts again on its first row, and no other', () => {
    const met = new FirstMet();
    let confused = 0;
    for (let i = 0; i < 100_000; i++) if (met.meet(`personne.${i}@exemple.org`, i + 2) !== null) confused += 1;
    expect(confused).toBe(0);
    expect(met.meet('personne.77777@exemple.org', 5)).toBe(77_779);
  });
});
