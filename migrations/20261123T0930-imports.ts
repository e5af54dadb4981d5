import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Imports that are read, put right, applied and undone over hours: the file and what people decided about it are as
 * durable as anything; the rows read from it can be read again, so their table is not logged.
 */
export class Imports20261123T0930 implements MigrationInterface {
  readonly name = 'Imports20261123093000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table volunteer_import
        add status text not null default 'applied',
        add kind text not null default 'csv',
        add encoding text not null default '',
        add delimiter text not null default '',
        add sheet text,
        add sheets text[] not null default '{}',
        add byte_count int not null default 0,
        add done_count int not null default 0,
        add sound_count int not null default 0,
        add faulty_count int not null default 0,
        add doubt_count int not null default 0,
        add left_out_count int not null default 0,
        add to_create int not null default 0,
        add to_update int not null default 0,
        add to_leave int not null default 0,
        add file_faults jsonb not null default '[]',
        add samples jsonb not null default '[]',
        add mapping_remembered boolean not null default false,
        add stop_asked boolean not null default false,
        add filled_by_triggers text[] not null default '{}',
        add touched_at timestamptz not null default now(),
        add undo_until timestamptz,
        add undone_at timestamptz,
        add kept_count int not null default 0,
        add constraint volunteer_import_status_known check (status in
          ('sending', 'reading', 'ready', 'applying', 'stopped', 'applied', 'undoing', 'undone', 'failed')),
        add constraint volunteer_import_kind_known check (kind in ('csv', 'xlsx')),
        add constraint volunteer_import_counts_not_negative check
          (created_count >= 0 and updated_count >= 0 and unchanged_count >= 0 and done_count >= 0);
      create index volunteer_import_by_touch on volunteer_import (touched_at);

      create table volunteer_import_chunk (
        import_id uuid not null,
        position int not null,
        bytes bytea not null,
        constraint volunteer_import_chunk_pk primary key (import_id, position),
        constraint volunteer_import_chunk_import_fk foreign key (import_id)
          references volunteer_import (id) on delete cascade
      );
      -- The bytes of a workbook are compressed already, and those of a list live for an hour.
      alter table volunteer_import_chunk alter column bytes set storage external;

      create table volunteer_import_fix (
        import_id uuid not null,
        line int not null,
        column_no int not null,
        value text not null,
        constraint volunteer_import_fix_pk primary key (import_id, line, column_no),
        constraint volunteer_import_fix_import_fk foreign key (import_id)
          references volunteer_import (id) on delete cascade,
        constraint volunteer_import_fix_choice_known check
          (column_no > 0 or column_no = 0 and value in ('leave-out', 'update', 'create'))
      );

      create unlogged table volunteer_import_row (
        import_id uuid not null,
        line int not null,
        state text not null,
        cells text not null,
        faults jsonb,
        given_name text,
        family_name text,
        display_name text,
        email text,
        phone text,
        birth_year int,
        arrondissement int,
        commune text,
        languages text[] not null default '{}',
        skills text[] not null default '{}',
        themes text[] not null default '{}',
        locale text,
        access_needs text,
        consent_on date,
        consent_version int,
        homonym boolean not null default false,
        match_id uuid,
        match_reasons text[] not null default '{}',
        choice text,
        constraint volunteer_import_row_pk primary key (import_id, line),
        constraint volunteer_import_row_state_known check (state in ('sound', 'faulty', 'doubt', 'left_out')),
        constraint volunteer_import_row_choice_known check (choice in ('leave-out', 'update', 'create'))
      );
      create index volunteer_import_row_to_see on volunteer_import_row (import_id, state, line) where state <> 'sound';

      create table volunteer_import_change (
        import_id uuid not null,
        volunteer_id uuid not null,
        line int not null,
        before jsonb,
        after_hash numeric,
        kept_because text,
        constraint volunteer_import_change_pk primary key (import_id, volunteer_id),
        constraint volunteer_import_change_import_fk foreign key (import_id)
          references volunteer_import (id) on delete cascade,
        constraint volunteer_import_change_volunteer_fk foreign key (volunteer_id)
          references volunteer (id) on delete cascade,
        constraint volunteer_import_change_kept_known check (kept_because in ('signed-in', 'changed', 'in-use'))
      );
      create index volunteer_import_change_by_volunteer on volunteer_import_change (volunteer_id);

      create table volunteer_import_mapping (
        network text not null,
        signature text not null,
        columns jsonb not null,
        used_at timestamptz not null default now(),
        constraint volunteer_import_mapping_pk primary key (network, signature)
      );

      -- To undo an import is to find whom it created; to delete an import asks the same.
      create index volunteer_by_import on volunteer (import_id) where import_id is not null;

      -- The names of somebody in either order, without accents, case and signs: candidates for being one person. Not SQL
      -- like plain_text: it is asked of a million rows, and the letters are looked up once.
      create function name_key(given text, family text) returns text language plpgsql immutable strict parallel safe as $$
      declare
        names text := translate(lower(unaccent('unaccent'::regdictionary, given || chr(31) || family)), '-''’.', '    ');
        one text := split_part(names, chr(31), 1);
        other text := split_part(names, chr(31), 2);
      begin
        return case when one < other collate "C" then one || '/' || other else other || '/' || one end;
      end $$;
      -- Those of one year are few enough to be compared by name; an index over names would double the cost of a list.
      create index contact_by_birth_year on contact (birth_year) where birth_year is not null and family_name is not null;
      create index contact_by_phone on contact (phone) where phone is not null;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop index contact_by_phone, contact_by_birth_year, volunteer_by_import;
      drop function name_key(text, text);
      drop table volunteer_import_mapping, volunteer_import_change, volunteer_import_row, volunteer_import_fix,
        volunteer_import_chunk;
      drop index volunteer_import_by_touch;
      alter table volunteer_import
        drop constraint volunteer_import_status_known,
        drop constraint volunteer_import_kind_known,
        drop constraint volunteer_import_counts_not_negative,
        drop status, drop kind, drop encoding, drop delimiter, drop sheet, drop sheets, drop byte_count,
        drop done_count, drop sound_count, drop faulty_count, drop doubt_count, drop left_out_count,
        drop to_create, drop to_update, drop to_leave, drop file_faults, drop samples, drop mapping_remembered,
        drop stop_asked, drop filled_by_triggers, drop touched_at, drop undo_until, drop undone_at, drop kept_count;
    `);
  }
}
