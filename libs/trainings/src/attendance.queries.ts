import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import { Clock, parisDay } from '#platform/kernel';
import { type DoorState, seatsGoAtTheDoor } from './attendance.rules.js';
import type { AttendanceSheet, AttendeeRow } from './attendance.types.js';

/** SQL: whether a booking `e` is for that date: for the whole session, or to make up this very date. */
export function comesTo(date: string): string {
  return `(not exists (select 1 from catch_up k where k.enrolment_id = e.id)
           or exists (select 1 from catch_up k where k.enrolment_id = e.id and k.session_date_id = ${date}))`;
}

/** One date of a session, as it matters at the door. */
export interface DateRow extends DoorState {
  id: string;
  sessionId: string;
  endsAt: Date;
}

const DATE = `
  select d.id, d.session_id as "sessionId", d.starts_at as "startsAt", d.ends_at as "endsAt",
         s.status as "sessionStatus", s.starts_at as "sessionStartsAt"
    from session_date d join training_session s on s.id = d.session_id`;
const DATE_BY_ID = `${DATE} where d.id = $1`;
const DATES_OF_SESSION = `${DATE} where d.session_id = $1 order by d.starts_at`;

const ROW = `
  select e.id as "enrolmentId", v.display_name as "displayName", e.booking_code as "bookingCode", e.status,
         a.status as attendance, v.access_needs as "accessNeeds",
         case when a.status = 'present' then a.recorded_at end as "checkedInAt", e.source = 'walk_in' as "walkIn",
         a.minutes, exists (select 1 from catch_up k where k.enrolment_id = e.id) as "catchUp"
    from enrolment e
    join volunteer v on v.id = e.volunteer_id
    left join attendance a on a.enrolment_id = e.id and a.session_date_id = $2`;
const ROW_BY_ID = `${ROW} where e.id = $1`;
// Who only makes up another date is not expected on this one.
const ROWS = `${ROW}
   where e.session_id = $1 and ${comesTo('$2')}
     and (e.status in ('enrolled', 'offered') or a.status is not null or (e.status = 'waiting' and $3))
   order by unaccent(lower(v.display_name)), e.id`;

/** Reads for the door. */
@Injectable()
export class AttendanceQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND */
  async date(id: string): Promise<DateRow> {
    const [date] = await this.db.read<DateRow>('session-date', DATE_BY_ID, [id]);
    if (!date) throw notFound('Session date');
    return date;
  }

  /** The date of a session that matters now: today's in Paris, else the next one, else the last. @throws NOT_FOUND */
  async dateOfSession(sessionId: string): Promise<DateRow> {
    const dates = await this.db.read<DateRow>('session-dates', DATES_OF_SESSION, [sessionId]);
    const now = this.clock.now();
    const today = dates.find((date) => parisDay(date.startsAt) === parisDay(now));
    const date = today ?? dates.find((other) => other.endsAt > now) ?? dates.at(-1);
    if (!date) throw notFound('Session');
    return date;
  }

  /** @throws Error if there is none: for what was found just before */
  async row(enrolmentId: string, dateId: string): Promise<AttendeeRow> {
    const [row] = await this.db.read<AttendeeRow>('attendee-row', ROW_BY_ID, [enrolmentId, dateId]);
    if (!row) throw new Error(`No enrolment ${enrolmentId}`);
    return row;
  }

  async sheet(date: DateRow): Promise<AttendanceSheet> {
    const withWaiting = seatsGoAtTheDoor(date, this.clock.now());
    const rows = await this.db.read<AttendeeRow>('attendance-rows', ROWS, [date.sessionId, date.id, withWaiting]);
    const holders = rows.filter(({ status }) => status === 'enrolled');
    return {
      sessionDateId: date.id,
      date: { id: date.id, startsAt: date.startsAt, endsAt: date.endsAt },
      rows,
      expected: holders.length,
      present: rows.filter(({ attendance }) => attendance === 'present').length,
      absent: rows.filter(({ attendance }) => attendance === 'absent').length,
      closed: holders.length > 0 && holders.every(({ attendance }) => attendance !== null),
      sessionId: date.sessionId,
    };
  }
}
