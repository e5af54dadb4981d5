import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import type { Circumstances, PastShow } from './overbooking.rules.js';

/** A session with regard to which bookings may be accepted beyond its seats. */
export interface RoomToFill extends Circumstances {
  courseId: string;
  roomSeats: number;
  seatsTaken: number;
  extraSeats: number;
  legalMaximum: number | null;
}

/** The latest decision about a session. */
export interface Decision {
  acceptedSeats: number;
  chance: number | null;
  pastSessions: number | null;
  reason: string;
  decidedAt: Date;
  /** Displayed name of who decided, if she has a profile. */
  decidedBy: string | null;
}

const CIRCUMSTANCES = `
  s.mode, extract(isodow from s.starts_at at time zone 'Europe/Paris')::int as weekday,
  extract(month from s.starts_at at time zone 'Europe/Paris')::int as month`;

const ROOM = `
  select s.course_id as "courseId", s.capacity as "roomSeats", s.seats_taken as "seatsTaken",
         s.extra_seats as "extraSeats", p.legal_capacity as "legalMaximum", ${CIRCUMSTANCES}
    from training_session s left join place p on p.id = s.place_id
   where s.id = $1`;

// Who had a seat when the first date began, also if it went to somebody at the door because she was not there; nobody who
// came without a booking, or for another date only. A sheet that was never filled in says nothing.
const PAST = `
  select past.* from (
    select ${CIRCUMSTANCES}, s.starts_at,
           count(e.id) filter (where e.status = 'enrolled' or a.status = 'absent')::int as booked,
           count(e.id) filter (where a.status = 'present')::int as came
      from training_session s
      join lateral (select d.id from session_date d where d.session_id = s.id order by d.starts_at limit 1) first on true
      join enrolment e on e.session_id = s.id and e.source <> 'walk_in' and e.status in ('enrolled', 'removed')
                      and not exists (select 1 from catch_up k where k.enrolment_id = e.id)
      left join attendance a on a.enrolment_id = e.id and a.session_date_id = first.id
     where s.course_id = $1 and s.status = 'published' and s.ends_at <= $2
     group by s.id) past
   where past.came > 0
   order by past.starts_at desc
   limit 200`;

const DECISION = `
  select o.accepted_seats as "acceptedSeats", o.chance, o.past_sessions as "pastSessions", o.reason,
         o.decided_at as "decidedAt", v.display_name as "decidedBy"
    from overbooking o left join volunteer v on v.account_id = o.decided_by
   where o.session_id = $1
   order by o.decided_at desc, o.id
   limit 1`;

/** What past sessions of a course say about who comes. */
@Injectable()
export class OverbookingQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async room(sessionId: string): Promise<RoomToFill | null> {
    const [room] = await this.db.read<RoomToFill>('overbooking-room', ROOM, [sessionId]);
    return room ?? null;
  }

  /** Past sessions of the course whose attendance was noted, the latest first. */
  past(courseId: string): Promise<(PastShow & Circumstances)[]> {
    return this.db.read('overbooking-past', PAST, [courseId, this.clock.now()]);
  }

  /** The latest decision about a session. */
  async decision(sessionId: string): Promise<Decision | null> {
    const [decision] = await this.db.read<Decision>('overbooking-decision', DECISION, [sessionId]);
    return decision ?? null;
  }
}
