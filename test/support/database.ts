import pg from 'pg';

/** A database of one test file: the migrated schema and the job queue, empty otherwise. */
export interface TestDatabase {
  /** Connection string for an application under test. */
  url: string;
  name: string;
  /** Rows of a statement, through a connection of the test's own. */
  query<T = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<T[]>;
  /** Cuts every connection and removes the database. */
  drop(): Promise<void>;
}

let created = 0;

/** Clones the migrated template; call it once per test file and `drop()` what it returns in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { TEST_SERVER_URL: server, TEST_TEMPLATE: template, TEST_RUN: run } = process.env;
  if (!server || !template || !run)
    throw new Error('The test server is not running: see test/support/global-setup.mjs');
  const name = `${run}_${process.env.JEST_WORKER_ID ?? '0'}_${process.pid}_${++created}`;
  await onServer(server, `create database ${name} template ${template} strategy file_copy`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  // Connections that drop() cuts report it here; nobody else listens.
  pool.on('error', () => undefined);
  return {
    url,
    name,
    query: async <T>(sql: string, parameters: unknown[] = []) => (await pool.query(sql, parameters)).rows as T[],
    drop: async () => {
      await pool.end();
      await onServer(server, `drop database if exists ${name} with (force)`);
    },
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
