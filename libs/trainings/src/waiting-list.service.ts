import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import { whyClosed } from './enrolment.rules.js';
import { SeatOffers } from './seat-offers.js';
import { type LockedSession, seatsLeft } from './locked-session.js';
import { SessionLock } from './session-lock.js';
import { type PoolSeats, totalOf } from './seat-pools.rules.js';
import { SeatPools } from './seat-pools.service.js';
import { type QueuedPerson, WaitingListQueries } from './waiting-list.queries.js';
import { type BlockedPair, nextOffers, type Offering, offerDeadline } from './waiting-list.rules.js';

/** What a part of the list gets of the free seats. */
interface Served extends Offering {
  people: QueuedPerson[];
}

/** What is left of the free seats for who comes now, after everybody who waits and could take one. */
export interface LeftOver {
  left: PoolSeats;
  /** Pairs that wait on because the seats do not suit both of them. */
  blocked: readonly BlockedPair[];
}

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
    private readonly pools: SeatPools,
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
    await this.pools.release(session);
    const deadline = whyClosed(session, now) ? null : offerDeadline(now, session.startsAt);
    if (!deadline) return 0;
    let made = 0;
    for await (const { people, offered, passedOver } of this.serve(session)) {
      const seats = offered.flatMap(({ enrolmentId, pool }) => {
        const person = people.find((one) => one.enrolmentId === enrolmentId);
        return person ? { ...person, pool } : [];
      });
      await this.offers.make({ seats, passedOver }, session, now, deadline);
      made += seats.length;
    }
    return made;
  }

  /** What the list of a locked session leaves of its free seats for somebody who comes now. */
  async leftOver(session: LockedSession): Promise<LeftOver> {
    let rest: LeftOver = { left: seatsLeft(session), blocked: [] };
    for await (const { left, blocked } of this.serve(session)) rest = { left, blocked };
    return rest;
  }

  /** Shares the free seats out over the list, part by part, until none is left or the list ends. */
  private async *serve(session: LockedSession): AsyncGenerator<Served> {
    let left = seatsLeft(session);
    let blocked: BlockedPair[] = [];
    let after: string | null = '0';
    while (after !== null && totalOf(left) > 0) {
      const step = Math.min(Math.max(totalOf(left) * 2, SMALLEST_STEP), LARGEST_STEP);
      const { people, next } = await this.queries.head(session.id, after, step, left);
      await this.lock.people(people.map(({ volunteerId }) => volunteerId));
      const offering = nextOffers(await this.queries.withReasons(session.id, people), left, blocked);
      ({ left, blocked } = offering);
      yield { ...offering, people };
      after = next;
    }
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
