import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { runCli } from '../apps/cli/src/program.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';

const temporaries: string[] = [];
function temporary(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  temporaries.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of temporaries) rmSync(folder, { recursive: true, force: true });
});

describe('the embedded Postgres', () => {
  const USE = `
    const { startPostgres } = await import(process.argv[1]);
    const server = await startPostgres({ dir: process.argv[2], durable: false });
    process.once('SIGTERM', async () => { await server.stop(); process.exit(); });
    console.log(JSON.stringify({ pid: server.pid, port: server.port, how: server.how }));
    setInterval(() => {}, 1000);
  `;
  const users: ChildProcess[] = [];
  const dir = join(temporary('postgres'), 'private', 'pg');

  async function use(): Promise<{ user: ChildProcess; pid: number; port: number; how: string }> {
    const script = new URL('../scripts/embedded-postgres.mjs', import.meta.url).href;
    const user = spawn(process.execPath, ['--input-type=module', '--eval', USE, script, dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    users.push(user);
    const [line] = (await once(user.stdout!, 'data')) as [Buffer];
    return { user, ...(JSON.parse(String(line)) as { pid: number; port: number; how: string }) };
  }
  // A process that has ended and waits to be buried has no command line any more.
  const lives = (pid: number): boolean => existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`).length > 0;
  const leave = async (user: ChildProcess, signal: NodeJS.Signals) => {
    user.kill(signal);
    await once(user, 'exit');
  };

  afterEach(async () => {
    for (const user of users.splice(0))
      if (user.exitCode === null && user.signalCode === null) await leave(user, 'SIGTERM');
  });

  it('lives as long as the last process that uses it, and outlives one that was killed', async () => {
    const [first, second] = await Promise.all([use(), use()]);
    expect([first.how, second.how].sort()).toEqual(['created', 'joined']);
    expect(second.pid).toBe(first.pid);
    await leave(first.user, 'SIGKILL');
    expect(lives(first.pid)).toBe(true);
    await leave(second.user, 'SIGTERM');
    expect(lives(first.pid)).toBe(false);
  });

  it('is taken over when everybody who used it was killed, and ended properly afterwards', async () => {
    const killed = await use();
    await leave(killed.user, 'SIGKILL');
    const heir = await use();
    expect(heir).toMatchObject({ how: 'joined', pid: killed.pid });
    await leave(heir.user, 'SIGTERM');
    expect(lives(heir.pid)).toBe(false);
  });

  it('starts again on the same port after it was killed itself', async () => {
    const before = await use();
    process.kill(before.pid, 'SIGKILL');
    await leave(before.user, 'SIGKILL');
    const after = await use();
    expect(after).toMatchObject({ how: 'started', port: before.port });
  });
});

describe('npm start', () => {
  it('says in words that the port is in use, and leaves nothing behind', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const dataDir = temporary('start');
    const env = {
      ...process.env,
      PORT: String((other.address() as AddressInfo).port),
      DATA_DIR: dataDir,
      DATABASE_URL: '',
    };
    const start = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    start.stderr.on('data', (data: Buffer) => (said += String(data)));
    const [code] = (await once(start, 'exit')) as [number];
    other.close();
    expect(code).toBe(1);
    expect(said).toMatch(
      /^Port \d+ is in use by another program\. Stop it, or choose another port: PORT=\d+ npm start\n$/,
    );
    expect(existsSync(join(dataDir, 'pg'))).toBe(false);
    expect(existsSync(join(dataDir, 'run', 'start'))).toBe(false);
  });
});

describe('npm run cli', () => {
  let database: TestDatabase;
  let told: string[];
  const environment = { ...process.env };

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    told = [];
    const hear = (text: unknown) => told.push(String(text).trimEnd()) > 0;
    jest.spyOn(process.stdout, 'write').mockImplementation(hear);
    jest.spyOn(process.stderr, 'write').mockImplementation(hear);
    Object.assign(process.env, { DATABASE_URL: database.url, DATA_DIR: temporary('cli') });
  });
  afterEach(() => {
    jest.restoreAllMocks();
    Object.assign(process.env, environment);
    process.exitCode = 0;
  });

  it('migrates twice without harm', async () => {
    expect(await runCli(['migrate'])).toBe(0);
    expect(told).toEqual(['Nothing to do: the schema is up to date.']);
  });

  it('makes an administrator by a link that is kept only as a hash', async () => {
    expect(await runCli(['user:invite-admin', 'Chef@exemple.org'])).toBe(0);
    const token = told.at(-1)?.split('/').at(-1) ?? '';
    expect(token.length).toBeGreaterThan(20);
    const rows = await database.query<{ email: string; role: string; token_hash: string }>(
      `select email::text, role, token_hash from account a
         join role_grant g on g.account_id = a.id join one_time_link l on l.account_id = a.id`,
    );
    expect(rows).toEqual([{ email: 'Chef@exemple.org', role: 'admin', token_hash: expect.any(String) }]);
    expect(rows[0]?.token_hash).not.toContain(token);
    expect(await runCli(['user:invite-admin', 'nobody'])).toBe(1);
    expect(told.at(-1)).toBe('"nobody" is not an e-mail address.');
  });

  it('imports a file or says row and column of every fault', async () => {
    const folder = temporary('files');
    const head = 'Prénom;Nom;Courriel\nZoé;Exemple;zoe@exemple.org\n';
    writeFileSync(join(folder, 'faulty.csv'), `${head}Ana;Exemple;nowhere\n`);
    writeFileSync(join(folder, 'right.csv'), head);
    const importing = (...words: string[]) =>
      runCli(['import', 'volunteers', ...words, '--network', 'climate'], { folder });
    expect(await importing('faulty.csv')).toBe(1);
    expect(told[0]).toMatch(/^row 3, column 3 \(Courriel\): BAD_EMAIL {2}Cette adresse/);
    process.exitCode = 0;
    expect(await importing('right.csv', '--dry-run')).toBe(0);
    expect(told.at(-2)).toBe('Nothing was imported.');
    expect(await importing('right.csv')).toBe(0);
    expect(told.at(-3)).toBe('Imported: 1 new, 0 changed, 0 unchanged.');
    expect(await importing('missing.csv')).toBe(1);
    expect(told.at(-1)).toMatch(/^There is no file .*missing\.csv$/);
  });

  it('finds what is wrong with the surroundings, and only that', async () => {
    expect(await runCli(['doctor'])).toBe(1);
    const faults = told.filter((line) => line.startsWith('FAULT'));
    expect(faults).toEqual([expect.stringMatching(/^FAULT {2}smtp .*ECONNREFUSED/)]);
    process.exitCode = 0;
    process.env.DATABASE_URL = database.url.replace(/[^/]+$/, 'no_such_database');
    expect(await runCli(['doctor', 'database', 'disk'])).toBe(1);
    expect(told.slice(-3)).toEqual([
      expect.stringMatching(/^FAULT {2}database .*does not exist/),
      expect.stringMatching(/^ok .*disk/),
      '1 fault(s).',
    ]);
  });

  it('does one job by name and knows the names', async () => {
    expect(await runCli(['job'])).toBe(0);
    expect(told.join('\n').split('\n')).toEqual(expect.arrayContaining(['mail.send', 'waiting-list.sweep']));
    expect(await runCli(['job', 'waiting-list.sweep'])).toBe(0);
    expect(told.at(-1)).toMatch(/^waiting-list\.sweep: done in \d+ ms$/);
    expect(await runCli(['job', 'nonsense'])).toBe(1);
    expect(told.at(-1)).toMatch(/^There is no job "nonsense"\. Known: /);
  });

  it('keeps fictional people out of production, and a bad configuration out of everything', async () => {
    Object.assign(process.env, {
      NODE_ENV: 'production',
      APP_SECRET: 'x'.repeat(40),
      PUBLIC_URL: 'https://a.example.org',
    });
    expect(await runCli(['seed', '--demo'])).toBe(1);
    expect(told.at(-1)).toBe('Fictional people do not belong in production.');
    Object.assign(process.env, { PORT: 'four', LOG_LEVEL: 'loud' });
    expect(await runCli(['migrate'])).toBe(1);
    expect(told.at(-1)).toMatch(/2 settings are wrong:\n {2}- PORT: .*\n {2}- LOG_LEVEL: /);
  });

  it('prints the settings as .env.example has them', async () => {
    expect(await runCli(['env-example'])).toBe(0);
    expect(`${told.join('\n')}\n`).toBe(readFileSync('.env.example', 'utf8'));
  });
});
