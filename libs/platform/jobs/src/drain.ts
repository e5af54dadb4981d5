import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import { Jobs } from './jobs.js';

interface DueJob {
  id: string;
  name: string;
  payload: unknown;
}

/** Names of the jobs that were done and of those that failed, in order. */
export interface Drained {
  done: string[];
  failed: { name: string; error: Error }[];
}

/**
 * For tests: does everything that is due by the application's clock, one job after the other, in the order of their
 * times, including what these jobs add. The clock may have been moved either way, which the real runner cannot follow.
 * A job that fails stays for later, as in production.
 *
 * @throws AggregateError with the errors of failed jobs, unless failures are expected
 */
export async function drain(app: INestApplicationContext, options: { mayFail?: boolean } = {}): Promise<Drained> {
  const [db, jobs, clock] = [app.get(Database), app.get(Jobs), app.get(Clock)];
  const result: Drained = { done: [], failed: [] };
  for (;;) {
    const job = await nextDue(db, clock.now());
    if (job === undefined) break;
    try {
      await jobs.runNow(job.name, job.payload);
      await db.query('select graphile_worker.complete_jobs(array[$1::bigint])', [job.id]);
      result.done.push(job.name);
    } catch (error) {
      const fault = error instanceof Error ? error : new Error(String(error));
      await postpone(db, job.id, fault.message, clock.now());
      result.failed.push({ name: job.name, error: fault });
    }
  }
  if (result.failed.length > 0 && options.mayFail !== true) {
    throw new AggregateError(
      result.failed.map(({ error }) => error),
      `Jobs failed: ${result.failed.map(({ name, error }) => `${name}: ${error.message}`).join('; ')}`,
    );
  }
  return result;
}

/** A job added without a time has that of its statement, which says "at once" even to a clock set in the past. */
async function nextDue(db: Database, now: Date): Promise<DueJob | undefined> {
  const [job] = await db.query<DueJob>(
    `update graphile_worker._private_jobs as job
        set attempts = attempts + 1
       from graphile_worker._private_tasks as task
      where task.id = job.task_id
        and job.id = (
          select id from graphile_worker._private_jobs
           where (run_at <= $1 or run_at = updated_at)
             and locked_at is null and attempts < max_attempts
           order by priority, run_at, id
           limit 1)
      returning job.id::text, task.identifier as name, job.payload`,
    [now],
  );
  return job;
}

/** The same pause as the real runner makes. */
async function postpone(db: Database, id: string, error: string, now: Date): Promise<void> {
  await db.query(
    `update graphile_worker._private_jobs
        set last_error = $2, run_at = $3::timestamptz + exp(least(attempts, 10)) * interval '1 second'
      where id = $1`,
    [id, error, now],
  );
}
