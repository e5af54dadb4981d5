import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock, type Network } from '#platform/kernel';
import { comesTo } from './attendance.queries.js';
import type { EnrolmentStatus } from './enrolment.rules.js';
import type { SessionMode, SessionStatus, StoredPeriod } from './session.rules.js';

/** A session as mails and calendars tell it. */
export interface SessionFactsToTell {
  sessionId: string;
  courseId: string;
  courseTitle: string;
  courseSlug: string;
  networks: Network[];
  status: SessionStatus;
  cancelReason: string | null;
  mode: SessionMode;
  onlineUrl: string | null;
  notes: string;
  startsAt: Date;
  endsAt: Date;
  dates: StoredPeriod[];
  place: PlaceFacts | null;
}

export interface PlaceFacts {
  name: string;
  address: string;
  accessDetails: string;
  latitude: number | null;
  longitude: number | null;
}

/** A booking with its session, as mails and calendars tell it. */
export interface BookingFacts extends SessionFactsToTell {
  enrolmentId: string;
  volunteerId: string;
  enrolmentStatus: EnrolmentStatus;
  bookingCode: string;
  /** Place in the queue, from 1; null unless waiting. */
  rank: number | null;
  /** SEQUENCE of its calendar entries: counts the changes of the session and of all her bookings of it so far. */
  sequence: number;
  lastModified: Date;
  /** Dates that were taken out of the session in the last 30 days, after she booked. */
  removedDates: StoredPeriod[];
  /** Whether she came as the session asks, or made up what she missed elsewhere. */
  attended: boolean;
}

/** Another session that might do instead. */
export interface Alternative {
  sessionId: string;
  courseTitle: string;
  courseSlug: string;
  startsAt: Date;
  endsAt: Date;
}

/** @param ofDates SQL that narrows the dates `d` of the session */
const sessionColumns = (ofDates: string): string => `
  s.id as "sessionId", s.course_id as "courseId", c.title as "courseTitle", c.slug as "courseSlug", c.networks,
  s.status, s.cancel_reason as "cancelReason", s.mode, s.online_url as "onlineUrl", s.notes,
  s.starts_at as "startsAt", s.ends_at as "endsAt",
  coalesce((select json_agg(json_build_object('id', d.id, 'startsAt', d.starts_at, 'endsAt', d.ends_at)
                            order by d.starts_at)
              from session_date d where d.session_id = s.id${ofDates}), '[]') as dates,
  (select json_build_object('name', p.name, 'address', p.address, 'accessDetails', p.access_details,
                            'latitude', p.latitude, 'longitude', p.longitude)
     from place p where p.id = s.place_id) as place`;

/** SQL: whether the booking `e` of a session `s` made its course held, or completes it by a date made up. */
export function attended(): string {
  return `exists (
           select 1 from held_course h
            where h.volunteer_id = e.volunteer_id and h.course_id = s.course_id
              and (h.enrolment_id = e.id or exists (select 1 from catch_up k where k.enrolment_id = e.id)))`;
}

// Who cancels and comes back gets a new row, but calendars know the entry by its date: the number must go on rising.
const BOOKING = `
  select e.id as "enrolmentId", e.volunteer_id as "volunteerId", e.status as "enrolmentStatus",
         e.booking_code as "bookingCode", greatest(e.changed_at, s.updated_at) as "lastModified",
         case when e.status = 'waiting' then
           (select count(*)::int from enrolment w
             where w.session_id = e.session_id and w.status = 'waiting' and w.queue_no <= e.queue_no) end as rank,
         s.calendar_sequence - 1 + (
           select sum(mine.calendar_sequence + 1)::int from enrolment mine
            where mine.session_id = e.session_id and mine.volunteer_id = e.volunteer_id
              and mine.queue_no <= e.queue_no) as sequence,
         ${attended()} as attended,
         coalesce((select json_agg(json_build_object('id', x.id, 'startsAt', x.starts_at, 'endsAt', x.ends_at)
                                   order by x.starts_at)
                     from removed_date x where x.session_id = s.id and x.removed_at >= e.created_at
                      and x.removed_at > $2::timestamptz - interval '30 days'), '[]') as "removedDates",
         ${sessionColumns(` and ${comesTo('d.id')}`)}
    from enrolment e
    join training_session s on s.id = e.session_id
    join course c on c.id = s.course_id`;

const ONE = `${BOOKING} where e.id = $1`;

// Of several bookings of one session only the last one counts; what ended stays 30 days, so that calendars that were
// not looked at for a while take the entry out.
const FEED = `
  select * from (
    select distinct on (booking."sessionId") booking.*
      from (${BOOKING} where e.volunteer_id = $1) booking
     order by booking."sessionId", booking.sequence desc) latest
   where latest."endsAt" > $2::timestamptz - interval '365 days'
     and (latest.status = 'published' and latest."enrolmentStatus" in ('waiting', 'offered', 'enrolled')
          or latest."lastModified" > $2::timestamptz - interval '30 days')
     and not (latest."enrolmentStatus" in ('waiting', 'offered') and latest."endsAt" <= $2)
   order by latest."startsAt", latest."sessionId"
   limit 500`;

const OF_SESSION = `
  select ${sessionColumns('')} from training_session s join course c on c.id = s.course_id where s.id = $1`;

const ALTERNATIVES = `
  select s.id as "sessionId", c.title as "courseTitle", c.slug as "courseSlug", s.starts_at as "startsAt",
         s.ends_at as "endsAt"
    from training_session s join course c on c.id = s.course_id
   where s.status = 'published' and s.id <> $1 and s.starts_at > $2 and s.enrolment_closes_at > $2
     and s.seats_taken < s.capacity + s.extra_seats and (s.course_id = $3 or c.networks && $4::text[])
   order by s.course_id = $3 desc, abs(extract(epoch from s.starts_at - $5::timestamptz)), s.id
   limit 3`;

/** Bookings with all that mails and calendars say about them. */
@Injectable()
export class BookingFactsQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async booking(enrolmentId: string): Promise<BookingFacts | null> {
    const [row] = await this.db.read<BookingFacts>('booking-facts', ONE, [enrolmentId, this.clock.now()]);
    return row ? bookingWithInstants(row) : null;
  }

  /** What somebody's calendar shows: what she holds or awaits, and for 30 days what was cancelled. */
  async ofVolunteer(volunteerId: string, now: Date): Promise<BookingFacts[]> {
    const rows = await this.db.read<BookingFacts>('booking-feed', FEED, [volunteerId, now]);
    return rows.map(bookingWithInstants);
  }

  async session(sessionId: string): Promise<SessionFactsToTell | null> {
    const [row] = await this.db.read<SessionFactsToTell>('session-facts', OF_SESSION, [sessionId]);
    return row ? withInstants(row) : null;
  }

  /** Up to three sessions with free seats, of the same course before others of its networks, nearest in time first. */
  alternatives(to: SessionFactsToTell, now: Date): Promise<Alternative[]> {
    const values = [to.sessionId, now, to.courseId, to.networks, to.startsAt];
    return this.db.read<Alternative>('alternatives', ALTERNATIVES, values);
  }
}

/** JSON made by the database carries instants as text. */
function withInstants<T extends { dates: StoredPeriod[] }>(row: T): T {
  return { ...row, dates: row.dates.map(periodOf) };
}

function bookingWithInstants(row: BookingFacts): BookingFacts {
  return { ...withInstants(row), removedDates: row.removedDates.map(periodOf) };
}

function periodOf({ id, startsAt, endsAt }: StoredPeriod): StoredPeriod {
  return { id, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
}
