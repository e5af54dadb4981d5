// Our own API under load: its database with people who are signed in and sessions to book.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { ROOT } from '../../build.mjs';
import { startServer } from '../servers.mjs';

const SECRET = 'a secret that serves this benchmark and nothing else';
const tokenOf = (i) => createHash('sha256').update(`bench ${i}`).digest('base64url');
const hash = (token) => createHash('sha256').update(token).digest('base64url');

export const cookieOf = (i) => `sid=${tokenOf(i)}`;

export async function prepareOurs(url, people) {
  const { migrations } = await import(join(ROOT, 'dist', 'migrations', 'index.js'));
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
  });
  await source.initialize();
  await source.runMigrations();
  await source.destroy();
  await runMigrations({ connectionString: url, logger: undefined });
  const client = new pg.Client(url);
  await client.connect();
  await client.query(
    `with p as (select gen_random_uuid() as id, t.hash, t.n from unnest($1::text[]) with ordinality as t(hash, n)),
     a as (insert into account (id, email) select id, 'p' || n || '@exemple.org' from p),
     s as (insert into sign_in (account_id, token_hash, expires_at) select id, hash, now() + interval '1 day' from p),
     v as (insert into volunteer (id, account_id, display_name) select id, id, 'Personne ' || n from p)
     insert into contact (volunteer_id, given_name, birth_year) select id, 'Personne', 1990 from p`,
    [Array.from({ length: people }, (_, i) => hash(tokenOf(i)))],
  );
  await client.query(
    `insert into course (slug, networks, title, status) values ('cours', '{climate}', 'Cours', 'published')`,
  );
  await client.end();
}

export function startOurs(url) {
  return startServer('ours', join(ROOT, 'dist', 'apps', 'api', 'src', 'main.js'), {
    DATABASE_URL: url,
    DATABASE_POOL_SIZE: '10',
    SMTP_URL: 'smtp://127.0.0.1:9',
    APP_SECRET: SECRET,
    PUBLIC_URL: 'http://localhost:4000',
    LOG_LEVEL: 'error',
  });
}

let hour = 0;

/** Sessions to book, none at the same time as another, so that nobody's bookings overlap. */
export async function makeSessions(client, count, capacity) {
  const { rows } = await client.query(
    `with s as (
       insert into training_session (course_id, capacity, status, enrolment_opens_at, enrolment_closes_at, starts_at, ends_at)
       select c.id, $2, 'published', now() - interval '1 day', d.at, d.at, d.at + interval '1 hour'
         from course c, lateral (select now() + interval '30 days' + make_interval(hours => $3 + i) as at
                                   from generate_series(1, $1) i) d
       returning id, starts_at, ends_at)
     insert into session_date (session_id, starts_at, ends_at) select * from s returning session_id as id`,
    [count, capacity, hour],
  );
  hour += count + 1;
  await client.query('analyze');
  return rows.map(({ id }) => id);
}

/** Seats given beyond the capacity, counters that are wrong, and bookings that somebody has twice: all must be 0. */
export async function faultsOf(client) {
  const { rows } = await client.query(
    `select coalesce(sum(greatest(enrolled - capacity, 0)), 0)::int as oversold,
            count(*) filter (where enrolled <> seats_taken)::int as "wrongCounters",
            coalesce(sum(bookings - people), 0)::int as doubled
       from training_session s
       cross join lateral (select count(*) filter (where status in ('enrolled', 'offered'))::int as enrolled,
                                  count(*)::int as bookings, count(distinct volunteer_id)::int as people
                             from enrolment e where e.session_id = s.id) e`,
  );
  return rows[0];
}
