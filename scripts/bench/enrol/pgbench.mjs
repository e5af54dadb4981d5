// The limit of one transaction for each booking, without any application: pgbench if it is installed, else the same
// transaction by clients of node-postgres in a process of its own.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { ROOT } from '../../build.mjs';

const FOLDER = join(ROOT, '.data', 'bench');

/** Which of the two is used here. */
export const tool = spawnSync('pgbench', ['--version']).status === 0 ? 'pgbench' : 'pg clients';

export async function preparePgbench(url) {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`
    create table session (id int primary key, capacity int not null, taken int not null default 0,
                          check (taken <= capacity));
    create table enrolment (id bigint generated always as identity primary key,
                            session_id int not null references session (id), person_id bigint not null,
                            unique (session_id, person_id));
    insert into session select i, 100000000 from generate_series(1, 100) i`);
  await client.end();
}

/** Bookings per second of one row per transaction, by 64 clients. */
export async function runPgbench(url, sessions, seconds) {
  if (tool !== 'pgbench') return runClients(url, sessions, seconds);
  mkdirSync(FOLDER, { recursive: true });
  const script = join(FOLDER, `book-${sessions}.sql`);
  writeFileSync(
    script,
    `\\set s random(1, ${sessions})\n\\set p random(1, 9000000000000)\nbegin;\n` +
      `update session set taken = taken + 1 where id = :s and taken < capacity;\n` +
      `insert into enrolment (session_id, person_id) values (:s, :p);\ncommit;\n`,
  );
  const args = ['-n', '-M', 'prepared', '-c', '64', '-j', '2', '-T', String(seconds), '-f', script, url];
  const run = spawn('pgbench', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (chunk) => (said += chunk));
  await once(run, 'close');
  const rate = Number(/tps = ([\d.]+)/.exec(said)?.[1]);
  if (!(rate > 0)) throw new Error(`pgbench says:\n${said}`);
  return rate;
}

async function runClients(url, sessions, seconds) {
  const child = spawn(process.execPath, [import.meta.filename, url, String(sessions), String(seconds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  await once(child, 'close');
  return Number(said);
}

if (process.argv[1] === import.meta.filename) {
  const [url, sessions, seconds] = process.argv.slice(2);
  const until = Date.now() + Number(seconds) * 1000;
  let booked = 0;
  const book = async () => {
    const client = new pg.Client(url);
    await client.connect();
    while (Date.now() < until) {
      const session = 1 + Math.floor(Math.random() * Number(sessions));
      await client.query('begin');
      await client.query({
        name: 'take',
        text: 'update session set taken = taken + 1 where id = $1 and taken < capacity',
        values: [session],
      });
      await client.query({
        name: 'book',
        text: 'insert into enrolment (session_id, person_id) values ($1, $2)',
        values: [session, Math.floor(Math.random() * 9e12)],
      });
      await client.query('commit');
      booked++;
    }
    await client.end();
  };
  await Promise.all(Array.from({ length: 64 }, book));
  console.log(booked / Number(seconds));
}
