// How fast the table of people answers: ours over HTTP, and beside it the same question to Postgres read row by row.
import { join } from 'node:path';
import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { ensureBuilt, ROOT } from '../build.mjs';
import { peopleDatabase } from './people/seed.mjs';
import { benchServer, median, rounded, startServer } from './servers.mjs';

const RUNS = Number(process.env.BENCH_RUNS ?? 30);
const SIZES = (process.env.BENCH_PEOPLE ?? 'network,stress').split(',');
const SETTINGS = {
  APP_SECRET: 'only for measuring, only for measuring',
  SMTP_URL: 'smtp://127.0.0.1:9',
  PUBLIC_URL: 'http://localhost:4000',
  LISTEN_HOST: '127.0.0.1',
  LOG_LEVEL: 'error',
};

const PEOPLE = `query($filter: PeopleFilterInput, $sort: PeopleSort, $descending: Boolean, $after: String) {
  people(filter: $filter, sort: $sort, descending: $descending, after: $after) {
    nodes { id displayName networks arrondissement commune languages tags { id name colour } trainings lastPresenceAt source
      hasAccount createdAt } pageInfo { endCursor hasNextPage } } }`;
const COUNT = 'query($filter: PeopleFilterInput) { peopleCount(filter: $filter) { count exact } }';

const is = (kind, values, more = {}) => ({ kind, values, ...more });
const SENTENCE = {
  conditions: [is('arrondissement', ['19']), is('language', ['en']), is('trained', [], { negated: true })],
};

// The same questions as plain SQL, with every index forbidden: what the table would cost without them.
const MEMBER = `exists (select 1 from membership m where m.volunteer_id = v.id and m.network = 'climate' and m.left_at is null)`;
const BY_NAME = 'order by v.display_name, v.id limit 50';
const CASES = (deep) => [
  ['first page', PEOPLE, {}, `select * from volunteer v where ${MEMBER} ${BY_NAME}`],
  [
    'deep page',
    PEOPLE,
    { after: deep.cursor },
    `select * from volunteer v where ${MEMBER} and (v.display_name, v.id) > ('${deep.name.replaceAll("'", "''")}', '${deep.id}') ${BY_NAME}`,
  ],
  [
    'by arrival, last first',
    PEOPLE,
    { sort: 'arrival', descending: true },
    `select * from volunteer v where ${MEMBER} order by v.created_at desc, v.display_name desc, v.id desc limit 50`,
  ],
  [
    'sentence of three parts',
    PEOPLE,
    { filter: SENTENCE },
    `select * from volunteer v where ${MEMBER} and v.arrondissement = 19 and v.languages && '{en}' and not exists (select 1 from held_course h where h.volunteer_id = v.id) ${BY_NAME}`,
  ],
  [
    'search with a slip',
    PEOPLE,
    { filter: { text: deep.slip }, sort: 'relevance' },
    `select * from volunteer v where ${MEMBER} and word_similarity('${deep.slip}', plain_text(v.display_name)) >= 0.45 order by word_similarity('${deep.slip}', plain_text(v.display_name)) desc, v.display_name, v.id limit 50`,
  ],
  ['total of a network', COUNT, {}, `select count(*) from volunteer v where ${MEMBER}`],
  [
    'total of the sentence',
    COUNT,
    { filter: SENTENCE },
    `select count(*) from volunteer v where ${MEMBER} and v.arrondissement = 19 and v.languages && '{en}' and not exists (select 1 from held_course h where h.volunteer_id = v.id)`,
  ],
];
const NO_INDEX =
  'set enable_indexscan = off; set enable_indexonlyscan = off; set enable_bitmapscan = off; set jit = off';
/** Above this a run of the plain way is not repeated. */
const PATIENCE_MS = 4_000;

/** A coordinator of the Climate, signed in with a second factor. @returns her cookie */
async function coordinator(client) {
  const token = randomBytes(24).toString('base64url');
  await client.query(
    `with a as (insert into account (email) values ('mesure@exemple.org')
                on conflict (email) do update set email = excluded.email returning id),
       g as (insert into role_grant (account_id, role, network) select id, 'coordinator', 'climate' from a)
     insert into sign_in (account_id, token_hash, device, expires_at, strong_at)
     select id, $1, 'Mesure', now() + interval '1 day', now() from a`,
    [createHash('sha256').update(token).digest('base64url')],
  );
  return `sid=${token}`;
}

async function deepPage(client) {
  const { rows } = await client.query(
    `select v.id, v.display_name as name from volunteer v where ${MEMBER} order by v.display_name, v.id
     offset (select count(*) * 4 / 5 from membership m where m.network = 'climate' and m.left_at is null) limit 1`,
  );
  const [{ id, name }] = rows;
  const cursor = Buffer.from(JSON.stringify(['', name, id])).toString('base64url');
  // A letter too many and one missing, as typed in haste.
  const given = name.split(' ')[0];
  return { id, name, cursor, slip: `${given}${given.at(-1)}`.replace(/(.)\1?$/, '$1$1') };
}

async function timed(runs, ask) {
  const times = [];
  for (let run = 0; run <= runs; run++) {
    const begun = performance.now();
    await ask();
    const took = performance.now() - begun;
    // The first one is not measured, unless nobody would wait for a second.
    if (run > 0 || took > PATIENCE_MS) times.push(took);
    if (took > PATIENCE_MS) break;
  }
  times.sort((a, b) => a - b);
  return {
    p50: rounded(median(times), 1),
    p95: rounded(times[Math.min(times.length - 1, Math.ceil(times.length * 0.95) - 1)], 1),
  };
}

async function ask(server, cookie, query, variables) {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  });
  const answer = await response.json();
  if (answer.errors) throw new Error(JSON.stringify(answer.errors).slice(0, 600));
  return answer.data;
}

/** Measures one size. @returns figures by case */
async function measured(postgres, size, log) {
  const DATABASE_URL = await peopleDatabase(postgres, size, SETTINGS, log);
  const client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect();
  const server = await startServer(`people ${size}`, join(ROOT, 'dist', 'apps', 'api', 'src', 'main.js'), {
    ...SETTINGS,
    DATABASE_URL,
  });
  try {
    const cookie = await coordinator(client);
    const { rows } = await client.query('select count(*)::int as n from volunteer');
    const deep = await deepPage(client);
    await client.query(NO_INDEX);
    const cases = {};
    for (const [name, query, variables, plain] of CASES(deep)) {
      const ours = await timed(RUNS, () => ask(server, cookie, query, variables));
      const scan = await timed(5, () => client.query(plain));
      cases[name] = { oursMs: ours, sequentialMs: scan, timesFaster: rounded(scan.p50 / ours.p50) };
      log(`${size} ${name}: ${ours.p50} / ${ours.p95} ms, sequential ${scan.p50} ms`);
    }
    return { people: rows[0].n, cases };
  } finally {
    await client.end();
    await server.stop();
  }
}

/** @returns figures and ratios, ready to be printed as JSON */
export async function bench(log) {
  await ensureBuilt(log, ['server']);
  const postgres = await benchServer();
  try {
    const sizes = {};
    for (const size of SIZES) sizes[size] = await measured(postgres, size, log);
    return {
      benchmark: 'people',
      what: 'the table of a coordinator of one network: pages of 50 with tags, trainings and last presence; totals up to 100,000',
      how: `${RUNS} requests of each kind over HTTP, one after the other; beside them the bare question with indexes forbidden`,
      node: process.version,
      sizes,
    };
  } finally {
    await postgres.stop();
  }
}
