import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { jest } from '@jest/globals';
import pg from 'pg';
import { runCli } from '../apps/cli/src/program.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';

const PASSPHRASE = 'six words that nobody would guess';

describe('a backup', () => {
  let database: TestDatabase;
  let folder: string;
  let told: string[];
  const before = process.env.DATABASE_URL;

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'backup-'));
    writeFileSync(join(folder, 'passphrase'), `${PASSPHRASE}\n`);
    process.env.DATABASE_URL = database.url;
    quiet();
    expect(await runCli(['seed', '--demo'])).toBe(0);
    // What dumps stumble over: signs of the format itself, emptiness, nothing, other scripts.
    await database.query(
      `insert into setting (key, value) values ($1, $2), ('none', 'null'), ('empty', '""'), ('ключ', '"مرحبا"')`,
      ['a\tb\\n\n"c"\r', JSON.stringify('tab\t, break\n, \\N and \\.')],
    );
  }, 120_000);
  beforeEach(() => quiet());
  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = 0;
  });
  afterAll(async () => {
    process.env.DATABASE_URL = before;
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  function quiet(): void {
    told = [];
    const hear = (text: string | Uint8Array): boolean => {
      told.push(...String(text).trimEnd().split('\n'));
      return true;
    };
    jest.spyOn(process.stdout, 'write').mockImplementation(hear);
    jest.spyOn(process.stderr, 'write').mockImplementation(hear);
  }
  const cli = async (...words: string[]): Promise<number> => {
    process.exitCode = 0;
    return runCli(words, { folder });
  };
  const tables = (): Promise<{ name: string }[]> =>
    database.query(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'graphile_worker') and c.relkind = 'r'`,
    );
  const scratchBases = (): Promise<unknown[]> =>
    database.query('select from pg_database where datname like $1', [`${database.name.slice(0, 40)}_drill_%`]);

  /** An empty base beside, as an operator would make one. */
  async function emptyBase(
    name: string,
  ): Promise<{ url: string; query: TestDatabase['query']; drop: () => Promise<void> }> {
    const own = `${database.name}_${name}`;
    await database.query(`create database ${own}`);
    const url = Object.assign(new URL(database.url), { pathname: `/${own}` }).href;
    const pool = new pg.Pool({ connectionString: url, max: 2 });
    pool.on('error', () => undefined);
    return {
      url,
      query: async <T>(sql: string, parameters: unknown[] = []) => (await pool.query(sql, parameters)).rows as T[],
      drop: async () => {
        await pool.end();
        await database.query(`drop database ${own} with (force)`);
      },
    };
  }

  it('is one file that only its owner can read, and no other replaces', async () => {
    expect(await cli('backup', 'plain.backup')).toBe(0);
    expect(statSync(join(folder, 'plain.backup')).mode & 0o777).toBe(0o600);
    expect(await cli('backup', 'plain.backup')).toBe(1);
    expect(told.at(-1)).toContain('a backup never replaces another');
    const archive = gunzipSync(readFileSync(join(folder, 'plain.backup')));
    expect(archive.toString('utf8', 257, 262)).toBe('ustar');
  }, 60_000);

  it('gives back every table, equal in number and content, and the counters', async () => {
    expect(await cli('restore', 'plain.backup', '--verify')).toBe(0);
    const equal = told.filter((line) => line.startsWith('equal'));
    expect(equal).toHaveLength((await tables()).length);
    expect(equal.find((line) => line.includes('public.volunteer '))).toMatch(/\b[1-9]\d*\b/);
    expect(told.at(-1)).toBe(`All ${equal.length} tables are equal.`);
    expect(await scratchBases()).toEqual([]);
    const [verified] = await database.query(`select key from setting where key = 'backup.verified'`);
    expect(verified).toBeDefined();
  }, 60_000);

  it('has what was there at one moment, while people go on working', async () => {
    const work = new pg.Client({ connectionString: database.url });
    await work.connect();
    let stop = false;
    // Both rows or none: who saw one without the other looked at two moments.
    const working = (async () => {
      for (let i = 0; !stop; i++) {
        await work.query('begin');
        await work.query(`insert into setting (key, value) values ($1, '1')`, [`first ${i}`]);
        await work.query(
          `insert into audit_entry (actor_label, action, subject_type, subject_id) values ('x', 'test', 'x', $1)`,
          [i],
        );
        await work.query('commit');
      }
    })();
    try {
      expect(await cli('backup', 'busy.backup')).toBe(0);
    } finally {
      stop = true;
      await working;
      await work.end();
    }
    const other = await emptyBase('busy');
    try {
      expect(await cli('restore', 'busy.backup', '--into', other.url)).toBe(0);
      const [row] = await other.query(
        `select (select count(*) from setting where key like 'first %') = (select count(*) from audit_entry where action = 'test') as same`,
      );
      expect(row).toEqual({ same: true });
    } finally {
      await other.drop();
    }
  }, 120_000);

  it('is found out when a single byte of it was changed, wherever that is', async () => {
    const bytes = readFileSync(join(folder, 'plain.backup'));
    for (const at of [10, Math.floor(bytes.length / 2), bytes.length - 5]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ 0x10;
      writeFileSync(join(folder, 'changed.backup'), changed);
      expect([at, await cli('restore', 'changed.backup', '--verify')]).toEqual([at, 1]);
      expect(told.at(-1)).toMatch(/The backup cannot be used/);
    }
    writeFileSync(join(folder, 'cut.backup'), bytes.subarray(0, bytes.length - 2000));
    expect(await cli('restore', 'cut.backup', '--verify')).toBe(1);
    writeFileSync(join(folder, 'other.backup'), 'not a backup at all');
    expect(await cli('restore', 'other.backup', '--verify')).toBe(1);
    expect(await scratchBases()).toEqual([]);
  }, 120_000);

  it('is encrypted by a passphrase; a wrong one, a changed byte and a missing end are told', async () => {
    expect(await cli('backup', 'sealed.backup', '--passphrase-file', 'passphrase')).toBe(0);
    const bytes = readFileSync(join(folder, 'sealed.backup'));
    expect(bytes.subarray(0, 2).toString('hex')).not.toBe('1f8b');
    expect(await cli('restore', 'sealed.backup', '--verify', '--passphrase-file', 'passphrase')).toBe(0);
    expect(await cli('restore', 'sealed.backup', '--verify')).toBe(1);
    expect(told.at(-1)).toContain('--passphrase-file');
    writeFileSync(join(folder, 'wrong'), 'another passphrase, long enough');
    expect(await cli('restore', 'sealed.backup', '--verify', '--passphrase-file', 'wrong')).toBe(1);
    expect(told.at(-1)).toContain('The passphrase is not the right one');
    const changed = Buffer.from(bytes);
    changed[bytes.length - 30] = (changed[bytes.length - 30] as number) ^ 1;
    writeFileSync(join(folder, 'changed.sealed'), changed);
    expect(await cli('restore', 'changed.sealed', '--verify', '--passphrase-file', 'passphrase')).toBe(1);
    // Cut between two pieces: each of those left is whole.
    writeFileSync(join(folder, 'cut.sealed'), bytes.subarray(0, 8 + 16 + 7 + 65_536 + 16));
    expect(await cli('restore', 'cut.sealed', '--verify', '--passphrase-file', 'passphrase')).toBe(1);
    expect(told.at(-1)).toMatch(/The backup cannot be used/);
  }, 120_000);

  it('is restored for good into an empty base only, which then works', async () => {
    expect(await cli('restore', 'plain.backup', '--into', database.url)).toBe(1);
    expect(told.at(-1)).toContain('The base is not empty');
    const other = await emptyBase('good');
    try {
      expect(await cli('restore', 'plain.backup', '--into', other.url)).toBe(0);
      // Triggers and keys guard it as before.
      await expect(other.query(`update audit_entry set action = 'x'`)).rejects.toThrow();
      await expect(
        other.query(`insert into membership (volunteer_id, network) values (gen_random_uuid(), 'climate')`),
      ).rejects.toThrow();
      const constraints = `select conname, pg_get_constraintdef(oid) as definition, convalidated from pg_constraint
        where connamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace) order by 1, 2`;
      expect(await other.query(constraints)).toEqual(await database.query(constraints));
    } finally {
      await other.drop();
    }
  }, 120_000);

  it('forgets again, after a restore, who was erased since it was made', async () => {
    const [person] = await database.query<{ id: string; account: string }>(
      `select v.id, v.account_id as account from volunteer v join account a on a.id = v.account_id where a.email = 'lina@exemple.org'`,
    );
    const other = await emptyBase('erased');
    try {
      // The base went on without her: the list that is kept beside the backups says so.
      copyFileSync(join(folder, 'plain.backup'), join(folder, 'old.backup'));
      await database.query(
        `insert into erasure (volunteer_pseudonym, account_pseudonym, cause, done_at)
         values (pseudonym_of($1), pseudonym_of($2), 'asked', now())`,
        [person!.id, person!.account],
      );
      expect(await cli('erasures', 'erased.jsonl')).toBe(0);
      expect(readFileSync(join(folder, 'erased.jsonl'), 'utf8')).not.toContain(person!.id);
      expect(await cli('restore', 'old.backup', '--into', other.url, '--erasures', 'erased.jsonl')).toBe(0);
      expect(told.at(-1)).toBe('Erased again: 1 people (1 erasures added from the list).');
      expect(await other.query('select 1 from volunteer where id = $1', [person!.id])).toEqual([]);
      expect(await other.query(`select 1 from account where email = 'lina@exemple.org'`)).toEqual([]);
    } finally {
      await other.drop();
    }
  }, 120_000);

  it('needs no superuser, and keeps what row security hides from the owner of the base', async () => {
    const role = `${database.name}_owner`;
    await database.query(`create role ${role} login createdb password 'of the test'`);
    const own = `${database.name}_owned`;
    await database.query(`create database ${own} owner ${role}`);
    const url = Object.assign(new URL(database.url), {
      pathname: `/${own}`,
      username: role,
      password: 'of the test',
    }).href;
    const other = await emptyBase('of_owner');
    await database.query(`alter database ${database.name}_of_owner owner to ${role}`);
    const into = Object.assign(new URL(other.url), { username: role, password: 'of the test' }).href;
    try {
      process.env.DATABASE_URL = url;
      expect(await cli('migrate')).toBe(0);
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        await client.query(`select set_config('lived_experience.for', '*', false)`);
        await client.query(
          `with v as (insert into volunteer (display_name) values ('Awa') returning id)
           insert into lived_experience (volunteer_id, sealed, consent_version, consent_locale, consent_text, given_at, changed_at)
           select id, 'x', 1, 'fr', 'x', now(), now() from v`,
        );
        await client.query(`select set_config('lived_experience.for', '', false)`);
        expect((await client.query('select from lived_experience')).rowCount).toBe(0);
      } finally {
        await client.end();
      }
      expect(await cli('backup', 'owned.backup')).toBe(0);
      expect(await cli('restore', 'owned.backup', '--verify')).toBe(0);
      expect(told.find((line) => line.includes('public.lived_experience '))).toMatch(/^equal .* 1 /);
      expect(await cli('restore', 'owned.backup', '--into', into)).toBe(0);
      const [table] = await other.query(
        `select relforcerowsecurity as forced from pg_class where relname = 'lived_experience'`,
      );
      expect(table).toEqual({ forced: true });
    } finally {
      process.env.DATABASE_URL = database.url;
      await other.drop();
      await database.query(`drop database ${own} with (force)`);
      await database.query(`drop role ${role}`);
    }
  }, 120_000);
});
