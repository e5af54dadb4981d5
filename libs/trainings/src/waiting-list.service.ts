import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import { whyClosed } from './enrolment.rules.js';
import { SeatOffers } from './seat-offers.js';
import { type LockedSession, SessionLock } from './session-lock.js';
import { type QueuedPerson, WaitingListQueries } from './waiting-list.queries.js';
import { nextOffers, offerDeadline } from './waiting-list.rules.js';

const SMALLEST_STEP = 20;
const LARGEST_STEP = 200;

/** Hands seats that come free on to the people who wait, in their order. */
@Injectable()
export class WaitingList {
  constructor(
    private readonly db: Database,
    private readonly lock: SessionLock,
    private readonly queries: WaitingListQueries,
    private readonly offers: SeatOffers,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends overdue offers and offers every free seat to the first people who can take it. To be called, in the same
   * transaction, by whatever frees a seat or changes a session; calling it once too often does no harm.
   * @returns how many offers were made
   */
  async passOn(sessionIds: readonly string[]): Promise<number> {
    return this.db.transaction(async () => {
      let made = 0;
      for (const session of (await this.lock.sessions(sessionIds)).values()) made += await this.passOnSeatsOf(session);
      return made;
    });
  }

  /**
   * The same for one session that is locked already; its `seatsTaken` is brought up to date.
   * @returns how many offers were made
   */
  async passOnSeatsOf(session: LockedSession): Promise<number> {
    if (session.status !== 'published') return 0;
    const now = this.clock.now();
    await this.offers.expire(session, now);
    const deadline = whyClosed(session, now) ? null : offerDeadline(now, session.startsAt);
    if (!deadline) return 0;
    let made = 0;
    for await (const people of this.eligible(session, session.capacity - session.seatsTaken)) {
      await this.offers.make(people, session, now, deadline);
      made += people.length;
    }
    return made;
  }

  /** How many people of the list of a locked session could take a seat now, counted up to its free seats. */
  async countEligible(session: LockedSession): Promise<number> {
    let count = 0;
    for await (const people of this.eligible(session, session.capacity - session.seatsTaken)) count += people.length;
    return count;
  }

  /** The first people of the list who can take a seat now, in groups, as many as are wanted at most. */
  private async *eligible(session: LockedSession, wanted: number): AsyncGenerator<QueuedPerson[]> {
    let after: string | null = '0';
    while (after !== null && wanted > 0) {
      const step = Math.min(Math.max(wanted * 2, SMALLEST_STEP), LARGEST_STEP);
      const head: QueuedPerson[] = await this.queries.head(session.id, after, step);
      const chosen = await this.choose(head, session.id, wanted);
      if (chosen.length > 0) yield chosen;
      wanted -= chosen.length;
      after = head.length === step ? (head.at(-1)?.queueNo ?? null) : null;
    }
  }

  private async choose(head: readonly QueuedPerson[], sessionId: string, seats: number): Promise<QueuedPerson[]> {
    await this.lock.people(head.map(({ volunteerId }) => volunteerId));
    const { offered } = nextOffers(await this.queries.withReasons(sessionId, head), seats);
    return head.filter(({ enrolmentId }) => offered.includes(enrolmentId));
  }

  /**
   * Looks after every list where something is due: offers past their deadline, seats that came free for people who
   * could not take one before, and people who must be told that the list is closed. Each session on its own.
   */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    for (const sessionId of await this.queries.needingCare(now)) await this.passOn([sessionId]);
    await this.offers.tellClosed(await this.queries.waitingInVain(now));
  }
}
