import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { copyOut, type Table } from './catalogue.js';

/** How much there is of a table, and what: alike for the same rows, and only for them. */
export interface Content {
  rows: number;
  /** SHA-256 of the stream that COPY gives in the order of the key, in hexadecimal. */
  sha256: string;
}

/** What is first in a backup: how to read it. */
export interface Head {
  format: 1;
  version: string;
  madeAt: string;
  migrations: string[];
  tables: Table[];
}

/** What is last in a backup: what it must give when it is restored. */
export interface Manifest {
  contents: Record<string, Content>;
  sequences: Record<string, string>;
  /** Over the head, all contents and the sequences. */
  sha256: string;
}

export const HEAD = 'head.json';
export const MANIFEST = 'manifest.json';

/** Counts and hashes a stream of rows while it passes. */
export class Measure {
  private readonly hash = createHash('sha256');
  private rows = 0;

  add(chunk: Buffer): void {
    this.hash.update(chunk);
    // A line break within a value is written as a backslash and a letter.
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) this.rows++;
  }

  result(): Content {
    return { rows: this.rows, sha256: this.hash.digest('hex') };
  }
}

/** The rows of a table as COPY gives them. */
export function rowsOf(client: pg.ClientBase, table: Table, texts: Set<string>): Readable {
  return client.query(copyTo(copyOut(table, (column) => texts.has(`${table.name}.${column}`))));
}

/** Counts and hashes the rows of a table where they are. */
export async function contentOf(client: pg.ClientBase, table: Table, texts: Set<string>): Promise<Content> {
  const measure = new Measure();
  for await (const chunk of rowsOf(client, table, texts)) measure.add(chunk as Buffer);
  return measure.result();
}

/** The checksum over everything that a backup says. */
export function totalOf(head: Head, contents: Manifest['contents'], sequences: Manifest['sequences']): string {
  const sorted = Object.entries(contents).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([head, sorted, Object.entries(sequences).sort()]))
    .digest('hex');
}
