import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import { ImportTraces } from './import-traces.js';
import type { VolunteerImport } from './volunteer-import.entity.js';

const PEOPLE = `
  create temp table undo_person (id uuid primary key, created boolean not null, kept text) on commit drop`;
const TAKE_PEOPLE = `
  insert into undo_person (id, created)
  select id, true from volunteer where import_id = $1
  union all
  select volunteer_id, false from volunteer_import_change where import_id = $1 and before is not null
  on conflict do nothing`;
/** Whoever is about to enrol, sign in or change something of hers is through before, or waits until this is over. */
const LOCK = `select count(*) from (
  select v.id from volunteer v join undo_person p on p.id = v.id order by v.id for update of v) locked`;

const SIGNED_IN = `
  update undo_person p set kept = 'signed-in'
    from volunteer v join contact c on c.volunteer_id = v.id
   where v.id = p.id
     and (p.created and v.account_id is not null
          or exists (select from account a join sign_in s on s.account_id = a.id
                      where (a.id = v.account_id or a.email = c.email) and s.last_seen_at >= $1))`;
const CHANGED_SINCE_CREATED = `
  update undo_person p set kept = 'changed'
    from volunteer v join contact c on c.volunteer_id = v.id
   where v.id = p.id and p.created and p.kept is null
     and (v.version <> 1 or v.updated_at <> $1 or c.updated_at <> $1
          or exists (select from membership m where m.volunteer_id = v.id
                        and (m.network <> $2 or m.left_at is not null or m.joined_at <> $1))
          or exists (select from consent k where k.volunteer_id = v.id
                        and (k.source <> 'import' or k.withdrawn_at is not null)))`;

const RESTORED = `select c.volunteer_id, c.before from volunteer_import_change c
  join undo_person p on p.id = c.volunteer_id and not p.created and p.kept is null where c.import_id = $1`;

/** Puts the before-images back. A version only ever grows: a page that was open must notice. */
const RESTORE = [
  `update volunteer v
      set display_name = b.display_name, locale = b.locale, arrondissement = b.arrondissement, commune = b.commune,
          access_needs = b.access_needs, languages = b.languages, skills = b.skills, themes = b.themes,
          updated_at = b.updated_at, version = v.version + 1
     from (${RESTORED}) r, jsonb_populate_record(null::volunteer, r.before -> 'volunteer') b
    where v.id = r.volunteer_id`,
  `update contact c
      set given_name = b.given_name, family_name = b.family_name, email = b.email, phone = b.phone,
          birth_year = b.birth_year, updated_at = b.updated_at
     from (${RESTORED}) r, jsonb_populate_record(null::contact, r.before -> 'contact') b
    where c.volunteer_id = r.volunteer_id`,
  `delete from consent k using (${RESTORED}) r
    where k.volunteer_id = r.volunteer_id and not (r.before -> 'consents') ? k.id::text`,
];
const RESTORE_MEMBERSHIP = [
  `delete from membership m using (${RESTORED}) r
    where m.volunteer_id = r.volunteer_id and m.network = $2 and r.before -> 'membership' = 'null'`,
  `update membership m set joined_at = b.joined_at, left_at = b.left_at
     from (${RESTORED}) r, jsonb_populate_record(null::membership, r.before -> 'membership') b
    where m.volunteer_id = r.volunteer_id and m.network = $2 and r.before -> 'membership' <> 'null'`,
];

const REMOVED = 'select id from undo_person where created and kept is null';
const REMOVE = [
  ...['contact', 'membership', 'consent'].map((table) => `delete from ${table} where volunteer_id in (${REMOVED})`),
  `delete from volunteer where id in (${REMOVED})`,
];

/** Puts back exactly what an import created and changed, in one transaction; people who acted since stay as they are. */
@Injectable()
export class ImportUndoing {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly traces: ImportTraces,
  ) {}

  /** @returns how many people were put back, and how many left as they are; runs in the caller's transaction */
  async undo({
    id,
    network,
    importedAt,
    filledByTriggers,
  }: VolunteerImport): Promise<{ undone: number; kept: number }> {
    await this.db.query(PEOPLE);
    await this.db.query(TAKE_PEOPLE, [id]);
    await this.db.query('analyze undo_person');
    await this.db.query(LOCK);
    await this.db.query(SIGNED_IN, [importedAt]);
    await this.db.query(CHANGED_SINCE_CREATED, [importedAt, network]);
    await this.keepWhoIsInUse(filledByTriggers);
    await this.keepWhoChanged(id);
    for (const sql of RESTORE) await this.db.query(sql, [id]);
    for (const sql of RESTORE_MEMBERSHIP) await this.db.query(sql, [id, network]);
    for (const sql of REMOVE) await this.db.query(sql);
    return this.note(id);
  }

  private async keepWhoIsInUse(filledByTriggers: string[]): Promise<void> {
    const inUse = await this.traces.inUse('p.id', filledByTriggers);
    await this.db.query(`update undo_person p set kept = 'in-use' where p.created and p.kept is null and (${inUse})`);
  }

  private async keepWhoChanged(id: string): Promise<void> {
    const hashes = await this.traces.hashes('(select id from undo_person where not created and kept is null)');
    await this.db.query(
      `update undo_person p set kept = 'changed'
         from volunteer_import_change c join (${hashes}) h on h.id = c.volunteer_id
        where c.import_id = $1 and p.id = c.volunteer_id and p.kept is null and h.hash is distinct from c.after_hash`,
      [id],
    );
  }

  /** Before-images that were put back are needed no more; who was left is told by name for a day. */
  private async note(id: string): Promise<{ undone: number; kept: number }> {
    await this.db.query('delete from volunteer_import_change where import_id = $1', [id]);
    await this.db.query(
      `insert into volunteer_import_change (import_id, volunteer_id, line, kept_because)
       select $1, id, 0, kept from undo_person where kept is not null`,
      [id],
    );
    const [counts] = await this.db.query<{ undone: number; kept: number }>(
      `select count(*) filter (where kept is null)::int as undone, count(*) filter (where kept is not null)::int as kept
         from undo_person`,
    );
    const { undone, kept } = counts ?? { undone: 0, kept: 0 };
    await this.db.query(
      `update volunteer_import set status = 'undone', undone_at = $2, kept_count = $3, touched_at = $2 where id = $1`,
      [id, this.clock.now(), kept],
    );
    return { undone, kept };
  }
}
