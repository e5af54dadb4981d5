import { text } from 'node:stream/consumers';
import request from 'supertest';
import yauzl from 'yauzl';
import { Audit } from '#platform/audit';
import { DataExport, PersonFinder, PersonalRegistry } from '#platform/privacy';
import { type Person, TestApp } from './support/app.js';
import { book } from './support/bookings.js';
import { aSession, aVolunteer, type VolunteerPerson } from './support/trainings.js';

const MINE = `{ myData { freshUntil erasure { isConfirmed dueAt } tables { rows rule { table title erasure because
  retention { when because } } } } }`;

interface Mine {
  myData: {
    freshUntil: string | null;
    erasure: { isConfirmed: boolean; dueAt: string | null } | null;
    tables: { rows: number; rule: { table: string; title: string; erasure: string; because: string | null } }[];
  };
}

/** Name and text of every file of a ZIP, read by another library than the one that wrote it. */
async function filesOf(zip: Buffer): Promise<Map<string, string>> {
  const archive = await yauzl.fromBufferPromise(zip);
  const files = new Map<string, string>();
  for await (const entry of archive.eachEntry())
    files.set(entry.fileName, await text(await archive.openReadStreamPromise(entry)));
  return files;
}

const download = (t: TestApp, person: Person): request.Test =>
  request(t.server)
    .get('/my-data/export.zip')
    .set('cookie', person.cookie ?? '')
    .buffer(true)
    .parse((res, done) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () => done(null, Buffer.concat(parts)));
    });

describe('my data', () => {
  let t: TestApp;
  let lina: VolunteerPerson;
  beforeAll(async () => {
    t = await TestApp.start();
    t.clock.set(new Date('2026-03-02T09:00:00Z'));
    lina = await aVolunteer(t, { email: 'lina.export@exemple.org', displayName: 'Lina Bouleau' });
  });
  afterAll(() => t.close());

  it('says in words what is known, what goes and what stays', async () => {
    const { myData } = await lina.get<Mine>(MINE);
    const rule = (table: string) => myData.tables.find((one) => one.rule.table === table);
    expect(rule('contact')).toMatchObject({
      rows: 1,
      rule: { title: 'Coordonnées', erasure: 'deleted', because: null },
    });
    expect(rule('attendance')).toMatchObject({ rows: 0, rule: { erasure: 'kept' } });
    expect(rule('attendance')?.rule.because).toContain('RGPD');
    expect(myData.erasure).toBeNull();
    expect(myData.freshUntil).toMatch(/^2026-03-02T09:30:/);
  });

  it('tells strangers the rules, and nothing else', async () => {
    const { personalDataRules } = await t
      .visitor('en')
      .get<{ personalDataRules: { title: string }[] }>(
        '{ personalDataRules { title erasure because retention { when because } } }',
      );
    expect(personalDataRules.map(({ title }) => title)).toContain('Contact details');
    expect((await t.visitor().ask(MINE)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await download(t, t.visitor())).status).toBe(401);
  });

  it('exports every table about me as JSON and CSV, and nothing about others', async () => {
    const other = await aVolunteer(t, { email: 'autre@exemple.org', displayName: 'Zoé Autre' });
    const session = await aSession(t);
    await book(lina, session);
    await book(other, session);
    await t.jobs({ mayFail: true });
    const answer = await download(t, lina);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/zip',
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="mes-donnees-2026-03-02.zip"',
    });
    const files = await filesOf(answer.body as Buffer);
    const { tables } = JSON.parse(files.get('donnees.json') ?? '') as {
      tables: Record<string, { title: string; rows: Record<string, unknown>[] }>;
    };
    expect(Object.keys(tables).sort()).toEqual(
      t.app
        .get(PersonalRegistry)
        .tables.map(({ table }) => table)
        .sort(),
    );
    expect(tables.contact?.rows).toEqual([expect.objectContaining({ email: 'lina.export@exemple.org' })]);
    expect(tables.enrolment?.rows).toEqual([expect.objectContaining({ status: 'enrolled', training: 'Aller vers' })]);
    expect(tables.audit_entry?.rows).toContainEqual(expect.objectContaining({ action: 'data.export' }));
    expect(files.get('csv/contact.csv')).toContain('lina.export@exemple.org');
    expect(files.get('LISEZ-MOI.txt')).toContain('Coordonnées');
    const everything = [...files.values()].join('\n');
    for (const foreign of ['Zoé', 'autre@exemple.org', other.volunteerId, 'token_hash', 'calendar_key'])
      expect(everything).not.toContain(foreign);
  });

  it('withholds what a declaration withholds, and only that', async () => {
    const person = await t.app.get(PersonFinder).byVolunteer(lina.volunteerId);
    const { tables } = await t.app.get(DataExport).of(person!, 'fr');
    for (const { table, columns } of tables) {
      const declared = t.app.get(PersonalRegistry).tables.find((one) => one.table === table)!;
      const all = await t.db.query<{ name: string }>(
        `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1`,
        [table],
      );
      const hidden = [
        ...Object.keys(declared.export.withheld ?? {}),
        ...(declared.mentions ?? []).map((m) => m.column),
      ];
      const shown = all.map(({ name }) => name).filter((name) => !hidden.includes(name));
      expect(columns).toEqual(expect.arrayContaining(shown));
      for (const name of hidden) expect(columns).not.toContain(name);
    }
  });

  it('makes spreadsheets harmless, in the CSV alone', async () => {
    await t.db.query(`update volunteer set access_needs = '=cmd()' where id = $1`, [lina.volunteerId]);
    const files = await filesOf((await download(t, lina)).body as Buffer);
    expect(files.get('csv/volunteer.csv')).toContain("'=cmd()");
    expect(files.get('donnees.json')).toContain('"=cmd()"');
  });

  it('shows who read my contact data to me, without who it was by id', async () => {
    await t.app.get(Audit).write({
      actor: null,
      action: 'contact.read',
      subjectType: 'volunteer',
      subjectId: lina.volunteerId,
      volunteerId: lina.volunteerId,
      purpose: 'Prévenir d’un changement de salle',
    });
    const files = await filesOf((await download(t, lina)).body as Buffer);
    expect(files.get('donnees.json')).toContain('Prévenir d’un changement de salle');
    expect(files.get('donnees.json')).not.toContain('actor_account_id');
  });

  it('asks to sign in again after half an hour, and takes five exports an hour at most', async () => {
    const eager = await aVolunteer(t);
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await download(t, eager)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    const late = await aVolunteer(t);
    t.clock.set(new Date(t.clock.now().getTime() + 31 * 60_000));
    expect((await download(t, late)).status).toBe(403);
    expect((await late.get<Mine>(MINE)).myData.freshUntil).toBeNull();
  });
});
