import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { EligibilityQueries } from './eligibility.queries.js';
import { whyNotEligible } from './enrolment.rules.js';
import type { BookingRef } from './training-mail.requests.js';
import { type Pool, QUOTA_POOLS, type PoolSeats } from './seat-pools.rules.js';
import { SHORTEST_OFFER_HOURS, type Waiting } from './waiting-list.rules.js';
import type { WaitingRow } from './waiting-list.types.js';

/** Somebody of a waiting list with her place in the queue. */
export interface QueuedPerson extends BookingRef {
  queueNo: string;
  /** Set if she came with somebody who waits too. */
  pairId: string | null;
}

// With $4 only seats of these networks are free: then nobody else needs to be looked at, but for the other one of a pair.
const HEAD = `
  select e.id as "enrolmentId", e.volunteer_id as "volunteerId", e.queue_no as "queueNo",
         case when e.pair_id is not null and exists (
           select 1 from enrolment m where m.pair_id = e.pair_id and m.id <> e.id and m.status = 'waiting')
         then e.pair_id end as "pairId"
    from enrolment e
   where e.session_id = $1 and e.status = 'waiting' and e.queue_no > $2
     and ($4::text[] is null or e.pair_id is not null or exists (
       select 1 from membership m
        where m.volunteer_id = e.volunteer_id and m.left_at is null and m.network = any ($4)))
   order by e.queue_no
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
   where s.status = 'published' and s.seats_taken < s.capacity + s.extra_seats
     and s.starts_at >= $1::timestamptz + make_interval(hours => $2)
     and exists (select 1 from enrolment w where w.session_id = s.id and w.status = 'waiting')
  union
  select s.id
    from training_session s
   where s.status = 'published' and s.starts_at > $1 and s.quota_release_days is not null
     and (s.starts_at at time zone 'Europe/Paris' - make_interval(days => s.quota_release_days))
           at time zone 'Europe/Paris' <= $1
     and exists (select 1 from seat_pool p where p.session_id = s.id and p.pool <> 'open' and p.seats > p.seats_taken)`;

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
         case when mate.id is not null then e.pair_id end as "pairId", mate.display_name as "pairedWith",
         coalesce((select json_agg(json_build_object('reason', p.reason, 'passedAt', p.passed_at) order by p.passed_at desc)
                     from passing_over p where p.pair_id = e.pair_id and mate.id is not null), '[]') as "passedOver",
         case when e.status = 'waiting' then
           count(*) filter (where e.status = 'waiting') over (order by e.queue_no) else 0 end::int as rank
    from enrolment e
    join volunteer v on v.id = e.volunteer_id
    left join seat_offer o on o.enrolment_id = e.id and o.answer is null
    left join lateral (
      select m.id, mv.display_name
        from enrolment m join volunteer mv on mv.id = m.volunteer_id
       where m.pair_id = e.pair_id and m.id <> e.id and m.status = 'waiting' and e.status = 'waiting') mate on true
   where e.session_id = $1 and e.status in ('waiting', 'offered')
   order by e.status, e.queue_no
   limit 1000`;

interface StoredRow extends Omit<WaitingRow, 'skippedBecause'> {
  volunteerId: string;
  pairId: string | null;
}

/** A part of a waiting list, and where the next one begins; null at its end. */
export interface QueuedHead {
  people: QueuedPerson[];
  next: string | null;
}

/** Reads of waiting lists. */
@Injectable()
export class WaitingListQueries {
  constructor(
    private readonly db: Database,
    private readonly eligibility: EligibilityQueries,
  ) {}

  /** Open offers, then those who wait, in their order, each with the reason why offers pass her by; 1,000 at most. */
  async rows(sessionId: string): Promise<WaitingRow[]> {
    const rows = await this.db.read<StoredRow>('waiting-list-rows', ROWS, [sessionId]);
    const reasons = await this.withReasons(sessionId, rows);
    return rows.map((row, i) => ({
      ...row,
      passedOver: row.passedOver.map(({ reason, passedAt }) => ({ reason, passedAt: new Date(passedAt) })),
      skippedBecause: row.status === 'waiting' ? (reasons[i]?.whyNot ?? null) : null,
    }));
  }

  /** People of a waiting list with the reason why they could not take a seat now. */
  async withReasons(
    sessionId: string,
    people: readonly (BookingRef & { pairId: string | null })[],
  ): Promise<Waiting[]> {
    const facts = await this.eligibility.of(people.map(({ volunteerId }) => ({ sessionId, volunteerId })));
    return people.map(({ enrolmentId, pairId }, i) => ({
      enrolmentId,
      pairId,
      whyNot: whyNotEligible(facts[i]),
      networks: facts[i]?.networks ?? [],
    }));
  }

  /**
   * The next people of a waiting list after a place in the queue, in their order, as far as the free seats may be for
   * them. The answer does not end between two of a pair.
   * @param limit 3 at least
   */
  async head(sessionId: string, afterQueueNo: string, limit: number, left: PoolSeats): Promise<QueuedHead> {
    const networks: readonly Pool[] | null = left.open > 0 ? null : QUOTA_POOLS.filter((pool) => left[pool] > 0);
    const people = await this.db.read<QueuedPerson>('waiting-list-head', HEAD, [
      sessionId,
      afterQueueNo,
      limit,
      networks,
    ]);
    const isWhole = people.length < limit;
    const last = people.at(-1);
    if (!isWhole && last?.pairId && people.at(-2)?.pairId !== last.pairId) people.pop();
    return { people, next: isWhole ? null : (people.at(-1)?.queueNo ?? null) };
  }

  /** Sessions with an overdue offer, with free seats while people wait and offers may still be made, or with quotas to release. */
  async needingCare(now: Date): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(NEEDING_CARE, [now, SHORTEST_OFFER_HOURS]);
    return rows.map(({ id }) => id);
  }

  /** People who still wait in sessions whose list closed in the last hours. */
  waitingInVain(now: Date): Promise<BookingRef[]> {
    return this.db.query(WAITING_IN_VAIN, [now, SHORTEST_OFFER_HOURS]);
  }
}
