import { randomBytes } from 'node:crypto';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { migrations } from '#migrations';
import type { Config } from '#platform/config';
import { catalogues } from '#platform/i18n';

/** What was found, in words an operator can act on. */
export interface Finding {
  ok: boolean;
  detail: string;
}
export type Check = (config: Config) => Promise<Finding>;

const OLDEST_POSTGRES = 150_000;
const TOLERATED_DRIFT_MS = 2_000;
const LEAST_FREE_MIB = 512;
const QUEUE_OLD_AFTER_SECONDS = 300;
const PATIENCE_MS = 5_000;
const OLDEST_BACKUP_DAYS = 2;
const OLDEST_DRILL_DAYS = 100;

const good = (detail: string): Finding => ({ ok: true, detail });
const bad = (detail: string): Finding => ({ ok: false, detail });

/** Every check by the word shown for it. They do not need the application, which could not start when one fails. */
export const checks: Record<string, Check> = {
  configuration: (config) => Promise.resolve(good(`${config.nodeEnv}, ${config.publicUrl}`)),
  database,
  migrations: pendingMigrations,
  'row security': rowSecurity,
  queue,
  'failed jobs': failedJobs,
  backup: lastBackup,
  clock,
  smtp,
  disk,
  catalogues: () => Promise.resolve(sameKeys()),
};

async function onDatabase<T>(config: Config, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: config.databaseUrl, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A superuser sees past row security, which hides what people tell of their own life. */
function rowSecurity(config: Config): Promise<Finding> {
  return onDatabase(config, async (client) => {
    const { rows } = await client.query<{ free: boolean }>(
      'select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user',
    );
    if (!rows[0]?.free) return good('binds this database role');
    const told = 'does not bind this database role: connect as one that is no superuser and has no BYPASSRLS';
    return config.isProduction ? bad(told) : good(told);
  });
}

function database(config: Config): Promise<Finding> {
  return onDatabase(config, async (client) => {
    const begun = performance.now();
    const { rows } = await client.query<{ number: number; version: string; size: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
              pg_size_pretty(pg_database_size(current_database())) as size`,
    );
    const { number = 0, version, size } = rows[0] ?? {};
    if (number < OLDEST_POSTGRES) return bad(`PostgreSQL ${version}: 15 or later is needed`);
    return good(`PostgreSQL ${version}, ${size}, answers in ${(performance.now() - begun).toFixed(1)} ms`);
  });
}

function pendingMigrations(config: Config): Promise<Finding> {
  return onDatabase(config, async (client) => {
    const table = await client.query<{ known: boolean }>(`select to_regclass('migrations') is not null as known`);
    const known = table.rows[0]?.known ? await client.query<{ name: string }>('select name from migrations') : null;
    const done = new Set(known?.rows.map((row) => row.name));
    const missing = migrations.map((Migration) => new Migration().name).filter((name) => !done.has(name));
    if (missing.length > 0) return bad(`not applied: ${missing.join(', ')}; run: npm run cli -- migrate`);
    return good(`${migrations.length} applied`);
  });
}

function queue(config: Config): Promise<Finding> {
  return onDatabase(config, async (client) => {
    const { rows } = await client.query<{ due: number; failed: number; oldest: number }>(
      `select count(*) filter (where attempts < max_attempts and run_at <= now())::int as due,
              count(*) filter (where attempts >= max_attempts)::int as failed,
              coalesce(extract(epoch from now() - min(run_at)
                filter (where attempts < max_attempts and run_at <= now() and locked_at is null)), 0)::int as oldest
         from graphile_worker.jobs`,
    );
    const { due = 0, failed = 0, oldest = 0 } = rows[0] ?? {};
    const state = `${due} due, oldest waits for ${oldest} s, ${failed} given up`;
    return oldest > QUEUE_OLD_AFTER_SECONDS ? bad(`${state}; is a worker running?`) : good(state);
  });
}

/** Jobs that used up all their tries: somebody was not told, or something was not done. */
function failedJobs(config: Config): Promise<Finding> {
  return onDatabase(config, async (client) => {
    const { rows } = await client.query<{ name: string; count: number; latest: Date }>(
      `select task_identifier as name, count(*)::int as count, max(updated_at) as latest from graphile_worker.jobs
        where attempts >= max_attempts and locked_at is null group by 1 order by 2 desc, 1`,
    );
    if (rows.length === 0) return good('none');
    const kinds = rows.map(
      ({ name, count, latest }) => `${count} × ${name} (last ${latest.toISOString().slice(0, 16)})`,
    );
    return bad(`${kinds.join(', ')}; see the page /admin, or: npm run cli -- job`);
  });
}

/** When the base was last backed up, and when a restore of it was last tried. */
function lastBackup(config: Config): Promise<Finding> {
  return onDatabase(config, async (client) => {
    const { rows } = await client.query<{ key: string; days: number; file: string | null }>(
      `select key, extract(epoch from now() - changed_at)::float8 / 86400 as days, value->>'file' as file
         from setting where key in ('backup.last', 'backup.verified')`,
    );
    const [made, tried] = ['backup.last', 'backup.verified'].map((key) => rows.find((row) => row.key === key));
    const ago = (days: number): string => (days < 1 ? 'today' : `${Math.floor(days)} day(s) ago`);
    const said = made ? `${made.file ?? ''} ${ago(made.days)}` : 'never by this command';
    const drill = tried ? `restore tried ${ago(tried.days)}` : 'restore never tried';
    const old = !made || made.days > OLDEST_BACKUP_DAYS || !tried || tried.days > OLDEST_DRILL_DAYS;
    // On a machine where somebody only looks at the demonstration there is nothing to lose.
    return old && config.isProduction ? bad(`${said}; ${drill}; see docs/operations.md`) : good(`${said}; ${drill}`);
  });
}

/** Offers and codes expire by the clock: the machine and the database must agree, and know the time in Paris. */
function clock(config: Config): Promise<Finding> {
  return onDatabase(config, async (client) => {
    const before = Date.now();
    const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now');
    const middle = (before + Date.now()) / 2;
    const drift = Math.round(Math.abs((rows[0]?.now.getTime() ?? 0) - middle));
    const paris = DateTime.now().setZone('Europe/Paris');
    if (!paris.isValid) return bad('this Node does not know the time zone Europe/Paris');
    if (drift > TOLERATED_DRIFT_MS) return bad(`differs from the database by ${drift} ms; synchronise both by NTP`);
    return good(`${paris.toFormat('yyyy-MM-dd HH:mm:ss')} in Paris, ${drift} ms from the database`);
  });
}

async function smtp(config: Config): Promise<Finding> {
  const timeouts = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS };
  const transport = createTransport({ url: config.smtpUrl, ...timeouts });
  try {
    await transport.verify();
    const { hostname, port } = new URL(config.smtpUrl);
    return good(`${hostname}:${port || 'default port'} takes mails from ${config.mailFrom}`);
  } catch (error) {
    return bad(`${String(error)}; set SMTP_URL, or start the mail catcher by npm start`);
  } finally {
    transport.close();
  }
}

async function disk(config: Config): Promise<Finding> {
  await mkdir(config.dataDir, { recursive: true });
  const probe = join(config.dataDir, `.probe-${randomBytes(4).toString('hex')}`);
  await writeFile(probe, 'x');
  await rm(probe);
  const { bavail, bsize } = await statfs(config.dataDir);
  const free = Math.floor((bavail * bsize) / 1024 ** 2);
  if (free < LEAST_FREE_MIB) return bad(`only ${free} MiB free for ${config.dataDir}`);
  return good(`${config.dataDir} is writable, ${Math.floor(free / 1024)} GiB free`);
}

function sameKeys(): Finding {
  const keys = (language: 'fr' | 'en'): string[] =>
    Object.values(catalogues[language])
      .flatMap((area) => Object.keys(area))
      .sort();
  const [fr, en] = [keys('fr'), keys('en')];
  const missing = fr.filter((key) => !en.includes(key));
  if (missing.length > 0) return bad(`without English: ${missing.join(', ')}`);
  return good(`fr and en, ${fr.length} messages each`);
}
