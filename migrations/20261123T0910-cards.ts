import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People without an address: they sign in with a printed card, and what a mail would say is told at reception. */
export class Cards20261123T0910 implements MigrationInterface {
  readonly name = 'Cards20261123091000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table account alter column email drop not null;

      create table card (
        id uuid not null default gen_random_uuid(),
        account_id uuid not null,
        code_hash text not null,
        label text not null,
        issued_at timestamptz not null default now(),
        issued_by uuid,
        revoked_at timestamptz,
        constraint card_pk primary key (id),
        constraint card_code_unique unique (code_hash),
        constraint card_account_fk foreign key (account_id) references account (id) on delete cascade,
        constraint card_label_letters check (label ~ '^[0-9A-HJKMNP-TV-Z]{4}$'),
        constraint card_revoked_after_issue check (revoked_at >= issued_at)
      );
      create index card_by_account on card (account_id);
      create unique index card_one_in_force on card (account_id) where revoked_at is null;
      create index card_by_label on card (label) where revoked_at is null;

      alter table sign_in add column card_id uuid,
        add constraint sign_in_card_fk foreign key (card_id) references card (id) on delete cascade;
      create index sign_in_by_card on sign_in (card_id) where card_id is not null;

      alter table contact add column vouched_age int,
        add constraint contact_vouched_age_plausible check (vouched_age between 15 and 99);

      create table notice (
        id uuid not null,
        kind text not null,
        volunteer_id uuid not null,
        locale text not null default 'fr',
        params jsonb not null default '{}',
        created_at timestamptz not null default now(),
        told_at timestamptz,
        told_by uuid,
        constraint notice_pk primary key (id),
        constraint notice_told_by_somebody check (told_by is null or told_at is not null)
      );
      create index notice_by_volunteer on notice (volunteer_id);
      create index notice_to_tell on notice (created_at) where told_at is null;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table notice;
      alter table contact drop column vouched_age;
      alter table sign_in drop column card_id;
      drop table card;
      delete from account where email is null;
      alter table account alter column email set not null;
    `);
  }
}
