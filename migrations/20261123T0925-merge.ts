import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pairs of profiles that may be one person, and the profiles that became part of another. */
export class Merge20261123T0925 implements MigrationInterface {
  readonly name = 'Merge20261123092500';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table merged_profile (
        old_id uuid not null,
        volunteer_id uuid not null,
        calendar_key uuid not null,
        merged_at timestamptz not null,
        merged_by uuid,
        constraint merged_profile_pk primary key (old_id),
        constraint merged_profile_calendar_key_unique unique (calendar_key),
        constraint merged_profile_volunteer_fk foreign key (volunteer_id) references volunteer (id) on delete cascade,
        constraint merged_profile_into_another check (old_id <> volunteer_id)
      );
      create index merged_profile_by_volunteer on merged_profile (volunteer_id);

      create table duplicate_pair (
        low_id uuid not null,
        high_id uuid not null,
        score int not null,
        reasons text[] not null,
        found_at timestamptz not null,
        different_since timestamptz,
        decided_by uuid,
        constraint duplicate_pair_pk primary key (low_id, high_id),
        constraint duplicate_pair_low_fk foreign key (low_id) references volunteer (id) on delete cascade,
        constraint duplicate_pair_high_fk foreign key (high_id) references volunteer (id) on delete cascade,
        constraint duplicate_pair_ordered check (low_id < high_id),
        constraint duplicate_pair_score_percent check (score between 0 and 100)
      );
      create index duplicate_pair_by_high on duplicate_pair (high_id);
      create index duplicate_pair_open on duplicate_pair (score desc, low_id, high_id) where different_since is null;

      -- A third way to touch the journal: the lines about a profile follow it into the one that it becomes part of. Only
      -- whom a line is about changes, from the one to the other.
      alter function guard_journal() rename to guard_journal_but_merges;
      drop trigger audit_entry_append_only on audit_entry;
      create function follow_merge() returns trigger language plpgsql as $$
      declare
        way text[] := string_to_array(coalesce(current_setting('journal.merge', true), ''), ' ');
      begin
        if tg_op = 'UPDATE' and cardinality(way) = 4
          and (new.id, new.at, new.actor_label, new.action, new.subject_type, new.subject_id, new.details)
            = (old.id, old.at, old.actor_label, old.action, old.subject_type, old.subject_id, old.details)
          and new.purpose is not distinct from old.purpose
          and (new.volunteer_id is not distinct from old.volunteer_id
               or (old.volunteer_id::text = way[1] and new.volunteer_id::text = way[2]))
          and (new.actor_account_id is not distinct from old.actor_account_id
               or (old.actor_account_id::text = way[3] and new.actor_account_id::text = way[4])) then
          return new;
        end if;
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end $$;
      create trigger audit_entry_append_only before update or delete on audit_entry for each row
        when (coalesce(current_setting('journal.merge', true), '') = '') execute function guard_journal_but_merges();
      create trigger audit_entry_follow_merge before update or delete on audit_entry for each row
        when (coalesce(current_setting('journal.merge', true), '') <> '') execute function follow_merge();
      create function merge_in_journal(gone uuid, kept uuid, gone_account uuid, kept_account uuid) returns void
        language plpgsql as $$
      begin
        perform set_config('journal.merge',
          concat_ws(' ', gone, kept, coalesce(gone_account::text, '-'), coalesce(kept_account::text, '-')), true);
        update audit_entry set
          volunteer_id = case when volunteer_id = gone then kept else volunteer_id end,
          actor_account_id = case when actor_account_id = gone_account then coalesce(kept_account, gone_account)
                                  else actor_account_id end
        where volunteer_id = gone or actor_account_id = gone_account;
        perform set_config('journal.merge', '', true);
      end $$;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function merge_in_journal(uuid, uuid, uuid, uuid);
      drop trigger audit_entry_follow_merge on audit_entry;
      drop trigger audit_entry_append_only on audit_entry;
      drop function follow_merge();
      alter function guard_journal_but_merges() rename to guard_journal;
      create trigger audit_entry_append_only before update or delete on audit_entry
        for each row execute function guard_journal();
      drop table duplicate_pair, merged_profile;
    `);
  }
}
