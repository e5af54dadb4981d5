import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { isDatabaseAway } from './connection-lost.js';

const PATIENCE_MS = 60_000;
const PAUSE_MS = 1_000;
const CONNECT_MS = 5_000;

/** What the operator must mend before a process can start; its message is all there is to say. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';
}

/**
 * Waits until the database lets us in: after a power cut everything starts at once, and it takes the longest.
 *
 * @param say is told once that we wait and for what, and once that it is over
 * @throws DatabaseUnusable when it does not answer within a minute, or when it answers that it will not have us
 */
export async function waitForDatabase(
  url: string,
  say: (line: string) => void,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const begun = Date.now();
  const { host } = new URL(url);
  for (let waited = false; ; waited = true) {
    const reason = await whyNot(url, host);
    const seconds = Math.round((Date.now() - begun) / 1000);
    if (reason === null) {
      if (waited) say(`The database answers after ${seconds} s`);
      return;
    }
    if (Date.now() - begun > patienceMs)
      throw new DatabaseUnusable(
        `No database at ${host} for ${seconds} s (${reason}): start it, or mend DATABASE_URL.`,
      );
    if (!waited) say(`Waiting for the database at ${host}: ${reason}`);
    await pause(PAUSE_MS);
  }
}

async function whyNot(url: string, host: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return null;
  } catch (error) {
    if (isDatabaseAway(error)) return reasonOf(error);
    throw new DatabaseUnusable(`The database at ${host} refuses us: ${reasonOf(error)}. Mend DATABASE_URL.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What an error says; of a host with several addresses it is the code alone. */
export function reasonOf(error: unknown): string {
  const { message, code } = (error ?? {}) as { message?: string; code?: string };
  return message || code || String(error);
}
