// One Postgres for every test run of this checkout, without fsync, with a template that holds the migrated schema.
// Each test file clones the template (see database.ts), which takes tens of milliseconds. The template is named after
// the migrations it holds, so that two runs with different ones do not disturb each other.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { transformSync } from '@swc/core';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { prepareBrowser } from '../../scripts/browser.mjs';
import { startPostgres } from '../../scripts/embedded-postgres.mjs';
import { isRunning, processName } from '../../scripts/processes.mjs';

const SOURCES = resolve('migrations');
const SECRET = 'a-secret-that-is-only-good-for-tests';
const DEFAULTS = { APP_SECRET: SECRET, SMTP_URL: 'smtp://127.0.0.1:9', LOG_LEVEL: 'error', NODE_ENV: 'test' };

/** Jest calls this once for all projects that name it, or once for each: the first call does the work. */
export default async function setUp() {
  // Where there is no browser only the tests that need one fail, and they say why.
  process.env.TEST_BROWSER ??= JSON.stringify(await prepareBrowser().catch(({ message }) => ({ fault: message })));
  globalThis.testServer ??= await prepare();
  globalThis.testServer.projects++;
}

async function prepare() {
  for (const [name, value] of Object.entries(DEFAULTS)) process.env[name] ??= value;
  const server = await serverForTests();
  const template = await migratedTemplate(server.url);
  process.env.TEST_SERVER_URL = server.url('postgres');
  process.env.TEST_TEMPLATE = template;
  process.env.TEST_RUN = `t_${processName(process.pid).replace('-', '_')}`;
  const interrupted = () => void server.stop().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, interrupted);
  return { projects: 0, stop: server.stop };
}

/** Many connections: several runs, each with workers and applications, share it. */
async function serverForTests() {
  const given = process.env.TEST_DATABASE_URL;
  if (given)
    return { url: (name) => Object.assign(new URL(given), { pathname: `/${name}` }).href, stop: async () => {} };
  const settings = { max_connections: 400, shared_buffers: '256MB', wal_level: 'minimal', max_wal_senders: 0 };
  return startPostgres({ dir: '.data/pg-test', durable: false, settings });
}

async function migratedTemplate(url) {
  const files = readdirSync(SOURCES).filter((file) => file.endsWith('.ts'));
  const sources = Object.fromEntries(files.map((file) => [file, readFileSync(join(SOURCES, file), 'utf8')]));
  const queue = readFileSync(resolve('node_modules/graphile-worker/package.json'), 'utf8');
  const hash = createHash('sha256').update(JSON.stringify(sources)).update(queue).digest('hex').slice(0, 12);
  const template = `tpl_${hash}`;
  const admin = new pg.Client({ connectionString: url('postgres') });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock(7041)');
    await dropLeftovers(admin);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 0) {
      const unfinished = `${template}_new`;
      await admin.query(`drop database if exists ${unfinished} with (force)`);
      await admin.query(`create database ${unfinished}`);
      await migrate(url(unfinished), await compiled(sources, hash));
      await admin.query(`alter database ${unfinished} rename to ${template}`);
    }
  } finally {
    await admin.end();
  }
  return template;
}

/** Databases of runs that were killed. */
async function dropLeftovers(admin) {
  const { rows } = await admin.query(`select datname from pg_database where datname ~ '^t_[0-9]+_[0-9]+_'`);
  for (const { datname } of rows) {
    const [, pid, mark] = datname.split('_');
    if (!isRunning(`${pid}-${mark}`)) await admin.query(`drop database if exists ${datname} with (force)`);
  }
}

/** The migrations as they are in the sources now, so that a single test file needs no build before it. */
async function compiled(sources, hash) {
  const folder = resolve('.data', 'test-migrations', hash);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, source] of Object.entries(sources)) {
    const options = {
      filename: file,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'es6' },
    };
    writeFileSync(join(folder, file.replace(/\.ts$/, '.js')), transformSync(source, options).code);
  }
  const { migrations } = await import(join(folder, 'index.js'));
  return migrations;
}

async function migrate(url, migrations) {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
  });
  await source.initialize();
  await source.runMigrations();
  await source.destroy();
  await runMigrations({ connectionString: url, logger: undefined });
}
