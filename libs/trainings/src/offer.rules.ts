import type { EnrolmentStatus } from './enrolment.rules.js';
import type { SessionStatus } from './session.rules.js';

/** How an offer ended. `withdrawn`: she left the list, or the seat was taken from it. */
export type OfferAnswer = 'accepted' | 'declined' | 'expired' | 'withdrawn';

/** Why an offer cannot be answered. */
export const OFFER_REFUSALS = [
  'OFFER_EXPIRED',
  'OFFER_ANSWERED',
  'SESSION_STARTED',
  'SESSION_CANCELLED',
  'LINK_INVALID',
] as const;
export type OfferRefusal = (typeof OFFER_REFUSALS)[number];

/** What the rule needs to know of an offer. */
export interface OfferState {
  deadlineAt: Date;
  answer: OfferAnswer | null;
  sessionStatus: SessionStatus;
  startsAt: Date;
}

/** Why an offer can no longer be answered, or null. What has been answered stays answered, whatever came after. */
export function whyNotAnswer(offer: OfferState, now: Date): OfferRefusal | null {
  if (offer.answer === 'expired') return 'OFFER_EXPIRED';
  if (offer.answer !== null) return 'OFFER_ANSWERED';
  if (offer.sessionStatus !== 'published') return 'SESSION_CANCELLED';
  if (offer.startsAt <= now) return 'SESSION_STARTED';
  return offer.deadlineAt <= now ? 'OFFER_EXPIRED' : null;
}

/** Whether the same answer is given a second time: a second tap, to be told what the first one did. */
export function isSameAnswer(offer: OfferState, accept: boolean, status: EnrolmentStatus): boolean {
  return accept
    ? offer.answer === 'accepted' && status === 'enrolled'
    : offer.answer === 'declined' && status === 'declined';
}
