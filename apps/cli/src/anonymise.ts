import pg from 'pg';
import type { PersonalTable } from '#platform/privacy';

/** What was done to a base. */
export interface Anonymised {
  emptied: number;
  rewritten: number;
}

const quoted = (name: string): string => `"${name.replace(/"/g, '""')}"`;

const WITH_TRIGGERS = `
  select distinct c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
   where not t.tgisinternal and t.tgenabled <> 'D' and c.relnamespace = 'public'::regnamespace`;

/**
 * Takes everybody out of a base, in place, as the declarations of personal data say: tables about people are emptied, or
 * their words replaced by harmless ones. What remains has the size and the shape of the real thing, and its identifiers.
 * The tables are written anew afterwards, so that nothing of before stays in their files.
 */
export async function anonymise(databaseUrl: string, tables: readonly PersonalTable[]): Promise<Anonymised> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'anonymise' });
  await client.connect();
  try {
    // Rows that row security keeps from others must go as well.
    await client.query(`select set_config('lived_experience.for', '*', false)`);
    await client.query('begin');
    // The journal and others refuse changes; here they must bear them. Foreign keys go on following.
    const { rows: triggered } = await client.query<{ name: string }>(WITH_TRIGGERS);
    for (const { name } of triggered) await client.query(`alter table ${quoted(name)} disable trigger user`);
    const done = { emptied: 0, rewritten: 0 };
    for (const { table, anonymise: rule } of tables) {
      if (rule === 'empty') {
        done.emptied += (await client.query(`delete from ${quoted(table)}`)).rowCount ?? 0;
        continue;
      }
      const changes = Object.entries(rule.set).map(([column, sql]) => `${quoted(column)} = ${sql}`);
      if (changes.length === 0) continue;
      done.rewritten += (await client.query(`update ${quoted(table)} set ${changes.join(', ')}`)).rowCount ?? 0;
    }
    // Jobs are about people too, and nothing must be sent from such a base.
    await client.query('delete from graphile_worker._private_jobs');
    await client.query(
      `insert into setting (key, value, changed_at) values ('anonymised', 'true', now())
       on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`,
    );
    for (const { name } of triggered) await client.query(`alter table ${quoted(name)} enable trigger user`);
    await client.query('commit');
    for (const { table } of tables) await client.query(`vacuum (full, analyze) ${quoted(table)}`);
    await client.query('vacuum (full, analyze) graphile_worker._private_jobs');
    return done;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}
