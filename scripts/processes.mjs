// Other processes: are they alive, are they the ones we think, and who holds a lock. All of it survives `kill -9`.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** True while the process runs; a zombie that only waits to be buried does not. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return statOf(pid)?.[0] !== 'Z';
}

/** Tells a process from a later one with the same number: its start time where the system gives it, else nothing. */
export function processMark(pid) {
  return statOf(pid)?.[19] ?? '0';
}

/** Fields of /proc/<pid>/stat after the name (which may hold spaces), or null where there is none. */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** @returns {string} a name for a running process that no other one will ever have, e.g. `4711-88231` */
export function processName(pid) {
  return `${pid}-${processMark(pid)}`;
}

/** True while the process with that name runs. */
export function isRunning(name) {
  const [pid, mark] = name.split('-');
  return isAlive(Number(pid)) && processMark(Number(pid)) === mark;
}

/**
 * Runs the work while no other process holds the lock; one whose holder died is taken over.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  while (!tryLock(file)) await sleep(20 + Math.random() * 60);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function tryLock(file) {
  try {
    writeFileSync(file, processName(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (existsSync(file)) {
    const holder = readFileSync(file, 'utf8');
    // Empty: another process has created it and not written its name yet.
    if (holder !== '' && !isRunning(holder)) rmSync(file, { force: true });
  }
  return false;
}

/** Counts the living users of something shared, each by a file in a folder. */
export function userRegister(folder) {
  const mine = join(folder, `${processName(process.pid)}-${Math.random().toString(36).slice(2, 8)}`);
  const living = () => {
    if (!existsSync(folder)) return 0;
    for (const name of readdirSync(folder)) if (!isRunning(name)) rmSync(join(folder, name), { force: true });
    return readdirSync(folder).length;
  };
  return {
    add() {
      mkdirSync(folder, { recursive: true });
      writeFileSync(mine, '');
    },
    /** @returns {number} how many users are left */
    remove() {
      rmSync(mine, { force: true });
      return living();
    },
    living,
  };
}

/** Addresses of this machine alone; a server on every address takes these too. */
const LOOPBACK = ['127.0.0.1', '::1'];

/** True when nobody listens on the port of this machine. */
export async function isPortFree(port, hosts = LOOPBACK) {
  for (const host of hosts) if ((await tryPort(port, host)) === 'EADDRINUSE') return false;
  return true;
}

/** First port from `from` on that nobody listens on, on this machine; 0 lets the system choose. */
export async function freePort(from = 0) {
  if (from === 0) return Number(await tryPort(0, '127.0.0.1'));
  for (let port = from; port < 65_536; port++) if (await isPortFree(port)) return port;
  throw new Error(`No free port from ${from} on`);
}

/** The port that could be listened on, or the code of the error. */
function tryPort(port, host) {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', (error) => answer(error.code));
    probe.listen({ port, host, exclusive: true }, () => {
      const { port: bound } = probe.address();
      probe.close(() => answer(bound));
    });
  });
}
