import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { CommandError } from '../output.js';

/** One line of the list, as JSON. It leads to nobody but in a base that still has the person. */
interface Line {
  id: string;
  volunteer: string | null;
  account: string | null;
  cause: string;
  doneAt: string;
}

/** Writes the list of all erasures, to keep beside the backups; replaces an earlier list. @returns how many there are */
export async function writeErasures(databaseUrl: string, file: string): Promise<number> {
  const lines = await onBase(databaseUrl, async (client) => {
    const { rows } = await client.query<Line>(
      `select id, volunteer_pseudonym as volunteer, account_pseudonym as account, cause, done_at as "doneAt"
         from erasure order by done_at, id`,
    );
    return rows;
  });
  const unfinished = `${file}.part`;
  await writeFile(unfinished, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 });
  await rename(unfinished, file);
  await chmod(file, 0o600);
  return lines.length;
}

/** Adds the erasures of a list to a base that does not have them yet. @returns how many were added */
export async function addErasures(databaseUrl: string, file: string): Promise<number> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(`The list of erasures cannot be read: ${file}.`);
  });
  const lines = text.split('\n').filter(Boolean);
  return onBase(databaseUrl, async (client) => {
    const { rowCount } = await client
      .query(
        `insert into erasure (id, volunteer_pseudonym, account_pseudonym, cause, done_at)
         select l.id, l.volunteer, l.account, l.cause, l."doneAt"
           from json_to_recordset($1::json) as l(id uuid, volunteer text, account text, cause text, "doneAt" timestamptz)
         on conflict (id) do nothing`,
        [`[${lines.join(',')}]`],
      )
      .catch((error: unknown) => {
        throw new CommandError(
          `${file} is no list of erasures: ${error instanceof Error ? error.message : 'unreadable'}`,
        );
      });
    return rowCount ?? 0;
  });
}

async function onBase<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
