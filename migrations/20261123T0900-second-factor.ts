import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors of accounts: authenticator programs, passkeys, recovery codes; and which sign-ins proved one. */
export class SecondFactor20261123T0900 implements MigrationInterface {
  readonly name = 'SecondFactor20261123090000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table sign_in add column strong_at timestamptz;
      alter table one_time_link add column strong boolean not null default false;

      create table totp_factor (
        account_id uuid not null,
        sealed_secret text not null,
        created_at timestamptz not null default now(),
        confirmed_at timestamptz,
        last_step bigint,
        constraint totp_factor_pk primary key (account_id),
        constraint totp_factor_account_fk foreign key (account_id) references account (id) on delete cascade
      );

      create table passkey (
        id uuid not null default gen_random_uuid(),
        account_id uuid not null,
        credential_id text not null,
        public_key bytea not null,
        counter bigint not null default 0,
        name text not null,
        created_at timestamptz not null default now(),
        last_used_at timestamptz,
        constraint passkey_pk primary key (id),
        constraint passkey_credential_unique unique (credential_id),
        constraint passkey_account_fk foreign key (account_id) references account (id) on delete cascade
      );
      create index passkey_by_account on passkey (account_id);

      create table passkey_challenge (
        challenge text not null,
        account_id uuid,
        expires_at timestamptz not null,
        constraint passkey_challenge_pk primary key (challenge),
        constraint passkey_challenge_account_fk foreign key (account_id) references account (id) on delete cascade
      );
      create index passkey_challenge_by_account on passkey_challenge (account_id);
      create index passkey_challenge_by_end on passkey_challenge (expires_at);

      create table recovery_code (
        id uuid not null default gen_random_uuid(),
        account_id uuid not null,
        code_hash text not null,
        created_at timestamptz not null default now(),
        used_at timestamptz,
        constraint recovery_code_pk primary key (id),
        constraint recovery_code_unique unique (account_id, code_hash),
        constraint recovery_code_account_fk foreign key (account_id) references account (id) on delete cascade
      );

      create table factor_tries (
        account_id uuid not null,
        failures int not null default 0,
        blocked_until timestamptz,
        constraint factor_tries_pk primary key (account_id),
        constraint factor_tries_not_negative check (failures >= 0),
        constraint factor_tries_account_fk foreign key (account_id) references account (id) on delete cascade
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table factor_tries, recovery_code, passkey_challenge, passkey, totp_factor;
      alter table one_time_link drop column strong;
      alter table sign_in drop column strong_at;
    `);
  }
}
