import type pg from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import { copyIn, type Table } from './catalogue.js';
import { type Content, type Head, Measure } from './contents.js';
import { Damaged } from './tar.js';

/** A table that is being filled. */
interface Open {
  table: Table;
  measure: Measure;
  into: CopyStreamQuery;
}

/** Fills tables one after the other from pieces of their rows, and measures what it was given. */
export class Loader {
  private readonly tables: Map<string, Table>;
  private readonly found: Record<string, Content> = {};
  private open: Open | null = null;

  constructor(
    private readonly client: pg.ClientBase,
    head: Head,
  ) {
    this.tables = new Map(head.tables.map((table) => [table.name, table]));
    for (const { name } of head.tables) this.found[name] = new Measure().result();
  }

  /** Takes the next rows of a table; those of one table come together. */
  async add(name: string, rows: Buffer): Promise<void> {
    if (this.open?.table.name !== name) {
      await this.close();
      const table = this.tables.get(name);
      if (!table) throw new Damaged(`The backup has rows of ${name}, which its head does not name`);
      this.open = { table, measure: new Measure(), into: this.client.query(copyFrom(copyIn(table))) };
    }
    const { measure, into } = this.open;
    measure.add(rows);
    await new Promise<void>((done, fail) => into.write(rows, (error) => (error ? fail(error) : done())));
  }

  /** @returns what was given, by table */
  async end(): Promise<Record<string, Content>> {
    await this.close();
    return this.found;
  }

  private async close(): Promise<void> {
    if (!this.open) return;
    const { table, measure, into } = this.open;
    this.open = null;
    await new Promise<void>((done, fail) => into.once('finish', done).once('error', fail).end());
    this.found[table.name] = measure.result();
  }
}
