import type { Command } from 'commander';
import { withApp } from '../cli-app.js';
import { CommandError, say } from '../output.js';
import { personaLinks } from '../persona-links.js';

export function addPersonaLinks(program: Command): void {
  program
    .command('persona-links')
    .description('print new one-time sign-in links for the fictional people of the demonstration')
    .action(async () => {
      await withApp(async (app, config) => {
        if (config.isProduction) throw new CommandError('There are no fictional people in production.');
        const links = await personaLinks(app);
        if (links.length === 0)
          throw new CommandError('There is no demonstration here; run: npm run cli -- seed --demo');
        for (const { role, displayName, link } of links) say(`${role.padEnd(24)} ${displayName.padEnd(24)} ${link}`);
      });
    });
}
