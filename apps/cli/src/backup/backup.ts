import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { version } from '#platform/http';
import { CommandError } from '../output.js';
import { migrationsOf, PLAIN_SESSION, sequencesOf, tablesOf, textColumns } from './catalogue.js';
import { HEAD, type Head, MANIFEST, type Manifest, Measure, rowsOf, totalOf } from './contents.js';
import { sealed } from './sealed-stream.js';
import { END, packed } from './tar.js';

/** Rows are packed in files of about this size, so that none has to be held as a whole. */
const PART = 1024 * 1024;

export interface Backup {
  file: string;
  bytes: number;
  rows: number;
  tables: number;
  sha256: string;
}

/**
 * Writes everything that a base holds into one file, as it was at one moment: other people go on working meanwhile. The
 * file can be read by its owner only, and has its name once it is complete.
 *
 * @param passphrase encrypts it; null leaves it readable to whoever gets hold of it
 * @throws CommandError when the file exists, or the base has no schema
 */
export async function backUp(databaseUrl: string, file: string, passphrase: string | null): Promise<Backup> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'backup' });
  await client.connect();
  const unfinished = `${file}.part`;
  try {
    await client.query(PLAIN_SESSION);
    await client.query('begin isolation level repeatable read read only');
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await rm(unfinished, { force: true });
    const result = { rows: 0, tables: 0, sha256: '' };
    const target = await open(unfinished, 'wx', 0o600);
    const stream = target.createWriteStream({ flush: true });
    const gzip = createGzip({ level: 6 });
    if (passphrase === null) await pipeline(contents(client, result), gzip, stream);
    else await pipeline(contents(client, result), gzip, (archive) => sealed(archive, passphrase), stream);
    await client.query('commit');
    await claim(unfinished, file);
    const written = await open(file, 'r');
    const { size } = await written.stat();
    await written.close();
    return { ...result, file, bytes: size };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function* contents(client: pg.Client, result: Omit<Backup, 'file' | 'bytes'>): AsyncGenerator<Buffer> {
  const migrations = await migrationsOf(client);
  if (migrations.length === 0) throw new CommandError('This base has no schema: there is nothing to back up.');
  const tables = await tablesOf(client);
  const texts = await textColumns(client);
  const now = new Date();
  const head: Head = { format: 1, version, madeAt: now.toISOString(), migrations, tables };
  yield packed({ name: HEAD, body: Buffer.from(JSON.stringify(head, null, 1)) }, now);
  const found: Manifest['contents'] = {};
  for (const table of tables) {
    const measure = new Measure();
    let number = 0;
    for await (const body of parts(rowsOf(client, table, texts))) {
      measure.add(body);
      yield packed({ name: `${table.name}/${String(++number).padStart(8, '0')}.copy`, body }, now);
    }
    const content = measure.result();
    found[table.name] = content;
    result.rows += content.rows;
    result.tables++;
  }
  const sequences = await sequencesOf(client);
  const manifest: Manifest = { contents: found, sequences, sha256: totalOf(head, found, sequences) };
  result.sha256 = manifest.sha256;
  yield packed({ name: MANIFEST, body: Buffer.from(JSON.stringify(manifest, null, 1)) }, now);
  yield END;
}

async function* parts(rows: Readable): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const chunk of rows) {
    held.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length < PART) continue;
    yield Buffer.concat(held);
    held = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(held);
}

/** Gives the finished file its name, unless somebody else has taken it. */
async function claim(unfinished: string, file: string): Promise<void> {
  const placeholder = await open(file, 'wx', 0o600).catch(() => {
    throw new CommandError(`There is a file ${file} already; a backup never replaces another.`);
  });
  await placeholder.close();
  await rename(unfinished, file);
  await chmod(file, 0o600);
}

/** Notes a backup in the base that it was made of, for `doctor`. */
export async function remember(databaseUrl: string, { file, bytes, rows, sha256 }: Backup): Promise<void> {
  const value = JSON.stringify({ file: basename(file), bytes, rows, sha256 });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `insert into setting (key, value, changed_at) values ('backup.last', $1, now())
     on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`,
      [value],
    );
  } finally {
    await client.end();
  }
}
