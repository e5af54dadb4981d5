import { Logger } from '@nestjs/common';
import pg from 'pg';

/** First half of the advisory lock that says "this worker lives"; the second is the hash of its id. */
const PRESENCE = 7301;
const RECONNECT_MS = 1_000;

/**
 * Shows other workers that this one is alive, by a lock that Postgres itself drops with the connection. Without it the
 * jobs of a killed worker would stay locked for hours.
 */
export class WorkerPresence {
  private readonly log = new Logger(WorkerPresence.name);
  private client: pg.Client | null = null;
  private leaving = false;

  constructor(
    private readonly databaseUrl: string,
    private readonly workerId: string,
  ) {}

  /** Takes the lock, and takes it again whenever the connection is lost, until `leave`. */
  announce(): void {
    const client = new pg.Client({ connectionString: this.databaseUrl, application_name: 'worker-presence' });
    this.client = client;
    client.on('error', (error) => this.log.warn(error.message));
    client.once('end', () => this.announceLater(client));
    this.lock(client).catch((error: unknown) => {
      this.log.warn(String(error));
      this.announceLater(client);
    });
  }

  async leave(): Promise<void> {
    this.leaving = true;
    await this.client?.end().catch(() => undefined);
  }

  private async lock(client: pg.Client): Promise<void> {
    await client.connect();
    await client.query('select pg_advisory_lock($1, hashtext($2))', [PRESENCE, this.workerId]);
  }

  /** Once for each connection, however many ways it tells that it is lost. */
  private announceLater(lost: pg.Client): void {
    if (this.leaving || this.client !== lost) return;
    this.client = null;
    setTimeout(() => {
      if (!this.leaving) this.announce();
    }, RECONNECT_MS).unref();
  }
}

/**
 * Frees the jobs of workers that are gone, to be tried again.
 * @param minimumSeconds how long a job must be locked; spares a worker that has just started or lost its connection
 * @returns how many jobs were freed
 */
export async function freeJobsOfDeadWorkers(pool: pg.Pool, minimumSeconds: number): Promise<number> {
  const { rows } = await pool.query<{ locked_by: string; jobs: number }>(
    `select locked_by, count(*)::int as jobs
       from graphile_worker.jobs
      where locked_by is not null and locked_at < now() - make_interval(secs => $1)
        and not exists (
          select 1 from pg_locks
           where locktype = 'advisory' and granted and classid = $2
             and objid::bigint = hashtext(locked_by)::bigint & 4294967295
             and database = (select oid from pg_database where datname = current_database()))
      group by locked_by`,
    [minimumSeconds, PRESENCE],
  );
  if (rows.length === 0) return 0;
  await pool.query('select graphile_worker.force_unlock_workers($1::text[])', [rows.map((row) => row.locked_by)]);
  return rows.reduce((sum, row) => sum + row.jobs, 0);
}
