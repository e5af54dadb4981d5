import type { Command } from 'commander';
import { SecondFactorService } from '#platform/accounts';
import { Database } from '#platform/database';
import { withApp } from '../cli-app.js';
import { CommandError, say } from '../output.js';

const SHORTEST_REASON = 10;

/** Last resort for accounts, where no other administrator can help any more. */
export function addAccount(program: Command): void {
  program
    .command('account')
    .description('help the holder of an account')
    .command('reset-factor')
    .argument('<email>', 'address of the account')
    .requiredOption('--reason <text>', 'why, and how it is known that she asks; kept in the journal')
    .description('take away the second factors of somebody who lost them, and sign her out everywhere')
    .action(async (given: string, { reason }: { reason: string }) => {
      if (reason.trim().length < SHORTEST_REASON)
        throw new CommandError(`The reason must have at least ${SHORTEST_REASON} characters: the journal keeps it.`);
      await withApp(async (app) => {
        const email = given.trim();
        const [account] = await app
          .get(Database)
          .query<{ id: string }>('select id from account where email = $1', [email]);
        if (!account) throw new CommandError(`There is no account ${email}.`);
        await app.get(SecondFactorService).reset(null, account.id, reason.trim());
        say(`${email} is signed out everywhere and will set up a new second factor. A mail tells her.`);
      });
    });
}
