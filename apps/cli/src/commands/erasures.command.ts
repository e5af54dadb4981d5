import { resolve } from 'node:path';
import type { Command } from 'commander';
import { loadConfig } from '#platform/config';
import { writeErasures } from '../backup/erasures.js';
import { say } from '../output.js';

export function addErasuresList(program: Command, folder: string): void {
  program
    .command('erasures')
    .argument('<file>', 'where to write the list; an earlier one is replaced')
    .description('list who was erased, under pseudonyms, so that a restored backup can forget them again')
    .action(async (file: string) => {
      const count = await writeErasures(loadConfig().databaseUrl, resolve(folder, file));
      say(`${count} erasures written to ${file}.`);
    });
}
