import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { notFound, userError } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Jobs } from '#platform/jobs';
import { Clock, type Network } from '#platform/kernel';
import type { MappingChoice } from './import-columns.rules.js';
import { ImportFiles } from './import-files.js';
import { type ImportStep, mayStep, UNDO_HOURS } from './import-state.rules.js';
import { ImportFix } from './import-tables.entity.js';
import { VolunteerImport } from './volunteer-import.entity.js';

/** A file as it comes. */
export interface SentFile {
  name: string;
  network: Network;
  bytes: AsyncIterable<Uint8Array>;
}

/** What people ask of imports. The work itself is done by jobs, so that it goes on when the page is left. */
@Injectable()
export class VolunteerImportService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly files: ImportFiles,
  ) {}

  /**
   * Keeps a file and has it read.
   * @param actor null for the operator's command
   * @returns identifier of the import
   * @throws BAD_USER_INPUT for a file that is too large; nothing of it is kept
   */
  async start(actor: Actor | null, { name, network, bytes }: SentFile): Promise<string> {
    const now = this.clock.now();
    const { identifiers } = await this.db.repo(VolunteerImport).insert({
      ...{ fileName: name, fileSha256: '', network, columnMapping: [], status: 'sending' },
      ...{ rowCount: 0, createdCount: 0, updatedCount: 0, unchangedCount: 0 },
      ...{ importedBy: actor?.accountId ?? null, importedAt: now, touchedAt: now },
    });
    const { id } = identifiers[0] as { id: string };
    try {
      const [fileSha256, byteCount] = await this.files.save(id, bytes);
      await this.db.transaction(async () => {
        await this.db.repo(VolunteerImport).update({ id }, { fileSha256, byteCount, status: 'reading' });
        await this.jobs.add('import.read', { importId: id }, { key: `import ${id}` });
      });
      return id;
    } catch (error) {
      await this.db.repo(VolunteerImport).delete({ id });
      throw error;
    }
  }

  /** Reads the file again with columns matched by hand, or from another sheet. Fixes of cells are of their sheet. */
  async map(id: string, mapping: readonly MappingChoice[], sheet: string | null): Promise<void> {
    await this.step('map', id, async (draft) => {
      const otherSheet = sheet !== null && sheet !== draft.sheet;
      if (otherSheet) await this.db.repo(ImportFix).delete({ importId: id });
      const columnMapping = otherSheet ? [] : mapping.map(({ header, field }) => ({ header, field }));
      await this.db.repo(VolunteerImport).update(
        { id },
        {
          status: 'reading',
          stopAsked: false,
          fileFaults: [],
          sheet: sheet ?? draft.sheet,
          columnMapping: columnMapping as VolunteerImport['columnMapping'],
        },
      );
      await this.jobs.add('import.read', { importId: id }, { key: `import ${id}` });
    });
  }

  /**
   * Takes the sound rows in, or goes on with that.
   * @param leaveRest whether rows with faults and doubts may stay out
   * @throws CONFLICT when there are such rows and they may not, or nothing at all to import
   */
  async apply(actor: Actor | null, id: string, leaveRest: boolean): Promise<void> {
    await this.step('apply', id, async (draft) => {
      const { faultyCount, doubtCount, soundCount, undoUntil } = draft;
      if (soundCount === 0 || (!leaveRest && faultyCount + doubtCount > 0))
        throw userError('CONFLICT', 'error.CONFLICT');
      const now = this.clock.now();
      // The mark of the people it creates stays the same when it goes on after a stop.
      const begins = undoUntil === null ? { importedAt: now, doneCount: 0 } : {};
      await this.db
        .repo(VolunteerImport)
        .update(
          { id },
          { ...begins, status: 'applying', stopAsked: false, undoUntil: this.undoUntil(), touchedAt: now },
        );
      await this.jobs.add('import.apply', { importId: id }, { key: `import ${id}` });
      if (undoUntil === null) await this.write(actor, 'volunteers.import', draft, { rows: soundCount });
    });
  }

  async stop(id: string): Promise<void> {
    await this.step('stop', id, async () => {
      await this.db.repo(VolunteerImport).update({ id }, { stopAsked: true, touchedAt: this.clock.now() });
    });
  }

  async undo(actor: Actor | null, id: string): Promise<void> {
    await this.step('undo', id, async (draft) => {
      await this.db.repo(VolunteerImport).update({ id }, { status: 'undoing', touchedAt: this.clock.now() });
      await this.jobs.add('import.undo', { importId: id }, { key: `import ${id}` });
      const { createdCount: created, updatedCount: updated } = draft;
      await this.write(actor, 'volunteers.import-undone', draft, { created, updated });
    });
  }

  /** Forgets a file that was not imported. */
  async discard(id: string): Promise<void> {
    await this.step('discard', id, async () => {
      await this.jobs.remove(`import ${id}`);
      await this.db.query('delete from volunteer_import_row where import_id = $1', [id]);
      await this.db.repo(VolunteerImport).delete({ id });
    });
  }

  /**
   * Does a step of an import that nobody else changes meanwhile.
   * @throws NOT_FOUND, CONFLICT when the step is not open now
   */
  async step(step: ImportStep, id: string, work: (draft: VolunteerImport) => Promise<void>): Promise<void> {
    await this.db.transaction(async () => {
      const draft = await this.db.repo(VolunteerImport).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!draft) throw notFound('Import');
      const facts = { ...draft, hasBegun: draft.undoUntil !== null };
      if (!mayStep(step, facts, this.clock.now())) throw userError('CONFLICT', 'error.CONFLICT');
      await work(draft);
    });
  }

  private undoUntil(): Date {
    return new Date(this.clock.now().getTime() + UNDO_HOURS * 3_600_000);
  }

  private async write(
    actor: Actor | null,
    action: string,
    { id, network }: VolunteerImport,
    details: object,
  ): Promise<void> {
    await this.audit.write({ actor, action, subjectType: 'import', subjectId: id, details: { network, ...details } });
  }
}

/** @throws FORBIDDEN unless the actor coordinates the whole network */
export function mayImport(actor: Actor, network: Network): void {
  if (!actor.coordinates(network)) throw userError('FORBIDDEN', 'error.FORBIDDEN');
}
