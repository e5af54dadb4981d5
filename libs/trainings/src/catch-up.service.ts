import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { Outbox } from '#platform/mail';
import { AttendanceQueries } from './attendance.queries.js';
import { BookingCodes } from './booking-codes.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import type { EnrolmentView } from './enrolment.types.js';
import { CatchUp } from './presence.entity.js';
import { PresenceQueries } from './presence.queries.js';
import { type CatchUpRefusal, type CatchUpState, whyNotCatchUp } from './presence.rules.js';
import { freeSeats, type LockedSession } from './locked-session.js';
import { SessionLock } from './session-lock.js';
import { trainingMail } from './training-mail.requests.js';

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

const INSERT = `
  insert into enrolment (id, session_id, volunteer_id, status, booking_code, source, created_at, changed_at)
  values ($1, $2, $3, 'enrolled', $4, 'self', $5, $5)`;

interface Here {
  id: string;
  isCatchUp: boolean;
}

/** Makes up a missed date in another session of the course: a booking for that date alone. */
@Injectable()
export class CatchUpService {
  constructor(
    private readonly db: Database,
    private readonly lock: SessionLock,
    private readonly dates: AttendanceQueries,
    private readonly presence: PresenceQueries,
    private readonly enrolments: EnrolmentQueries,
    private readonly codes: BookingCodes,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Books one date of another session, also of one that has begun. It takes a seat as any booking does; asked twice, the
   * same booking is the answer.
   * @throws NOT_FOUND if there is no such date, or no profile
   */
  async book(me: Actor, dateId: string): Promise<EnrolmentView | { refused: CatchUpRefusal }> {
    const { volunteerId } = me;
    if (!volunteerId) throw notFound('Volunteer');
    return this.db.transaction(async () => {
      const date = await this.dates.date(dateId);
      const session = (await this.lock.sessions([date.sessionId])).get(date.sessionId);
      if (!session) throw notFound('Session');
      await this.lock.people([volunteerId]);
      const [here] = await this.db.query<Here>(HERE, [session.id, volunteerId]);
      const booked = here?.isCatchUp ? await this.presence.catchUpDates(here.id) : [];
      if (here && booked.some(({ id }) => id === dateId)) return this.enrolments.byId(here.id);
      const now = this.clock.now();
      const refused = whyNotCatchUp(await this.stateOf(session, dateId, volunteerId, here ?? null), now);
      if (refused) return { refused };
      const enrolmentId = here?.id ?? (await this.seat(session, volunteerId, now));
      await this.db.repo(CatchUp).insert({ enrolmentId, sessionDateId: dateId });
      return this.enrolments.byId(enrolmentId);
    });
  }

  private async stateOf(
    session: LockedSession,
    dateId: string,
    volunteerId: string,
    here: Here | null,
  ): Promise<CatchUpState> {
    const date = await this.dates.date(dateId);
    const [rank] = await this.db.query<{ position: number; dates: number; slug: string }>(RANK, [dateId]);
    const missed = await this.presence.missedBy(volunteerId);
    const [queue] = await this.db.query<{ n: number }>(WAITING, [session.id]);
    return {
      isOpen: session.status === 'published',
      startsAt: date.startsAt,
      freeSeats: freeSeats(session),
      // Once the list makes no more offers, nobody of it is passed over.
      waitingCount: this.clock.now() < session.startsAt ? (queue?.n ?? 0) : 0,
      booking: here === null ? 'none' : here.isCatchUp ? 'catch-up' : 'whole',
      isMissed: missed.some(
        ({ courseSlug, position, dateCount }) =>
          courseSlug === rank?.slug && position === rank.position && dateCount === rank.dates,
      ),
    };
  }

  private async seat(session: LockedSession, volunteerId: string, now: Date): Promise<string> {
    const enrolmentId = randomUUID();
    await this.db.query(INSERT, [enrolmentId, session.id, volunteerId, this.codes.fresh(), now]);
    await this.outbox.send([trainingMail.confirmed({ enrolmentId, volunteerId })]);
    return enrolmentId;
  }
}
