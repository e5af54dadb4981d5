import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Config } from '#platform/config';
import { PersonalRegistry } from '#platform/privacy';
import { anonymise } from '../anonymise.js';
import { backUp } from '../backup/backup.js';
import { restore } from '../backup/restore.js';
import { withApp } from '../cli-app.js';
import { migrate } from '../migrate.js';
import { CommandError, say } from '../output.js';

export function addAnonymise(program: Command): void {
  program
    .command('anonymise')
    .option('--into <url>', 'make a copy without people in this empty base; the base of DATABASE_URL stays as it is')
    .option('--in-place', 'take everybody out of the base of DATABASE_URL itself; refused in production')
    .description('make a base for tests that has the shape of the real one, and no real people')
    .action(async ({ into, inPlace }: { into?: string; inPlace?: boolean }) => {
      if ((into === undefined) === (inPlace !== true)) throw new CommandError('Give either --into or --in-place.');
      await withApp(async (app, config) => {
        if (inPlace && config.isProduction)
          throw new CommandError('This base is in production: make a copy without people by --into.');
        if (into !== undefined) await copy(config, into);
        const { emptied, rewritten } = await anonymise(into ?? config.databaseUrl, app.get(PersonalRegistry).tables);
        say(`${emptied} rows about people are gone, ${rewritten} have harmless words in place of theirs.`);
        say(
          'Texts that staff wrote about courses and places are as they were: read them before you give this base away.',
        );
      });
    });
}

/** Copies the base through an encrypted backup whose passphrase nobody knows. */
async function copy({ databaseUrl, dataDir }: Config, into: string): Promise<void> {
  const folder = await mkdtemp(join(resolve(dataDir), 'anonymise-'));
  const passphrase = randomBytes(32).toString('base64url');
  const file = join(folder, 'copy.backup');
  try {
    await backUp(databaseUrl, file, passphrase);
    await restore(into, file, passphrase);
    await migrate(into);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
