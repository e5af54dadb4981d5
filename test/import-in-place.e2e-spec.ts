import { jest } from '@jest/globals';
import ExcelJS from 'exceljs';
import { Jobs } from '#platform/jobs';
import { type Person, TestApp } from './support/app.js';
import { Imports } from './support/imports.js';

const HEAD = 'prénom;nom;courriel;année de naissance;portable\n';
const JOIN = 'mutation($input: JoinInput!) { join(input: $input) { ... on Volunteer { id } } }';

jest.setTimeout(180_000);

describe('a list that is put right in its place', () => {
  let t: TestApp;
  let imports: Imports;
  beforeAll(async () => {
    t = await TestApp.start();
    imports = new Imports(t, await t.signIn('climate@exemple.org', [{ role: 'coordinator', network: 'climate' }]));
  });
  afterAll(() => t.close());

  const emails = async (pattern: string): Promise<string[]> =>
    (
      await t.db.query<{ email: string }>('select email::text from contact where email like $1 order by 1', [pattern])
    ).map(({ email }) => email);

  describe('faults', () => {
    it('go one by one, by the same rules, and the counts follow', async () => {
      const { file } = await imports.send(
        `${HEAD}Zoé;Houx;zoe;1990;\n;Iris;lou@a.exemple.org;;06\nLéa;;lea@a.exemple.org;;\n`,
      );
      expect(file).toMatchObject({ faulty: 2, sound: 1, toCreate: 1 });
      const still = await imports.fix(file.id, { line: 3, column: 1, value: 'Lou' });
      expect(still.row).toMatchObject({ state: 'faulty' });
      expect(still.row.cells.flatMap(({ code }) => code ?? [])).toEqual(['BAD_PHONE']);
      const cured = await imports.fix(file.id, { line: 3, column: 5, value: '' });
      expect(cured).toMatchObject({ changed: 1, row: { state: 'sound' } });
      expect(cured.details.file).toMatchObject({ faulty: 1, sound: 2, toCreate: 2 });
      const wrong = await imports.fix(file.id, { line: 2, column: 3, value: 'zoe@' });
      expect(wrong.row.cells[2]).toMatchObject({ code: 'BAD_EMAIL', value: 'zoe@' });
    });

    it('that are all alike are put right together', async () => {
      const rows = Array.from(
        { length: 30 },
        (_, i) => `Lou;lou.${i}@b.exemple.org;${i % 3 === 0 ? 'Climatt' : 'x'}\n`,
      );
      const { file } = await imports.send(`prénom;courriel;réseau\n${rows.join('')}`);
      expect(file).toMatchObject({ faulty: 30, sound: 0 });
      const { changed, details } = await imports.fix(file.id, {
        line: 2,
        column: 3,
        value: 'Climat',
        everywhere: true,
      });
      expect(changed).toBe(10);
      expect(details.file).toMatchObject({ faulty: 20, sound: 10, toCreate: 10 });
    });

    it('of shape, of duplicates and of rows left out are told anew whenever another row changes', async () => {
      const text = `${HEAD}Zoé;Houx;zoe@c.exemple.org;1990;\nZoée;Hou;zoe@c.exemple.org;1991;\nLou;Iris;lou@c.exemple.org\n`;
      const { file } = await imports.send(text);
      const codes = async (): Promise<string[][]> =>
        (await imports.rows(file.id, 'faulty')).map(({ cells }) => cells.flatMap(({ code }) => code ?? []));
      expect(await codes()).toEqual([['DUPLICATE_EMAIL'], ['TOO_FEW_CELLS']]);
      // The first of the two is left out: the second is nobody's duplicate any more.
      await imports.choose(file.id, 2, 'leave_out');
      expect(await codes()).toEqual([['TOO_FEW_CELLS']]);
      await imports.fix(file.id, { line: 4, column: 3, value: 'zoe@c.exemple.org' });
      expect(await codes()).toEqual([['DUPLICATE_EMAIL']]);
      const { row } = await imports.choose(file.id, 4, 'leave_out');
      expect(row.state).toBe('left_out');
      const { details } = await imports.choose(file.id, 2, null);
      expect(details.file).toMatchObject({ faulty: 1, sound: 1, leftOut: 1 });
    });

    it('stay put right when the columns are matched otherwise, and when Postgres lost the rows in a crash', async () => {
      const { file } = await imports.send('prénom;courriel;divers\nZoé;zoe;75019\nLou;lou@d.exemple.org;\n');
      await imports.fix(file.id, { line: 2, column: 2, value: 'zoe@d.exemple.org' });
      const mapping = [
        { header: 'prénom', field: 'givenName' },
        { header: 'courriel', field: 'email' },
        { header: 'divers', field: 'postcode' },
      ];
      expect((await imports.map(file.id, mapping)).file).toMatchObject({ status: 'ready', sound: 2, faulty: 0 });
      await t.db.query('truncate volunteer_import_row');
      await t.app.get(Jobs).runNow('import.sweep');
      await t.jobs();
      expect((await imports.details(file.id)).file).toMatchObject({ status: 'ready', sound: 2, faulty: 0 });
      expect((await imports.apply(file.id)).file).toMatchObject({ created: 2 });
    });

    it('that remain are given back with the columns of the file, and nothing that a spreadsheet would run', async () => {
      const { file } = await imports.send(`${HEAD}"=1+1";"Hou;x";faux;1990;+33 6\nLou;Iris;lou@e.exemple.org;1990;\n`);
      expect((await imports.apply(file.id, true)).file).toMatchObject({ created: 1, faulty: 1 });
      const { text, headers } = await imports.rest(file.id).expect(200);
      expect(text).toBe(`\ufeff${HEAD.trim()}\r\n'=1+1;"Hou;x";faux;1990;+33 6\r\n`);
      expect(headers['content-disposition']).toContain('liste-reste.csv');
    });
  });

  describe('people who may be known', () => {
    it('are asked about with the reasons; nothing is done without a decision', async () => {
      await imports.imported(
        `${HEAD}Aïcha;Tilleul;aicha@f.exemple.org;1980;0600000001\nMarc;Lilas;marc@f.exemple.org;1970;\n`,
      );
      const list = [
        'TILLEUL;Aicha;autre@f.exemple.org;1980;', // her names in the other order, another address
        'Aicha;Tileul;tel@f.exemple.org;;0600000001', // a slip, and her telephone
        'Paul;Tilleul;paul@f.exemple.org;;0600000001', // somebody of her household
        'Jeanne;Iris;marc@f.exemple.org;1985;', // his address, another name
      ];
      const { file } = await imports.send(HEAD + list.join('\n'));
      expect(file).toMatchObject({ doubts: 3, sound: 1, toCreate: 1 });
      const rows = await imports.rows(file.id, 'doubt');
      expect(rows.map(({ match, choices }) => [match?.displayName, match?.reasons, choices])).toEqual([
        ['Aïcha T.', ['name', 'birth_year'], ['update', 'create', 'leave_out']],
        ['Aïcha T.', ['phone', 'similar_name'], ['update', 'create', 'leave_out']],
        ['Marc L.', ['email'], ['update', 'leave_out']],
      ]);
      expect((await imports.askApply(file.id)).errors?.[0]?.extensions['code']).toBe('CONFLICT');
      expect((await imports.choose(file.id, 2, 'update')).row.state).toBe('sound');
      const { details } = await imports.choose(file.id, 3, 'create');
      expect(details.file).toMatchObject({ doubts: 1, sound: 3, toCreate: 2, toLeave: 1 });
      expect((await imports.apply(file.id, true)).file).toMatchObject({ created: 2, updated: 0, unchanged: 1 });
      expect(await emails('%@f.exemple.org')).toEqual(
        ['aicha', 'marc', 'paul', 'tel'].map((name) => `${name}@f.exemple.org`),
      );
    });

    it('get an address from the list when they have none and no account', async () => {
      await t.db.query(
        `with v as (insert into volunteer (display_name, source) values ('Sans A.', 'reception') returning id)
         insert into contact (volunteer_id, given_name, family_name, birth_year) select id, 'Sans', 'Adresse', 1975 from v`,
      );
      const { file } = await imports.send(`${HEAD}Sans;Adresse;sans@g.exemple.org;1975;\n`);
      await imports.choose(file.id, 2, 'update');
      expect((await imports.apply(file.id)).file).toMatchObject({ updated: 1 });
      expect(await emails('%@g.exemple.org')).toEqual(['sans@g.exemple.org']);
      await imports.step('undo', file.id);
      expect(await emails('%@g.exemple.org')).toEqual([]);
    });
  });

  it('comes from a workbook as well, from the sheet that is chosen', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Notes').addRow(['Rien ici']);
    const sheet = book.addWorksheet('Bénévoles');
    sheet.addRow(['Prénom', 'Nom', 'Courriel', 'Né(e) le', 'Portable']);
    sheet.addRow(['Zoé', 'Houx', 'zoe@h.exemple.org', new Date(Date.UTC(1990, 0, 31)), 612345678]);
    const bytes = Buffer.from(await book.xlsx.writeBuffer());
    const first = await imports.send(bytes, 'liste.xlsx');
    expect(first.file).toMatchObject({
      status: 'failed',
      kind: 'xlsx',
      sheet: 'Notes',
      sheets: ['Notes', 'Bénévoles'],
    });
    const { file } = await imports.map(first.file.id, [], 'Bénévoles');
    expect(file).toMatchObject({ status: 'ready', sound: 1 });
    await imports.apply(file.id);
    const rows = await t.db.query(`select phone, birth_year from contact where email = 'zoe@h.exemple.org'`);
    expect(rows).toEqual([{ phone: '+33612345678', birth_year: 1990 }]);
  });

  describe('undoing', () => {
    const shot = async (): Promise<unknown> => ({
      people: await t.db.query(
        `select v.id, v.display_name, v.languages, v.arrondissement, v.updated_at, c.given_name, c.family_name, c.email,
                c.phone, c.birth_year, c.updated_at as contact_updated_at
           from volunteer v join contact c on c.volunteer_id = v.id order by v.id`,
      ),
      memberships: await t.db.query('select * from membership order by 1, 2'),
      consents: await t.db.query('select * from consent order by id'),
    });
    const join = async (person: Person, givenName: string): Promise<void> => {
      const consents = ['terms', 'network:climate'].map((purpose) => ({ purpose, version: 1 }));
      await person.get(JOIN, { input: { givenName, birthYear: 1990, networks: ['climate'], consents } });
    };

    it('puts back exactly what was created and changed', async () => {
      await imports.imported(`${HEAD}Ana;Houx;ana@i.exemple.org;1990;0611111111\n`);
      const before = await shot();
      const list =
        'prénom;nom;courriel;portable;arrondissement;langues;consentement;date du consentement;version du texte\n' +
        'Ana;Houx-Iris;ana@i.exemple.org;0622222222;12;arabe;oui;01/03/2026;1\n' +
        'Bao;Lilas;bao@i.exemple.org;;;;oui;01/03/2026;1\n';
      const { file } = await imports.send(list);
      expect((await imports.apply(file.id)).file).toMatchObject({ created: 1, updated: 1 });
      expect(await shot()).not.toEqual(before);
      const { file: undone } = await imports.step('undo', file.id);
      expect(undone).toMatchObject({ status: 'undone', kept: 0 });
      expect(await shot()).toEqual(before);
      const [line] = await t.db.query(`select details from audit_entry where action = 'volunteers.import-undone'
        order by id desc limit 1`);
      expect(line).toMatchObject({ details: { network: 'climate', created: 1, updated: 1 } });
    });

    it('leaves who has acted since, and says who and why', async () => {
      await imports.imported(`${HEAD}Cleo;Houx;cleo@j.exemple.org;1990;\nDina;Houx;dina@j.exemple.org;1990;\n`);
      const names = ['Cleo', 'Dina', 'Eva', 'Fari', 'Gil', 'Hugo'];
      const list = names.map((name) => `${name};Iris;${name.toLowerCase()}@j.exemple.org;1990;0633333333\n`).join('');
      const { file } = await imports.send(HEAD + list);
      await imports.apply(file.id);
      const of = async (email: string): Promise<string> =>
        (await t.db.query<{ id: string }>('select volunteer_id as id from contact where email = $1', [email]))[0]?.id ??
        '';
      // Cleo was known and changes by another hand; Eva joins; Fari is tagged; Dina (known), Gil and Hugo do nothing.
      await t.db.query(`update contact set phone = '+33644444444' where volunteer_id = $1`, [
        await of('cleo@j.exemple.org'),
      ]);
      await join(await t.signIn('eva@j.exemple.org'), 'Eva');
      await t.db.query(
        `with tag as (insert into tag (network, name, colour) values ('climate', 'Vue', 'green') returning id)
         insert into volunteer_tag (volunteer_id, tag_id) select $1, id from tag`,
        [await of('fari@j.exemple.org')],
      );
      const { file: undone, kept } = await imports.step('undo', file.id);
      expect(undone).toMatchObject({ status: 'undone', kept: 3 });
      expect(kept.map(({ displayName, because }) => [displayName, because])).toEqual([
        ['Cleo I.', 'changed'],
        ['Eva I.', 'signed_in'],
        ['Fari I.', 'in_use'],
      ]);
      expect(await emails('%@j.exemple.org')).toEqual(
        ['cleo', 'dina', 'eva', 'fari'].map((name) => `${name}@j.exemple.org`),
      );
      const [dina] = await t.db.query(`select family_name, phone from contact where email = 'dina@j.exemple.org'`);
      expect(dina).toEqual({ family_name: 'Houx', phone: null });
    });

    it('and people who sign up meanwhile never lose what they did, however the two meet', async () => {
      const names = Array.from({ length: 12 }, (_, i) => `k${i}`);
      const { file } = await imports.send(
        HEAD +
          names
            .map((name) =>
              `Kim;Iris;${name}@k.exemple.org;1990;0655555555\n`.replace(
                'Iris',
                `Iris ${'abcdefghijkl'[Number(name.slice(1))]}`,
              ),
            )
            .join(''),
      );
      await imports.apply(file.id);
      const people = await Promise.all(names.slice(0, 6).map((name) => t.signIn(`${name}@k.exemple.org`)));
      const jobs = t.app.get(Jobs);
      await t.db.query(`update volunteer_import set status = 'undoing' where id = $1`, [file.id]);
      await Promise.all([
        jobs.runNow('import.undo', { importId: file.id }),
        ...people.map((person) => join(person, 'Kim')),
      ]);
      const left = await t.db.query<{ email: string; account: string | null }>(
        `select c.email::text, v.account_id as account from contact c join volunteer v on v.id = c.volunteer_id
          where c.email like '%@k.exemple.org' order by 1`,
      );
      expect(left.map(({ email }) => email)).toEqual(names.slice(0, 6).map((name) => `${name}@k.exemple.org`));
      expect(left.every(({ account }) => account !== null)).toBe(true);
    });

    it('is possible for a day, once, for any coordinator of the network', async () => {
      const { file } = await imports.send(`${HEAD}Ole;Houx;ole@l.exemple.org;1990;\n`);
      await imports.apply(file.id);
      const roles = [{ role: 'coordinator', network: 'climate' }] as const;
      const other = new Imports(t, await t.signIn('other@exemple.org', [...roles]));
      const foreign = await t.signIn('far@exemple.org', [{ role: 'coordinator', network: 'solidarity' }]);
      await expect(new Imports(t, foreign).step('undo', file.id)).rejects.toThrow('FORBIDDEN');
      t.clock.advance({ hours: 25 });
      await expect(other.step('undo', file.id)).rejects.toThrow('CONFLICT');
      t.clock.real();
      expect((await other.step('undo', file.id)).file.status).toBe('undone');
      await expect(other.step('undo', file.id)).rejects.toThrow('CONFLICT');
    });
  });

  it('is stopped between two chunks and goes on exactly there, even after Postgres lost the rows in a crash', async () => {
    const rows = Array.from({ length: 12_000 }, (_, i) => `Max;m${i}@m.exemple.org\n`).join('');
    const { file } = await imports.send(`prénom;courriel\n${rows}`);
    expect((await imports.askApply(file.id)).errors).toBeUndefined();
    const applying = t.app.get(Jobs).runNow('import.apply', { importId: file.id });
    while ((await imports.details(file.id)).file.done === 0) await new Promise((next) => setTimeout(next, 20));
    await imports.step('stop', file.id).catch(() => undefined);
    await applying;
    const { file: half } = await imports.details(file.id);
    const [people] = await t.db.query<{ n: number }>(
      `select count(*)::int as n from contact where email like '%@m.exemple.org'`,
    );
    expect(half.done).toBe(people?.n);
    if (half.status === 'stopped') {
      await t.db.query('truncate volunteer_import_row');
      await imports.apply(file.id);
    }
    expect((await imports.details(file.id)).file).toMatchObject({ status: 'applied', created: 12_000, done: 12_000 });
    expect(await emails('%@m.exemple.org')).toHaveLength(12_000);
  });
});
