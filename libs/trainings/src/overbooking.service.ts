import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { notFound, userError } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Overbooking } from './overbooking.entity.js';
import { OverbookingAdvisor, type SessionAdvice } from './overbooking-advisor.js';
import { type OverbookingRefusal, whyNotOverbook } from './overbooking.rules.js';
import { SeatSharing } from './seat-sharing.service.js';
import { SessionLock } from './session-lock.js';
import { explainUnknown } from './unknown-reference.js';
import { WaitingList } from './waiting-list.service.js';

/** Accepts more bookings than a room has seats, where past sessions say that some will not come. */
@Injectable()
export class OverbookingService {
  constructor(
    private readonly db: Database,
    private readonly advisor: OverbookingAdvisor,
    private readonly lock: SessionLock,
    private readonly sharing: SeatSharing,
    private readonly waitingList: WaitingList,
    private readonly audit: Audit,
  ) {}

  /**
   * Accepts as many bookings as that from now on, or only as many as the room has seats; who decided, when, why and on
   * what evidence is kept. Seats that this adds go to who waits.
   * @throws NOT_FOUND, FORBIDDEN outside the coordinator's networks, BAD_USER_INPUT for fewer than the room has seats
   */
  async accept(me: Actor, sessionId: string, seats: number, reason: string): Promise<OverbookingRefusal | null> {
    const work = async (): Promise<OverbookingRefusal | null> => {
      const session = (await this.lock.sessions([sessionId])).get(sessionId);
      if (!session) throw notFound('Session');
      const { now, room, advice } = await this.advisor.of(me, sessionId);
      if (seats < room.roomSeats)
        throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path: 'seats', rule: 'belowRoom' }]);
      const refused = whyNotOverbook(session, seats, advice, now);
      if (refused) return refused;
      const extraSeats = seats - session.capacity;
      // What goes beyond the room is open to all; with fewer of them, the quotas may leave somebody without a seat.
      if (await this.sharing.fit({ ...session, extraSeats })) return 'BELOW_SEATS_TAKEN';
      await this.db.query('update training_session set extra_seats = $2 where id = $1', [sessionId, extraSeats]);
      await this.note(me, sessionId, { seats, reason, advice, now, roomSeats: room.roomSeats });
      await this.waitingList.passOn([sessionId]);
      return null;
    };
    return this.db.transaction(work).catch(explainUnknown);
  }

  private async note(
    me: Actor,
    sessionId: string,
    decision: { seats: number; reason: string; advice: SessionAdvice['advice']; now: Date; roomSeats: number },
  ): Promise<void> {
    const { seats, reason, advice, now, roomSeats } = decision;
    const evidence = seats > roomSeats && typeof advice !== 'string' ? advice : null;
    await this.db.repo(Overbooking).insert({
      sessionId,
      roomSeats,
      acceptedSeats: seats,
      chance: evidence && evidence.chanceOf(seats),
      pastSessions: evidence && evidence.pastSessions,
      reason,
      decidedBy: me.accountId,
      decidedAt: now,
    });
    const subject = { subjectType: 'session', subjectId: sessionId };
    await this.audit.write({ actor: me, action: 'session.overbook', ...subject, purpose: reason, details: { seats } });
  }
}
