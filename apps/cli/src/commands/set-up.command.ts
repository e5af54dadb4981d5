import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { loadConfig } from '#platform/config';
import { Database } from '#platform/database';
import { withApp } from '../cli-app.js';
import { migrate } from '../migrate.js';
import { say } from '../output.js';
import { personaLinks } from '../persona-links.js';
import { seed } from '../seed/index.js';

const DEMO_SEED = 42;

/** What `npm start` needs from one process before it starts the others. */
export function addSetUp(program: Command): void {
  program
    .command('set-up', { hidden: true })
    .requiredOption('--links <file>', 'where to write the sign-in links as JSON')
    .option('--no-demo', 'leave an empty database empty')
    .action(async ({ links, demo }: { links: string; demo: boolean }) => {
      const applied = await migrate(loadConfig().databaseUrl);
      if (applied.length > 0) say(`Schema: ${applied.length} migration(s) applied`);
      await withApp(async (app, config) => {
        // Only an empty database that nobody works with is given fictional people, and only once.
        const [found] = await app
          .get(Database)
          .query<{ empty: boolean }>(
            'select not exists (select from account) and not exists (select from volunteer) as empty',
          );
        if (demo && !config.isProduction && found?.empty) await seed(app, { size: 'demo', seed: DEMO_SEED, log: say });
        await writeFile(links, JSON.stringify(config.isProduction ? [] : await personaLinks(app)), { mode: 0o600 });
      });
    });
}
