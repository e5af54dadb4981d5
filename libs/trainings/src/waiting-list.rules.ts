import { nextAllowedHour, parisDay } from '#platform/kernel';
import type { EnrolmentRefusal } from './enrolment.rules.js';

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
}

/** Whom the free seats are offered to, and whom they pass by for the time being, with the reason. */
export interface Offering {
  offered: string[];
  skipped: { enrolmentId: string; reason: EnrolmentRefusal }[];
}

/**
 * Shares free seats out over the waiting list.
 * @param queue the list in the order of arrival, or its head
 */
export function nextOffers(queue: readonly Waiting[], freeSeats: number): Offering {
  const offering: Offering = { offered: [], skipped: [] };
  for (const { enrolmentId, whyNot } of queue) {
    if (offering.offered.length >= freeSeats) break;
    if (whyNot) offering.skipped.push({ enrolmentId, reason: whyNot });
    else offering.offered.push(enrolmentId);
  }
  return offering;
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
