import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { JobMap, JobName, JobOptions } from './job-map.js';

/** Work that the clock asks for, by a cron pattern in UTC. */
export interface ScheduledJob {
  name: string;
  cron: string;
}

/** State of the queue for health checks and the system page. */
export interface QueueState {
  /** Jobs that are due and not done. */
  depth: number;
  /** Age of the longest overdue job that nobody works on, in whole seconds; 0 if there is none. */
  oldestSeconds: number;
  /** Jobs that used up all their tries. */
  failed: number;
}

/** A job that used up all its tries. */
export interface FailedJob {
  id: string;
  name: string;
  attempts: number;
  lastError: string;
  createdAt: Date;
}

type Handler = (payload: unknown) => Promise<void>;

/**
 * Work to do later. A job is a row written in the running transaction: if that rolls back, the job never existed; once
 * it commits, the job is done at least once. Handlers must therefore bear to run twice.
 */
@Injectable()
export class Jobs {
  private readonly handlers = new Map<string, Handler>();
  private readonly schedule: ScheduledJob[] = [];

  constructor(private readonly db: Database) {}

  /** Adds one job, in the current transaction if there is one. */
  async add<N extends JobName>(name: N, payload: JobMap[N], options: JobOptions = {}): Promise<void> {
    await this.addMany(name, [{ payload, ...options }]);
  }

  /** Adds many jobs of one kind by one statement, in the current transaction if there is one. */
  async addMany<N extends JobName>(name: N, jobs: ({ payload: JobMap[N] } & JobOptions)[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.db.query(
      `select count(*) from graphile_worker.add_jobs(array(
         select row($1, j.payload, null, j."runAt", j."maxAttempts", j.key, j.priority, null)::graphile_worker.job_spec
           from json_to_recordset($2::json)
             as j(payload json, "runAt" timestamptz, "maxAttempts" smallint, key text, priority smallint)))`,
      [name, JSON.stringify(jobs)],
    );
  }

  /** Takes a waiting job back by its key, in the current transaction if there is one. One that already runs goes on. */
  async remove(key: string): Promise<void> {
    await this.db.query('select graphile_worker.remove_job($1)', [key]);
  }

  /** Says how a kind of job is done. To be called while modules start; a second handler of a name is an error. */
  handle<N extends JobName>(name: N, handler: (payload: JobMap[N]) => Promise<void>): void {
    this.register(name, (payload) => handler(payload as JobMap[N]));
  }

  /**
   * Runs something again and again. A run that was missed while no worker ran is made up for within the hour, once.
   * @param cron five fields (minute, hour, day, month, weekday), in UTC
   */
  every(name: string, cron: string, run: () => Promise<void>): void {
    this.register(name, run);
    this.schedule.push({ name, cron });
  }

  /** What `every` asked for. */
  get scheduled(): readonly ScheduledJob[] {
    return this.schedule;
  }

  /** Every name that can be run, in the order of the alphabet. */
  get names(): string[] {
    return [...this.handlers.keys()].sort();
  }

  /**
   * Does a job here and now, past the queue.
   * @throws Error when nothing handles that name, or whatever the handler throws
   */
  async runNow(name: string, payload: unknown = {}): Promise<void> {
    const handler = this.handlers.get(name);
    if (handler === undefined) throw new Error(`Nothing handles the job ${name}. Known: ${this.names.join(', ')}`);
    await handler(payload);
  }

  async state(): Promise<QueueState> {
    const [state] = await this.db.query<QueueState>(
      `select count(*) filter (where attempts < max_attempts and run_at <= now())::int as depth,
              coalesce(extract(epoch from now() - min(run_at)
                filter (where attempts < max_attempts and run_at <= now() and locked_at is null)), 0)::int
                as "oldestSeconds",
              count(*) filter (where attempts >= max_attempts and locked_at is null)::int as failed
         from graphile_worker.jobs`,
    );
    return state ?? { depth: 0, oldestSeconds: 0, failed: 0 };
  }

  /** Jobs given up, the latest first. */
  async failed(limit = 50): Promise<FailedJob[]> {
    return this.db.query<FailedJob>(
      `select id::text, task_identifier as name, attempts::int, coalesce(last_error, '') as "lastError",
              created_at as "createdAt"
         from graphile_worker.jobs
        where attempts >= max_attempts and locked_at is null
        order by updated_at desc
        limit $1`,
      [limit],
    );
  }

  private register(name: string, handler: Handler): void {
    if (this.handlers.has(name)) throw new Error(`The job ${name} has two handlers`);
    this.handlers.set(name, handler);
  }
}
