import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody is qualified to do: by which courses one gets it, how long it lasts, who has it. */
export class Qualifications20261123T1012 implements MigrationInterface {
  readonly name = 'Qualifications20261123101200';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table qualification (
        id uuid not null default gen_random_uuid(),
        slug text not null,
        networks text[] not null,
        name text not null,
        description text not null default '',
        locale text not null default 'fr',
        needs text not null,
        amount int,
        valid_months int,
        minimum_age int,
        archived boolean not null default false,
        updated_at timestamptz not null default now(),
        version int not null default 1,
        constraint qualification_pk primary key (id),
        constraint qualification_slug_unique unique (slug),
        constraint qualification_slug_format check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        constraint qualification_networks_known check (cardinality(networks) > 0 and networks <@ array['solidarity', 'climate']),
        constraint qualification_needs_known check (needs in ('courses', 'days', 'hours')),
        constraint qualification_amount_given check ((needs = 'courses') = (amount is null)),
        constraint qualification_amount_plausible check (amount between 1 and 500),
        constraint qualification_months_plausible check (valid_months between 1 and 240),
        constraint qualification_age_plausible check (minimum_age between 16 and 99)
      );

      create table qualification_course (
        qualification_id uuid not null,
        course_id uuid not null,
        purpose text not null,
        constraint qualification_course_pk primary key (qualification_id, course_id, purpose),
        constraint qualification_course_qualification_fk foreign key (qualification_id) references qualification (id) on delete cascade,
        constraint qualification_course_course_fk foreign key (course_id) references course (id),
        constraint qualification_course_purpose_known check (purpose in ('earns', 'renews'))
      );
      create index qualification_course_by_course on qualification_course (course_id);

      create table course_qualification (
        course_id uuid not null,
        qualification_id uuid not null,
        constraint course_qualification_pk primary key (course_id, qualification_id),
        constraint course_qualification_course_fk foreign key (course_id) references course (id) on delete cascade,
        constraint course_qualification_qualification_fk foreign key (qualification_id) references qualification (id)
      );
      create index course_qualification_by_qualification on course_qualification (qualification_id);

      create table qualification_grant (
        id uuid not null default gen_random_uuid(),
        qualification_id uuid not null,
        volunteer_id uuid not null,
        how text not null,
        granted_on date not null,
        valid_until date,
        proof text,
        granted_by uuid,
        created_at timestamptz not null,
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        withdrawn_reason text,
        constraint qualification_grant_pk primary key (id),
        constraint qualification_grant_qualification_fk foreign key (qualification_id) references qualification (id),
        constraint qualification_grant_volunteer_fk foreign key (volunteer_id) references volunteer (id) on delete cascade,
        constraint qualification_grant_how_known check (how in ('courses', 'refresher', 'proof')),
        constraint qualification_grant_proof_told check ((how = 'proof') = (proof is not null)),
        constraint qualification_grant_lasts check (valid_until >= granted_on),
        constraint qualification_grant_withdrawn_explained check ((withdrawn_at is null) = (withdrawn_reason is null))
      );
      -- What was withdrawn is not granted again for the same reason; only a proof may be looked at anew.
      create unique index qualification_grant_once on qualification_grant (volunteer_id, qualification_id, how, granted_on)
        where how <> 'proof' or withdrawn_at is null;
      create index qualification_grant_by_end on qualification_grant (valid_until) where withdrawn_at is null;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table qualification_grant, course_qualification, qualification_course, qualification');
  }
}
