import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isObjectType } from 'graphql';
import request from 'supertest';
import { DataExport, PersonFinder } from '#platform/privacy';
import { TestApp } from './support/app.js';
import { capturedOutput } from './support/output.js';
import { tracesIn } from './support/traces.js';
import { aVolunteer, type VolunteerPerson } from './support/trainings.js';

const SAVE = `mutation($input: LivedExperienceInput!) { saveLivedExperience(input: $input) { words purposes consentText } }`;
const MINE = '{ myLivedExperience { words purposes readings { purpose } } }';
const READ =
  'mutation($purpose: LivedExperiencePurpose!) { readLivedExperiences(purpose: $purpose) { displayName words } }';
const WORDS = 'Trois hivers quai d’Austerlitz, puis la rue Pajol';

/** Files of the code below a folder that name the table, tests and migrations left out. */
function filesNaming(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile() && /\.ts$/.test(file.name) && !/\.spec\.ts$/.test(file.name))
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => pattern.test(readFileSync(path, 'utf8')));
}

describe('lived experience of homelessness', () => {
  let t: TestApp;
  let nour: VolunteerPerson;
  const output = capturedOutput();
  const input = { words: WORDS, purposes: ['training'], consentVersion: 1 };
  beforeAll(async () => {
    t = await TestApp.start({ logLevel: 'verbose' });
    nour = await aVolunteer(t, { email: 'nour@exemple.org', displayName: 'Nour Essai' });
    await nour.get(SAVE, { input });
  });
  afterAll(async () => {
    output.end();
    await t.close();
  });

  it('is told by the person alone, under the text that she was shown', async () => {
    expect(await nour.get(MINE)).toEqual({
      myLivedExperience: { words: WORDS, purposes: ['training'], readings: [] },
    });
    const stale = await nour.ask(SAVE, { input: { ...input, consentVersion: 2 } });
    expect(stale.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const other = await aVolunteer(t);
    expect(await other.get(MINE)).toEqual({ myLivedExperience: null });
    expect((await t.visitor().ask(MINE)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('is read for a purpose that she agreed to, by the administration, and she sees it', async () => {
    const coordinator = await t.signIn('c@exemple.org', [{ role: 'coordinator' }]);
    const admin = await t.signIn('a@exemple.org', [{ role: 'admin' }]);
    expect((await coordinator.ask(READ, { purpose: 'training' })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await admin.get(READ, { purpose: 'advice' })).toEqual({ readLivedExperiences: [] });
    expect(await admin.get(READ, { purpose: 'training' })).toEqual({
      readLivedExperiences: [{ displayName: 'Nour Essai', words: WORDS }],
    });
    expect(await nour.get(MINE)).toMatchObject({ myLivedExperience: { readings: [{ purpose: 'training' }] } });
  });

  it('is in no table as it was written, not even in her own: the words are sealed to her row', async () => {
    expect(await tracesIn(t, ['Austerlitz', 'Pajol'])).toEqual([]);
    const other = await aVolunteer(t);
    await other.get(SAVE, { input: { ...input, words: 'Autre chose' } });
    await t.db.transaction(async () => {
      await t.db.query(`select set_config('lived_experience.for', '*', true)`);
      await t.db.query(
        `update lived_experience set sealed = (select sealed from lived_experience where volunteer_id = $1)
          where volunteer_id = $2`,
        [nour.volunteerId, other.volunteerId],
      );
    });
    // Copied into another row it no longer opens.
    expect((await other.ask(MINE)).errors?.[0]?.extensions.code).toBe('INTERNAL');
    await other.get('mutation { withdrawLivedExperience }');
  });

  it('is hidden by Postgres from every statement that does not say whose it asks for, the owner’s too', async () => {
    const role = `probe_${process.pid}`;
    await t.db.query(`create role ${role}; grant usage on schema public to ${role};
      grant all on all tables in schema public to ${role}; alter table lived_experience owner to ${role}`);
    const asRole = <T>(sql: string, whom: string | null): Promise<T[]> =>
      t.db.transaction(async () => {
        await t.db.query(`set local role ${role}`);
        if (whom !== null) await t.db.query(`select set_config('lived_experience.for', $1, true)`, [whom]);
        return t.db.query<T>(sql);
      });
    try {
      const all = 'select volunteer_id from lived_experience';
      expect(await asRole(all, null)).toEqual([]);
      expect(await asRole(all, '')).toEqual([]);
      expect(await asRole(all, 'purpose:advice')).toEqual([]);
      expect(await asRole(all, '00000000-0000-4000-8000-000000000000')).toEqual([]);
      expect(await asRole('delete from lived_experience returning 1', null)).toEqual([]);
      expect(await asRole(all, nour.volunteerId)).toEqual([{ volunteer_id: nour.volunteerId }]);
      expect(await asRole(all, 'purpose:training')).toEqual([{ volunteer_id: nour.volunteerId }]);
    } finally {
      await t.db.query(`reassign owned by ${role} to current_user; drop owned by ${role}; drop role ${role}`);
    }
  });

  it('is named by no other code, and reached by no type of the schema but its own', () => {
    const files = ['libs', 'apps/api', 'apps/worker', 'apps/cli'].flatMap((folder) =>
      filesNaming(folder, /lived_experience|LivedExperience/),
    );
    // Backups copy every row, sealed as it is; a base without people has none of these rows.
    const COPIES = ['apps/cli/src/anonymise.ts', 'apps/cli/src/backup/catalogue.ts'];
    const strangers = files.filter(
      (path) =>
        !COPIES.includes(path) &&
        !/libs\/volunteers\/src\/(lived-experience\.|volunteer-merge-steps\.ts|volunteers\.(personal|entities|module)\.ts)/.test(
          path,
        ) &&
        !/libs\/platform\/i18n\/src\/catalogues\/\w+\/(privacy|web-my-data)\.ts/.test(path),
    );
    expect(strangers).toEqual([]);
    const { schema } = t.app.get(GraphQLSchemaHost);
    const leading = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter((field) => /livedExperience/i.test(field.name + getNamedType(field.type).name))
          .map((field) => `${type.name}.${field.name}`),
      );
    expect(leading.sort()).toEqual(
      [
        'Mutation.readLivedExperiences',
        'Mutation.saveLivedExperience',
        'Mutation.withdrawLivedExperience',
        'MyLivedExperience.purposes',
        'MyLivedExperience.readings',
        'LivedExperienceReadingView.purpose',
        'Query.livedExperienceText',
        'Query.myLivedExperience',
      ].sort(),
    );
  });

  it('leaves no line in the journal, the mails, the queue or the log, and goes into her own export alone', async () => {
    const journal = await t.db.query(`select 1 from audit_entry where to_jsonb(audit_entry)::text ilike '%lived%'`);
    expect(journal).toEqual([]);
    expect(await t.db.query(`select 1 from mail where params::text ilike '%lived%'`)).toEqual([]);
    expect(output.text()).not.toMatch(/Austerlitz|Pajol/);
    const people = t.app.get(PersonFinder);
    const hers = await t.app.get(DataExport).of((await people.byVolunteer(nour.volunteerId))!, 'fr');
    expect(hers.tables.find(({ table }) => table === 'lived_experience')?.rows).toEqual([
      expect.objectContaining({ words: WORDS }),
    ]);
    const other = await aVolunteer(t);
    const others = await t.app.get(DataExport).of((await people.byVolunteer(other.volunteerId))!, 'fr');
    expect(JSON.stringify(others)).not.toContain('Austerlitz');
    // A broken request with the words in it is not repeated in the log either.
    await request(t.server)
      .post('/graphql')
      .set('cookie', nour.cookie ?? '')
      .send({ query: `{ "${WORDS}` });
    expect(output.text()).not.toMatch(/Austerlitz|Pajol/);
  });

  it('is gone at once when she takes it back', async () => {
    expect(await nour.get('mutation { withdrawLivedExperience }')).toEqual({ withdrawLivedExperience: true });
    expect(await nour.get(MINE)).toEqual({ myLivedExperience: null });
    const left = await t.db.transaction(async () => {
      await t.db.query(`select set_config('lived_experience.for', '*', true)`);
      return t.db.query('select 1 from lived_experience union all select 1 from lived_experience_reading');
    });
    expect(left).toEqual([]);
  });
});
