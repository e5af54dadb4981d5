import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People of the networks. What identifies or reaches somebody lives in `contact` alone. */
export class Volunteers20261122T1020 implements MigrationInterface {
  readonly name = 'Volunteers20261122102000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table volunteer_import (
        id uuid not null default gen_random_uuid(),
        file_name text not null,
        file_sha256 text not null,
        network text not null,
        column_mapping jsonb not null,
        row_count int not null,
        created_count int not null,
        updated_count int not null,
        unchanged_count int not null,
        imported_by uuid,
        imported_at timestamptz not null default now(),
        constraint volunteer_import_pk primary key (id)
      );

      create table volunteer (
        id uuid not null default gen_random_uuid(),
        account_id uuid,
        display_name text not null,
        locale text not null default 'fr',
        arrondissement int,
        commune text,
        languages text[] not null default '{}',
        skills text[] not null default '{}',
        themes text[] not null default '{}',
        availability text[] not null default '{}',
        access_needs text,
        wants_reminders boolean not null default true,
        quiet_from int not null default 21,
        quiet_until int not null default 8,
        calendar_key uuid not null default gen_random_uuid(),
        source text not null default 'joined',
        import_id uuid,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        version int not null default 1,
        constraint volunteer_pk primary key (id),
        constraint volunteer_account_unique unique (account_id),
        constraint volunteer_calendar_key_unique unique (calendar_key),
        constraint volunteer_account_fk foreign key (account_id) references account (id) on delete set null,
        constraint volunteer_import_fk foreign key (import_id) references volunteer_import (id),
        constraint volunteer_name_not_blank check (btrim(display_name) <> ''),
        constraint volunteer_arrondissement_known check (arrondissement between 1 and 20),
        constraint volunteer_quiet_hours_known check (quiet_from between 0 and 23 and quiet_until between 0 and 23),
        constraint volunteer_source_known check (source in ('joined', 'imported', 'reception', 'staff'))
      );
      create index volunteer_by_name on volunteer (display_name, id);
      -- What people type in a search, without case and accents; unaccent() itself may not stand in an index.
      create function plain_text(value text) returns text language sql immutable strict parallel safe
        return lower(unaccent('unaccent'::regdictionary, value));
      create index volunteer_by_plain_name on volunteer using gin (plain_text(display_name) gin_trgm_ops);

      create table contact (
        volunteer_id uuid not null,
        given_name text not null,
        family_name text,
        email citext,
        phone text,
        birth_year int,
        updated_at timestamptz not null default now(),
        constraint contact_pk primary key (volunteer_id),
        constraint contact_volunteer_fk foreign key (volunteer_id) references volunteer (id) on delete cascade,
        constraint contact_email_unique unique (email),
        constraint contact_birth_year_plausible check (birth_year between 1900 and 2100),
        constraint contact_phone_e164 check (phone ~ '^\\+[1-9][0-9]{6,14}$')
      );

      create table membership (
        volunteer_id uuid not null,
        network text not null,
        joined_at timestamptz not null default now(),
        left_at timestamptz,
        constraint membership_pk primary key (volunteer_id, network),
        constraint membership_volunteer_fk foreign key (volunteer_id) references volunteer (id) on delete cascade,
        constraint membership_network_known check (network in ('solidarity', 'climate', 'paris'))
      );
      create index membership_by_network on membership (network, volunteer_id);

      create table consent_text (
        purpose text not null,
        version int not null,
        locale text not null,
        body text not null,
        published_at timestamptz not null default now(),
        constraint consent_text_pk primary key (purpose, version, locale)
      );
      create trigger consent_text_append_only before update or delete on consent_text
        for each row execute function refuse_change();

      create table consent (
        id uuid not null default gen_random_uuid(),
        volunteer_id uuid not null,
        purpose text not null,
        version int not null,
        locale text not null,
        given_at timestamptz not null,
        withdrawn_at timestamptz,
        source text not null,
        constraint consent_pk primary key (id),
        constraint consent_volunteer_fk foreign key (volunteer_id) references volunteer (id) on delete cascade,
        constraint consent_text_fk foreign key (purpose, version, locale) references consent_text (purpose, version, locale),
        constraint consent_withdrawn_after_given check (withdrawn_at >= given_at)
      );
      create index consent_by_volunteer on consent (volunteer_id, purpose);
      create unique index consent_one_in_force on consent (volunteer_id, purpose) where withdrawn_at is null;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table consent, consent_text, membership, contact, volunteer, volunteer_import;
      drop function plain_text(text);
    `);
  }
}
