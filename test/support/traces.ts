import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestApp } from './app.js';

/** Where a mark was found: a table with its schema, and how many rows. */
export interface Trace {
  table: string;
  mark: string;
  rows: number;
}

/** Looks for marks in every column of every table of every schema, also in bytes and in what the queue keeps. */
export async function tracesIn(t: TestApp, marks: readonly string[]): Promise<Trace[]> {
  const tables = await t.db.query<{ table: string; bytes: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as "table",
            coalesce((select array_agg(format('encode(%I, ''escape'')', a.attname)) from pg_attribute a
              where a.attrelid = c.oid and a.atttypid = 'bytea'::regtype and a.attnum > 0 and not a.attisdropped), '{}') as bytes
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      order by 1`,
  );
  return t.db.transaction(async () => {
    // Row security hides rows from who does not say whose she wants: this search wants all.
    await t.db.query(`select set_config('lived_experience.for', '*', true)`);
    const traces: Trace[] = [];
    for (const { table, bytes } of tables) {
      const words = ['one::text', ...bytes].join(` || ' ' || `);
      const found = await t.db.query<{ mark: string; rows: number }>(
        `select mark, count(*)::int as rows from ${table} as one, unnest($1::text[]) as mark
          where strpos(lower(concat_ws(' ', ${words.split(` || ' ' || `).join(', ')})), lower(mark)) > 0
          group by mark order by mark`,
        [marks],
      );
      traces.push(...found.map((row) => ({ table, ...row })));
    }
    return traces;
  });
}

/** Files below a folder in whose name or bytes a mark stands. */
export async function filesWith(folder: string, marks: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const words = `${path}\n${entry.isFile() ? await readFile(path, 'latin1') : ''}`.toLowerCase();
    const utf8 = (mark: string): string => Buffer.from(mark.toLowerCase()).toString('latin1');
    if (marks.some((mark) => words.includes(mark.toLowerCase()) || words.includes(utf8(mark)))) found.push(path);
  }
  return found;
}
