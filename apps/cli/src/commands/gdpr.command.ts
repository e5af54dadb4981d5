import { createWriteStream } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { type Command, Option } from 'commander';
import { type Locale, LOCALES } from '#platform/kernel';
import { archiveOf, DataExport, Eraser, ErasureJobs, type KnownPerson, PersonFinder } from '#platform/privacy';
import { withApp } from '../cli-app.js';
import { CommandError, say } from '../output.js';

interface ExportOptions {
  person: string;
  out: string;
  locale: Locale;
}
interface EraseOptions {
  person: string;
  now?: boolean;
  reason: string;
}

const WHO = 'id of the volunteer or the account, e-mail address, or code of a booking';

/** @param folder where relative paths start: the folder in which the operator typed the command */
export function addGdpr(program: Command, folder: string): void {
  const gdpr = program.command('gdpr').description('what people have a right to ask for');
  gdpr
    .command('export')
    .requiredOption('--person <who>', WHO)
    .option('--out <file>', 'ZIP file to write; nobody else may read it', 'donnees.zip')
    .addOption(new Option('--locale <locale>', 'language of the titles').choices(LOCALES).default('fr'))
    .description('write everything that is known about somebody into a ZIP file')
    .action(async ({ person, out, locale }: ExportOptions) => {
      await withApp(async (app) => {
        const everything = await app.get(DataExport).of(await found(app, person), locale);
        const path = resolve(folder, out);
        await pipeline(archiveOf(everything, locale), createWriteStream(path, { flags: 'wx', mode: 0o600 })).catch(
          (error: NodeJS.ErrnoException) => {
            throw error.code === 'EEXIST' ? new CommandError(`${path} exists already`) : error;
          },
        );
        const rows = everything.tables.reduce((sum, table) => sum + table.rows.length, 0);
        say(`${path}: ${rows} rows of ${everything.tables.filter((table) => table.rows.length > 0).length} tables`);
      });
    });
  gdpr
    .command('erase')
    .requiredOption('--person <who>', WHO)
    .requiredOption('--reason <text>', 'why, for the journal; names in it are left out')
    .option('--now', 'yes, now and for good: there is no grace and no way back')
    .description('erase somebody at once, with a last mail; she can do it herself on the page "Mes données"')
    .action(async ({ person, reason, now }: EraseOptions) => {
      if (!now) throw new CommandError('This cannot be taken back: add --now to say that you mean it.');
      await withApp(async (app) => {
        const whom = await found(app, person);
        const told = await app.get(ErasureJobs).now(randomUUID(), whom, reason);
        say('Erased. The journal keeps what was done, under a pseudonym; backups made before still know the person.');
        if (told === false) say('The last mail could not be handed over: tell the person another way.');
      });
    });
  gdpr
    .command('again')
    .description('after a restore: erase again who was erased since that backup was made')
    .action(async () => {
      await withApp(async (app) => say(`Erased again: ${await app.get(Eraser).eraseAgain()}`));
    });
}

async function found(app: INestApplicationContext, who: string): Promise<KnownPerson> {
  const person = await app.get(PersonFinder).byWord(who);
  if (!person) throw new CommandError('Nobody is known by that id, address or code.');
  return person;
}
