import type { Pool, PoolClient } from 'pg';
import type { Database } from '#platform/database';

const CONTROL = /^\s*(start transaction|begin|commit|rollback|savepoint|release)/i;
type Query = (...args: unknown[]) => unknown;

const texts = new WeakMap<Database, string[]>();

/**
 * The SQL statements that some work sends to Postgres through the application's pool, transaction control left out:
 * an accidental query per row is caught by number.
 */
export async function statementsOf(db: Database, work: () => Promise<unknown>): Promise<string[]> {
  const heard = texts.get(db) ?? (await listen(db));
  heard.length = 0;
  await work();
  return [...heard];
}

async function listen(db: Database): Promise<string[]> {
  const heard: string[] = [];
  texts.set(db, heard);
  const wrapped = new WeakSet<PoolClient>();
  const pool = (await db.client()) as Pool;
  pool.on('acquire', (client) => {
    if (wrapped.has(client)) return;
    wrapped.add(client);
    const query = client.query.bind(client) as Query;
    client.query = ((...args: unknown[]) => {
      const text = typeof args[0] === 'string' ? args[0] : ((args[0] as { text?: string } | undefined)?.text ?? '');
      if (!CONTROL.test(text)) heard.push(text);
      return query(...args);
    }) as typeof client.query;
  });
  return heard;
}
