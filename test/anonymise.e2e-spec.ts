import { jest } from '@jest/globals';
import pg from 'pg';
import { runCli } from '../apps/cli/src/program.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';

/** Somebody who cannot be mistaken for anything else. */
const PLANTED = {
  name: 'Zénobie-Planted',
  family: 'Trouvable-Nulle-Part',
  email: 'zenobie.planted@plantation.example',
  phone: '+33699887766',
  words: 'Dort près de la gare-plantée',
};

describe('a base without people', () => {
  let database: TestDatabase;
  let copyUrl: string;
  let copyName: string;
  let told: string;
  const before = { ...process.env };

  beforeAll(async () => {
    database = await createTestDatabase();
    process.env.DATABASE_URL = database.url;
    copyName = `${database.name}_copy`;
    await database.query(`create database ${copyName}`);
    copyUrl = Object.assign(new URL(database.url), { pathname: `/${copyName}` }).href;
    quiet();
    expect(await runCli(['seed', '--demo'])).toBe(0);
    await plant();
  }, 120_000);
  beforeEach(() => quiet());
  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = 0;
  });
  afterAll(async () => {
    process.env = before;
    await database.query(`drop database if exists ${copyName} with (force)`);
    await database.drop();
  });

  function quiet(): void {
    told = '';
    const hear = (text: string | Uint8Array): boolean => {
      told += String(text);
      return true;
    };
    jest.spyOn(process.stdout, 'write').mockImplementation(hear);
    jest.spyOn(process.stderr, 'write').mockImplementation(hear);
  }

  /** Puts her wherever people and programs write about people. */
  async function plant(): Promise<void> {
    const { name, family, email, phone, words } = PLANTED;
    await database.query(
      `with a as (insert into account (email) values ($1) returning id),
            v as (insert into volunteer (account_id, display_name) select id, $2 from a returning id),
            c as (insert into contact (volunteer_id, given_name, family_name, email, phone) select id, $2, $3, $1, $4 from v),
            m as (insert into mail (kind, volunteer_id, to_address, params, subject) select 'x', id, $1, $5, $2 from v)
       insert into audit_entry (actor_label, action, subject_type, subject_id, volunteer_id, purpose)
       select 'x', 'contact.read', 'volunteer', id::text, id, $6 from v`,
      [email, name, family, phone, JSON.stringify({ words, phone }), words],
    );
    await database.query(`select graphile_worker.add_job('test', $1::json)`, [JSON.stringify({ email, words })]);
  }

  /** Every row of every table as text. */
  async function everything(url: string): Promise<string> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'graphile_worker') and c.relkind = 'r'`,
    );
    const parts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ text: string }>(
        `select coalesce(string_agg(x::text, E'\\n'), '') as text from ${name} x`,
      );
      parts.push(rows[0]?.text ?? '');
    }
    await client.end();
    return parts.join('\n');
  }

  it('is a copy in which no planted word, and no address or number of anybody, is found', async () => {
    const reaching = await database.query<{ value: string }>(
      `select email::text as value from account where email is not null
       union select email::text from contact where email is not null
       union select phone from contact where phone is not null`,
    );
    const original = await everything(database.url);
    for (const word of Object.values(PLANTED)) expect(original).toContain(word);
    const code = await runCli(['anonymise', '--into', copyUrl]);
    expect({ code, fault: code === 0 ? '' : told }).toEqual({ code: 0, fault: '' });
    const copy = (await everything(copyUrl)).toLowerCase();
    const found = [...Object.values(PLANTED), ...reaching.map(({ value }) => value)].filter((word) =>
      copy.includes(word.toLowerCase()),
    );
    expect(found).toEqual([]);
    // The original has lost nobody.
    const still = await everything(database.url);
    for (const word of Object.values(PLANTED)) expect(still).toContain(word);
  }, 180_000);

  it('has as many people, bookings and sessions as the real one', async () => {
    const COUNTS = `select (select count(*)::int from volunteer) as people, (select count(*)::int from enrolment) as bookings,
      (select count(*)::int from training_session) as sessions, (select sum(seats_taken)::int from training_session) as seats`;
    const client = new pg.Client({ connectionString: copyUrl });
    await client.connect();
    const { rows } = await client.query<object>(COUNTS);
    const refusal = await client.query(`update audit_entry set action = 'x'`).catch((error: Error) => error);
    await client.end();
    expect(rows).toEqual(await database.query(COUNTS));
    // Nothing is left in the journal, and it guards itself again.
    expect(refusal).toMatchObject({ rowCount: 0 });
  });

  it('is not made of a base in production, nor without saying where', async () => {
    expect(await runCli(['anonymise'])).toBe(1);
    expect(await runCli(['anonymise', '--in-place', '--into', copyUrl])).toBe(1);
    const production = {
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://benevoles.exemple.org',
      APP_SECRET: 'x'.repeat(40),
    };
    process.env = { ...process.env, ...production };
    expect(await runCli(['anonymise', '--in-place'])).toBe(1);
    expect(told).toContain('This base is in production');
    process.env = { ...before, DATABASE_URL: database.url };
    expect(await everything(database.url)).toContain(PLANTED.email);
  }, 60_000);

  it('can be made of a base for tests in place', async () => {
    const code = await runCli(['anonymise', '--in-place']);
    expect({ code, fault: code === 0 ? '' : told }).toEqual({ code: 0, fault: '' });
    expect(await everything(database.url)).not.toContain(PLANTED.email);
  }, 60_000);
});
