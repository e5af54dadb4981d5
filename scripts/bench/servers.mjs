// What the benchmarks share: a Postgres of their own, servers as child processes, and what these cost.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { startPostgres } from '../embedded-postgres.mjs';
import { freePort } from '../processes.mjs';

const PATIENCE_MS = 30_000;

/**
 * A Postgres as durable as in production (fsync on); BENCH_DATABASE_URL names another one.
 * @param {string[]} names databases that are made anew
 */
export async function benchPostgres(names) {
  const given = process.env.BENCH_DATABASE_URL;
  const settings = { max_connections: 200, shared_buffers: '256MB', max_wal_size: '4GB' };
  const server = given
    ? { url: (name) => Object.assign(new URL(given), { pathname: `/${name}` }).href, stop: async () => {} }
    : await startPostgres({ dir: '.data/pg-bench', settings });
  const admin = new pg.Client(server.url('postgres'));
  await admin.connect();
  for (const name of names) {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`create database ${name}`);
  }
  await admin.end();
  return server;
}

/** A child process that listens on the PORT it is given; back when it answers GraphQL. */
export async function startServer(script, env) {
  const port = await freePort();
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-4000)));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  const until = Date.now() + PATIENCE_MS;
  while (!(await isReady(port))) {
    if (child.exitCode === null && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 100));
    else {
      child.kill('SIGKILL');
      throw new Error(`${script} did not start: ${said}`);
    }
  }
  return { port, pid: child.pid, stop };
}

async function isReady(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/** CPU that a server and all processes of Postgres have used, in ms; null where /proc does not tell. */
export function cpuOf(pid) {
  try {
    const postgres = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && isPostgres(entry));
    return { node: cpuMs(String(pid)), postgres: postgres.reduce((sum, each) => sum + cpuMs(each), 0) };
  } catch {
    return null;
  }
}

function isPostgres(pid) {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
  } catch {
    return false;
  }
}

const TICK_MS = 10;

function cpuMs(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return 0;
  }
}
