import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may sign in, with which roles. No password column exists anywhere. */
export class Identity20261122T1000 implements MigrationInterface {
  readonly name = 'Identity20261122100000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create extension if not exists citext;
      create extension if not exists btree_gist;
      create extension if not exists unaccent;
      create extension if not exists pg_trgm;

      create table account (
        id uuid not null default gen_random_uuid(),
        email citext not null,
        locale text not null default 'fr',
        created_at timestamptz not null default now(),
        confirmed_at timestamptz,
        disabled_at timestamptz,
        constraint account_pk primary key (id),
        constraint account_email_unique unique (email),
        constraint account_locale_known check (locale in ('fr', 'en'))
      );

      create table sign_in_code (
        id uuid not null default gen_random_uuid(),
        email citext not null,
        code_hash text not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        attempts_left int not null default 5,
        used_at timestamptz,
        constraint sign_in_code_pk primary key (id),
        constraint sign_in_code_attempts_not_negative check (attempts_left >= 0)
      );
      create index sign_in_code_by_email on sign_in_code (email, created_at desc);

      create table one_time_link (
        id uuid not null default gen_random_uuid(),
        account_id uuid not null,
        token_hash text not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz,
        constraint one_time_link_pk primary key (id),
        constraint one_time_link_token_unique unique (token_hash),
        constraint one_time_link_account_fk foreign key (account_id) references account (id) on delete cascade
      );

      create index one_time_link_by_account on one_time_link (account_id);

      create table sign_in (
        id uuid not null default gen_random_uuid(),
        account_id uuid not null,
        token_hash text not null,
        device text not null default '',
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        expires_at timestamptz not null,
        revoked_at timestamptz,
        constraint sign_in_pk primary key (id),
        constraint sign_in_token_unique unique (token_hash),
        constraint sign_in_account_fk foreign key (account_id) references account (id) on delete cascade
      );
      create index sign_in_by_account on sign_in (account_id);

      create table role_grant (
        id uuid not null default gen_random_uuid(),
        account_id uuid not null,
        role text not null,
        network text,
        arrondissement int,
        granted_by uuid,
        granted_at timestamptz not null default now(),
        expires_at timestamptz,
        revoked_at timestamptz,
        constraint role_grant_pk primary key (id),
        constraint role_grant_account_fk foreign key (account_id) references account (id) on delete cascade,
        constraint role_grant_role_known check (role in ('trainer', 'association', 'coordinator', 'admin')),
        constraint role_grant_network_known check (network in ('solidarity', 'climate')),
        constraint role_grant_arrondissement_known check (arrondissement between 1 and 20)
      );
      create index role_grant_by_account on role_grant (account_id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table role_grant, sign_in, one_time_link, sign_in_code, account`);
  }
}
