import { Injectable } from '@nestjs/common';
import { EligibilityQueries, type PersonFacts } from './eligibility.queries.js';
import type { EnrolRequest } from './enrolment-wish.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import type { EnrolmentView } from './enrolment.types.js';
import { freeSeats, type LockedSession, seatsLeft } from './locked-session.js';
import { SessionLock } from './session-lock.js';
import { type LeftOver, WaitingList } from './waiting-list.service.js';

/** What is left of a session while the wishes of a batch are granted one after the other. */
export interface Room extends LeftOver {
  session: LockedSession;
  waitingCount: number;
}

/** One wish with all that is known about it. */
export interface KnownWish {
  request: EnrolRequest;
  person: PersonFacts;
  /** Null if there is no such session. */
  room: Room | null;
  /** The booking that the same tap made before. */
  before: EnrolmentView | null;
}

/** What must be known to grant wishes, read under the locks that keep it true until the transaction ends. */
@Injectable()
export class EnrolmentFacts {
  constructor(
    private readonly lock: SessionLock,
    private readonly eligibility: EligibilityQueries,
    private readonly queries: EnrolmentQueries,
    private readonly waitingList: WaitingList,
  ) {}

  /** Locks the sessions and the people, and answers each wish with its facts, in the same order. */
  async of(requests: readonly EnrolRequest[]): Promise<KnownWish[]> {
    const sessions = await this.lock.sessions(requests.map(({ sessionId }) => sessionId));
    await this.lock.people(requests.map(({ volunteerId }) => volunteerId));
    const facts = await this.factsAfterPassingOn(sessions, requests);
    const rooms = await this.roomsOf(sessions, requests, facts);
    const repeated = await this.repeatedOf(facts);
    return requests.flatMap((request, i) => {
      const person = facts[i];
      if (!person) return [];
      const before = repeated.get(person.sameTapId ?? '') ?? null;
      return [{ request, person, before, room: rooms.get(request.sessionId) ?? null }];
    });
  }

  /** Seats that came free before go to who waits already; the facts are those after that. */
  private async factsAfterPassingOn(
    sessions: Map<string, LockedSession>,
    requests: readonly EnrolRequest[],
  ): Promise<PersonFacts[]> {
    const facts = await this.eligibility.of(requests);
    let offered = 0;
    for (const [sessionId, waitingCount] of waitingCounts(requests, facts)) {
      const session = sessions.get(sessionId);
      if (session && waitingCount > 0 && freeSeats(session) > 0)
        offered += await this.waitingList.passOnSeatsOf(session);
    }
    return offered > 0 ? this.eligibility.of(requests) : facts;
  }

  private async roomsOf(
    sessions: Map<string, LockedSession>,
    requests: readonly EnrolRequest[],
    facts: readonly PersonFacts[],
  ): Promise<Map<string, Room>> {
    const rooms = new Map<string, Room>();
    for (const [sessionId, waitingCount] of waitingCounts(requests, facts)) {
      const session = sessions.get(sessionId);
      if (!session) continue;
      const contested = waitingCount > 0 && freeSeats(session) > 0;
      const rest = contested ? await this.waitingList.leftOver(session) : { left: seatsLeft(session), blocked: [] };
      rooms.set(sessionId, { ...rest, session, waitingCount });
    }
    return rooms;
  }

  private async repeatedOf(facts: readonly PersonFacts[]): Promise<Map<string, EnrolmentView>> {
    const ids = facts.flatMap(({ sameTapId }) => sameTapId ?? []);
    return ids.length > 0 ? this.queries.byIds(ids) : new Map<string, EnrolmentView>();
  }
}

/** Length of the waiting list of each session that is asked for. */
function waitingCounts(requests: readonly EnrolRequest[], facts: readonly PersonFacts[]): Map<string, number> {
  return new Map(requests.map(({ sessionId }, i) => [sessionId, facts[i]?.waitingCount ?? 0]));
}
