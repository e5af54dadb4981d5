// 60,000 or 1,000,000 plainly fictional people with their bookings, as `seed` writes them. Kept between runs.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { ROOT } from '../../build.mjs';

const CLI = join(ROOT, 'dist', 'apps', 'cli', 'src');
const SEED = 42;
/** How many people, and how many sessions of each course before and after today. */
const SIZES = {
  network: { people: 60_000, rounds: { past: 60, upcoming: 20 } },
  stress: { people: 1_000_000, rounds: { past: 400, upcoming: 120 } },
};

/** The database of one size, made once. @returns its address */
export async function peopleDatabase(server, size, settings, log) {
  const name = `bench_people_1_${size}`;
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      log(`Writing ${SIZES[size].people.toLocaleString('en')} people, once`);
      await admin.query(`drop database if exists ${name}_new with (force)`);
      await admin.query(`create database ${name}_new`);
      await fill(server.url(`${name}_new`), size, settings, log);
      await admin.query(`alter database ${name}_new rename to ${name}`);
    }
  } finally {
    await admin.end();
  }
  return server.url(name);
}

async function fill(url, size, settings, log) {
  await migrate(url, settings);
  const part = (file) => import(join(CLI, 'seed', `${file}.js`));
  const [{ writePeople }, { writeProgramme }, { planSessions }, { writeSessions }, { writeBookings }, { Random }] =
    await Promise.all(['people', 'programme-rows', 'timetable', 'sessions', 'bookings', 'random'].map(part));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const db = { query: async (sql, values) => (await client.query(sql, values)).rows };
    const { people, rounds } = SIZES[size];
    const crowd = { count: people, seed: SEED, now: new Date() };
    await publishTexts(client);
    await writePeople(db, crowd, log);
    const ids = await writeProgramme(db, crowd.now);
    const sessions = await writeSessions(db, planSessions(crowd.now, rounds, new Random(SEED)), ids);
    await writeBookings(db, sessions, crowd);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** Consents refer to texts, which the platform itself publishes when it starts. */
async function publishTexts(client) {
  const { CONSENT_TEXTS } = await import(join(ROOT, 'dist', 'libs', 'volunteers', 'src', 'consent-texts.js'));
  for (const [purpose, texts] of Object.entries(CONSENT_TEXTS))
    for (const { version, publishedOn, body } of texts)
      for (const locale of ['fr', 'en'])
        await client.query('insert into consent_text values ($1, $2, $3, $4, $5)', [
          purpose,
          version,
          locale,
          body[locale],
          `${publishedOn}T00:00:00+01:00`,
        ]);
}

async function migrate(url, settings) {
  const env = { ...process.env, NODE_ENV: 'development', ...settings, DATABASE_URL: url };
  const child = spawn(process.execPath, [join(CLI, 'main.js'), 'migrate'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The database could not be migrated');
}
