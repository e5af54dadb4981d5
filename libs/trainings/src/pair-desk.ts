import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { EnrolmentFacts, type KnownWish } from './enrolment-facts.js';
import { EnrolmentLedger } from './enrolment-ledger.js';
import { type Enrolled, whyRefused, wishOf } from './enrolment-wish.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import type { EnrolmentRefusal } from './enrolment.rules.js';
import { type Invitation, PairQueries, SETTLE_PAIR } from './pair.queries.js';
import { type PairRefusedBecause, whyNotAnswerInvitation } from './pair.rules.js';
import { poolsForPair } from './seat-pools.rules.js';

/** What the friend may be told of why the other one cannot enrol: what is true of the session, nothing of her. */
const OF_THE_SESSION: readonly EnrolmentRefusal[] = [
  'SESSION_CANCELLED',
  'SESSION_NOT_PUBLISHED',
  'SESSION_STARTED',
  'NOT_YET_OPEN',
  'ENROLMENT_CLOSED',
];

/**
 * Gives two people their seats. An invitation holds none: nobody waits for a seat that is kept for somebody who has not
 * said yes. When the friend accepts, both are enrolled or both wait, in one transaction.
 */
@Injectable()
export class PairDesk {
  constructor(
    private readonly db: Database,
    private readonly facts: EnrolmentFacts,
    private readonly ledger: EnrolmentLedger,
    private readonly queries: PairQueries,
    private readonly enrolments: EnrolmentQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * The friend says yes: both have a seat, or both wait, or neither is on the list.
   * @param confirmOverlap she was told of another booking of hers at the same time
   * @returns her booking. Accepted again, the same one
   */
  async accept(me: Actor, code: string, confirmOverlap: boolean): Promise<Enrolled | PairRefusedBecause> {
    const { volunteerId } = me;
    if (!volunteerId) return { refused: 'PROFILE_MISSING', overlap: null, missing: [] };
    return this.db.transaction(async () => {
      const seen = await this.queries.byCode(code);
      if (!seen) return { pairRefused: 'INVITATION_UNKNOWN' };
      const { sessionId, inviterId } = seen;
      if (inviterId === volunteerId) return { pairRefused: 'OWN_INVITATION' };
      const wishes = [wishOf(inviterId, sessionId, me), { ...wishOf(volunteerId, sessionId, me), confirmOverlap }];
      const [first, second] = await this.facts.of(wishes);
      // Read again under the lock: somebody else may have answered in the meantime.
      const invitation = await this.queries.byCode(code);
      const booked = invitation && (await this.queries.bookedWith(invitation.id, volunteerId));
      if (booked) return this.enrolments.byId(booked);
      const refused = whyNotAnswerInvitation(invitation, volunteerId);
      if (refused || !invitation || !first || !second) return { pairRefused: refused ?? 'INVITATION_UNKNOWN' };
      return this.seatBoth(invitation, first, second);
    });
  }

  private async seatBoth(
    { id, inviterId }: Invitation,
    first: KnownWish,
    second: KnownWish,
  ): Promise<Enrolled | PairRefusedBecause> {
    const { room } = second;
    if (!room) throw notFound('Session');
    const now = this.clock.now();
    const ofFirst = whyRefused(room.session, first.person, { confirmOverlap: false, byStaff: false }, now);
    if (ofFirst) return OF_THE_SESSION.includes(ofFirst.refused) ? ofFirst : { pairRefused: 'FRIEND_CANNOT' };
    const { confirmOverlap } = second.request;
    const ofSecond = whyRefused(room.session, second.person, { confirmOverlap, byStaff: false }, now);
    if (ofSecond) return ofSecond;
    const pools = poolsForPair(first.person.networks, second.person.networks, room.left);
    await this.db.query(SETTLE_PAIR, [id, 'accepted', now, second.request.volunteerId]);
    const entries = [first, second].map(({ request }, i) => ({
      ...this.ledger.entry(request, room, pools?.[i] ?? null, now),
      pairId: id,
    }));
    await this.ledger.store(entries, now);
    const own = entries.find((entry) => entry.volunteerId !== inviterId);
    return this.enrolments.byId(own?.id ?? '');
  }
}
