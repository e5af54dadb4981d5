// What the benchmarks share: a Postgres of their own, servers as child processes, and what these cost.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { transformSync } from '@swc/core';
import { ROOT } from '../build.mjs';
import { startPostgres } from '../embedded-postgres.mjs';
import { freePort } from '../processes.mjs';

const FOLDER = join(ROOT, '.data', 'bench');
const PATIENCE_MS = 30_000;

/** A Postgres as durable as in production (fsync on); BENCH_DATABASE_URL names another one. */
export async function benchServer() {
  const given = process.env.BENCH_DATABASE_URL;
  if (given)
    return { url: (name) => Object.assign(new URL(given), { pathname: `/${name}` }).href, stop: async () => {} };
  const settings = { max_connections: 200, shared_buffers: '256MB', max_wal_size: '4GB' };
  return startPostgres({ dir: join(ROOT, '.data', 'pg-bench'), settings });
}

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

export function median(values) {
  const inOrder = [...values].sort((a, b) => a - b);
  return inOrder[Math.floor(inOrder.length / 2)] ?? null;
}

export const rounded = (value, digits = 2) => (value === null ? null : Number(value.toFixed(digits)));
