import type { SessionStatus } from './session.rules.js';

export const ENROLMENT_STATUSES = [
  'waiting',
  'offered',
  'enrolled',
  'cancelled',
  'declined',
  'expired',
  'removed',
] as const;
export type EnrolmentStatus = (typeof ENROLMENT_STATUSES)[number];

/** Whether somebody with that status holds, is offered or awaits a seat. */
export function isActive(status: EnrolmentStatus): boolean {
  return status === 'waiting' || status === 'offered' || status === 'enrolled';
}

/** Why somebody may not enrol: the closed list that the mutation, the button and the tests share. */
export const ENROLMENT_REFUSALS = [
  'SESSION_CANCELLED',
  'SESSION_NOT_PUBLISHED',
  'SESSION_STARTED',
  'NOT_YET_OPEN',
  'ENROLMENT_CLOSED',
  'ALREADY_ENROLLED',
  'TOO_YOUNG',
  'MISSING_PREREQUISITE',
  'MISSING_QUALIFICATION',
  'OVERLAP_NOT_CONFIRMED',
  'PROFILE_MISSING',
] as const;
export type EnrolmentRefusal = (typeof ENROLMENT_REFUSALS)[number];

/** What the rules need to know of a session. */
export interface SessionState {
  status: SessionStatus;
  enrolmentOpensAt: Date;
  enrolmentClosesAt: Date;
  startsAt: Date;
}

/** What the rules need to know of a person with regard to one session. */
export interface PersonState {
  /** Has a volunteer profile. */
  hasProfile: boolean;
  /** Reaches the course's minimum age in the year of the session; null if her year of birth is not known. */
  oldEnough: boolean | null;
  /** How many required courses she has not attended. */
  missingCount: number;
  /** Lacks a qualification that she must have on the first day of the session. */
  unqualified: boolean;
  /** Waits for, is offered or holds a seat in this very session. */
  activeHere: boolean;
  /** Holds or is offered a seat in another session at the same time. */
  overlaps: boolean;
}

/** How somebody asks for a seat. */
export interface Asking {
  /** She was told of the overlap and wants the seat all the same. */
  confirmOverlap: boolean;
  /** Coordinators book for people before enrolment opens and after it closes. */
  byStaff: boolean;
}

/** Why nobody at all may enrol in a session now, or null. */
export function whyClosed(session: SessionState, now: Date): EnrolmentRefusal | null {
  if (session.status === 'cancelled') return 'SESSION_CANCELLED';
  if (session.status !== 'published') return 'SESSION_NOT_PUBLISHED';
  if (session.startsAt <= now) return 'SESSION_STARTED';
  return null;
}

function whyNotNow(session: SessionState, now: Date): EnrolmentRefusal | null {
  if (now < session.enrolmentOpensAt) return 'NOT_YET_OPEN';
  if (now >= session.enrolmentClosesAt) return 'ENROLMENT_CLOSED';
  return null;
}

/**
 * Why a person may not hold a seat of a session, whenever she asks, or null. An overlap is not forgiven here.
 * @param person undefined for somebody who is not known
 */
export function whyNotEligible(person: PersonState | undefined): EnrolmentRefusal | null {
  if (!person?.hasProfile || person.oldEnough === null) return 'PROFILE_MISSING';
  if (!person.oldEnough) return 'TOO_YOUNG';
  if (person.missingCount > 0) return 'MISSING_PREREQUISITE';
  if (person.unqualified) return 'MISSING_QUALIFICATION';
  return person.overlaps ? 'OVERLAP_NOT_CONFIRMED' : null;
}

/**
 * Why a person may not enrol in a session now, or null. A full session is no reason: then she waits.
 * The first reason that holds is given, from those nobody can change to those she can.
 */
export function whyNotEnrol(
  session: SessionState,
  person: PersonState,
  asking: Asking,
  now: Date,
): EnrolmentRefusal | null {
  const closed = whyClosed(session, now);
  if (closed) return closed;
  if (person.activeHere) return 'ALREADY_ENROLLED';
  return (
    (asking.byStaff ? null : whyNotNow(session, now)) ??
    whyNotEligible({ ...person, overlaps: person.overlaps && !asking.confirmOverlap })
  );
}

/** Why a booking cannot be cancelled. */
export const CANCEL_REFUSALS = ['NOT_ACTIVE', 'SESSION_STARTED'] as const;
export type CancelRefusal = (typeof CANCEL_REFUSALS)[number];

/** Why a booking or a place in the queue may not be given up now, or null. */
export function whyNotCancel(status: EnrolmentStatus, startsAt: Date, now: Date): CancelRefusal | null {
  if (!isActive(status)) return 'NOT_ACTIVE';
  return startsAt <= now ? 'SESSION_STARTED' : null;
}
