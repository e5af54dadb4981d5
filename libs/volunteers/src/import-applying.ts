import { Injectable } from '@nestjs/common';
import { Database, violatedConstraint } from '#platform/database';
import { Clock, type Network } from '#platform/kernel';
import { purposeOf } from './consent-texts.js';
import type { Outlook } from './import-counts.js';
import { ImportDoubts } from './import-doubts.js';
import { ImportReading } from './import-reading.js';
import { ImportTraces } from './import-traces.js';
import { VolunteerImport } from './volunteer-import.entity.js';
import * as sql from './volunteer-import.sql.js';

/**
 * Rows of one transaction. Who signs up with an address of the file waits for one of these, not for the whole file;
 * and what one has done is done, whatever happens to the process.
 */
const CHUNK = 10_000;
const ATTEMPTS = 5;
/** Changes after which Postgres should take stock of its tables at once. */
const MANY = 1000;

/** Takes the sound rows of an import in, chunk by chunk; a chunk forgets its rows, so the next run goes on exactly there. */
@Injectable()
export class ImportApplying {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly reading: ImportReading,
    private readonly doubts: ImportDoubts,
    private readonly traces: ImportTraces,
  ) {}

  /** @returns whether all rows are in; false when somebody asked to stop */
  async apply(draft: VolunteerImport): Promise<boolean> {
    const { id, network } = draft;
    if (await this.rowsAreLost(draft)) await this.readAgain(draft);
    await this.doubts.find(id);
    let line = 0;
    for (;;) {
      const chunk = await this.chunkOrAgain(id, network, line);
      if (chunk === 'stopped') return false;
      // Rows that waited for another row of the same person are before the last line.
      if (chunk.taken === 0 && line === 0) break;
      line = chunk.taken === 0 ? 0 : chunk.last;
    }
    await this.finish(draft);
    return true;
  }

  /** Rows are not logged: after a crash of Postgres the table is empty. What was applied then changes nothing. */
  private async rowsAreLost({ id, rowCount }: VolunteerImport): Promise<boolean> {
    if (rowCount === 0) return false;
    const [row] = await this.db.query('select from volunteer_import_row where import_id = $1 limit 1', [id]);
    const [chunk] = await this.db.query('select from volunteer_import_chunk where import_id = $1 limit 1', [id]);
    return !row && chunk !== undefined;
  }

  private async readAgain(draft: VolunteerImport): Promise<void> {
    await this.reading.read(draft);
    await this.db.query('update volunteer_import set done_count = created_count + updated_count where id = $1', [
      draft.id,
    ]);
  }

  private async chunkOrAgain(id: string, network: Network, after: number): Promise<Taken | 'stopped'> {
    for (let attempt = 1; ; attempt++)
      try {
        return await this.db.transaction(() => this.chunk(id, network, after));
      } catch (error) {
        // Somebody of the file joined between the plan and its carrying out: plan again, with her.
        if (attempt === ATTEMPTS || violatedConstraint(error) !== 'contact_email_unique') throw error;
      }
  }

  private async chunk(id: string, network: Network, after: number): Promise<Taken | 'stopped'> {
    await this.db.query(`select pg_advisory_xact_lock(hashtextextended('volunteer import', 0))`);
    const [state] = await this.db.query<{ stop: boolean; now: Date }>(
      `select stop_asked as stop, imported_at as now from volunteer_import where id = $1 and status = 'applying' for update`,
      [id],
    );
    if (!state || state.stop) return 'stopped';
    // What a chunk looks up is in memory or nearly; else Postgres reads all people anew for each ten thousand rows.
    await this.db.query('set local random_page_cost = 1.1');
    await this.db.query(sql.CREATE_ROWS);
    await this.db.query(sql.TAKE_ROWS, [id, after, CHUNK]);
    const [taken] = await this.db.query<Taken>(
      'select count(*)::int as taken, coalesce(max(line), 0) as last from import_row',
    );
    if (!taken || taken.taken === 0) return { taken: 0, last: 0 };
    await this.db.query(sql.ONE_ROW_EACH);
    await this.db.query(sql.COUNT_ROWS);
    await this.carryOut(id, network, state.now);
    return taken;
  }

  private async carryOut(id: string, network: Network, now: Date): Promise<void> {
    // CREATE TABLE AS takes no parameters; both come from closed lists of our own.
    await this.db.query(sql.planOf(network, purposeOf(network)));
    const [counts] = await this.db.query<Outlook>(sql.COUNT_PLAN);
    const plan = counts ?? { created: 0, updated: 0, unchanged: 0 };
    const { created, updated, unchanged } = plan;
    const known = { network, importId: id, now, purpose: purposeOf(network) };
    for (const step of sql.STEPS)
      if (!step.for || plan[step.for] > 0)
        await this.db.query(
          step.sql,
          step.needs.map((need) => known[need]),
        );
    if (created > 0) await this.markTriggers(id);
    if (updated > 0) await this.markAfter(id);
    await this.db.query(sql.FORGET_ROWS, [id]);
    await this.db.query(
      `update volunteer_import
          set created_count = created_count + $2, updated_count = updated_count + $3,
              done_count = done_count + $2 + $3 + $4, touched_at = $5
        where id = $1`,
      [id, created, updated, unchanged, this.clock.now()],
    );
  }

  /** What triggers do for one of the people they do for all: three are enough to find it, in the first chunk. */
  private async markTriggers(id: string): Promise<void> {
    const some = `(select id from import_plan where outcome = 'create' limit 3)`;
    await this.db.query(
      `update volunteer_import set filled_by_triggers = $2::text[] where id = $1 and created_count = 0`,
      [id, await this.traces.filledByTriggers(some)],
    );
  }

  /** The rows of changed people as they are right now, to see later whether anybody touched them. */
  private async markAfter(id: string): Promise<void> {
    const hashes = await this.traces.hashes(`(select known_id as id from import_plan where outcome = 'update')`);
    await this.db.query(
      `update volunteer_import_change c set after_hash = h.hash
         from (${hashes}) h where c.import_id = $1 and c.volunteer_id = h.id`,
      [id],
    );
  }

  private async finish({ id, soundCount }: VolunteerImport): Promise<void> {
    const [counts] = await this.db.query<{ changes: number }>(
      `update volunteer_import
          set unchanged_count = greatest(0, sound_count - created_count - updated_count), done_count = sound_count
        where id = $1 returning created_count + updated_count as changes`,
      [id],
    );
    if (soundCount >= MANY && (counts?.changes ?? 0) >= MANY) await this.db.query(sql.TAKE_STOCK);
  }
}

interface Taken {
  taken: number;
  last: number;
}
