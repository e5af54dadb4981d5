import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { Clock } from '#platform/kernel';
import { UNDO_HOURS } from './import-state.rules.js';
import { ImportWork } from './import-work.js';

declare module '#platform/jobs' {
  interface JobMap {
    'import.read': { importId: string };
    'import.apply': { importId: string };
    'import.undo': { importId: string };
  }
}

/** The work of imports, done by the worker: it bears to be interrupted and to run twice. */
@Injectable()
export class ImportJobs implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly work: ImportWork,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('import.read', ({ importId }) => this.work.read(importId));
    this.jobs.handle('import.apply', ({ importId }) => this.work.apply(importId));
    this.jobs.handle('import.undo', ({ importId }) => this.work.undo(importId));
    this.jobs.every('import.sweep', '*/10 * * * *', () => this.sweep());
  }

  /**
   * Forgets what was not imported for a day and what can be undone no more, and has read again what a crash of Postgres
   * took: rows are not logged, the file and the fixes are.
   */
  private async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - UNDO_HOURS * 3_600_000);
    await this.db.transaction(async () => {
      await this.db.query(
        `delete from volunteer_import where undo_until is null and touched_at < $1
            and status in ('sending', 'reading', 'ready', 'failed', 'stopped')`,
        [before],
      );
      await this.db.query(
        `update volunteer_import set status = 'applied' where status = 'stopped' and undo_until < $1`,
        [this.clock.now()],
      );
      const over = `select id from volunteer_import where undo_until < $1 and status in ('applied', 'undone')`;
      for (const table of ['change', 'fix', 'chunk'])
        await this.db.query(`delete from volunteer_import_${table} where import_id in (${over})`, [this.clock.now()]);
      await this.db.query(
        `delete from volunteer_import_row r
          where import_id in (${over}) or not exists (select from volunteer_import i where i.id = r.import_id)`,
        [this.clock.now()],
      );
      const lost = await this.db.query<{ id: string }>(
        `update volunteer_import i set status = 'reading'
          where status = 'ready' and row_count > 0
            and not exists (select from volunteer_import_row r where r.import_id = i.id) returning id`,
      );
      for (const { id } of lost) await this.jobs.add('import.read', { importId: id }, { key: `import ${id}` });
    });
  }
}
