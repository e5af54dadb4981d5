import fc from 'fast-check';
import { deskOfferDeadline } from './desk-offer.rules.js';
import { offerDeadline } from './waiting-list.rules.js';

const HOUR_MS = 3_600_000;
const now = new Date('2026-11-23T10:00:00Z');
const inHours = (hours: number): Date => new Date(now.getTime() + hours * HOUR_MS);

describe('an offer to somebody whom no mail reaches', () => {
  it('lasts three days', () => expect(deskOfferDeadline(now, inHours(240))).toEqual(inHours(72)));
  it('lasts two thirds of the time that is left', () =>
    expect(deskOfferDeadline(now, inHours(48))).toEqual(inHours(32)));
  it('lasts two hours on the day', () => expect(deskOfferDeadline(now, inHours(6))).toEqual(inHours(2)));
  it('is not made when it could not be answered', () => expect(deskOfferDeadline(now, inHours(1))).toBeNull());

  it('gives at least the time of an offer by mail, and ends with the start', () => {
    const anInstant = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 0, max: 2000 }), (at, hours) => {
        const startsAt = new Date(at.getTime() + hours * HOUR_MS);
        const byMail = offerDeadline(at, startsAt);
        const atDesk = deskOfferDeadline(at, startsAt);
        expect(atDesk === null).toBe(byMail === null);
        if (!byMail || !atDesk) return;
        expect(atDesk.getTime()).toBeGreaterThanOrEqual(byMail.getTime());
        expect(atDesk.getTime()).toBeLessThanOrEqual(startsAt.getTime());
      }),
    );
  });
});
