import fc from 'fast-check';
import iconv from 'iconv-lite';
import { volunteerFile } from '../../../test/support/volunteer-file.js';
import type { Fault } from './import-faults.js';
import { type FileHead, type ReadingRules, readVolunteers } from './import-reader.js';
import type { ImportedPerson } from './import-row.rules.js';

const rules: ReadingRules = { network: 'climate', today: '2026-11-22', mapping: [] };

async function read(
  file: Buffer,
  options: Partial<ReadingRules> = {},
): Promise<{ head: FileHead | null; people: ImportedPerson[]; faults: Fault[] }> {
  const people: ImportedPerson[] = [];
  const faults: Fault[] = [];
  let head: FileHead | null = null;
  const open = async function* (): AsyncIterable<Uint8Array> {
    for (let at = 0; at < file.length; at += 10_007) yield file.subarray(at, at + 10_007);
  };
  const whole = {
    size: file.length,
    open,
    read: (at: number, n: number) => Promise.resolve(file.subarray(at, at + n)),
  };
  for await (const part of readVolunteers(whole, { ...rules, ...options })) {
    if ('head' in part) {
      head = part.head;
      faults.push(...part.head.faults);
    } else {
      for (const row of part.rows) {
        people.push(row.person);
        faults.push(...row.faults);
      }
    }
  }
  return { head, people, faults };
}

describe('reading a list of volunteers', () => {
  it('finds each of 40 faults of different kinds in 15,000 rows, where it is and nowhere else', async () => {
    const file = volunteerFile(15_000);
    expect(file.planted).toHaveLength(40);
    const { faults, people } = await read(file.faulty);
    expect(faults.map(({ row, column, code }) => ({ row, column, code }))).toEqual(file.planted);
    expect(people).toHaveLength(15_000);
    expect((await read(file.correct)).faults).toEqual([]);
  }, 60_000);

  it('never breaks, whatever bytes a file is made of', async () => {
    const whole = volunteerFile(60).faulty;
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (bytes, length) => {
        const file = Buffer.from(whole.subarray(0, length));
        for (const [at, byte] of bytes) if (at < length) file[at] = byte;
        const { head, faults } = await read(file);
        expect(head).not.toBeNull();
        for (const fault of faults) expect(fault.row).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it.each(['utf-8', 'windows-1252', 'utf-16le', 'macintosh'])('reads %s alike', async (encoding) => {
    const text = 'prénom\tnom\tcourriel\tannée de naissance\n"Élise"\tMûrier\tElise@Exemple.org\t1990\n';
    const { head, people, faults } = await read(iconv.encode(text, encoding));
    expect(faults).toEqual([]);
    expect(head).toMatchObject({ encoding, delimiter: '\t' });
    expect(people).toEqual([
      expect.objectContaining({
        givenName: 'Élise',
        familyName: 'Mûrier',
        email: 'elise@exemple.org',
        birthYear: 1990,
      }),
    ]);
  });

  it.each([
    ['', 'EMPTY_FILE'],
    ['\n ; \n', 'EMPTY_FILE'],
    ['prénom;courriel\n', 'NO_ROWS'],
    ['prénom;courriel', 'NO_ROWS'],
    ['prénom;nom\nA;B\n', 'COLUMN_MISSING'],
    ['Lou;lou@exemple.org\n', 'NO_HEADER'],
    ['PK\u0003\u0004', 'BROKEN_WORKBOOK'],
    ['%PDF-1.7', 'NOT_TEXT'],
  ])('refuses the file %j as %s', async (text, code) => {
    expect((await read(Buffer.from(text))).faults.map((fault) => fault.code)).toEqual([code]);
  });

  it('reads a file that announces its separator, with the right lines', async () => {
    const { faults } = await read(Buffer.from('sep=|\r\nprénom|courriel\r\nLou|faux\r\n'));
    expect(faults).toMatchObject([{ row: 3, column: 2, code: 'BAD_EMAIL', value: 'faux', header: 'courriel' }]);
  });

  it('lets two people of one name pass once somebody says so', async () => {
    const row = (email: string, homonym: string): string => `Lou;Iris;${email};1990;${homonym}\n`;
    const head = 'prénom;nom;courriel;naissance;homonyme\n';
    const twice = await read(Buffer.from(head + row('a@exemple.org', '') + row('b@exemple.org', '')));
    expect(twice.faults).toMatchObject([{ code: 'DUPLICATE_PERSON', row: 3, details: { other: 2 } }]);
    const said = await read(Buffer.from(head + row('a@exemple.org', '') + row('b@exemple.org', 'oui')));
    expect(said.faults).toEqual([]);
  });

  it('takes no consent for granted', async () => {
    const head = 'prénom;courriel;consentement;date du consentement;version du texte\n';
    const { people } = await read(
      Buffer.from(`${head}A;a@exemple.org;oui;01/03/2026;v1\nB;b@exemple.org;;01/03/2026;1\nC;c@exemple.org;non;;\n`),
    );
    expect(people.map((person) => [person.consentOn, person.consentVersion])).toEqual([
      ['2026-03-01', 1],
      [null, null],
      [null, null],
    ]);
  });
});
