import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { Outbox } from '#platform/mail';
import { BookingCodes } from './booking-codes.js';
import { CatchUpQueries } from './catch-up.queries.js';
import { type LockedSession, takeSeat } from './locked-session.js';
import { CatchUp } from './presence.entity.js';
import { type CatchUpRefusal, whyNotCatchUp } from './presence.rules.js';
import type { Pool } from './seat-pools.rules.js';
import { SessionLock } from './session-lock.js';
import { trainingMail } from './training-mail.requests.js';

const INSERT = `
  insert into enrolment (id, session_id, volunteer_id, status, booking_code, source, pool, created_at, changed_at)
  values ($1, $2, $3, 'enrolled', $4, 'self', $6, $5, $5)`;

/** Makes up a missed date in another session of the course: a booking for that date alone. */
@Injectable()
export class CatchUpService {
  constructor(
    private readonly db: Database,
    private readonly lock: SessionLock,
    private readonly queries: CatchUpQueries,
    private readonly codes: BookingCodes,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Books one date of another session, also of one that has begun. It takes a seat as any booking does; asked twice, the
   * same booking is the answer.
   * @returns the id of the booking, or why there is none
   * @throws NOT_FOUND if there is no such date, or no profile
   */
  async book(me: Actor, dateId: string): Promise<{ id: string } | { refused: CatchUpRefusal }> {
    const { volunteerId } = me;
    if (!volunteerId) throw notFound('Volunteer');
    return this.db.transaction(async () => {
      const { sessionId } = await this.queries.date(dateId);
      const session = (await this.lock.sessions([sessionId])).get(sessionId);
      if (!session) throw notFound('Session');
      await this.lock.people([volunteerId]);
      const date = await this.queries.date(dateId);
      const { state, hereId, isBooked, pool } = await this.queries.facts(session, date, volunteerId);
      if (hereId && isBooked) return { id: hereId };
      const refused = whyNotCatchUp(state, this.clock.now());
      if (refused) return { refused };
      const id = hereId ?? (await this.seat(session, volunteerId, pool));
      await this.db.repo(CatchUp).insert({ enrolmentId: id, sessionDateId: dateId });
      return { id };
    });
  }

  private async seat(session: LockedSession, volunteerId: string, pool: Pool): Promise<string> {
    const enrolmentId = randomUUID();
    const seat = takeSeat(session, pool);
    await this.db.query(INSERT, [enrolmentId, session.id, volunteerId, this.codes.fresh(), this.clock.now(), seat]);
    await this.outbox.send([trainingMail.confirmed({ enrolmentId, volunteerId })]);
    return enrolmentId;
  }
}
