import { isSameAnswer, type OfferState, whyNotAnswer } from './offer.rules.js';

const now = new Date('2026-11-10T10:00:00Z');
const later = new Date('2026-11-11T10:00:00Z');
const open: OfferState = { deadlineAt: later, answer: null, sessionStatus: 'published', startsAt: later };

describe('answering an offer', () => {
  it('is possible until its deadline', () => expect(whyNotAnswer(open, now)).toBeNull());
  it.each([
    [{ deadlineAt: now }, 'OFFER_EXPIRED'],
    [{ answer: 'expired' as const }, 'OFFER_EXPIRED'],
    [{ answer: 'accepted' as const }, 'OFFER_ANSWERED'],
    [{ answer: 'declined' as const }, 'OFFER_ANSWERED'],
    [{ answer: 'withdrawn' as const }, 'OFFER_ANSWERED'],
    [{ sessionStatus: 'cancelled' as const }, 'SESSION_CANCELLED'],
    [{ startsAt: now }, 'SESSION_STARTED'],
  ])('not when %j', (change, reason) => expect(whyNotAnswer({ ...open, ...change }, now)).toBe(reason));
  it('a second time is the same answer only while it still holds', () => {
    expect(isSameAnswer({ ...open, answer: 'accepted' }, true, 'enrolled')).toBe(true);
    expect(isSameAnswer({ ...open, answer: 'accepted' }, true, 'cancelled')).toBe(false);
    expect(isSameAnswer({ ...open, answer: 'declined' }, false, 'declined')).toBe(true);
    expect(isSameAnswer({ ...open, answer: 'declined' }, true, 'declined')).toBe(false);
  });
});
