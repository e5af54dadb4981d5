import type { Command } from 'commander';
import { loadConfig } from '#platform/config';
import { migrate } from '../migrate.js';
import { say } from '../output.js';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database schema and the job queue up to date')
    .action(async () => {
      const applied = await migrate(loadConfig().databaseUrl);
      say(applied.length === 0 ? 'Nothing to do: the schema is up to date.' : `Applied: ${applied.join(', ')}`);
    });
}
