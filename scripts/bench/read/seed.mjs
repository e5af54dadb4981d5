// 50,000 sessions and 600,000 enrolments, written by the database itself. Kept between runs.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { ROOT } from '../../build.mjs';

const SESSIONS = 50_000;
const PER_SESSION = 12;
const VOLUNTEERS = 20_000;

const STATEMENTS = [
  `insert into theme (network, quarter, title)
   select case when i % 2 = 0 then 'climate' else 'solidarity' end, (2026 + i / 8) || '-Q' || (1 + (i / 2) % 4), 'Theme ' || i
     from generate_series(0, 15) i`,
  `insert into place (name, address, arrondissement, step_free)
   select 'Place ' || i, i || ' rue Imaginaire', 1 + i % 20, i % 3 > 0 from generate_series(1, 60) i`,
  `insert into partner (name) select 'Partner ' || i from generate_series(1, 20) i`,
  `insert into course (slug, networks, theme_id, title, summary, material, status)
   select 'course-' || i, case when i % 2 = 0 then '{climate}' else '{solidarity}' end::text[],
          (select id from theme order by title limit 1 offset i % 16), 'Course ' || i,
          'What one learns in course ' || i || ', in one sentence.', 'Text', 'published'
     from generate_series(1, 200) i`,
  `insert into volunteer (display_name) select 'Volunteer ' || i from generate_series(1, ${VOLUNTEERS}) i`,
  `with courses as (select array_agg(id order by slug) as ids from course),
        places as (select array_agg(id order by name) as ids from place),
        partners as (select array_agg(id order by name) as ids from partner)
   insert into training_session (course_id, place_id, partner_id, mode, capacity, starts_at, ends_at, enrolment_opens_at,
     enrolment_closes_at, languages, status)
   select courses.ids[1 + i % 200], places.ids[1 + i % 60], case when i % 3 = 0 then partners.ids[1 + i % 20] end,
          case when i % 11 = 0 then 'visit' else 'on_site' end, 8 + i % 20, start, start + interval '2 hours',
          start - interval '90 days', start, case when i % 4 = 0 then '{fr,en}' else '{fr}' end::text[], 'published'
     from generate_series(1, ${SESSIONS}) i
     cross join lateral (select date_trunc('hour', now()) + interval '30 days' + i * interval '20 minutes' as start) s,
          courses, places, partners`,
  `insert into session_date (session_id, starts_at, ends_at) select id, starts_at, ends_at from training_session`,
  `with people as (select array_agg(id order by id) as ids from volunteer),
        numbered as (select id, capacity, row_number() over (order by id) as n from training_session)
   insert into enrolment (session_id, volunteer_id, status, booking_code)
   select s.id, people.ids[1 + (s.n * 13 + k) % ${VOLUNTEERS}], case when k <= least(8, s.capacity) then 'enrolled' else 'waiting' end,
          's' || s.n || 'k' || k
     from numbered s, generate_series(1, ${PER_SESSION}) k, people`,
  'vacuum analyze',
];

/** The database of the reading benchmark, made once. @returns its address */
export async function readDatabase(server, log) {
  const name = 'bench_read_1';
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      log('Writing 50,000 sessions and 600,000 enrolments, once');
      await admin.query(`drop database if exists ${name}_new with (force)`);
      await admin.query(`create database ${name}_new`);
      await fill(server.url(`${name}_new`));
      await admin.query(`alter database ${name}_new rename to ${name}`);
    }
  } finally {
    await admin.end();
  }
  return server.url(name);
}

async function fill(url) {
  const { migrations } = await import(pathToFileURL(join(ROOT, 'dist', 'migrations', 'index.js')).href);
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
  });
  await source.initialize();
  await source.runMigrations();
  for (const statement of STATEMENTS) await source.query(statement);
  await source.destroy();
  await runMigrations({ connectionString: url, logger: undefined });
}
