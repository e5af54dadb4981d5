import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { Outbox } from '#platform/mail';
import { type Invitation, PairQueries, SETTLE_PAIR } from './pair.queries.js';
import { type PairRefusedBecause, whyNotAnswerInvitation } from './pair.rules.js';
import { SessionLock } from './session-lock.js';
import { trainingMail } from './training-mail.requests.js';

/** Invitations that lead to nothing. */
@Injectable()
export class PairEnds {
  constructor(
    private readonly db: Database,
    private readonly lock: SessionLock,
    private readonly queries: PairQueries,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Takes an invitation back that nobody answered. @throws NOT_FOUND if it is not hers */
  async withdraw(me: Actor, id: string): Promise<Invitation> {
    return this.db.transaction(async () => {
      const { sessionId } = await this.queries.own(me, id);
      await this.lock.sessions([sessionId]);
      await this.db.query(SETTLE_PAIR, [id, 'withdrawn', this.clock.now(), null]);
      return this.queries.own(me, id);
    });
  }

  /** The friend says no; who invited is told that, and nothing more. */
  async decline(me: Actor, code: string): Promise<Invitation | PairRefusedBecause> {
    return this.db.transaction(async () => {
      const seen = await this.queries.byCode(code);
      if (seen) await this.lock.sessions([seen.sessionId]);
      // Read again under the lock, where all invitations are answered.
      const invitation = await this.queries.byCode(code);
      const refused = whyNotAnswerInvitation(invitation, me.volunteerId ?? '');
      if (refused || !invitation) return { pairRefused: refused ?? 'INVITATION_UNKNOWN' };
      await this.db.query(SETTLE_PAIR, [invitation.id, 'declined', this.clock.now(), me.volunteerId]);
      await this.outbox.send([trainingMail.pairDeclined({ pairId: invitation.id, volunteerId: invitation.inviterId })]);
      return (await this.queries.byCode(code)) ?? { pairRefused: 'INVITATION_UNKNOWN' };
    });
  }
}
