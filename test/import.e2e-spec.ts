import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { importVolunteers } from '#lib/volunteers';
import { Jobs } from '#platform/jobs';
import { type Person, TestApp } from './support/app.js';
import { Imports } from './support/imports.js';
import { volunteerFile } from './support/volunteer-file.js';

const JOIN = 'mutation($input: JoinInput!) { join(input: $input) { ... on Volunteer { id displayName languages } } }';
const HEAD = 'prénom;nom;courriel;année de naissance\n';

jest.setTimeout(180_000);

describe('importing volunteers', () => {
  let t: TestApp;
  let coordinator: Person;
  let imports: Imports;
  beforeAll(async () => {
    t = await TestApp.start();
    coordinator = await t.signIn('climate@exemple.org', [{ role: 'coordinator', network: 'climate' }]);
    imports = new Imports(t, coordinator);
  });
  afterAll(() => t.close());

  const count = async (table: string): Promise<number> =>
    (await t.db.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n ?? 0;

  describe('a list of 6,000 people', () => {
    const file = volunteerFile(6_000);

    it('with 40 faults of different kinds names each where it is, and imports nothing unasked', async () => {
      const { file: read, kinds } = await imports.send(file.faulty);
      expect(read).toMatchObject({ status: 'ready', rowCount: 6_000, faulty: 40, encoding: 'utf-8', delimiter: ';' });
      expect(kinds.reduce((sum, kind) => sum + kind.count, 0)).toBe(40);
      const rows = await imports.rows(read.id, 'faulty');
      const found = rows.flatMap(({ line, cells }) =>
        cells.flatMap(({ column, code }) => (code ? [{ row: line, column, code }] : [])),
      );
      expect(found).toEqual(file.planted);
      expect(rows.flatMap(({ cells }) => cells.filter(({ message }) => message && message.length < 20))).toEqual([]);
      expect((await imports.askApply(read.id)).errors?.[0]?.extensions['code']).toBe('CONFLICT');
      expect(await count('volunteer')).toBe(0);
    });

    it('is imported whole once it is corrected, and not a second time', async () => {
      const read = await imports.send(file.correct);
      expect(read.file).toMatchObject({ sound: 6_000, faulty: 0, toCreate: 6_000, toUpdate: 0, toLeave: 0 });
      expect(read.preview).toHaveLength(20);
      const { file: done } = await imports.apply(read.file.id);
      expect(done).toMatchObject({ status: 'applied', created: 6_000, updated: 0, unchanged: 0, done: 6_000 });
      const again = await imports.send(file.correct);
      expect(again.file).toMatchObject({ toCreate: 0, toUpdate: 0, toLeave: 6_000 });
      expect((await imports.apply(again.file.id)).file).toMatchObject({ created: 0, updated: 0, unchanged: 6_000 });
      expect([await count('volunteer'), await count('contact'), await count('membership')]).toEqual([
        6_000, 6_000, 6_000,
      ]);
    });

    it('gives nobody an account, and only the consents that the file proves', async () => {
      const agreed = file.correct.toString().match(/;(oui|x|Oui);\d\d\/03\/2026;1;/g)?.length;
      const consents = await t.db.query(
        `select purpose, version, source, count(*)::int as n from consent group by 1, 2, 3`,
      );
      expect(consents).toEqual([{ purpose: 'network:climate', version: 1, source: 'import', n: agreed }]);
      expect(await t.db.query('select 1 from volunteer where account_id is not null')).toEqual([]);
    });

    it('is kept in the history and in the journal', async () => {
      const query = '{ volunteerImports { fileName network rowCount created updated unchanged importedAt status } }';
      const { volunteerImports } = await coordinator.get<{ volunteerImports: object[] }>(query);
      expect(volunteerImports).toMatchObject([
        { unchanged: 6_000 },
        { fileName: 'liste.csv', created: 6_000, status: 'applied' },
        { status: 'ready' },
      ]);
      const solidarity = await t.signIn('solidarity@exemple.org', [{ role: 'coordinator', network: 'solidarity' }]);
      expect(await solidarity.get('{ volunteerImports { id } }')).toEqual({ volunteerImports: [] });
      expect(await t.db.query(`select 1 from audit_entry where action = 'volunteers.import'`)).toHaveLength(2);
    });

    it('leaves neither file nor rows behind once imported, nor for more than a day', async () => {
      const { file: fresh } = await imports.send('prénom;courriel\nZoé;zoe.reste@exemple.org\n');
      const kept = await t.db.query('select distinct import_id from volunteer_import_chunk');
      expect(kept).toHaveLength(2);
      t.clock.advance({ hours: 25 });
      await t.app.get(Jobs).runNow('import.sweep');
      for (const table of ['chunk', 'row', 'fix', 'change']) expect(await count(`volunteer_import_${table}`)).toBe(0);
      expect((await imports.askApply(fresh.id)).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
      t.clock.real();
    });
  });

  describe('people who are known already', () => {
    it('are found again by their address when they sign in, with all that was known', async () => {
      await imports.imported(
        'prénom;nom;courriel;langues;année de naissance\nInès;Houx;ines@exemple.org;français, arabe;1991\n',
      );
      const ines = await t.signIn('INES@exemple.org');
      const consents = ['terms', 'network:solidarity'].map((purpose) => ({ purpose, version: 1 }));
      const { join: profile } = await ines.get<{ join: object }>(JOIN, {
        input: { givenName: 'Inès', birthYear: 1991, networks: ['solidarity'], consents },
      });
      expect(profile).toMatchObject({ displayName: 'Inès H.', languages: ['fr', 'ar'] });
      const { viewer } = await ines.get<{ viewer: { volunteer: { memberships: object[] } } }>(
        '{ viewer { volunteer { memberships { network } } } }',
      );
      expect(viewer.volunteer.memberships).toEqual([{ network: 'climate' }, { network: 'solidarity' }]);
    });

    it('keep what they wrote themselves once they have signed in; the file only fills gaps', async () => {
      const ask = 'courriel;prénom;nom;année de naissance;portable;langues\n';
      expect(await imports.imported(`${ask}ines@exemple.org;Agnès;Houx;1991;0612345678;anglais\n`)).toMatchObject({
        updated: 1,
      });
      const [row] = await t.db.query(
        `select c.given_name, c.phone, v.languages from contact c join volunteer v on v.id = c.volunteer_id
          where email = 'ines@exemple.org'`,
      );
      expect(row).toEqual({ given_name: 'Inès', phone: '+33612345678', languages: ['fr', 'ar'] });
    });

    it('change with the file until then, but an empty cell erases nothing', async () => {
      const head = 'prénom;nom;courriel;portable;arrondissement;année de naissance\n';
      await imports.imported(`${head}Joël;Genêt;joel@exemple.org;0611111111;12;1980\n`);
      const second = await imports.imported(`${head}Joël;Genêt;JOEL@exemple.org;;13;1981\n`);
      expect(second).toMatchObject({ created: 0, updated: 1 });
      const [row] = await t.db.query(
        `select c.phone, c.birth_year, v.arrondissement from contact c join volunteer v on v.id = c.volunteer_id
          where email = 'joel@exemple.org'`,
      );
      expect(row).toEqual({ phone: '+33611111111', birth_year: 1981, arrondissement: 13 });
    });

    it('who left or took their consent back are not brought back by an old list', async () => {
      const list = (day: string): string =>
        'prénom;courriel;consentement;date du consentement;version du texte;date de naissance\n' +
        `Maël;mael@exemple.org;oui;${day};1;1990\n`;
      await imports.imported(list('01/03/2026'));
      const mael = await t.signIn('mael@exemple.org');
      const consents = ['terms', 'network:climate'].map((purpose) => ({ purpose, version: 1 }));
      await mael.get(JOIN, { input: { givenName: 'Maël', birthYear: 1990, networks: ['climate'], consents } });
      await mael.get('mutation { leaveNetwork(network: climate) { id } }');
      expect(await imports.imported(list('01/03/2026'))).toMatchObject({ unchanged: 1 });
      expect(await mael.get('{ viewer { volunteer { memberships { network } } } }')).toEqual({
        viewer: { volunteer: { memberships: [] } },
      });
      const { myConsents } = await mael.get<{ myConsents: { purpose: string; withdrawnAt: string | null }[] }>(
        '{ myConsents { purpose withdrawnAt } }',
      );
      const climate = myConsents.filter((consent) => consent.purpose === 'network:climate');
      expect(climate.every((consent) => consent.withdrawnAt !== null)).toBe(true);
    });

    it('are one person when two imports and a joining come at once', async () => {
      const rows = Array.from({ length: 50 }, (_, i) => `Lou;lou.${i}@exemple.org\n`).join('');
      const { file: mine } = await imports.send(`prénom;courriel\n${rows}`);
      const { file: theirs } = await imports.send(`prénom;courriel\n${rows}`);
      const lou = await t.signIn('lou.7@exemple.org');
      const consents = ['terms', 'network:climate'].map((purpose) => ({ purpose, version: 1 }));
      for (const { id } of [mine, theirs]) expect((await imports.askApply(id)).errors).toBeUndefined();
      const jobs = t.app.get(Jobs);
      const [, , joined] = await Promise.all([
        jobs.runNow('import.apply', { importId: mine.id }),
        jobs.runNow('import.apply', { importId: theirs.id }),
        lou.get<{ join: object }>(JOIN, {
          input: { givenName: 'Lou', birthYear: 1990, networks: ['climate'], consents },
        }),
      ]);
      const done = [await imports.details(mine.id), await imports.details(theirs.id)];
      expect([49, 50]).toContain(done.reduce((sum, { file }) => sum + file.created, 0));
      expect(joined.join).toMatchObject({ displayName: 'Lou' });
      const people = await t.db.query(`select 1 from contact where email like 'lou.%@exemple.org'`);
      expect(people).toHaveLength(50);
    });
  });

  describe('columns', () => {
    it('that the headers do not tell can be matched by hand, and are remembered in the network', async () => {
      const read = await imports.send('Qui;Où\nDésiré;desire@exemple.org\n');
      expect(read.file.status).toBe('failed');
      expect(read.faults.map((fault) => fault.code)).toEqual(['COLUMN_MISSING', 'COLUMN_MISSING']);
      expect(read.columns).toEqual([
        { header: 'Qui', field: null, samples: ['Désiré'] },
        { header: 'Où', field: null, samples: ['desire@exemple.org'] },
      ]);
      const mapping = [
        { header: 'Qui', field: 'givenName' },
        { header: 'Où', field: 'email' },
      ];
      const { file } = await imports.map(read.file.id, mapping);
      expect(file).toMatchObject({ status: 'ready', sound: 1, mappingRemembered: false });
      expect((await imports.apply(file.id)).file).toMatchObject({ created: 1 });
      const next = await imports.send('QUI;ou\nDésirée;desiree@exemple.org\n');
      expect(next.file).toMatchObject({ status: 'ready', sound: 1, mappingRemembered: true });
    });

    it('and cells are explained in the language of the reader', async () => {
      const roles = [{ role: 'coordinator', network: 'climate' }] as const;
      const reader = await t.signIn('english@exemple.org', [...roles]);
      await reader.get('mutation { setLocale(locale: en) { locale } }');
      const theirs = new Imports(t, reader);
      const { file } = await theirs.send('first name;email\nZoe;nope\n');
      const [row] = await theirs.rows(file.id, 'faulty');
      expect(row?.cells[1]?.message).toBe('This address is not valid. Write it as name@example.org.');
    });
  });

  describe('the door', () => {
    it('is open to coordinators of the network only, and not to forms of other sites', async () => {
      const file = 'prénom;courriel\nZoé;zoe@exemple.org\n';
      const statuses = async (person: Person): Promise<number> => (await new Imports(t, person).post(file)).status;
      expect(await statuses(t.visitor())).toBe(401);
      expect(await statuses(await t.signIn())).toBe(403);
      expect(await statuses(await t.signIn('t@exemple.org', [{ role: 'trainer' }]))).toBe(403);
      expect(await statuses(await t.signIn('s@exemple.org', [{ role: 'coordinator', network: 'solidarity' }]))).toBe(
        403,
      );
      expect(await statuses(await t.signIn('a@exemple.org', [{ role: 'coordinator', arrondissement: 3 }]))).toBe(403);
      expect((await imports.post(file).unset('x-requested-with')).status).toBe(403);
      expect((await new Imports(t, coordinator, 'nothing').post(file)).status).toBe(400);
    });

    it('shows the rows of a file to nobody but its sender, and says no more of it to others', async () => {
      const { file } = await imports.send('prénom;courriel\nZoé;nope\n');
      const admin = new Imports(t, await t.signIn('other@exemple.org', [{ role: 'admin' }]));
      expect(await admin.details(file.id)).toMatchObject({ mine: false, preview: [], kinds: [] });
      await expect(admin.rows(file.id, 'faulty')).rejects.toThrow('NOT_FOUND');
      expect((await admin.askApply(file.id)).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
      expect((await admin.rest(file.id)).status).toBe(404);
      expect((await imports.rest('..%2f..%2fetc%2fpasswd')).status).toBe(404);
    });

    it('answers plainly to an empty file, a picture and what only looks like a workbook', async () => {
      const codes = async (file: Buffer | string): Promise<string[]> =>
        (await imports.send(file)).faults.map((fault) => fault.code);
      expect(await codes('')).toEqual(['EMPTY_FILE']);
      expect(await codes(Buffer.from('%PDF-1.7'))).toEqual(['NOT_TEXT']);
      expect(await codes(Buffer.from('PK\u0003\u0004...'))).toEqual(['BROKEN_WORKBOOK']);
      expect(await codes(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual(['OLD_WORKBOOK']);
    });
  });

  it('works the same from the command line', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'imports-'));
    const path = join(folder, 'command.csv');
    await writeFile(path, `${HEAD}Fanta;Lilas;fanta@exemple.org;1990\n`);
    const dry = await importVolunteers(t.app, path, { network: 'climate', dryRun: true });
    expect(dry).toMatchObject({ applied: false, details: { file: { toCreate: 1 } } });
    const done = await importVolunteers(t.app, path, { network: 'climate' });
    expect(done).toMatchObject({ applied: true, details: { file: { createdCount: 1 } } });
    const other = await importVolunteers(t.app, path, { network: 'solidarity' });
    expect(other.details.file).toMatchObject({ createdCount: 0, updatedCount: 1 });
    await rm(folder, { recursive: true });
  });
});
