import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '#platform/database';
import { migrateJobs } from '#platform/jobs';

/** Any number that only migrations use: two starts at once must not migrate at the same time. */
const MIGRATION_LOCK = 20_261_122;

/**
 * Brings the schema and the job queue up to date; each migration in its own transaction.
 *
 * @returns names of the migrations that were applied now
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const source = await new DataSource(dataSourceOptions(databaseUrl, [], 2)).initialize();
    try {
      const applied = await source.runMigrations();
      await migrateJobs(databaseUrl);
      return applied.map((migration) => migration.name);
    } finally {
      await source.destroy();
    }
  } finally {
    await lock.end();
  }
}
