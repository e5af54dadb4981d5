import { isEmail } from 'class-validator';
import type { Command } from 'commander';
import { AccountsService, SignInService } from '#platform/accounts';
import { withApp } from '../cli-app.js';
import { CommandError, say } from '../output.js';

const LINK_HOURS = 24;

export function addInviteAdmin(program: Command): void {
  program
    .command('user:invite-admin')
    .argument('<email>', 'address of the person')
    .description('make somebody an administrator of the platform and print a link that signs her in once')
    .action(async (given: string) => {
      const email = given.trim();
      if (!isEmail(email)) throw new CommandError(`"${given}" is not an e-mail address.`);
      const link = await withApp(async (app) => {
        const grant = { email, role: 'admin', network: null, arrondissement: null, expiresAt: null } as const;
        const accountId = await app.get(AccountsService).grant(null, grant);
        return app.get(SignInService).newLink(accountId, LINK_HOURS);
      });
      say(`${email} is an administrator. This link signs in once, within ${LINK_HOURS} hours:`);
      say(link);
    });
}
