import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { loadConfig } from '#platform/config';
import { backUp, remember } from '../backup/backup.js';
import { CommandError, say } from '../output.js';

const SHORTEST_PASSPHRASE = 12;
const MIB = 1024 ** 2;

/** The passphrase in a file, its last line break left out; null if none was named. */
export async function passphraseIn(file: string | undefined, folder: string): Promise<string | null> {
  if (file === undefined) return null;
  const text = await readFile(resolve(folder, file), 'utf8').catch(() => {
    throw new CommandError(`The passphrase cannot be read from ${file}.`);
  });
  const passphrase = text.replace(/\r?\n$/, '');
  if (passphrase.length < SHORTEST_PASSPHRASE)
    throw new CommandError(`The passphrase in ${file} must have at least ${SHORTEST_PASSPHRASE} characters.`);
  return passphrase;
}

export function addBackup(program: Command, folder: string): void {
  program
    .command('backup')
    .argument('[file]', 'where to write; by default DATA_DIR/backups/<time>.backup')
    .option('--passphrase-file <file>', 'encrypt by the passphrase in this file')
    .description('write everything that the base holds into one file, as it is at one moment; nobody has to stop')
    .action(async (file: string | undefined, { passphraseFile }: { passphraseFile?: string }) => {
      const config = loadConfig();
      const begun = Date.now();
      const name = `${new Date().toISOString().slice(0, 19).replace(/:/g, '-')}.backup`;
      const target = file === undefined ? join(config.dataDir, 'backups', name) : resolve(folder, file);
      const made = await backUp(config.databaseUrl, target, await passphraseIn(passphraseFile, folder));
      await remember(config.databaseUrl, made);
      const size = (made.bytes / MIB).toFixed(1);
      const seconds = ((Date.now() - begun) / 1000).toFixed(1);
      say(`${made.file}: ${made.rows} rows of ${made.tables} tables, ${size} MiB, in ${seconds} s`);
      say(`Checksum of its contents: ${made.sha256}`);
      if (passphraseFile === undefined) say('It is not encrypted: whoever can read it can read everything.');
      say('It holds neither APP_SECRET nor files of DATA_DIR: keep APP_SECRET apart, in a safe place.');
    });
}
