import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import { datesToMakeUp, type PresenceNeeded, type PresenceRule } from './presence.rules.js';
import type { CatchUpChance, MissedDate, PresenceAsked } from './presence.types.js';
import type { SessionDateView } from './session.types.js';

const ASKED = `
  select s.id as "sessionId", coalesce(p.rule, 'all') as rule, p.needed,
         array(select n.session_date_id from session_presence_date n where n.session_id = s.id) as "dateIds"
    from training_session s
    left join session_presence p on p.session_id = s.id
   where s.id = $1`;

// Bookings of sessions with several dates that are not held yet, each with its dates and what became of them.
const UNFINISHED = `
  select e.id as "enrolmentId", s.id as "sessionId", s.course_id as "courseId", c.title as "courseTitle",
         c.slug as "courseSlug", c.locale as "courseLocale", coalesce(p.rule, 'all') as rule, p.needed,
         array(select n.session_date_id from session_presence_date n where n.session_id = s.id) as "dateIds",
         (select json_agg(json_build_object('id', d.id, 'startsAt', d.starts_at, 'endsAt', d.ends_at,
                   'minutes', a.minutes, 'missed', a.status is not null and (a.status = 'absent' or h.counts is not true),
                   'credited', h.counts is true or exists (
                     select 1 from attended_hours o
                      where o.volunteer_id = e.volunteer_id and o.course_id = s.course_id and o.session_id <> s.id
                        and o.counts and o.position = d.position and o.dates = d.dates)) order by d.starts_at)
            from (select o.*, row_number() over (order by o.starts_at) as position, count(*) over () as dates
                    from session_date o where o.session_id = s.id) d
            left join attendance a on a.enrolment_id = e.id and a.session_date_id = d.id
            left join attended_hours h on h.enrolment_id = e.id and h.session_date_id = d.id) as dates
    from enrolment e
    join training_session s on s.id = e.session_id and s.status = 'published'
    join course c on c.id = s.course_id and c.status = 'published'
    left join session_presence p on p.session_id = s.id
   where e.volunteer_id = $1 and e.status = 'enrolled'
     and s.ends_at > $2::timestamptz - interval '2 years' and s.starts_at <= $2
     and (select count(*) from session_date d where d.session_id = s.id) > 1
     and not exists (select 1 from catch_up k where k.enrolment_id = e.id)
     and not exists (select 1 from held_course h where h.volunteer_id = e.volunteer_id and h.course_id = s.course_id)
   order by s.starts_at, e.id`;

// A date stands for the one of the same rank in a session with as many dates. Seats that people wait for are not free.
const CHANCES = `
  select d.id as "sessionDateId", d.session_id as "sessionId", d.starts_at as "startsAt", d.ends_at as "endsAt",
         p.name as "placeName", d.course_id as "courseId", d.position::int, d.dates::int,
         greatest(d.capacity - d.seats_taken - (select count(*)::int from enrolment w
           where w.session_id = d.session_id and w.status = 'waiting'), 0) as "seatsLeft",
         (select e.id from enrolment e join catch_up k on k.enrolment_id = e.id
           where e.volunteer_id = $1 and e.session_id = d.session_id and e.status = 'enrolled'
             and k.session_date_id = d.id) as "bookedId"
    from (select o.*, s.course_id, s.capacity, s.seats_taken, s.place_id,
                 row_number() over (partition by o.session_id order by o.starts_at) as position,
                 count(*) over (partition by o.session_id) as dates
            from training_session s join session_date o on o.session_id = s.id
           where s.course_id = any($2::uuid[]) and s.status = 'published' and s.ends_at > $3) d
    left join place p on p.id = d.place_id
   where d.starts_at > $3
   order by d.starts_at, d.id`;

const DATES_OF = `
  select d.id, d.starts_at as "startsAt", d.ends_at as "endsAt"
    from catch_up k join session_date d on d.id = k.session_date_id
   where k.enrolment_id = $1 order by d.starts_at`;

const MOST_CHANCES = 5;

interface UnfinishedRow {
  enrolmentId: string;
  sessionId: string;
  courseId: string;
  courseTitle: string;
  courseSlug: string;
  courseLocale: MissedDate['courseLocale'];
  rule: PresenceRule;
  needed: number | null;
  dateIds: string[];
  dates: { id: string; startsAt: string; endsAt: string; minutes: number | null; missed: boolean; credited: boolean }[];
}

interface ChanceRow extends CatchUpChance {
  courseId: string;
  position: number;
  dates: number;
  bookedId: string | null;
}

/** Reads about presence in part. */
@Injectable()
export class PresenceQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** What a session asks for, or null if there is no such session. */
  async asked(sessionId: string): Promise<PresenceAsked | null> {
    const [row] = await this.db.query<PresenceAsked>(ASKED, [sessionId]);
    return row ?? null;
  }

  /** The dates that a booking is for, when it is not for the whole session. */
  catchUpDates(enrolmentId: string): Promise<SessionDateView[]> {
    return this.db.query<SessionDateView>(DATES_OF, [enrolmentId]);
  }

  /** What somebody missed and must make up, and where she can; by two statements. */
  async missedBy(volunteerId: string): Promise<MissedDate[]> {
    const now = this.clock.now();
    const rows = await this.db.query<UnfinishedRow>(UNFINISHED, [volunteerId, now]);
    const missed = rows.flatMap((row) => missedOf(row));
    if (missed.length === 0) return [];
    const courses = [...new Set(missed.map(({ courseId }) => courseId))];
    const chances = await this.db.query<ChanceRow>(CHANCES, [volunteerId, courses, now]);
    return missed.map(({ courseId, sessionId, ...date }) => {
      const there = chances.filter(
        (chance) =>
          chance.courseId === courseId &&
          chance.sessionId !== sessionId &&
          chance.position === date.position &&
          chance.dates === date.dateCount,
      );
      const booked = there.find(({ bookedId }) => bookedId !== null);
      return {
        ...date,
        bookedId: booked?.bookedId ?? null,
        bookedDate: booked ? { id: booked.sessionDateId, startsAt: booked.startsAt, endsAt: booked.endsAt } : null,
        chances: there.filter(({ seatsLeft }) => seatsLeft > 0).slice(0, MOST_CHANCES),
      };
    });
  }
}

type Missed = Omit<MissedDate, 'bookedId' | 'bookedDate' | 'chances'> & { courseId: string; sessionId: string };

function missedOf(row: UnfinishedRow): Missed[] {
  const needed: PresenceNeeded = { rule: row.rule, needed: row.needed, dateIds: row.dateIds };
  const ids = datesToMakeUp(
    row.dates.map((date) => ({ ...date, endsAt: new Date(date.endsAt) })),
    needed,
  );
  return row.dates.flatMap((date, at) =>
    ids.includes(date.id)
      ? {
          sessionDateId: date.id,
          enrolmentId: row.enrolmentId,
          sessionId: row.sessionId,
          courseId: row.courseId,
          courseTitle: row.courseTitle,
          courseSlug: row.courseSlug,
          courseLocale: row.courseLocale,
          position: at + 1,
          dateCount: row.dates.length,
          startsAt: new Date(date.startsAt),
          minutes: date.minutes,
        }
      : [],
  );
}
