// 60,000 or 1,000,000 plainly fictional people with their bookings, written by `seed`. Kept between runs.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { ROOT } from '../../build.mjs';

/** The database of one size, brought up to date. @returns its address */
export async function peopleDatabase(server, size, log) {
  const name = `bench_people_${size}`;
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      log(`Writing the people of the size "${size}", once`);
      await admin.query(`create database ${name}`);
    }
  } finally {
    await admin.end();
  }
  const url = server.url(name);
  await seed(url, size);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
  return url;
}

/** Migrates and seeds; a second run changes nothing. */
async function seed(url, size) {
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    DATABASE_URL: url,
    SMTP_URL: 'smtp://127.0.0.1:9',
    APP_SECRET: 'only for measuring, only for measuring',
    PUBLIC_URL: 'http://localhost:4000',
  };
  const cli = join(ROOT, 'dist', 'apps', 'cli', 'src', 'main.js');
  const child = spawn(process.execPath, [cli, 'seed', `--${size}`], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The people of the size "${size}" could not be written`);
}
