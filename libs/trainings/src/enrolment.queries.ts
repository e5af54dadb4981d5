import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import type { EnrolmentView } from './enrolment.types.js';
import { chances, type PastSession } from './waiting-list.rules.js';

interface ViewRow extends Omit<EnrolmentView, 'offer'> {
  offerId: string | null;
  offeredAt: Date | null;
  deadlineAt: Date | null;
}

const COLUMNS = `
         e.id, e.status, e.booking_code as "bookingCode", e.created_at as "createdAt",
         e.session_id as "sessionId", s.course_id as "courseId", e.volunteer_id as "volunteerId",
         case when e.status = 'waiting' then
           (select count(*)::int from enrolment w
             where w.session_id = e.session_id and w.status = 'waiting' and w.queue_no <= e.queue_no) end as rank,
         o.id as "offerId", o.offered_at as "offeredAt", o.deadline_at as "deadlineAt",
         (select case when bool_and(a.status = 'present') then 'present' when count(*) > 0 then 'absent' end
            from attendance a where a.enrolment_id = e.id) as attended`;

const FROM = `
    from enrolment e
    join training_session s on s.id = e.session_id
    left join seat_offer o on o.enrolment_id = e.id and o.answer is null`;

const BY_IDS = `select ${COLUMNS} ${FROM} where e.id = any($1::uuid[])`;

const UPCOMING = `
  select ${COLUMNS} ${FROM}
   where e.volunteer_id = $1 and e.status in ('waiting', 'offered', 'enrolled') and s.ends_at > $2
   order by s.starts_at, e.id`;

// Who came back after cancelling has several rows of one session; the agenda shows how it ended.
const PAST = `
  select latest.*
    from (select distinct on (e.session_id) ${COLUMNS} ${FROM}
           where e.volunteer_id = $1 order by e.session_id, e.queue_no desc) latest
    join training_session s on s.id = latest."sessionId"
   where s.ends_at <= $2 or latest.status not in ('waiting', 'offered', 'enrolled')
   order by s.starts_at desc, s.id
   limit 100`;

// Only sessions whose list is over tell something; of each, how far down the list offers went.
const PAST_LISTS = `
  select (select count(distinct o.enrolment_id)::int
            from enrolment e join seat_offer o on o.enrolment_id = e.id where e.session_id = s.id) as "seatsFreed",
         not exists (select 1 from enrolment w where w.session_id = s.id and w.status = 'waiting') as emptied
    from training_session s
   where s.course_id = $1 and s.status = 'published' and s.starts_at <= $2
   order by s.starts_at desc
   limit 100`;

/** Reads of bookings. */
@Injectable()
export class EnrolmentQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Bookings by their identifiers. */
  async byIds(ids: readonly string[]): Promise<Map<string, EnrolmentView>> {
    const rows = await this.db.read<ViewRow>('enrolments-by-ids', BY_IDS, [[...ids]]);
    return new Map(rows.map((row) => [row.id, viewOf(row)]));
  }

  /** @throws Error if there is none: for what was written just before */
  async byId(id: string): Promise<EnrolmentView> {
    const view = (await this.byIds([id])).get(id);
    if (!view) throw new Error(`No enrolment ${id}`);
    return view;
  }

  /** What somebody holds, is offered or waits for, in sessions that are not over; soonest first. */
  async upcoming(volunteerId: string): Promise<EnrolmentView[]> {
    const rows = await this.db.read<ViewRow>('enrolments-upcoming', UPCOMING, [volunteerId, this.clock.now()]);
    return rows.map(viewOf);
  }

  /** How the others of her bookings ended, one for each session, latest session first, 100 at most. */
  async past(volunteerId: string): Promise<EnrolmentView[]> {
    const rows = await this.db.read<ViewRow>('enrolments-past', PAST, [volunteerId, this.clock.now()]);
    return rows.map(viewOf);
  }

  /** How likely that rank is offered a seat in a course, from its past sessions; null when they are too few. */
  async chancesOf(courseId: string, rank: number): Promise<ReturnType<typeof chances>> {
    const past = await this.db.read<PastSession>('past-waiting-lists', PAST_LISTS, [courseId, this.clock.now()]);
    return chances(rank, past);
  }
}

function viewOf({ offerId, offeredAt, deadlineAt, ...row }: ViewRow): EnrolmentView {
  return { ...row, offer: offerId && offeredAt && deadlineAt ? { id: offerId, offeredAt, deadlineAt } : null };
}
