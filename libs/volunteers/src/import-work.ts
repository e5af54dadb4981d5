import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import { ImportApplying } from './import-applying.js';
import { ImportCounts } from './import-counts.js';
import { ImportReading, signatureOf } from './import-reading.js';
import type { ImportStatus } from './import-state.rules.js';
import { ImportChunk, ImportFix, ImportMapping } from './import-tables.entity.js';
import { ImportUndoing } from './import-undoing.js';
import { VolunteerImport } from './volunteer-import.entity.js';

/** One piece of work on one import, from its state to the next. */
@Injectable()
export class ImportWork {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly reading: ImportReading,
    private readonly counts: ImportCounts,
    private readonly applying: ImportApplying,
    private readonly undoing: ImportUndoing,
  ) {}

  async read(id: string): Promise<void> {
    const draft = await this.in('reading', id);
    if (!draft) return;
    const whole = await this.reading.read(draft);
    const read = await this.in('reading', id);
    if (!read) return;
    if (whole && read.fileFaults.length === 0) await this.counts.all(id, draft.network);
    const status: ImportStatus = !whole ? 'stopped' : read.fileFaults.length > 0 ? 'failed' : 'ready';
    await this.db.repo(VolunteerImport).update({ id, status: 'reading' }, { status, stopAsked: false });
  }

  async apply(id: string): Promise<void> {
    const draft = await this.in('applying', id);
    if (!draft) return;
    const whole = await this.applying.apply(draft);
    await this.db.transaction(async () => {
      await this.db
        .repo(VolunteerImport)
        .update({ id, status: 'applying' }, { status: whole ? 'applied' : 'stopped', stopAsked: false });
      if (!whole) return;
      // What was not imported stays for a day, to be downloaded; the file has told all it knows.
      await this.db.repo(ImportChunk).delete({ importId: id });
      await this.db.repo(ImportFix).delete({ importId: id });
      await this.remember(draft);
    });
  }

  async undo(id: string): Promise<void> {
    await this.db.transaction(async () => {
      const draft = await this.in('undoing', id);
      if (draft) await this.undoing.undo(draft);
    });
  }

  private in(status: ImportStatus, id: string): Promise<VolunteerImport | null> {
    return this.db.repo(VolunteerImport).findOneBy({ id, status });
  }

  /** The next file of the same headers is read alike; the headers say nothing about people. */
  private async remember({ network, columnMapping: columns }: VolunteerImport): Promise<void> {
    const signature = signatureOf(columns.map(({ header }) => header));
    await this.db
      .repo(ImportMapping)
      .upsert({ network, signature, columns, usedAt: this.clock.now() }, ['network', 'signature']);
  }
}
