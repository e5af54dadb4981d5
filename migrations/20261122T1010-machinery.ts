import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails that were or will be sent, the append-only journal, and small settings. */
export class Machinery20261122T1010 implements MigrationInterface {
  readonly name = 'Machinery20261122101000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table mail (
        id uuid not null default gen_random_uuid(),
        kind text not null,
        volunteer_id uuid,
        to_address citext,
        locale text not null default 'fr',
        params jsonb not null default '{}',
        dedupe_key text,
        status text not null default 'queued',
        not_before timestamptz not null default now(),
        created_at timestamptz not null default now(),
        sent_at timestamptz,
        attempts int not null default 0,
        subject text,
        last_error text,
        constraint mail_pk primary key (id),
        constraint mail_dedupe_unique unique (dedupe_key),
        constraint mail_status_known check (status in ('queued', 'sent', 'failed', 'skipped')),
        constraint mail_has_recipient check (volunteer_id is not null or to_address is not null)
      );
      create index mail_recent on mail (created_at desc, id desc);
      create index mail_by_volunteer on mail (volunteer_id);

      create table audit_entry (
        id bigint generated always as identity,
        at timestamptz not null default now(),
        actor_account_id uuid,
        actor_label text not null,
        action text not null,
        subject_type text not null,
        subject_id text not null,
        volunteer_id uuid,
        purpose text,
        details jsonb not null default '{}',
        constraint audit_entry_pk primary key (id)
      );
      create index audit_entry_by_volunteer on audit_entry (volunteer_id, id desc);
      create index audit_entry_by_subject on audit_entry (subject_type, subject_id);

      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end $$;
      create trigger audit_entry_append_only before update or delete on audit_entry
        for each row execute function refuse_change();

      create table setting (
        key text not null,
        value jsonb not null,
        changed_at timestamptz not null default now(),
        constraint setting_pk primary key (key)
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table setting, audit_entry, mail; drop function refuse_change()`);
  }
}
