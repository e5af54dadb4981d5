// How fast the catalogue is read: ours, the textbook way, and the bound that the database and HTTP set.
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import autocannon from 'autocannon';
import pg from 'pg';
import { ensureBuilt, ROOT } from '../build.mjs';
import { readDatabase } from './read/seed.mjs';
import { benchServer, compiled, cpuOf, median, rounded, startServer } from './servers.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const CONNECTIONS = 32;
const CURSORS = 400;
const SETTINGS = {
  APP_SECRET: 'only for measuring, only for measuring',
  SMTP_URL: 'smtp://127.0.0.1:9',
  PUBLIC_URL: 'http://localhost:4000',
  LISTEN_HOST: '127.0.0.1',
  LOG_LEVEL: 'error',
};

const query = `query Sessions($after: String) { sessions(first: 20, after: $after) { nodes {
  id courseSlug courseTitle courseSummary networks themeTitle mode placeName arrondissement startsAt endsAt dateCount
  capacity seatsLeft waitingCount languages stepFree partnerName } } }`;

const bodyFor = (after) => JSON.stringify({ query, variables: { after } });

async function ask(server, after) {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: bodyFor(after),
  });
  return response.json();
}

/** Where pages begin, spread over the whole list: as varied as visitors, never the same answer twice in a row. */
async function cursors(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select starts_at, id from (select starts_at, id, row_number() over (order by starts_at, id) as n
       from training_session) s where n % $1 = 0 order by random()`,
    [Math.floor(49_000 / CURSORS)],
  );
  await client.end();
  return rows.map(({ starts_at, id }) => Buffer.from(JSON.stringify([starts_at, id])).toString('base64url'));
}

/** @throws Error at the first answer that differs */
async function requireEqual(servers, positions) {
  for (const after of [null, ...positions.slice(0, 25)]) {
    const answers = await Promise.all(servers.map((server) => ask(server, after)));
    const nodes = answers.map((answer) => answer.data?.sessions?.nodes);
    if (nodes[0]?.length !== 20 || nodes.some((other) => !isDeepStrictEqual(other, nodes[0])))
      throw new Error(`The servers answer differently: ${JSON.stringify(answers).slice(0, 1500)}`);
  }
}

async function load(server, positions, limit) {
  const before = cpuOf(server.pid);
  const result = await autocannon({
    url: server.url,
    connections: CONNECTIONS,
    ...limit,
    requests: positions.map((after) => ({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: bodyFor(after),
    })),
  });
  const after = cpuOf(server.pid);
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${server.name}: ${result.non2xx} faults, ${result.errors} errors`);
  const answered = result['2xx'];
  const cpu = before && after && { node: after.node - before.node, postgres: after.postgres - before.postgres };
  return {
    requestsPerSecond: answered / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMsPerRequest: cpu ? (cpu.node + cpu.postgres) / answered : null,
    nodeMsPerRequest: cpu ? cpu.node / answered : null,
  };
}

function summary(rounds) {
  const of = (key) => rounds.map((round) => round[key]);
  const least = of('cpuMsPerRequest').every((value) => value !== null) ? Math.min(...of('cpuMsPerRequest')) : null;
  return {
    requestsPerSecond: {
      median: rounded(median(of('requestsPerSecond')), 0),
      best: rounded(Math.max(...of('requestsPerSecond')), 0),
    },
    latencyMs: { p50: median(of('p50')), p99: median(of('p99')) },
    cpuMsPerRequest: {
      least: rounded(least, 3),
      ofNode: rounded(least === null ? null : Math.min(...of('nodeMsPerRequest')), 3),
    },
  };
}

/** Runs the comparison in interleaved rounds. @returns figures and ratios, ready to be printed as JSON */
export async function bench(log) {
  await ensureBuilt(log, ['server']);
  const postgres = await benchServer();
  const ending = [() => postgres.stop()];
  const provide = async (name, script, env) => {
    const server = await startServer(name, script, env);
    ending.push(server.stop);
    return server;
  };
  try {
    const DATABASE_URL = await readDatabase(postgres, log);
    const servers = [
      await provide('ours', join(ROOT, 'dist', 'apps', 'api', 'src', 'main.js'), { ...SETTINGS, DATABASE_URL }),
      await provide('textbook', compiled(join(import.meta.dirname, 'textbook', 'read-app.ts')), { DATABASE_URL }),
      await provide('raw', join(import.meta.dirname, 'read', 'raw.mjs'), { DATABASE_URL }),
    ];
    const positions = await cursors(DATABASE_URL);
    await requireEqual(servers, positions);
    log('The answers are equal');
    return report(await rounds(servers, positions, log));
  } finally {
    for (const end of ending.reverse()) await end();
  }
}

async function rounds(servers, positions, log) {
  const results = Object.fromEntries(servers.map(({ name }) => [name, []]));
  // Compiled execution and prepared plans pay off after some thousand answers; nobody is measured cold.
  for (const server of servers)
    await load(server, positions, server.name === 'textbook' ? { amount: 400 } : { amount: 4000 });
  for (let round = 1; round <= ROUNDS; round++)
    for (const server of servers) {
      const result = await load(server, positions, { duration: SECONDS });
      results[server.name].push(result);
      log(`round ${round} ${server.name}: ${result.requestsPerSecond.toFixed(0)} requests/s, p99 ${result.p99} ms`);
    }
  return results;
}

function report(rounds) {
  const [ours, textbook, raw] = ['ours', 'textbook', 'raw'].map((name) => summary(rounds[name]));
  const rps = (each) => each.requestsPerSecond.median;
  const cpu = (each) => each.cpuMsPerRequest.least;
  const ratio = (a, b) => (a === null || b === null ? null : rounded(a / b));
  return {
    benchmark: 'read',
    what: '20 next sessions of 50,000 with theme, place, association and counts over 600,000 enrolments',
    how: `${ROUNDS} interleaved rounds of ${SECONDS} s, ${CONNECTIONS} connections, answers checked equal first`,
    node: process.version,
    ours,
    textbook: {
      is: 'NestJS, TypeORM with relations, dataloader, Apollo without compiled execution, Fastify',
      ...textbook,
    },
    raw: { is: 'node:http and one prepared statement, its text passed through', ...raw },
    ratios: {
      requestsPerSecond: { toTextbook: ratio(rps(ours), rps(textbook)), toRaw: ratio(rps(ours), rps(raw)) },
      cpu: { textbookToOurs: ratio(cpu(textbook), cpu(ours)), oursToRaw: ratio(cpu(ours), cpu(raw)) },
    },
  };
}
