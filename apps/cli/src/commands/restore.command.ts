import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import pg from 'pg';
import { loadConfig } from '#platform/config';
import { Eraser } from '#platform/privacy';
import { addErasures } from '../backup/erasures.js';
import { restore, type Restored } from '../backup/restore.js';
import { Damaged } from '../backup/tar.js';
import { withApp } from '../cli-app.js';
import { migrate } from '../migrate.js';
import { CommandError, say } from '../output.js';
import { passphraseIn } from './backup.command.js';

interface Options {
  verify?: boolean;
  into?: string;
  erasures?: string;
  passphraseFile?: string;
}

export function addRestore(program: Command, folder: string): void {
  program
    .command('restore')
    .argument('<file>', 'a backup')
    .option('--verify', 'restore into a scratch base beside the one of DATABASE_URL, compare every table, remove it')
    .option('--into <url>', 'restore for good, into this empty base')
    .option('--erasures <file>', 'with --into: erase again who stands in this list, as `erasures` has written it')
    .option('--passphrase-file <file>', 'the passphrase of an encrypted backup')
    .description('restore a backup, or try whether it can be restored; exit code 1 for any difference')
    .action(async (given: string, options: Options) => {
      if (!options.verify === (options.into === undefined)) throw new CommandError('Give either --verify or --into.');
      const file = resolve(folder, given);
      const passphrase = await passphraseIn(options.passphraseFile, folder);
      const list = options.erasures === undefined ? null : resolve(folder, options.erasures);
      try {
        if (options.into === undefined) await verify(file, passphrase);
        else await restoreForGood(options.into, file, passphrase, list);
      } catch (error) {
        if (error instanceof Damaged) throw new CommandError(`The backup cannot be used: ${error.message}.`);
        throw error;
      }
    });
}

/** A restore drill: everything is done but nothing is kept. */
async function verify(file: string, passphrase: string | null): Promise<void> {
  const { databaseUrl } = loadConfig();
  const own = new URL(databaseUrl).pathname.slice(1);
  const scratch = `${own.slice(0, 40)}_drill_${randomBytes(6).toString('hex')}`;
  const server = new pg.Client({ connectionString: databaseUrl });
  await server.connect();
  try {
    await server.query(`create database "${scratch}"`);
    try {
      const url = Object.assign(new URL(databaseUrl), { pathname: `/${scratch}` }).href;
      const restored = await restore(url, file, passphrase);
      if (!report(restored)) return;
      await server.query(
        `insert into setting (key, value, changed_at) values ('backup.verified', $1, now())
         on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`,
        [JSON.stringify({ madeAt: restored.head.madeAt })],
      );
    } finally {
      await server.query(`drop database if exists "${scratch}" with (force)`);
    }
  } finally {
    await server.end();
  }
}

async function restoreForGood(
  databaseUrl: string,
  file: string,
  passphrase: string | null,
  list: string | null,
): Promise<void> {
  if (!report(await restore(databaseUrl, file, passphrase))) return;
  const applied = await migrate(databaseUrl);
  if (applied.length > 0) say(`Schema brought up to date: ${applied.length} migration(s)`);
  await freeJobs(databaseUrl);
  const added = list === null ? 0 : await addErasures(databaseUrl, list);
  const erased = await withApp((app) => app.get(Eraser).eraseAgain(), { databaseUrl });
  say(`Erased again: ${erased} people (${added} erasures added from the list).`);
  if (list === null)
    say('Without --erasures, who was erased since the backup was made is back: see docs/operations.md.');
}

/** Jobs that were under way when the backup was made belong to a worker that is no more. */
async function freeJobs(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('update graphile_worker._private_jobs set locked_at = null, locked_by = null');
    await client.query('update graphile_worker._private_job_queues set locked_at = null, locked_by = null');
  } finally {
    await client.end();
  }
}

/** Prints every table; sets the exit code. @returns whether all are equal */
function report({ head, comparisons, sequences }: Restored): boolean {
  say(`Backup of ${head.madeAt}, version ${head.version}, ${head.migrations.length} migrations`);
  const widest = Math.max(...comparisons.map(({ name }) => name.length));
  let faults = sequences.length;
  for (const { name, expected, found } of comparisons) {
    const equal = expected.rows === found.rows && expected.sha256 === found.sha256;
    if (!equal) faults++;
    const rows = equal ? String(expected.rows) : `${expected.rows} in the backup, ${found.rows} restored`;
    say(`${equal ? 'equal ' : 'DIFFER'}  ${name.padEnd(widest)}  ${rows.padStart(9)}  ${found.sha256.slice(0, 16)}`);
  }
  for (const name of sequences) say(`DIFFER  ${name} (counter)`);
  say(faults === 0 ? `All ${comparisons.length} tables are equal.` : `${faults} difference(s).`);
  if (faults > 0) process.exitCode = 1;
  return faults === 0;
}
