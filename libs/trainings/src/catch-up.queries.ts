import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import { AttendanceQueries, type DateRow } from './attendance.queries.js';
import { EligibilityQueries } from './eligibility.queries.js';
import { type LockedSession, seatsLeft } from './locked-session.js';
import { PresenceQueries } from './presence.queries.js';
import type { CatchUpState } from './presence.rules.js';
import { type Pool, poolsFor } from './seat-pools.rules.js';

const HERE = `
  select e.id, e.status = 'enrolled' and exists (select 1 from catch_up k where k.enrolment_id = e.id) as "isCatchUp"
    from enrolment e
   where e.session_id = $1 and e.volunteer_id = $2 and e.status in ('waiting', 'offered', 'enrolled')`;

const WAITING = `select count(*)::int as n from enrolment where session_id = $1 and status = 'waiting'`;

const RANK = `
  select (select count(*)::int from session_date o where o.session_id = d.session_id and o.starts_at <= d.starts_at) as position,
         (select count(*)::int from session_date o where o.session_id = d.session_id) as dates,
         c.slug
    from session_date d join training_session s on s.id = d.session_id join course c on c.id = s.course_id
   where d.id = $1`;

/** What must be known before somebody makes a date up, read under the locks of the session and of the person. */
export interface CatchUpFacts {
  state: CatchUpState;
  /** Her active booking in that session. */
  hereId: string | null;
  /** It is for this very date already. */
  isBooked: boolean;
  /** Where her seat would come from. */
  pool: Pool;
}

/** Reads about a date where somebody wants to make up what she missed. */
@Injectable()
export class CatchUpQueries {
  constructor(
    private readonly db: Database,
    private readonly dates: AttendanceQueries,
    private readonly presence: PresenceQueries,
    private readonly eligibility: EligibilityQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND */
  date(dateId: string): Promise<DateRow> {
    return this.dates.date(dateId);
  }

  async facts(session: LockedSession, date: DateRow, volunteerId: string): Promise<CatchUpFacts> {
    const [here] = await this.db.query<{ id: string; isCatchUp: boolean }>(HERE, [session.id, volunteerId]);
    const booked = here?.isCatchUp ? await this.presence.catchUpDates(here.id) : [];
    const [person] = await this.eligibility.of([{ sessionId: session.id, volunteerId }]);
    const left = seatsLeft(session);
    const pools = poolsFor(person?.networks ?? [], left);
    const [queue] = await this.db.query<{ n: number }>(WAITING, [session.id]);
    return {
      hereId: here?.id ?? null,
      isBooked: booked.some(({ id }) => id === date.id),
      pool: pools[0] ?? 'open',
      state: {
        isOpen: session.status === 'published',
        startsAt: date.startsAt,
        freeSeats: pools.reduce((sum, pool) => sum + left[pool], 0),
        // Once the list makes no more offers, nobody of it is passed over.
        waitingCount: this.clock.now() < session.startsAt ? (queue?.n ?? 0) : 0,
        booking: here === undefined ? 'none' : here.isCatchUp ? 'catch-up' : 'whole',
        isMissed: await this.isMissed(date.id, volunteerId),
      },
    };
  }

  private async isMissed(dateId: string, volunteerId: string): Promise<boolean> {
    const [rank] = await this.db.query<{ position: number; dates: number; slug: string }>(RANK, [dateId]);
    const missed = await this.presence.missedBy(volunteerId);
    return missed.some(
      ({ courseSlug, position, dateCount }) =>
        courseSlug === rank?.slug && position === rank.position && dateCount === rank.dates,
    );
  }
}
