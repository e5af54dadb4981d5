import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Presence in part: which dates a session asks for, minutes of who came late or left early, dates made up in another
 * session of the same course, and dates that were taken out of a session, which calendars must still hear about.
 */
export class Presence20261123T1010 implements MigrationInterface {
  readonly name = 'Presence20261123101000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table session_presence (
        session_id uuid not null,
        rule text not null,
        needed int,
        constraint session_presence_pk primary key (session_id),
        constraint session_presence_session_fk foreign key (session_id) references training_session (id) on delete cascade,
        constraint session_presence_rule_known check (rule in ('some', 'named')),
        constraint session_presence_needed_counted check ((rule = 'some') = (needed is not null)),
        constraint session_presence_needed_plausible check (needed between 1 and 20)
      );

      create table session_presence_date (
        session_id uuid not null,
        session_date_id uuid not null,
        constraint session_presence_date_pk primary key (session_id, session_date_id),
        constraint session_presence_date_session_fk foreign key (session_id) references session_presence (session_id) on delete cascade,
        constraint session_presence_date_date_fk foreign key (session_date_id) references session_date (id) on delete cascade
      );
      create index session_presence_date_by_date on session_presence_date (session_date_id);

      create table catch_up (
        enrolment_id uuid not null,
        session_date_id uuid not null,
        constraint catch_up_pk primary key (enrolment_id, session_date_id),
        constraint catch_up_enrolment_fk foreign key (enrolment_id) references enrolment (id) on delete cascade,
        constraint catch_up_date_fk foreign key (session_date_id) references session_date (id) on delete cascade
      );
      create index catch_up_by_date on catch_up (session_date_id);

      create table removed_date (
        id uuid not null,
        session_id uuid not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        removed_at timestamptz not null,
        constraint removed_date_pk primary key (id),
        constraint removed_date_session_fk foreign key (session_id) references training_session (id) on delete cascade
      );
      create index removed_date_by_session on removed_date (session_id);

      alter table attendance
        add column minutes int,
        add constraint attendance_minutes_plausible check (minutes between 1 and 1440),
        add constraint attendance_minutes_of_present check (minutes is null or status = 'present');

      -- Every date somebody was at. Less than half of a date gives hours, but does not count as that date.
      create view attended_hours as
        select e.volunteer_id, s.course_id, e.session_id, e.id as enrolment_id, d.id as session_date_id,
               d.starts_at, d.ends_at,
               coalesce(a.minutes, extract(epoch from d.ends_at - d.starts_at)::int / 60) as minutes,
               a.minutes is null or a.minutes * 120 >= extract(epoch from d.ends_at - d.starts_at) as counts,
               (select count(*)::int from session_date o
                 where o.session_id = d.session_id and o.starts_at <= d.starts_at) as position,
               (select count(*)::int from session_date o where o.session_id = d.session_id) as dates
          from attendance a
          join enrolment e on e.id = a.enrolment_id and e.status = 'enrolled'
          join training_session s on s.id = e.session_id
          join session_date d on d.id = a.session_date_id
         where a.status = 'present';

      -- A course is held by who was present as one of its sessions asks: on every date if it says nothing, on so many
      -- of them, or on those that it names. A date is made up by the date of the same rank in another session of the
      -- course with as many dates. held_at is the end of the date that completed it; held_on its day in
      -- Paris, which for an evening that ends after midnight is the day when it began. One definition for all readers.
      create or replace view held_course as
        select e.volunteer_id, s.course_id, e.id as enrolment_id, e.session_id, met.held_at, met.minutes,
               (met.held_from at time zone 'Europe/Paris')::date as held_on
          from enrolment e
          join training_session s on s.id = e.session_id
          left join session_presence p on p.session_id = s.id
          cross join lateral (
            select count(*) as dates, count(credit.credited_at) as credited,
                   count(n.session_id) as named, count(credit.credited_at) filter (where n.session_id is not null) as named_credited,
                   case p.rule
                     when 'some' then (array_agg(credit.credited_at order by credit.credited_at))[least(p.needed, count(*)::int)]
                     when 'named' then coalesce(max(credit.credited_at) filter (where n.session_id is not null), max(credit.credited_at))
                     else max(credit.credited_at) end as held_at,
                   case p.rule
                     when 'some' then (array_agg(credit.credited_from order by credit.credited_from))[least(p.needed, count(*)::int)]
                     when 'named' then coalesce(max(credit.credited_from) filter (where n.session_id is not null), max(credit.credited_from))
                     else max(credit.credited_from) end as held_from,
                   coalesce(sum(credit.minutes), 0)::int as minutes
              from (select o.id, row_number() over (order by o.starts_at) as position, count(*) over () as dates
                      from session_date o where o.session_id = s.id) d
              left join session_presence_date n on n.session_date_id = d.id
              cross join lateral (
                select min(h.ends_at) filter (where h.counts) as credited_at,
                       min(h.starts_at) filter (where h.counts) as credited_from, max(h.minutes) as minutes
                  from attended_hours h
                 where h.volunteer_id = e.volunteer_id and h.course_id = s.course_id
                   and (h.session_date_id = d.id
                        or (h.session_id <> s.id and h.position = d.position and h.dates = d.dates))) credit) met
         where e.status = 'enrolled' and met.dates > 0
           and not exists (select 1 from catch_up k where k.enrolment_id = e.id)
           and case p.rule
                 when 'some' then met.credited >= least(p.needed, met.dates)
                 when 'named' then met.named_credited = met.named and (met.named > 0 or met.credited = met.dates)
                 else met.credited = met.dates end;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop view held_course;
      drop view attended_hours;
      alter table attendance drop column minutes;
      drop table removed_date, catch_up, session_presence_date, session_presence;
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
    `);
  }
}
