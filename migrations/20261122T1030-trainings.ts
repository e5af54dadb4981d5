import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Courses, their sessions, and who holds or waits for a seat.
 *
 * `training_session.seats_taken` is kept by triggers on `enrolment`, whatever statement writes there, and a CHECK holds it
 * at or below `capacity`: an overbooked session cannot be stored, not even by hand-written SQL.
 */
export class Trainings20261122T1030 implements MigrationInterface {
  readonly name = 'Trainings20261122103000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table theme (
        id uuid not null default gen_random_uuid(),
        network text not null,
        quarter text not null,
        title text not null,
        summary text not null default '',
        constraint theme_pk primary key (id),
        constraint theme_one_per_quarter unique (network, quarter),
        constraint theme_network_known check (network in ('solidarity', 'climate')),
        constraint theme_quarter_format check (quarter ~ '^20[0-9]{2}-Q[1-4]$')
      );

      create table place (
        id uuid not null default gen_random_uuid(),
        name text not null,
        address text not null,
        arrondissement int,
        access_details text not null default '',
        step_free boolean,
        hearing_loop boolean,
        latitude double precision,
        longitude double precision,
        constraint place_pk primary key (id),
        constraint place_name_unique unique (name),
        constraint place_arrondissement_known check (arrondissement between 1 and 20)
      );

      create table partner (
        id uuid not null default gen_random_uuid(),
        name text not null,
        constraint partner_pk primary key (id),
        constraint partner_name_unique unique (name)
      );

      create table course (
        id uuid not null default gen_random_uuid(),
        slug text not null,
        networks text[] not null,
        theme_id uuid,
        title text not null,
        summary text not null default '',
        description text not null default '',
        material text not null default '',
        locale text not null default 'fr',
        minimum_age int not null default 16,
        status text not null default 'draft',
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        version int not null default 1,
        constraint course_pk primary key (id),
        constraint course_slug_unique unique (slug),
        constraint course_theme_fk foreign key (theme_id) references theme (id),
        constraint course_slug_format check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        constraint course_networks_known check (cardinality(networks) > 0 and networks <@ array['solidarity', 'climate']),
        constraint course_minimum_age_plausible check (minimum_age between 16 and 99),
        constraint course_status_known check (status in ('draft', 'published', 'archived'))
      );

      create table course_prerequisite (
        course_id uuid not null,
        required_course_id uuid not null,
        constraint course_prerequisite_pk primary key (course_id, required_course_id),
        constraint course_prerequisite_course_fk foreign key (course_id) references course (id) on delete cascade,
        constraint course_prerequisite_required_fk foreign key (required_course_id) references course (id),
        constraint course_prerequisite_not_itself check (course_id <> required_course_id)
      );

      create table training_session (
        id uuid not null default gen_random_uuid(),
        course_id uuid not null,
        mode text not null default 'on_site',
        place_id uuid,
        online_url text,
        partner_id uuid,
        capacity int not null,
        seats_taken int not null default 0,
        enrolment_opens_at timestamptz not null,
        enrolment_closes_at timestamptz not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        languages text[] not null default '{fr}',
        accessibility text[] not null default '{}',
        notes text not null default '',
        status text not null default 'draft',
        template_name text,
        cancel_reason text,
        cancelled_at timestamptz,
        calendar_sequence int not null default 0,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        version int not null default 1,
        constraint training_session_pk primary key (id),
        constraint training_session_course_fk foreign key (course_id) references course (id),
        constraint training_session_place_fk foreign key (place_id) references place (id),
        constraint training_session_partner_fk foreign key (partner_id) references partner (id),
        constraint session_mode_known check (mode in ('on_site', 'online', 'visit')),
        constraint session_capacity_positive check (capacity between 1 and 5000),
        constraint session_never_overbooked check (seats_taken between 0 and capacity),
        constraint session_ends_after_start check (ends_at > starts_at),
        constraint session_enrolment_window check (enrolment_opens_at < enrolment_closes_at and enrolment_closes_at <= starts_at),
        constraint session_status_known check (status in ('template', 'draft', 'published', 'cancelled')),
        constraint session_template_named check ((status = 'template') = (template_name is not null)),
        constraint session_cancel_explained check (status <> 'cancelled' or (cancel_reason is not null and cancelled_at is not null))
      );
      create index training_session_upcoming on training_session (starts_at, id) where status = 'published';
      create index training_session_by_course on training_session (course_id);

      create table session_date (
        id uuid not null default gen_random_uuid(),
        session_id uuid not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        constraint session_date_pk primary key (id),
        constraint session_date_session_fk foreign key (session_id) references training_session (id) on delete cascade,
        constraint session_date_ends_after_start check (ends_at > starts_at),
        constraint session_dates_apart exclude using gist (session_id with =, tstzrange(starts_at, ends_at) with &&)
          deferrable initially deferred
      );
      create index session_date_by_session on session_date (session_id, starts_at);

      create table session_trainer (
        session_id uuid not null,
        volunteer_id uuid not null,
        constraint session_trainer_pk primary key (session_id, volunteer_id),
        constraint session_trainer_session_fk foreign key (session_id) references training_session (id) on delete cascade,
        constraint session_trainer_volunteer_fk foreign key (volunteer_id) references volunteer (id) on delete cascade
      );
      create index session_trainer_by_volunteer on session_trainer (volunteer_id);

      create table enrolment (
        id uuid not null default gen_random_uuid(),
        session_id uuid not null,
        volunteer_id uuid not null,
        status text not null,
        queue_no bigint generated always as identity,
        idempotency_key text,
        booking_code text not null,
        source text not null default 'self',
        calendar_sequence int not null default 0,
        created_at timestamptz not null default now(),
        changed_at timestamptz not null default now(),
        constraint enrolment_pk primary key (id),
        constraint enrolment_session_fk foreign key (session_id) references training_session (id),
        constraint enrolment_volunteer_fk foreign key (volunteer_id) references volunteer (id) on delete cascade,
        constraint enrolment_idempotent unique (volunteer_id, idempotency_key),
        constraint enrolment_booking_code_unique unique (booking_code),
        constraint enrolment_status_known check (status in ('waiting', 'offered', 'enrolled', 'cancelled', 'declined', 'expired', 'removed')),
        constraint enrolment_source_known check (source in ('self', 'staff', 'walk_in'))
      );
      create unique index enrolment_one_active on enrolment (session_id, volunteer_id) where status in ('waiting', 'offered', 'enrolled');
      create index enrolment_queue on enrolment (session_id, queue_no) where status = 'waiting';
      create index enrolment_by_volunteer on enrolment (volunteer_id);

      create table seat_offer (
        id uuid not null default gen_random_uuid(),
        enrolment_id uuid not null,
        offered_at timestamptz not null,
        deadline_at timestamptz not null,
        answer text,
        answered_at timestamptz,
        constraint seat_offer_pk primary key (id),
        constraint seat_offer_enrolment_fk foreign key (enrolment_id) references enrolment (id) on delete cascade,
        constraint seat_offer_answer_known check (answer in ('accepted', 'declined', 'expired', 'withdrawn')),
        constraint seat_offer_answered_when check ((answer is null) = (answered_at is null)),
        constraint seat_offer_deadline_after check (deadline_at > offered_at)
      );
      create unique index seat_offer_one_open on seat_offer (enrolment_id) where answer is null;
      create index seat_offer_due on seat_offer (deadline_at) where answer is null;

      create table attendance (
        enrolment_id uuid not null,
        session_date_id uuid not null,
        status text not null,
        method text not null,
        recorded_at timestamptz not null,
        recorded_by uuid,
        constraint attendance_pk primary key (enrolment_id, session_date_id),
        constraint attendance_enrolment_fk foreign key (enrolment_id) references enrolment (id) on delete cascade,
        constraint attendance_date_fk foreign key (session_date_id) references session_date (id),
        constraint attendance_status_known check (status in ('present', 'absent')),
        constraint attendance_method_known check (method in ('qr', 'name', 'code', 'walk_in', 'closing'))
      );

      -- A course is held by who was present on every date of one of its sessions. One definition for all readers.
      create view held_course as
        select e.volunteer_id, s.course_id
          from enrolment e
          join training_session s on s.id = e.session_id
         where e.status = 'enrolled'
           and exists (select 1 from session_date d where d.session_id = s.id)
           and not exists (
             select 1 from session_date d
              where d.session_id = s.id
                and not exists (select 1 from attendance a
                                 where a.enrolment_id = e.id and a.session_date_id = d.id and a.status = 'present'));

      create function count_seats_taken() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          update training_session s set seats_taken = s.seats_taken + d.delta
            from (select session_id, count(*) as delta from new_rows where status in ('enrolled', 'offered') group by 1) d
           where s.id = d.session_id;
        elsif tg_op = 'DELETE' then
          update training_session s set seats_taken = s.seats_taken - d.delta
            from (select session_id, count(*) as delta from old_rows where status in ('enrolled', 'offered') group by 1) d
           where s.id = d.session_id;
        else
          update training_session s set seats_taken = s.seats_taken + d.delta
            from (select session_id, sum(n) as delta
                    from (select session_id, 1 as n from new_rows where status in ('enrolled', 'offered')
                          union all
                          select session_id, -1 from old_rows where status in ('enrolled', 'offered')) moves
                   group by 1 having sum(n) <> 0) d
           where s.id = d.session_id;
        end if;
        return null;
      end $$;
      create trigger enrolment_seats_on_insert after insert on enrolment
        referencing new table as new_rows for each statement execute function count_seats_taken();
      create trigger enrolment_seats_on_update after update on enrolment
        referencing old table as old_rows new table as new_rows for each statement execute function count_seats_taken();
      create trigger enrolment_seats_on_delete after delete on enrolment
        referencing old table as old_rows for each statement execute function count_seats_taken();
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop view held_course;
      drop table attendance, seat_offer, enrolment, session_trainer, session_date, training_session,
        course_prerequisite, course, partner, place, theme;
      drop function count_seats_taken();
    `);
  }
}
