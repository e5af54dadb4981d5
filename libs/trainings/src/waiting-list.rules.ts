import { type Network, nextAllowedHour, parisDay } from '#platform/kernel';
import type { EnrolmentRefusal } from './enrolment.rules.js';
import type { PassingOverReason } from './pair.rules.js';
import { type Pool, POOLS, type PoolSeats, poolsFor, poolsForPair, totalOf, without } from './seat-pools.rules.js';

const HOUR_MS = 3_600_000;

/** Nobody has to answer faster than this. */
export const SHORTEST_OFFER_HOURS = 2;
const LONGEST_OFFER_HOURS = 24;
/** A shortened deadline does not pass while people sleep (hours of Paris). */
const NIGHT = { from: 22, until: 8 };

/** From when no offer can be made any more and free seats go to who stands at the door. */
export function listClosesAt(startsAt: Date): Date {
  return new Date(startsAt.getTime() - SHORTEST_OFFER_HOURS * HOUR_MS);
}

/**
 * Until when an offer made now must be answered, or null if none may be made.
 *
 * It lasts 24 h; when the session is near, half of the time that is left; on the day itself 2 h. A shortened deadline
 * that falls into the night moves to the morning. It is never after the start, and less than 2 h before it there are
 * no offers.
 */
export function offerDeadline(now: Date, startsAt: Date): Date | null {
  const left = startsAt.getTime() - now.getTime();
  if (left < SHORTEST_OFFER_HOURS * HOUR_MS) return null;
  const longest = LONGEST_OFFER_HOURS * HOUR_MS;
  const onTheDay = parisDay(now) === parisDay(startsAt);
  const lasts = onTheDay ? SHORTEST_OFFER_HOURS * HOUR_MS : Math.max(left / 2, SHORTEST_OFFER_HOURS * HOUR_MS);
  if (lasts >= longest) return new Date(now.getTime() + longest);
  const awake = nextAllowedHour(new Date(now.getTime() + lasts), NIGHT.from, NIGHT.until);
  return new Date(Math.min(awake.getTime(), now.getTime() + longest, startsAt.getTime()));
}

/** Somebody of the waiting list. */
export interface Waiting {
  enrolmentId: string;
  /** Why she could not take a seat now, or null. */
  whyNot: EnrolmentRefusal | null;
  /** Networks that she is in; they count where seats are kept for networks. */
  networks: readonly Network[];
  /** Set for two people who come together and both wait; they stand next to each other in the queue. */
  pairId: string | null;
}

/** Somebody whom a seat is offered to, and where it is from. */
export interface Offered {
  enrolmentId: string;
  pool: Pool;
}

/** A pair that waits on although a seat was free that one of them might have had. */
export interface BlockedPair {
  pairId: string;
  reason: PassingOverReason;
}

/** That somebody behind a pair was served before it. */
export interface PassedOver extends BlockedPair {
  enrolmentId: string;
}

/** Whom the free seats are offered to, and what is left then. */
export interface Offering {
  offered: Offered[];
  passedOver: PassedOver[];
  left: PoolSeats;
  /** Pairs that everybody served from now on passes by. */
  blocked: BlockedPair[];
}

/**
 * Shares free seats out over the waiting list, in its order. Each gets the seat that `poolsFor` says; who could not take
 * one now, or is in no network that has one left, keeps her place and is passed by for the time being. Two who come
 * together get two seats or none; who is served behind them is noted with the reason.
 *
 * @param queue the list in the order of arrival, or a part of it that does not end between two of a pair
 * @param left seats that are free
 * @param blocked pairs in front of this part that could not be served
 */
export function nextOffers(queue: readonly Waiting[], left: PoolSeats, blocked: readonly BlockedPair[] = []): Offering {
  const offering: Offering = { offered: [], passedOver: [], left, blocked: [...blocked] };
  for (const [i, person] of queue.entries()) {
    if (totalOf(offering.left) === 0) break;
    const mate = mateOf(queue, i);
    if (mate === 'before') continue;
    if (mate) servePair(person, mate, offering);
    else if (!person.whyNot) serve(person, poolsFor(person.networks, offering.left)[0], offering);
  }
  return offering;
}

/** The other one of a pair: the next in the queue; `before` if she was looked at already. */
function mateOf(queue: readonly Waiting[], i: number): Waiting | 'before' | null {
  const pairId = queue[i]?.pairId;
  if (!pairId) return null;
  if (queue[i - 1]?.pairId === pairId) return 'before';
  const next = queue[i + 1];
  return next?.pairId === pairId ? next : null;
}

function serve({ enrolmentId }: Waiting, pool: Pool | undefined, offering: Offering): void {
  if (!pool) return;
  offering.left = without(offering.left, pool);
  offering.offered.push({ enrolmentId, pool });
  offering.passedOver.push(...offering.blocked.map((pair) => ({ ...pair, enrolmentId })));
}

function servePair(first: Waiting, second: Waiting, offering: Offering): void {
  const { left, blocked } = offering;
  const pools = first.whyNot || second.whyNot ? null : poolsForPair(first.networks, second.networks, left);
  if (pools) {
    serve(first, pools[0], offering);
    serve(second, pools[1], offering);
    return;
  }
  const reachable = POOLS.filter((pool) =>
    [first, second].some(({ networks }) => poolsFor(networks, left).includes(pool)),
  );
  const seats = reachable.reduce((sum, pool) => sum + left[pool], 0);
  // Nobody goes past them when the seats are for others anyway.
  if (seats === 0 || !first.pairId) return;
  const reason = first.whyNot || second.whyNot ? 'ONE_CANNOT' : seats === 1 ? 'ONE_SEAT' : 'NOT_FOR_BOTH';
  blocked.push({ pairId: first.pairId, reason });
}

/** What became of the waiting list of a session that is over. */
export interface PastSession {
  /** How many people of the list were offered a seat. */
  seatsFreed: number;
  /** Everybody on it was offered one, so more seats may have come free than people waited. */
  emptied: boolean;
}

/** Fewest past sessions that an estimate may rest on. */
export const FEWEST_PAST_SESSIONS = 5;

/**
 * How likely somebody at that rank is offered a seat: the share of past sessions where it happened to that rank. A list
 * that ran empty before the rank says nothing about it and does not count. Null when fewer than 5 sessions are left:
 * we do not guess.
 */
export function chances(rank: number, past: readonly PastSession[]): { percent: number; pastSessions: number } | null {
  const telling = past.filter((session) => session.seatsFreed >= rank || !session.emptied);
  if (telling.length < FEWEST_PAST_SESSIONS) return null;
  const reached = telling.filter((session) => session.seatsFreed >= rank).length;
  return { percent: Math.round((100 * reached) / telling.length), pastSessions: telling.length };
}
