import { Logger as QueueLogger, runMigrations } from 'graphile-worker';

const silent = new QueueLogger(() => () => undefined);

/** Creates or upgrades the tables of the queue, so that jobs can be added before a worker ever ran. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl, logger: silent });
}
