// How fast seats are booked: our GraphQL mutation over HTTP, the same by the textbook (NestJS, TypeORM, pessimistic
// lock), and one transaction per booking without any application (pgbench). Rounds are interleaved, so that a busy
// machine slows all alike.
import { createHash, randomUUID } from 'node:crypto';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ensureBuilt } from '../build.mjs';
import { cookieOf, faultsOf, makeSessions, prepareOurs, startOurs } from './enrol/ours.mjs';
import { preparePgbench, runPgbench, tool } from './enrol/pgbench.mjs';
import { graphqlRequest, load, quantile } from './load.mjs';
import { benchServer, compiled, cpuOf, median, rounded, startServer } from './servers.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const CONNECTIONS = 64;
const PEOPLE = 5000;
/** Longest measurement of one variant in one round; it ends before if everybody has booked. */
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const KINDS = { hot: { sessions: 1, capacity: 4000 }, hundred: { sessions: 100, capacity: 40 } };

const OURS = `mutation($s: ID!, $k: String!) { enrol(sessionId: $s, idempotencyKey: $k) { __typename
  ... on Enrolment { id status rank } } }`;
const TEXTBOOK = 'mutation($s: ID!) { enrol(sessionId: $s) { id status } }';
const isBooking = (body) => /"status":"(enrolled|waiting)"/.test(body);

/** @param {(line: string) => void} log */
export async function bench(log) {
  await ensureBuilt(log, ['server']);
  const postgres = await benchServer();
  const ending = [() => postgres.stop()];
  try {
    const urls = await emptyDatabases(postgres, ['bench_ours', 'bench_textbook', 'bench_limit']);
    const variants = {
      ours: await provideOurs(urls.bench_ours, ending),
      textbook: await provideTextbook(urls.bench_textbook, ending),
      limit: await provideLimit(urls.bench_limit),
    };
    const runs = await measure(variants, log);
    return reportOf(runs, await withClient(urls.bench_ours, faultsOf));
  } finally {
    for (const end of ending.reverse()) await end();
  }
}

async function emptyDatabases(postgres, names) {
  await withClient(postgres.url('postgres'), async (client) => {
    for (const name of names) {
      await client.query(`drop database if exists ${name} with (force)`);
      await client.query(`create database ${name}`);
    }
  });
  return Object.fromEntries(names.map((name) => [name, postgres.url(name)]));
}

async function measure(variants, log) {
  const runs = Object.fromEntries(Object.keys(variants).map((name) => [name, { hot: [], hundred: [] }]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [kind, { sessions, capacity }] of Object.entries(KINDS)) {
      for (const [name, run] of Object.entries(variants)) {
        const result = await run(sessions, capacity);
        // The first round warms everything up.
        if (round > 0) runs[name][kind].push(result);
        log(`round ${round}, ${kind}: ${name} ${result.rate.toFixed(0)}/s`);
      }
    }
  }
  return runs;
}

async function provideOurs(url, ending) {
  await prepareOurs(url, PEOPLE);
  const server = await startOurs(url);
  ending.push(server.stop);
  return async (sessions, capacity) => {
    const ids = await withClient(url, (client) => makeSessions(client, sessions, capacity));
    return timed(server, (i) => graphqlRequest(OURS, { s: ids[i % ids.length], k: randomUUID() }, cookieOf(i)));
  };
}

async function provideTextbook(url, ending) {
  const script = compiled(join(import.meta.dirname, 'enrol', 'textbook.ts'));
  const server = await startServer('textbook', script, { DATABASE_URL: url });
  ending.push(server.stop);
  const tokens = Array.from({ length: PEOPLE }, (_, i) => createHash('sha256').update(`textbook ${i}`).digest('hex'));
  await withClient(url, (client) =>
    client.query(`insert into person (token, name) select t, 'Personne' from unnest($1::text[]) t`, [tokens]),
  );
  const insert = 'insert into session (capacity) select $2 from generate_series(1, $1) returning id';
  return async (sessions, capacity) => {
    const { rows } = await withClient(url, (client) => client.query(insert, [sessions, capacity]));
    return timed(server, (i) => graphqlRequest(TEXTBOOK, { s: rows[i % rows.length].id }, `sid=${tokens[i]}`));
  };
}

async function provideLimit(url) {
  await preparePgbench(url);
  return async (sessions) => ({ rate: await runPgbench(url, sessions, SECONDS - 1) });
}

/** Everybody books once, or as many as get their turn in time. */
async function timed(server, requestOf) {
  const until = Date.now() + SECONDS * 1000;
  const request = (i) => (i < PEOPLE && Date.now() < until ? requestOf(i) : null);
  const before = cpuOf(server.pid);
  const seen = await load({ url: server.url, connections: CONNECTIONS, request, accept: isBooking });
  const after = cpuOf(server.pid);
  if (seen.wrong > 0) throw new Error(`${server.name}: ${seen.wrong} wrong answers, the first: ${seen.sample}`);
  return {
    rate: seen.answered / seen.seconds,
    p50: quantile(seen.latencies, 0.5),
    p99: quantile(seen.latencies, 0.99),
    nodeMs: before && after ? (after.node - before.node) / seen.answered : null,
  };
}

function reportOf(runs, faults) {
  const all = (name, kind, key) => runs[name][kind].map((run) => run[key]);
  const served = (name, kind) => ({
    bookingsPerSecond: {
      median: rounded(median(all(name, kind, 'rate')), 0),
      rounds: all(name, kind, 'rate').map(Math.round),
    },
    p50Ms: rounded(median(all(name, kind, 'p50')), 1),
    p99Ms: rounded(median(all(name, kind, 'p99')), 1),
    // What others do on the machine does not count here.
    nodeCpuMsPerBooking: rounded(Math.min(...all(name, kind, 'nodeMs')), 3),
  });
  const ratio = (kind, name) => {
    const others = all(name, kind, 'rate');
    return rounded(median(all('ours', kind, 'rate').map((rate, i) => rate / others[i])), 2);
  };
  const of = (kind) => ({
    ours: served('ours', kind),
    textbook: served('textbook', kind),
    oneRowTransactions: {
      median: rounded(median(all('limit', kind, 'rate')), 0),
      rounds: all('limit', kind, 'rate').map(Math.round),
    },
    oursToTextbook: ratio(kind, 'textbook'),
    oursToOneRowTransactions: ratio(kind, 'limit'),
  });
  return {
    benchmark: 'enrol',
    machine: { node: process.version, cpus: cpus().length, loadAverage: loadavg().map((n) => rounded(n, 1)) },
    connections: CONNECTIONS,
    rounds: ROUNDS,
    oneRowTransactionsBy: tool,
    hotSession: of('hot'),
    hundredSessions: of('hundred'),
    ...faults,
  };
}

async function withClient(url, work) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
