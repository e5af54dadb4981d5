import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { EligibilityQueries } from './eligibility.queries.js';
import { whyNotEligible } from './enrolment.rules.js';
import type { BookingRef } from './training-mail.requests.js';
import { SHORTEST_OFFER_HOURS, type Waiting } from './waiting-list.rules.js';
import type { WaitingRow } from './waiting-list.types.js';

/** Somebody of a waiting list with her place in the queue. */
export interface QueuedPerson extends BookingRef {
  queueNo: string;
}

const HEAD = `
  select id as "enrolmentId", volunteer_id as "volunteerId", queue_no as "queueNo"
    from enrolment
   where session_id = $1 and status = 'waiting' and queue_no > $2
   order by queue_no
   limit $3`;

const NEEDING_CARE = `
  select e.session_id as id
    from seat_offer o
    join enrolment e on e.id = o.enrolment_id and e.status = 'offered'
    join training_session s on s.id = e.session_id and s.status = 'published'
   where o.answer is null and (o.deadline_at <= $1 or s.starts_at <= $1)
  union
  select s.id
    from training_session s
   where s.status = 'published' and s.seats_taken < s.capacity
     and s.starts_at >= $1::timestamptz + make_interval(hours => $2)
     and exists (select 1 from enrolment w where w.session_id = s.id and w.status = 'waiting')`;

// Each run names them again for some hours: the key of the mail makes it one, and a worker that was down tells late.
const WAITING_IN_VAIN = `
  select e.id as "enrolmentId", e.volunteer_id as "volunteerId"
    from training_session s
    join enrolment e on e.session_id = s.id and e.status = 'waiting'
   where s.status = 'published'
     and s.starts_at < $1::timestamptz + make_interval(hours => $2)
     and s.starts_at > $1::timestamptz - interval '6 hours'`;

const ROWS = `
  select e.id as "enrolmentId", e.volunteer_id as "volunteerId", v.display_name as "displayName", e.status,
         e.created_at as since, o.deadline_at as "offerDeadlineAt",
         case when e.status = 'waiting' then
           count(*) filter (where e.status = 'waiting') over (order by e.queue_no) else 0 end::int as rank
    from enrolment e
    join volunteer v on v.id = e.volunteer_id
    left join seat_offer o on o.enrolment_id = e.id and o.answer is null
   where e.session_id = $1 and e.status in ('waiting', 'offered')
   order by e.status, e.queue_no
   limit 1000`;

/** Reads of waiting lists. */
@Injectable()
export class WaitingListQueries {
  constructor(
    private readonly db: Database,
    private readonly eligibility: EligibilityQueries,
  ) {}

  /** Open offers, then those who wait, in their order, each with the reason why offers pass her by; 1,000 at most. */
  async rows(sessionId: string): Promise<WaitingRow[]> {
    const rows = await this.db.read<Omit<WaitingRow, 'skippedBecause'> & { volunteerId: string }>(
      'waiting-list-rows',
      ROWS,
      [sessionId],
    );
    const reasons = await this.withReasons(sessionId, rows);
    return rows.map((row, i) => ({
      ...row,
      skippedBecause: row.status === 'waiting' ? (reasons[i]?.whyNot ?? null) : null,
    }));
  }

  /** People of a waiting list with the reason why they could not take a seat now. */
  async withReasons(sessionId: string, people: readonly BookingRef[]): Promise<Waiting[]> {
    const facts = await this.eligibility.of(people.map(({ volunteerId }) => ({ sessionId, volunteerId })));
    return people.map(({ enrolmentId }, i) => ({ enrolmentId, whyNot: whyNotEligible(facts[i]) }));
  }

  /** The next people of a waiting list after a place in the queue, in their order. */
  head(sessionId: string, afterQueueNo: string, limit: number): Promise<QueuedPerson[]> {
    return this.db.read('waiting-list-head', HEAD, [sessionId, afterQueueNo, limit]);
  }

  /** Sessions with an overdue offer, or with free seats while people wait and offers may still be made. */
  async needingCare(now: Date): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(NEEDING_CARE, [now, SHORTEST_OFFER_HOURS]);
    return rows.map(({ id }) => id);
  }

  /** People who still wait in sessions whose list closed in the last hours. */
  waitingInVain(now: Date): Promise<BookingRef[]> {
    return this.db.query(WAITING_IN_VAIN, [now, SHORTEST_OFFER_HOURS]);
  }
}
