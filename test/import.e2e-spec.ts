import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import request from 'supertest';
import { importVolunteers } from '#lib/volunteers';
import { type Person, TestApp } from './support/app.js';
import { volunteerFile } from './support/volunteer-file.js';

interface Report {
  fileId: string;
  rowCount: number;
  toCreate: number;
  toUpdate: number;
  unchanged: number;
  faultCount: number;
  faults: { row: number; column: number; header: string; value: string; code: string; message: string }[];
  preview: { row: number; givenName: string | null; outcome: string }[];
  columns: { header: string; field: string | null; samples: string[] }[];
  encoding: string;
  delimiter: string;
  ok: boolean;
}
type Applied = { applyVolunteerImport: { __typename: string; created: number; updated: number; unchanged: number } };

const ARGS = '($fileId: ID!, $network: Network!, $mapping: [ImportMappingInput!]!)';
const PASS = '(fileId: $fileId, network: $network, mapping: $mapping)';
const APPLY = `mutation${ARGS} { applyVolunteerImport${PASS} { __typename
  ... on ImportDone { id created updated unchanged } ... on ImportReport { faultCount } } }`;
const RECHECK = `mutation${ARGS} { recheckVolunteerImport${PASS} { ok rowCount faults { code row column } } }`;
const JOIN = 'mutation($input: JoinInput!) { join(input: $input) { ... on Volunteer { id displayName languages } } }';

jest.setTimeout(60_000);

describe('importing volunteers', () => {
  let t: TestApp;
  let folder: string;
  let coordinator: Person;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'imports-'));
    t = await TestApp.start({ dataDir: folder });
    coordinator = await t.signIn('climate@exemple.org', [{ role: 'coordinator', network: 'climate' }]);
  });
  afterAll(async () => {
    await t.close();
    await rm(folder, { recursive: true });
  });

  const post = (person: Person, file: Buffer | string, network = 'climate'): request.Test =>
    request(t.server)
      .post(`/imports/volunteers?network=${network}&name=liste.csv`)
      .set('cookie', person.cookie ?? '')
      .set('content-type', 'text/csv')
      .set('x-requested-with', 'fetch')
      .send(file);
  const check = async (file: Buffer | string): Promise<Report> => (await post(coordinator, file).expect(200)).body;
  const apply = async (fileId: string, mapping: object[] = []): Promise<Applied['applyVolunteerImport']> =>
    (await coordinator.get<Applied>(APPLY, { fileId, network: 'climate', mapping })).applyVolunteerImport;
  const imported = async (file: string): Promise<Applied['applyVolunteerImport']> => apply((await check(file)).fileId);
  const count = async (table: string): Promise<number> =>
    (await t.db.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n ?? 0;

  describe('a list of 15,000 people', () => {
    const file = volunteerFile(15_000);

    it('with 40 faults of different kinds names each where it is, and imports nothing', async () => {
      const report = await check(file.faulty);
      expect(report).toMatchObject({ ok: false, rowCount: 15_000, faultCount: 40, encoding: 'utf-8', delimiter: ';' });
      expect(report.faults.map(({ row, column, code }) => ({ row, column, code }))).toEqual(file.planted);
      expect(report.faults.filter(({ message }) => message.length < 20)).toEqual([]);
      expect(await apply(report.fileId)).toEqual({ __typename: 'ImportReport', faultCount: 40 });
      expect(await count('volunteer')).toBe(0);
    });

    it('is imported whole once it is corrected, and not a second time', async () => {
      const report = await check(file.correct);
      expect(report).toMatchObject({ ok: true, toCreate: 15_000, toUpdate: 0, unchanged: 0, faultCount: 0 });
      expect(report.preview).toHaveLength(20);
      expect(await apply(report.fileId)).toMatchObject({ created: 15_000, updated: 0, unchanged: 0 });
      const again = await check(file.correct);
      expect(again).toMatchObject({ toCreate: 0, toUpdate: 0, unchanged: 15_000 });
      expect(await apply(again.fileId)).toMatchObject({ created: 0, updated: 0, unchanged: 15_000 });
      expect([await count('volunteer'), await count('contact'), await count('membership')]).toEqual([
        15_000, 15_000, 15_000,
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
      const { volunteerImports } = await coordinator.get<{ volunteerImports: object[] }>(
        '{ volunteerImports { fileName network rowCount created updated unchanged importedAt } }',
      );
      expect(volunteerImports).toMatchObject([{ unchanged: 15_000 }, { fileName: 'liste.csv', created: 15_000 }]);
      const solidarity = await t.signIn('solidarity@exemple.org', [{ role: 'coordinator', network: 'solidarity' }]);
      expect(await solidarity.get('{ volunteerImports { id } }')).toEqual({ volunteerImports: [] });
      expect(await t.db.query(`select 1 from audit_entry where action = 'volunteers.import'`)).toHaveLength(2);
    });

    it('leaves no file behind once imported, nor any other for more than a day', async () => {
      t.clock.advance({ hours: 25 });
      const fresh = await check('prénom;courriel\nZoé;zoe.reste@exemple.org\n');
      const kept = (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name));
      expect(kept.length).toBeLessThanOrEqual(2);
      t.clock.advance({ hours: 25 });
      const late = { fileId: fresh.fileId, network: 'climate', mapping: [] };
      expect((await coordinator.ask(APPLY, late)).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
      t.clock.real();
    });
  });

  describe('people who are known already', () => {
    it('are found again by their address when they sign in, with all that was known', async () => {
      await imported(
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
      expect(await imported(`${ask}ines@exemple.org;Agnès;Houx;1991;0612345678;anglais\n`)).toMatchObject({
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
      await imported(`${head}Joël;Genêt;joel@exemple.org;0611111111;12;1980\n`);
      expect(await imported(`${head}Joël;Genêt;JOEL@exemple.org;;13;1981\n`)).toMatchObject({ created: 0, updated: 1 });
      const [row] = await t.db.query(
        `select c.phone, c.birth_year, v.arrondissement from contact c join volunteer v on v.id = c.volunteer_id
          where email = 'joel@exemple.org'`,
      );
      expect(row).toEqual({ phone: '+33611111111', birth_year: 1981, arrondissement: 13 });
    });

    it('are not mistaken for others of the same address or the same name', async () => {
      const head = 'prénom;nom;courriel;année de naissance\n';
      await imported(`${head}Léna;Lilas;lena@exemple.org;1970\n`);
      const report = await check(`${head}Marc;Iris;lena@exemple.org;1985\nLENA;Lilas;autre@exemple.org;1970\n`);
      expect(report.faults).toMatchObject([
        { row: 2, column: 3, header: 'courriel', code: 'KNOWN_EMAIL_OTHER_PERSON', value: 'lena@exemple.org' },
        { row: 3, column: 2, header: 'nom', code: 'KNOWN_PERSON_OTHER_EMAIL', value: 'Lilas' },
      ]);
      const said = 'prénom;nom;courriel;année de naissance;homonyme\nLéna;Lilas;autre@exemple.org;1970;oui\n';
      expect(await imported(said)).toMatchObject({ created: 1 });
      expect(await imported(said)).toMatchObject({ created: 0, unchanged: 1 });
    });

    it('who left or took their consent back are not brought back by an old list', async () => {
      const list = (day: string): string =>
        'prénom;courriel;consentement;date du consentement;version du texte;date de naissance\n' +
        `Maël;mael@exemple.org;oui;${day};1;1990\n`;
      await imported(list('01/03/2026'));
      const mael = await t.signIn('mael@exemple.org');
      const consents = ['terms', 'network:climate'].map((purpose) => ({ purpose, version: 1 }));
      await mael.get(JOIN, { input: { givenName: 'Maël', birthYear: 1990, networks: ['climate'], consents } });
      await mael.get('mutation { leaveNetwork(network: climate) { id } }');
      expect(await imported(list('01/03/2026'))).toMatchObject({ unchanged: 1 });
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
      const { fileId } = await check(`prénom;courriel\n${rows}`);
      const other = await t.signIn('climate2@exemple.org', [{ role: 'coordinator', network: 'climate' }]);
      await post(other, `prénom;courriel\n${rows}`).expect(200);
      const lou = await t.signIn('lou.7@exemple.org');
      const consents = ['terms', 'network:climate'].map((purpose) => ({ purpose, version: 1 }));
      const order = { fileId, network: 'climate', mapping: [] };
      const [a, b, joined] = await Promise.all([
        coordinator.get<Applied>(APPLY, order),
        other.get<Applied>(APPLY, order),
        lou.get<{ join: object }>(JOIN, {
          input: { givenName: 'Lou', birthYear: 1990, networks: ['climate'], consents },
        }),
      ]);
      const created = a.applyVolunteerImport.created + b.applyVolunteerImport.created;
      expect([49, 50]).toContain(created);
      expect(joined.join).toMatchObject({ displayName: 'Lou' });
      const people = await t.db.query(`select 1 from contact where email like 'lou.%@exemple.org'`);
      expect(people).toHaveLength(50);
    });
  });

  describe('columns', () => {
    it('that the headers do not tell can be matched by hand', async () => {
      const report = await check('Qui;Où\nDésiré;desire@exemple.org\n');
      expect(report.faults.map((fault) => fault.code)).toEqual(['COLUMN_MISSING', 'COLUMN_MISSING']);
      expect(report.columns).toEqual([
        { header: 'Qui', field: null, samples: ['Désiré'] },
        { header: 'Où', field: null, samples: ['desire@exemple.org'] },
      ]);
      const mapping = [
        { header: 'Qui', field: 'givenName' },
        { header: 'Où', field: 'email' },
      ];
      const order = { fileId: report.fileId, network: 'climate', mapping };
      expect(await coordinator.get(RECHECK, order)).toEqual({
        recheckVolunteerImport: { ok: true, rowCount: 1, faults: [] },
      });
      expect(await apply(report.fileId, mapping)).toMatchObject({ created: 1 });
    });

    it('and cells are explained in the language of the reader', async () => {
      const roles = [{ role: 'coordinator', network: 'climate' }] as const;
      const reader = await t.signIn('english@exemple.org', [...roles]);
      await reader.get('mutation { setLocale(locale: en) { locale } }');
      const { body } = await post(reader, 'first name;email\nZoe;nope\n').expect(200);
      expect((body as Report).faults.map((fault) => fault.message)).toEqual([
        'This address is not valid. Write it as name@example.org.',
      ]);
    });
  });

  describe('the door', () => {
    it('is open to coordinators of the network only, and not to forms of other sites', async () => {
      const file = 'prénom;courriel\nZoé;zoe@exemple.org\n';
      const statuses = async (person: Person): Promise<number> => (await post(person, file)).status;
      expect(await statuses(t.visitor())).toBe(401);
      expect(await statuses(await t.signIn())).toBe(403);
      expect(await statuses(await t.signIn('t@exemple.org', [{ role: 'trainer' }]))).toBe(403);
      expect(await statuses(await t.signIn('s@exemple.org', [{ role: 'coordinator', network: 'solidarity' }]))).toBe(
        403,
      );
      expect(await statuses(await t.signIn('a@exemple.org', [{ role: 'coordinator', arrondissement: 3 }]))).toBe(403);
      expect((await post(coordinator, file).unset('x-requested-with')).status).toBe(403);
      expect((await post(coordinator, file, 'nothing')).status).toBe(400);
    });

    it('shows a file to nobody but its sender', async () => {
      const { fileId } = await check('prénom;courriel\nZoé;zoe@exemple.org\n');
      const other = await t.signIn('other@exemple.org', [{ role: 'admin' }]);
      for (const id of [fileId, '../../etc/passwd'])
        expect(
          (await other.ask(APPLY, { fileId: id, network: 'climate', mapping: [] })).errors?.[0]?.extensions['code'],
        ).toBe('NOT_FOUND');
    });

    it('answers plainly to an empty file and to a workbook', async () => {
      expect((await check('')).faults.map((fault) => fault.code)).toEqual(['EMPTY_FILE']);
      expect((await check(Buffer.from('PK\u0003\u0004...'))).faults.map((fault) => fault.code)).toEqual(['NOT_TEXT']);
    });
  });

  it('works the same from the command line', async () => {
    const path = join(folder, 'command.csv');
    await writeFile(path, 'prénom;courriel\nFanta;fanta@exemple.org\n');
    const dry = await importVolunteers(t.app, path, { network: 'climate', dryRun: true });
    expect(dry).toMatchObject({ ok: true, toCreate: 1 });
    expect(await importVolunteers(t.app, path, { network: 'climate' })).toMatchObject({ created: 1 });
    expect(await importVolunteers(t.app, path, { network: 'solidarity' })).toMatchObject({ created: 0, updated: 1 });
  });
});
