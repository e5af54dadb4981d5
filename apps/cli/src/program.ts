import 'reflect-metadata';
import { Command } from 'commander';
import { ConfigError } from '#platform/config';
import { addAccount } from './commands/account.command.js';
import { addAnonymise } from './commands/anonymise.command.js';
import { addBackup } from './commands/backup.command.js';
import { addDoctor } from './commands/doctor.command.js';
import { addEnvExample } from './commands/env-example.command.js';
import { addErasuresList } from './commands/erasures.command.js';
import { addGdpr } from './commands/gdpr.command.js';
import { addImport } from './commands/import.command.js';
import { addInviteAdmin } from './commands/invite-admin.command.js';
import { addJob } from './commands/job.command.js';
import { addKeys } from './commands/keys.command.js';
import { addMaintenance } from './commands/maintenance.command.js';
import { addMigrate } from './commands/migrate.command.js';
import { addPersonaLinks } from './commands/persona-links.command.js';
import { addRestore } from './commands/restore.command.js';
import { addSeed } from './commands/seed.command.js';
import { addSetUp } from './commands/set-up.command.js';
import { CommandError } from './output.js';

/** Commands that can do without a database. */
const NEED_NOTHING = new Set(['env-example', 'help']);

/** What the place that a command is typed in brings. */
interface Surroundings {
  /** Called before a command that needs a database; may start one and set DATABASE_URL. */
  provide?: () => Promise<void>;
  /** Where relative paths start. */
  folder?: string;
}

function program({ provide, folder = process.cwd() }: Surroundings): Command {
  const root = new Command('cli')
    .description('Runs and looks after the platform. Settings: see .env.example.')
    .showHelpAfterError()
    .hook('preAction', async (_root, command) => {
      if (!NEED_NOTHING.has(command.name())) await provide?.();
    });
  for (const add of [addDoctor, addMigrate, addInviteAdmin, addAccount, addMaintenance, addAnonymise, addSeed])
    add(root);
  addImport(root, folder);
  addGdpr(root, folder);
  for (const add of [addBackup, addRestore, addErasuresList]) add(root, folder);
  for (const add of [addJob, addKeys, addPersonaLinks, addEnvExample, addSetUp]) add(root);
  return root;
}

/**
 * Runs one command line. What the operator can mend is told in words; anything else with its stack.
 *
 * @param words what was typed after the program's name
 * @returns the exit code
 */
export async function runCli(words: string[], surroundings: Surroundings = {}): Promise<number> {
  try {
    await program(surroundings).parseAsync(words, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    const expected = error instanceof ConfigError || error instanceof CommandError;
    const told = error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error);
    process.stderr.write(`${told}\n`);
    return 1;
  }
}
