import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { migrations } from '#migrations';
import { Database, reasonOf } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { Clock } from '#platform/kernel';

/** One thing that was looked at, with a figure or a reason that an operator can act on. */
export interface Check {
  name: 'database' | 'migrations' | 'queue';
  ok: boolean;
  detail: string;
}

/** A due job that nobody has taken for so long means that no worker runs. */
const QUEUE_OLD_AFTER_SECONDS = 300;
const PATIENCE_MS = 3000;

/** Version of the platform. A compiled file lies one folder deeper than its source, so package.json is looked for. */
export const version = versionAbove(dirname(fileURLToPath(import.meta.url)));

function versionAbove(folder: string): string {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return versionAbove(dirname(folder));
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Whether this process can do its work: database, its schema, and a queue that somebody works on. */
@Injectable()
export class Health {
  readonly startedAt: Date;

  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    clock: Clock,
  ) {
    this.startedAt = clock.now();
  }

  async checks(): Promise<Check[]> {
    const database = await this.check('database', () => this.database());
    if (!database.ok) return [database];
    return [
      database,
      await this.check('migrations', () => this.migrations()),
      await this.check('queue', () => this.queue()),
    ];
  }

  private async check(name: Check['name'], look: () => Promise<Omit<Check, 'name'>>): Promise<Check> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
    });
    try {
      return { name, ...(await Promise.race([look(), tooLong])) };
    } catch (error) {
      return { name, ok: false, detail: reasonOf(error) };
    } finally {
      clearTimeout(timer);
    }
  }

  private async database(): Promise<Omit<Check, 'name'>> {
    const [row] = await this.db.query<{ version: string }>(`select current_setting('server_version') as version`);
    return { ok: true, detail: `PostgreSQL ${row?.version ?? '?'}` };
  }

  private async migrations(): Promise<Omit<Check, 'name'>> {
    const rows = await this.db.query<{ name: string }>('select name from migrations');
    const done = new Set(rows.map((row) => row.name));
    const missing = migrations.map((Migration) => new Migration().name).filter((name) => !done.has(name));
    return missing.length === 0
      ? { ok: true, detail: `${migrations.length} applied` }
      : { ok: false, detail: `not applied: ${missing.join(', ')}` };
  }

  private async queue(): Promise<Omit<Check, 'name'>> {
    const { depth, oldestSeconds } = await this.jobs.state();
    return { ok: oldestSeconds < QUEUE_OLD_AFTER_SECONDS, detail: `${depth} due, oldest ${oldestSeconds} s` };
  }
}
