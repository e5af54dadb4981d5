import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import { ErasureSteps, type KnownPerson } from '#platform/privacy';

const NAMING = `
  select distinct i.id, i.undo_until is null as "isOpen", i.status in ('applying', 'undoing') as "isAtWork"
    from volunteer_import i
   where exists (select from volunteer_import_change c where c.import_id = i.id and c.volunteer_id = $1::uuid)
      or exists (select from volunteer_import_row r where r.import_id = i.id
                   and (r.email = any($2::text[]) or r.phone = $3 or r.match_id = $1::uuid
                        or lower(r.display_name) = lower($4) or r.cells ilike any($5::text[])))
      or i.samples::text ilike any($5::text[]) or i.file_faults::text ilike any($5::text[])`;

/**
 * Lists that were sent and not yet forgotten name people too. One that names somebody who is erased goes as a whole when
 * nobody has applied it, and can no longer be undone when somebody has: a file cannot lose one line and stay that file.
 */
@Injectable()
export class ImportForgets implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly steps: ErasureSteps,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.steps.beforeErasure((person) => this.forget(person));
  }

  /** @throws Error while such a list is being applied or undone: the erasure is tried again later */
  private async forget({ volunteerId, addresses, phone, name }: KnownPerson): Promise<void> {
    const marks = [...addresses, phone, name]
      .filter((mark) => mark !== null)
      .map((mark) => `%${mark.replace(/[\\%_]/g, '\\$&')}%`);
    const naming = await this.db.query<{ id: string; isOpen: boolean; isAtWork: boolean }>(NAMING, [
      volunteerId,
      addresses,
      phone,
      name,
      marks,
    ]);
    if (naming.some(({ isAtWork }) => isAtWork)) throw new Error('A list that names this person is being imported');
    const all = naming.map(({ id }) => id);
    const open = naming.filter(({ isOpen }) => isOpen).map(({ id }) => id);
    for (const table of ['row', 'fix', 'change', 'chunk'])
      await this.db.query(`delete from volunteer_import_${table} where import_id = any($1::uuid[])`, [all]);
    await this.db.query('delete from volunteer_import where id = any($1::uuid[])', [open]);
    await this.db.query(
      `update volunteer_import set samples = '[]', file_faults = '[]', undo_until = least(undo_until, $2)
        where id = any($1::uuid[])`,
      [all, this.clock.now()],
    );
  }
}
