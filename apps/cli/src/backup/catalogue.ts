import type pg from 'pg';

/** A table as it is copied: all columns but computed ones, its rows in the order of its key. */
export interface Table {
  /** With its schema: `public.account`. */
  name: string;
  columns: string[];
  /** Columns of the key, by which rows are ordered; all columns where there is none. */
  key: string[];
}

/** Schemas that hold data: our own and that of the job queue. */
const SCHEMAS = `array['public', 'graphile_worker']::name[]`;

const TABLES = `
  select n.nspname || '.' || c.relname as name,
         (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
         coalesce(
           (select array_agg(a.attname::text order by k.at)
              from pg_index i, unnest(i.indkey::int2[]) with ordinality as k(attnum, at), pg_attribute a
             where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum), '{}') as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = any(${SCHEMAS}) and c.relkind = 'r'
   order by 1`;

/** Every table of a base with its columns, by name. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(TABLES);
  return rows.map((table) => ({ ...table, key: table.key.length > 0 ? table.key : table.columns }));
}

/**
 * A value is written in the same way whatever the server and the session are set to; and rows that row security keeps from
 * all but those they are meant for are read as well: a backup that left them out would lose them.
 */
export const PLAIN_SESSION = `
  set datestyle = 'ISO, MDY'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set extra_float_digits = 1;
  set bytea_output = 'hex'; set client_encoding = 'UTF8'; set statement_timeout = 0; set lock_timeout = 0;
  select set_config('lived_experience.for', '*', false)`;

const quoted = (name: string): string => `"${name.replace(/"/g, '""')}"`;

/** The name of a table as SQL has it. */
export const sqlName = (table: string): string => table.split('.').map(quoted).join('.');

/**
 * The statement that copies a table out. Texts are ordered by their bytes: the rules of a language differ between
 * machines, and the same rows must give the same stream everywhere.
 */
export function copyOut({ name, columns, key }: Table, isText: (column: string) => boolean): string {
  const order = key.map((column) => (isText(column) ? `${quoted(column)}::text collate "C"` : quoted(column)));
  return `copy (select ${columns.map(quoted).join(', ')} from ${sqlName(name)} order by ${order.join(', ')}) to stdout`;
}

export const copyIn = ({ name, columns }: Table): string =>
  `copy ${sqlName(name)} (${columns.map(quoted).join(', ')}) from stdin`;

/** Columns that are not ordered in the same way everywhere, or not at all, as `public.account.email`. */
export async function textColumns(client: pg.ClientBase): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname || '.' || a.attname as name
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       join pg_type t on t.oid = a.atttypid
      where n.nspname = any(${SCHEMAS}) and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and (t.typcollation <> 0 or t.typname in ('json', 'jsonb') or t.typcategory in ('A', 'S'))`,
  );
  return new Set(rows.map(({ name }) => name));
}

/** Where each counter stands, by name: its last value and whether that was given out. */
export async function sequencesOf(client: pg.ClientBase): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any(${SCHEMAS}) and c.relkind = 'S' order by 1`,
  );
  const state: Record<string, string> = {};
  for (const { name } of rows) {
    const { rows: at } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${sqlName(name)}`,
    );
    state[name] = `${at[0]?.value ?? '1'} ${at[0]?.called ? 'given' : 'free'}`;
  }
  return state;
}

/** Names of the migrations that a base has, in their order; empty where there is no schema. */
export async function migrationsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows: known } = await client.query<{ known: boolean }>(
    `select to_regclass('public.migrations') is not null as known`,
  );
  if (!known[0]?.known) return [];
  const { rows } = await client.query<{ name: string }>('select name from migrations order by "timestamp", id');
  return rows.map(({ name }) => name);
}
