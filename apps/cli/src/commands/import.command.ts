import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type ImportedFile, importVolunteers } from '#lib/volunteers';
import { type Locale, LOCALES, type Network, NETWORKS } from '#platform/kernel';
import { withApp } from '../cli-app.js';
import { CommandError, say } from '../output.js';

interface Options {
  network: Network;
  dryRun?: boolean;
  leaveRest?: boolean;
  locale: Locale;
}

/** @param folder where relative paths start: the folder in which the operator typed the command */
export function addImport(program: Command, folder: string): void {
  program
    .command('import')
    .description('import people from a file')
    .command('volunteers')
    .argument('<file>', 'CSV file or XLSX workbook; encoding, separator and columns are recognised')
    .addOption(new Option('--network <network>', 'network they belong to').choices(NETWORKS).makeOptionMandatory())
    .option('--dry-run', 'only say what would be done and what is wrong')
    .option('--leave-rest', 'import the sound rows even if others have faults or may be of somebody known')
    .addOption(new Option('--locale <locale>', 'language of the faults').choices(LOCALES).default('fr'))
    .description('import volunteers: none when anything is wrong, unless told otherwise')
    .action(async (file: string, options: Options) => {
      const path = resolve(folder, file);
      if (!existsSync(path)) throw new CommandError(`There is no file ${path}`);
      const result = await withApp((app) => importVolunteers(app, path, options));
      tell(result);
      const { sending, reading, applying } = result.took;
      say(
        `${sending.toFixed(1)} s to keep the file, ${reading.toFixed(1)} s to read it, ${applying.toFixed(1)} s to import.`,
      );
      if (!result.applied && !options.dryRun) process.exitCode = 1;
    });
}

function tell({ details, rows, applied }: ImportedFile): void {
  const { file, faults } = details;
  for (const { code, message } of faults) say(`${code}  ${message}`);
  for (const { line, cells, match } of rows) {
    for (const { column, header, code, message } of cells)
      if (code) say(`row ${line}, column ${column} (${header}): ${code}  ${message}`);
    if (match) say(`row ${line}: may be ${match.displayName} (${match.reasons.join(', ')})`);
  }
  const { rowCount, toCreate, toUpdate, toLeave, faultyCount, doubtCount } = file;
  if (applied)
    say(`Imported: ${file.createdCount} new, ${file.updatedCount} changed, ${file.unchangedCount} unchanged.`);
  else say(`${rowCount} rows: ${toCreate} new, ${toUpdate} to change, ${toLeave} unchanged.`);
  say(`${faultyCount} row(s) with faults, ${doubtCount} in doubt${applied ? ': left out' : ''}.`);
  if (!applied) say('Nothing was imported.');
}
