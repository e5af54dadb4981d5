import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What coordinators work with: tags, views of the list, mails to many, exports; and who wants no more such mails. */
export class Audience20261123T0940 implements MigrationInterface {
  readonly name = 'Audience20261123094000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- The orders in which the list is read page by page, and what is filtered by most.
      create index volunteer_by_arrival on volunteer (created_at, display_name, id);
      create index volunteer_by_place on volunteer (coalesce(arrondissement, 99), display_name, id);
      create index volunteer_by_arrondissement on volunteer (arrondissement, display_name, id);
      create index volunteer_by_features on volunteer using gin (languages, skills, themes);

      create table tag (
        id uuid not null default gen_random_uuid(),
        network text not null,
        name citext not null,
        colour text not null,
        created_by uuid,
        created_at timestamptz not null default now(),
        constraint tag_pk primary key (id),
        constraint tag_name_unique unique (network, name),
        constraint tag_creator_fk foreign key (created_by) references account (id) on delete set null,
        constraint tag_network_known check (network in ('solidarity', 'climate', 'paris')),
        constraint tag_name_not_blank check (btrim(name::text) <> '' and length(name::text) <= 40),
        constraint tag_colour_known check (colour in ('grey', 'red', 'orange', 'yellow', 'green', 'blue', 'violet', 'pink'))
      );
      create index tag_by_creator on tag (created_by);

      create table volunteer_tag (
        volunteer_id uuid not null,
        tag_id uuid not null,
        added_by uuid,
        added_at timestamptz not null default now(),
        constraint volunteer_tag_pk primary key (volunteer_id, tag_id),
        constraint volunteer_tag_volunteer_fk foreign key (volunteer_id) references volunteer (id) on delete cascade,
        constraint volunteer_tag_tag_fk foreign key (tag_id) references tag (id) on delete cascade,
        constraint volunteer_tag_adder_fk foreign key (added_by) references account (id) on delete set null
      );
      create index volunteer_tag_by_tag on volunteer_tag (tag_id, volunteer_id);
      create index volunteer_tag_by_adder on volunteer_tag (added_by);

      -- What one press of a button changed, so that it can be taken back within a day.
      create table tag_change (
        id uuid not null default gen_random_uuid(),
        tag_id uuid not null,
        added boolean not null,
        done_by uuid,
        done_at timestamptz not null default now(),
        undone_at timestamptz,
        constraint tag_change_pk primary key (id),
        constraint tag_change_tag_fk foreign key (tag_id) references tag (id) on delete cascade,
        constraint tag_change_doer_fk foreign key (done_by) references account (id) on delete set null
      );
      create index tag_change_by_tag on tag_change (tag_id);
      create index tag_change_by_doer on tag_change (done_by);
      create table tag_change_person (
        change_id uuid not null,
        volunteer_id uuid not null,
        constraint tag_change_person_pk primary key (change_id, volunteer_id),
        constraint tag_change_person_change_fk foreign key (change_id) references tag_change (id) on delete cascade,
        constraint tag_change_person_volunteer_fk foreign key (volunteer_id) references volunteer (id) on delete cascade
      );
      create index tag_change_person_by_volunteer on tag_change_person (volunteer_id);

      create table saved_view (
        id uuid not null default gen_random_uuid(),
        account_id uuid not null,
        network text,
        name text not null,
        state jsonb not null,
        created_at timestamptz not null default now(),
        constraint saved_view_pk primary key (id),
        constraint saved_view_name_unique unique (account_id, name),
        constraint saved_view_account_fk foreign key (account_id) references account (id) on delete cascade,
        constraint saved_view_network_known check (network in ('solidarity', 'climate', 'paris')),
        constraint saved_view_name_not_blank check (btrim(name) <> '' and length(name) <= 80)
      );
      create index saved_view_shared on saved_view (network) where network is not null;

      create table mailing (
        id uuid not null default gen_random_uuid(),
        network text not null,
        subject text not null,
        body text not null,
        locale text not null,
        filter jsonb not null,
        status text not null default 'sending',
        created_by uuid,
        created_at timestamptz not null default now(),
        finished_at timestamptz,
        constraint mailing_pk primary key (id),
        constraint mailing_creator_fk foreign key (created_by) references account (id) on delete set null,
        constraint mailing_network_known check (network in ('solidarity', 'climate', 'paris')),
        constraint mailing_locale_known check (locale in ('fr', 'en', 'es', 'uk', 'ar')),
        constraint mailing_status_known check (status in ('sending', 'sent', 'stopped')),
        constraint mailing_finished_when check ((status = 'sending') = (finished_at is null))
      );
      create index mailing_by_network on mailing (network, created_at desc);
      create index mailing_by_creator on mailing (created_by);

      -- Who was chosen when it was confirmed; a row is handed over once.
      create table mailing_recipient (
        mailing_id uuid not null,
        volunteer_id uuid not null,
        handed_at timestamptz,
        constraint mailing_recipient_pk primary key (mailing_id, volunteer_id),
        constraint mailing_recipient_mailing_fk foreign key (mailing_id) references mailing (id) on delete cascade,
        constraint mailing_recipient_volunteer_fk foreign key (volunteer_id) references volunteer (id) on delete cascade
      );
      create index mailing_recipient_by_volunteer on mailing_recipient (volunteer_id);
      create index mailing_recipient_waiting on mailing_recipient (mailing_id, volunteer_id) where handed_at is null;

      create table mail_refusal (
        volunteer_id uuid not null,
        list text not null,
        refused_at timestamptz not null,
        constraint mail_refusal_pk primary key (volunteer_id, list),
        constraint mail_refusal_volunteer_fk foreign key (volunteer_id) references volunteer (id) on delete cascade,
        constraint mail_refusal_list_known
          check (list in ('coordination-solidarity', 'coordination-climate', 'coordination-paris'))
      );

      create table people_export (
        id uuid not null default gen_random_uuid(),
        account_id uuid not null,
        filter jsonb not null,
        columns text[] not null,
        format text not null,
        purpose text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        served_at timestamptz,
        person_count int,
        constraint people_export_pk primary key (id),
        constraint people_export_account_fk foreign key (account_id) references account (id) on delete cascade,
        constraint people_export_format_known check (format in ('csv', 'xlsx')),
        constraint people_export_columns_some check (cardinality(columns) > 0),
        constraint people_export_purpose_written check (length(btrim(purpose)) between 5 and 200),
        constraint people_export_served_counted check ((served_at is null) = (person_count is null))
      );
      create index people_export_by_account on people_export (account_id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table people_export, mail_refusal, mailing_recipient, mailing, saved_view, tag_change_person, tag_change,
        volunteer_tag, tag;
      drop index volunteer_by_features, volunteer_by_arrondissement, volunteer_by_place, volunteer_by_arrival;
    `);
  }
}
