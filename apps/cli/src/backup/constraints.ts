import type pg from 'pg';
import { sqlName } from './catalogue.js';

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

const FOREIGN_KEYS = `
  select n.nspname || '.' || c.relname as "table", quote_ident(f.conname) as name, pg_get_constraintdef(f.oid) as definition
    from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
   where f.contype = 'f' and f.conparentid = 0 and n.nspname in ('public', 'graphile_worker')
   order by 1, 2`;

const WITH_TRIGGERS = `
  select distinct n.nspname || '.' || c.relname as "table"
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
   where not t.tgisinternal and t.tgenabled <> 'D' and n.nspname in ('public', 'graphile_worker')`;

const GUARDED = `
  select n.nspname || '.' || c.relname as "table" from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relforcerowsecurity and n.nspname in ('public', 'graphile_worker')`;

/**
 * Does the work in one transaction, in which rows may come in any order and no trigger changes them. Then every foreign
 * key is made again, which looks at every row; checks and unique keys are looked at as rows come in. It needs no more
 * than the rights of the owner, as on servers that others run (`session_replication_role` would need a superuser).
 */
export async function withoutConstraints<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const { rows: keys } = await client.query<ForeignKey>(FOREIGN_KEYS);
    const { rows: triggered } = await client.query<{ table: string }>(WITH_TRIGGERS);
    for (const { table, name } of keys) await client.query(`alter table ${sqlName(table)} drop constraint ${name}`);
    for (const { table } of triggered) await client.query(`alter table ${sqlName(table)} disable trigger user`);
    // COPY puts no rows into a table whose row security binds its owner.
    const { rows: guarded } = await client.query<{ table: string }>(GUARDED);
    for (const { table } of guarded) await client.query(`alter table ${sqlName(table)} no force row level security`);
    const result = await work();
    for (const { table } of triggered) await client.query(`alter table ${sqlName(table)} enable trigger user`);
    for (const { table, name, definition } of keys)
      await client.query(`alter table ${sqlName(table)} add constraint ${name} ${definition}`);
    for (const { table } of guarded) await client.query(`alter table ${sqlName(table)} force row level security`);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
