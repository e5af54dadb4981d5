import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations as known } from '#migrations';
import { dataSourceOptions } from '#platform/database';
import { migrateJobs } from '#platform/jobs';
import { CommandError } from '../output.js';
import { PLAIN_SESSION, sequencesOf, sqlName, tablesOf, textColumns } from './catalogue.js';
import { type Content, contentOf, HEAD, type Head, MANIFEST, type Manifest, Measure, totalOf } from './contents.js';
import { withoutConstraints } from './constraints.js';
import { Loader } from './loader.js';
import { MAGIC, opened } from './sealed-stream.js';
import { Damaged, type Entry, unpacked } from './tar.js';

/** A table, or the counters, beside what the backup says of it. */
export interface Comparison {
  name: string;
  expected: Content;
  found: Content;
}

export interface Restored {
  head: Head;
  comparisons: Comparison[];
  /** Counters that do not stand where they stood. */
  sequences: string[];
}

/**
 * Fills an empty base from a backup and compares every table with what the backup says: number of rows and hash. The
 * schema is made by the migrations that the base had then; every foreign key and every check is looked at again.
 *
 * @throws Damaged when a byte of the file was changed; CommandError when the base is not empty or the backup is newer
 */
export async function restore(databaseUrl: string, file: string, passphrase: string | null): Promise<Restored> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'restore' });
  await client.connect();
  try {
    await client.query(PLAIN_SESSION);
    await mustBeEmpty(client);
    const entries = await entriesOf(file, passphrase);
    const head = await headOf(entries);
    await makeSchema(databaseUrl, head);
    const manifest = await withoutConstraints(client, () => fill(client, head, entries));
    await client.query('analyze');
    return { head, ...(await compare(client, head, manifest)) };
  } finally {
    await client.end();
  }
}

async function mustBeEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm') and n.nspname in ('public', 'graphile_worker')
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') limit 1`,
  );
  if (rows[0]) throw new CommandError('The base is not empty: a backup is restored into an empty one only.');
}

/** The files of a backup, whether it is encrypted or not. */
async function entriesOf(file: string, passphrase: string | null): Promise<AsyncGenerator<Entry>> {
  const start = await beginningOf(file);
  const isSealed = start.equals(MAGIC);
  if (isSealed && passphrase === null)
    throw new CommandError('This backup is encrypted: give the passphrase by --passphrase-file.');
  if (!isSealed && start.readUInt16BE(0) !== 0x1f8b) throw new Damaged('This file is no backup of this platform');
  const bytes = createReadStream(file);
  const archive = isSealed && passphrase !== null ? Readable.from(opened(bytes, passphrase)) : bytes;
  return unpacked(inflated(archive));
}

async function* inflated(archive: Readable): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  archive.once('error', (error) => gunzip.destroy(error));
  try {
    for await (const chunk of archive.pipe(gunzip)) yield chunk as Buffer;
  } catch (error) {
    if (error instanceof Damaged) throw error;
    throw new Damaged(`The backup was changed or cut off: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    gunzip.destroy();
    archive.destroy();
  }
}

async function beginningOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r').catch(() => {
    throw new CommandError(`There is no file ${file} that can be read.`);
  });
  try {
    return (await handle.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0)).buffer;
  } finally {
    await handle.close();
  }
}

async function headOf(entries: AsyncGenerator<Entry>): Promise<Head> {
  const first = await entries.next();
  if (first.done || first.value.name !== HEAD) throw new Damaged('The backup does not begin with its head');
  const head = parsed<Head>(first.value.body);
  if (Number(head.format) !== 1) throw new CommandError(`Backups of format ${String(head.format)} are not known here.`);
  return head;
}

/** The schema as it was: later migrations are applied by `migrate`, after the data is there. */
async function makeSchema(databaseUrl: string, { migrations, version }: Head): Promise<void> {
  const wanted = new Set(migrations);
  const ours = known.filter((Migration) => wanted.delete(new Migration().name));
  if (wanted.size > 0)
    throw new CommandError(
      `The backup was made by version ${version} with migrations unknown here: ${[...wanted].join(', ')}.`,
    );
  const options = { ...dataSourceOptions(databaseUrl, [], 2), migrations: ours };
  const source = await new DataSource(options as typeof options & { type: 'postgres' }).initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
  await migrateJobs(databaseUrl);
}

/** Puts the rows in, table after table, and the counters where they stood. @returns what the backup says of itself */
async function fill(client: pg.Client, head: Head, entries: AsyncGenerator<Entry>): Promise<Manifest> {
  const here = new Set((await tablesOf(client)).map(({ name }) => name));
  const strange = head.tables.filter(({ name }) => !here.has(name));
  if (strange.length > 0) throw new CommandError(`Tables unknown here: ${strange.map(({ name }) => name).join(', ')}.`);
  await client.query(`truncate ${[...here].map(sqlName).join(', ')} cascade`);
  const loader = new Loader(client, head);
  try {
    const manifest = await load(loader, entries);
    checkTotal(head, manifest, await loader.end());
    await setSequences(client, manifest.sequences);
    return manifest;
  } catch (error) {
    if (error instanceof Damaged) throw error;
    // A changed byte may show as a row that Postgres cannot read, before any checksum is reached.
    throw new Damaged(`Its rows cannot be put in (${error instanceof Error ? error.message : String(error)})`);
  } finally {
    await loader.abort();
  }
}

function parsed<T>(body: Buffer): T {
  try {
    return JSON.parse(body.toString('utf8')) as T;
  } catch {
    throw new Damaged('What the backup says of itself cannot be read');
  }
}

async function load(loader: Loader, entries: AsyncGenerator<Entry>): Promise<Manifest> {
  for await (const { name, body } of entries) {
    if (name === MANIFEST) return parsed<Manifest>(body);
    await loader.add(name.slice(0, name.lastIndexOf('/')), body);
  }
  throw new Damaged('The backup ends without its manifest');
}

/** The rows that were read must be those that were written, before anything is believed of them. */
function checkTotal(head: Head, manifest: Manifest, found: Manifest['contents']): void {
  if (totalOf(head, manifest.contents, manifest.sequences) !== manifest.sha256)
    throw new Damaged('The manifest of the backup does not match its own checksum');
  for (const [name, { sha256 }] of Object.entries(manifest.contents))
    if (found[name]?.sha256 !== sha256) throw new Damaged(`The rows of ${name} are not those that were written`);
}

async function setSequences(client: pg.Client, sequences: Manifest['sequences']): Promise<void> {
  for (const [name, state] of Object.entries(sequences)) {
    const [value, called] = state.split(' ');
    await client.query('select setval($1::regclass, $2, $3)', [sqlName(name), value, called === 'given']);
  }
}

/** Reads every table again where it now is. */
async function compare(client: pg.Client, head: Head, manifest: Manifest): Promise<Omit<Restored, 'head'>> {
  const texts = await textColumns(client);
  const comparisons: Comparison[] = [];
  for (const table of head.tables) {
    const expected = manifest.contents[table.name] ?? new Measure().result();
    comparisons.push({ name: table.name, expected, found: await contentOf(client, table, texts) });
  }
  const now = await sequencesOf(client);
  const moved = Object.keys(manifest.sequences).filter((name) => now[name] !== manifest.sequences[name]);
  return { comparisons, sequences: moved };
}
