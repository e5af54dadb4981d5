// What the benchmarks share: a Postgres of their own, servers as child processes, and what these cost.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { transformSync } from '@swc/core';
import pg from 'pg';
import { ROOT } from '../build.mjs';
import { startPostgres } from '../embedded-postgres.mjs';
import { freePort } from '../processes.mjs';

const FOLDER = join(ROOT, '.data', 'bench');
const PATIENCE_MS = 120_000;

/** A Postgres as durable as in production (fsync on); BENCH_DATABASE_URL names another one. */
export async function benchServer() {
  const given = process.env.BENCH_DATABASE_URL;
  const settings = { max_connections: 200, shared_buffers: '256MB', max_wal_size: '4GB' };
  const server = given
    ? { url: (name) => Object.assign(new URL(given), { pathname: `/${name}` }).href, stop: async () => {} }
    : await startPostgres({ dir: join(ROOT, '.data', 'pg-bench'), settings });
  const client = new pg.Client(server.url('postgres'));
  await client.connect();
  const { rows } = await client.query('select pg_backend_pid() as pid');
  postmaster = parentOf(rows[0].pid);
  await client.end();
  return server;
}

/** Process id of the Postgres that is measured; others may run on the same machine. */
let postmaster = null;

/** TypeScript of a comparison as a module that Node runs. @returns the path of that module */
export function compiled(file) {
  mkdirSync(FOLDER, { recursive: true });
  const jsc = {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2022',
    keepClassNames: true,
  };
  const out = join(FOLDER, `${basename(dirname(file))}-${basename(file, '.ts')}.mjs`);
  const options = { filename: basename(file), jsc, module: { type: 'es6' } };
  writeFileSync(out, transformSync(readFileSync(file, 'utf8'), options).code);
  return out;
}

/** A child process that listens on the PORT it is given; back when it answers GraphQL. */
export async function startServer(name, script, env) {
  const port = await freePort();
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, NODE_ENV: 'production', ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-4000)));
  const url = `http://127.0.0.1:${port}/graphql`;
  const until = Date.now() + PATIENCE_MS;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || Date.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`${name} did not start: ${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { name, url, port, pid: child.pid, stop };
}

async function isReady(url) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * CPU that a server and its Postgres have used, in ms; null where /proc does not tell. Processes of Postgres that have
 * ended are counted with their parent.
 */
export function cpuOf(pid) {
  if (postmaster === null) return null;
  const backends = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && parentOf(entry) === postmaster);
  const [server, parent, ...others] = [pid, postmaster, ...backends].map(statOf);
  if (!server || !parent) return null;
  const running = others.reduce((sum, stat) => sum + (stat?.own ?? 0), 0);
  return { node: server.own, postgres: parent.own + parent.ofEnded + running };
}

const TICK_MS = 10;

/** Parent, own CPU and that of ended children, in ms; null if there is no such process or no /proc. */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return {
      parent: fields[1],
      own: (fields[11] + fields[12]) * TICK_MS,
      ofEnded: (fields[13] + fields[14]) * TICK_MS,
    };
  } catch {
    return null;
  }
}

function parentOf(pid) {
  return statOf(pid)?.parent ?? null;
}

export function median(values) {
  const inOrder = [...values].sort((a, b) => a - b);
  return inOrder[Math.floor(inOrder.length / 2)] ?? null;
}

export const rounded = (value, digits = 2) => (value === null ? null : Number(value.toFixed(digits)));
