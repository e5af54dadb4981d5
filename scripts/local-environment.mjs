// The environment in which the programs run on this machine: what the operator gave, else an embedded Postgres and a
// secret made on first use, both below DATA_DIR.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { ROOT } from './build.mjs';
import { startPostgres } from './embedded-postgres.mjs';
import { isRunning } from './processes.mjs';

const DATABASE = 'volontaires';

/** Reads .env; what is already in the environment wins. All programs run from the root of the checkout. */
export function loadDotEnv() {
  process.chdir(ROOT);
  if (existsSync('.env')) process.loadEnvFile('.env');
}

/** Folder of everything that the programs keep. */
export function dataDir() {
  return resolve(process.env.DATA_DIR || '.data');
}

/** True when the operator gave the setting, directly or by a file. */
export function isGiven(name) {
  return Boolean(process.env[name] || process.env[`${name}_FILE`]);
}

/**
 * Starts or joins the embedded Postgres unless DATABASE_URL is given, and sets DATABASE_URL.
 *
 * @returns {Promise<import('./embedded-postgres.mjs').Postgres | null>} null when the operator brings the database
 */
export async function provideDatabase(log = () => {}) {
  if (isGiven('DATABASE_URL')) return null;
  const server = await startPostgres({ dir: join(dataDir(), 'pg'), settings: { max_connections: 120 }, log });
  try {
    await createDatabase(server.url());
  } catch (error) {
    await server.stop();
    throw error;
  }
  process.env.DATABASE_URL = server.url(DATABASE);
  return server;
}

async function createDatabase(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Sets APP_SECRET to one that is made once for this machine, unless the operator gives one. */
export function provideSecret() {
  if (isGiven('APP_SECRET')) return;
  const file = join(dataDir(), 'app-secret');
  mkdirSync(dataDir(), { recursive: true });
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(48).toString('base64')}\n`, { mode: 0o600 });
  process.env.APP_SECRET = readFileSync(file, 'utf8').trim();
}

const chosen = () => join(dataDir(), 'run', 'environment.json');

/** Notes what this start has chosen, so that commands typed meanwhile use the same. @returns what takes it back */
export function tellCommands(settings) {
  writeFileSync(chosen(), JSON.stringify(settings), { mode: 0o600 });
  return { stop: async () => rmSync(chosen(), { force: true }) };
}

/** Takes over what a running `npm start` has chosen, as far as the operator does not say otherwise. */
export function adoptChoices() {
  const start = join(dataDir(), 'run', 'start');
  const runs = existsSync(start) && isRunning(readFileSync(start, 'utf8'));
  const settings = runs && existsSync(chosen()) ? JSON.parse(readFileSync(chosen(), 'utf8')) : {};
  for (const [name, value] of Object.entries(settings)) if (!isGiven(name)) process.env[name] = value;
  if (!isGiven('SMTP_URL')) process.env.SMTP_URL = 'smtp://127.0.0.1:1025';
}
