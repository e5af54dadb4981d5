import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type ImportDone, type ImportReport, importVolunteers } from '#lib/volunteers';
import { type Locale, LOCALES, type Network, NETWORKS } from '#platform/kernel';
import { withApp } from '../cli-app.js';
import { CommandError, say } from '../output.js';

interface Options {
  network: Network;
  dryRun?: boolean;
  locale: Locale;
}

/** @param folder where relative paths start: the folder in which the operator typed the command */
export function addImport(program: Command, folder: string): void {
  program
    .command('import')
    .description('import people from a file')
    .command('volunteers')
    .argument('<file>', 'CSV file; encoding, separator and columns are recognised')
    .addOption(new Option('--network <network>', 'network they belong to').choices(NETWORKS).makeOptionMandatory())
    .option('--dry-run', 'only say what would be done and what is wrong')
    .addOption(new Option('--locale <locale>', 'language of the faults').choices(LOCALES).default('fr'))
    .description('import volunteers: all of them, or none when anything is wrong')
    .action(async (file: string, options: Options) => {
      const path = resolve(folder, file);
      if (!existsSync(path)) throw new CommandError(`There is no file ${path}`);
      const begun = Date.now();
      const result = await withApp((app) => importVolunteers(app, path, options));
      tell(result);
      say(`${((Date.now() - begun) / 1000).toFixed(1)} s`);
      if ('faults' in result && !result.ok) process.exitCode = 1;
    });
}

function tell(result: ImportReport | ImportDone): void {
  if (!('faults' in result)) {
    say(`Imported: ${result.created} new, ${result.updated} changed, ${result.unchanged} unchanged.`);
    return;
  }
  for (const { row, column, header, code, message } of result.faults) {
    const place = column > 0 ? `row ${row}, column ${column} (${header})` : `row ${row}`;
    say(`${place}: ${code}  ${message}`);
  }
  const { rowCount, toCreate, toUpdate, unchanged, faultCount, ok } = result;
  say(`${rowCount} rows: ${toCreate} new, ${toUpdate} to change, ${unchanged} unchanged, ${faultCount} fault(s).`);
  say(ok ? 'Nothing was imported: this was a dry run.' : 'Nothing was imported: mend the faults first.');
}
