import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Erasure on somebody's wish or after years without contact, what retention did, and a guarded table of its own. */
export class MyData20261123T0920 implements MigrationInterface {
  readonly name = 'MyData20261123092000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Who came is counted for ever; an attended seat of somebody who was erased is nobody's.
      alter table enrolment alter column volunteer_id drop not null;
      alter table enrolment add constraint enrolment_active_is_somebodys
        check (volunteer_id is not null or status not in ('waiting', 'offered'));

      create table pending_erasure (
        id uuid not null default gen_random_uuid(),
        account_id uuid,
        volunteer_id uuid,
        cause text not null,
        asked_at timestamptz not null,
        code_hash text,
        code_expires_at timestamptz,
        attempts_left int not null default 5,
        confirmed_at timestamptz,
        due_at timestamptz,
        constraint pending_erasure_pk primary key (id),
        constraint pending_erasure_account_unique unique (account_id),
        constraint pending_erasure_volunteer_unique unique (volunteer_id),
        constraint pending_erasure_account_fk foreign key (account_id) references account (id) on delete cascade,
        constraint pending_erasure_volunteer_fk foreign key (volunteer_id) references volunteer (id) on delete cascade,
        constraint pending_erasure_somebodys check (account_id is not null or volunteer_id is not null),
        constraint pending_erasure_cause_known check (cause in ('asked', 'inactive')),
        constraint pending_erasure_attempts_not_negative check (attempts_left >= 0),
        constraint pending_erasure_due_once_confirmed check ((confirmed_at is null) = (due_at is null))
      );
      create index pending_erasure_due on pending_erasure (due_at) where due_at is not null;

      -- Ids are random: their hash says nothing to who does not hold the id, as an older backup does.
      create function pseudonym_of(id uuid) returns text language sql immutable parallel safe
        return 'erased:' || left(encode(sha256(convert_to(id::text, 'UTF8')), 'hex'), 32);

      create table erasure (
        id uuid not null default gen_random_uuid(),
        volunteer_pseudonym text,
        account_pseudonym text,
        cause text not null,
        done_at timestamptz not null,
        constraint erasure_pk primary key (id),
        constraint erasure_cause_known check (cause in ('asked', 'inactive', 'operator', 'restore'))
      );
      create index erasure_by_volunteer on erasure (volunteer_pseudonym);
      create index erasure_by_account on erasure (account_pseudonym);

      create table retention_run (
        id uuid not null default gen_random_uuid(),
        ran_at timestamptz not null,
        table_name text not null,
        rule int not null,
        row_count int not null,
        constraint retention_run_pk primary key (id)
      );
      create index retention_run_recent on retention_run (ran_at desc);

      -- The journal stays append-only, but for the two ways that the law asks for: a line loses the person it names, and
      -- an old line goes. Both only through the functions below.
      create function guard_journal() returns trigger language plpgsql as $$
      declare
        way text := coalesce(current_setting('journal.way', true), '');
      begin
        if tg_op = 'DELETE' and way like 'forget %' and old.at < substr(way, 8)::timestamptz then
          return old;
        end if;
        if tg_op = 'UPDATE' and way = 'erase'
          and (new.id, new.at, new.action, new.subject_type) = (old.id, old.at, old.action, old.subject_type)
          and (new.actor_account_id is null or new.actor_account_id = old.actor_account_id)
          and (new.volunteer_id is null or new.volunteer_id = old.volunteer_id)
          and (new.subject_id = old.subject_id or new.subject_id like 'erased:%')
          and (new.actor_label = old.actor_label or new.actor_label like old.actor_label || ' erased:%')
          and (new.purpose is null or new.purpose = old.purpose)
          and (new.details = '{}' or new.details = old.details) then
          return new;
        end if;
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end $$;
      drop trigger audit_entry_append_only on audit_entry;
      create trigger audit_entry_append_only before update or delete on audit_entry
        for each row execute function guard_journal();

      create function erase_from_journal(person uuid, account uuid, words text[]) returns int language plpgsql as $$
      declare
        ids text[] := array_remove(array[person::text, account::text], null);
        marks text[];
        touched int;
      begin
        select coalesce(array_agg('%' || replace(replace(replace(w, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'), '{}')
          into marks from unnest(ids || words) as w;
        perform set_config('journal.way', 'erase', true);
        update audit_entry set
          actor_account_id = case when actor_account_id = account then null else actor_account_id end,
          actor_label = case when actor_account_id = account then actor_label || ' ' || pseudonym_of(account)
                             else actor_label end,
          volunteer_id = case when volunteer_id = person then null else volunteer_id end,
          subject_id = case when subject_id = any(ids) then pseudonym_of(subject_id::uuid) else subject_id end,
          purpose = case when volunteer_id = person or purpose ilike any(marks) then null else purpose end,
          details = case when volunteer_id = person or subject_id = any(ids) or details::text ilike any(marks)
                         then '{}' else details end
        where actor_account_id = account or volunteer_id = person or subject_id = any(ids)
           or purpose ilike any(marks) or details::text ilike any(marks);
        get diagnostics touched = row_count;
        perform set_config('journal.way', '', true);
        return touched;
      end $$;

      create function forget_journal(before timestamptz, most int) returns int language plpgsql as $$
      declare
        gone int;
      begin
        perform set_config('journal.way', 'forget ' || before::text, true);
        delete from audit_entry where id in (select id from audit_entry where at < before order by id limit most);
        get diagnostics gone = row_count;
        perform set_config('journal.way', '', true);
        return gone;
      end $$;

      -- Row security, for the owner too: a query that does not say whose rows it is for finds none.
      create table lived_experience (
        volunteer_id uuid not null,
        sealed text not null,
        purposes text[] not null default '{}',
        consent_version int not null,
        consent_locale text not null,
        consent_text text not null,
        given_at timestamptz not null,
        changed_at timestamptz not null,
        constraint lived_experience_pk primary key (volunteer_id),
        constraint lived_experience_volunteer_fk foreign key (volunteer_id) references volunteer (id) on delete cascade,
        constraint lived_experience_purposes_known check (purposes <@ array['training', 'advice'])
      );
      alter table lived_experience enable row level security;
      alter table lived_experience force row level security;
      create policy lived_experience_for_whom on lived_experience using (
        current_setting('lived_experience.for', true) in (volunteer_id::text, '*')
        or substr(current_setting('lived_experience.for', true), 9)
           = any(case when current_setting('lived_experience.for', true) like 'purpose:%' then purposes else '{}' end));

      create table lived_experience_reading (
        id uuid not null default gen_random_uuid(),
        volunteer_id uuid not null,
        at timestamptz not null,
        purpose text not null,
        reader_label text not null,
        constraint lived_experience_reading_pk primary key (id),
        constraint lived_experience_reading_person_fk foreign key (volunteer_id)
          references lived_experience (volunteer_id) on delete cascade
      );
      create index lived_experience_reading_by_volunteer on lived_experience_reading (volunteer_id, at desc);
      alter table lived_experience_reading enable row level security;
      alter table lived_experience_reading force row level security;
      create policy lived_experience_reading_for_whom on lived_experience_reading using (
        current_setting('lived_experience.for', true) in (volunteer_id::text, '*'))
        with check (true);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table lived_experience_reading, lived_experience, retention_run, erasure, pending_erasure;
      drop trigger audit_entry_append_only on audit_entry;
      create trigger audit_entry_append_only before update or delete on audit_entry
        for each row execute function refuse_change();
      drop function forget_journal(timestamptz, int);
      drop function erase_from_journal(uuid, uuid, text[]);
      drop function guard_journal();
      drop function pseudonym_of(uuid);
      alter table enrolment drop constraint enrolment_active_is_somebodys;
      alter table enrolment alter column volunteer_id set not null;
    `);
  }
}
