import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Logger as QueueLogger, parseCronItems, run, type Runner, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { Config } from '#platform/config';
import { Jobs } from './jobs.js';
import { freeJobsOfDeadWorkers, WorkerPresence } from './worker-presence.js';

const RESTART_PAUSE_MS = 500;
const LONGEST_RESTART_PAUSE_MS = 5_000;
const LOOK_FOR_DEAD_WORKERS_MS = 5_000;
const DEAD_AFTER_SECONDS = 5;
const MAKE_UP_FOR_MS = 60 * 60 * 1000;

/** Does the jobs. Lives in the worker process alone, so that a campaign never slows a sign-up. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(JobRunner.name);
  private readonly queueLog = new QueueLogger(() => (level, message) => this.write(level, message));
  private pool: pg.Pool | null = null;
  private runner: Runner | null = null;
  private presence: WorkerPresence | null = null;
  private deadWorkerTimer: NodeJS.Timeout | null = null;
  private supervision: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly jobs: Jobs,
    private readonly config: Config,
  ) {}

  /** Whether jobs are being taken from the queue at this moment. */
  get isRunning(): boolean {
    return this.runner !== null;
  }

  async onApplicationBootstrap(): Promise<void> {
    const pool = new pg.Pool({
      connectionString: this.config.databaseUrl,
      max: this.config.workerConcurrency + 2,
      application_name: 'worker-queue',
    });
    // A connection that breaks is replaced by the pool; an unheard 'error' event would end the process.
    const hear = (error: Error): void => this.log.warn(error.message);
    pool.on('error', hear);
    pool.on('connect', (client) => client.on('error', hear));
    this.pool = pool;
    await this.start(pool);
    this.supervision = this.supervise(pool);
    this.deadWorkerTimer = setInterval(() => void this.freeJobs(pool), LOOK_FOR_DEAD_WORKERS_MS);
    await this.freeJobs(pool);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    if (this.deadWorkerTimer) clearInterval(this.deadWorkerTimer);
    await this.runner?.stop().catch((error: unknown) => this.log.warn(String(error)));
    await this.supervision;
    await this.presence?.leave();
    await this.pool?.end();
  }

  private async start(pool: pg.Pool): Promise<void> {
    const events = new EventEmitter() as WorkerEvents;
    events.once('pool:create', ({ workerPool }) => {
      this.presence = new WorkerPresence(this.config.databaseUrl, workerPool.id);
      this.presence.announce();
    });
    this.runner = await run({
      pgPool: pool,
      concurrency: this.config.workerConcurrency,
      noHandleSignals: true,
      logger: this.queueLog,
      events,
      // Gathered, a result that cannot be written down ends the runner, which starts again; one by one, the process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      taskList: Object.fromEntries(
        this.jobs.names.map((name) => [name, (payload: unknown) => this.jobs.runNow(name, payload)]),
      ),
      parsedCronItems: parseCronItems(
        this.jobs.scheduled.map(({ name, cron }) => ({
          task: name,
          match: cron,
          identifier: name,
          options: { backfillPeriod: MAKE_UP_FOR_MS, jobKey: name, jobKeyMode: 'replace', maxAttempts: 3 },
        })),
      ),
    });
  }

  /** Starts again whatever ends the runner: a worker without jobs to do looks just like a healthy one. */
  private async supervise(pool: pg.Pool): Promise<void> {
    let wait = RESTART_PAUSE_MS;
    while (!this.stopping) {
      try {
        if (this.runner === null) await this.start(pool);
        wait = RESTART_PAUSE_MS;
        // Asked to stop while it was starting: nobody else will stop it.
        if (this.stopping) await this.runner?.stop();
        await this.runner?.promise;
      } catch (error) {
        this.log.error(`The queue stopped: ${String(error)}`);
      }
      this.runner = null;
      await this.presence?.leave();
      if (this.stopping) break;
      await pause(wait);
      wait = Math.min(wait * 2, LONGEST_RESTART_PAUSE_MS);
    }
  }

  private async freeJobs(pool: pg.Pool): Promise<void> {
    try {
      const freed = await freeJobsOfDeadWorkers(pool, DEAD_AFTER_SECONDS);
      if (freed > 0) this.log.warn(`Took over ${freed} job(s) of a worker that is gone`);
    } catch (error) {
      this.log.warn(String(error));
    }
  }

  private write(level: string, message: string): void {
    if (level === 'error') this.log.error(message);
    else if (level === 'warning') this.log.warn(message);
    else this.log.debug(message);
  }
}
