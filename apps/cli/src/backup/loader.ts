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
      const into = this.client.query(copyFrom(copyIn(table)));
      // A refusal of Postgres may come while nobody waits: the next step then meets it.
      into.on('error', () => undefined);
      this.open = { table, measure: new Measure(), into };
    }
    const { measure, into } = this.open;
    measure.add(rows);
    await settled(into, (done) => into.write(rows, done));
  }

  /** @returns what was given, by table */
  async end(): Promise<Record<string, Content>> {
    await this.close();
    return this.found;
  }

  /** Gives up the table that is being filled: otherwise the connection would wait for its rows for ever. */
  async abort(): Promise<void> {
    const { open } = this;
    this.open = null;
    if (!open) return;
    await new Promise<void>((done) => {
      if (open.into.closed) return done();
      open.into.once('close', done);
      open.into.destroy(new Error('The backup cannot be read'));
      return undefined;
    });
  }

  private async close(): Promise<void> {
    if (!this.open) return;
    const { table, measure, into } = this.open;
    this.open = null;
    await settled(into, (done) => into.end(done));
    this.found[table.name] = measure.result();
  }
}

/** Waits until a step of a stream is done, or the stream has failed. */
async function settled(into: CopyStreamQuery, step: (done: (error?: Error | null) => void) => unknown): Promise<void> {
  if (into.errored) throw into.errored;
  await new Promise<void>((done, fail) => {
    into.once('error', fail);
    step((error) => {
      into.off('error', fail);
      if (error) fail(error);
      else done();
    });
  });
}
