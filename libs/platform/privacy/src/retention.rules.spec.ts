import fc from 'fast-check';
import { limitOf } from './retention.rules.js';

const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

describe('limitOf', () => {
  it('counts months of the calendar, also from the last days of a long one', () => {
    expect(limitOf(new Date('2028-02-29T03:00:00Z'), { months: 12 })).toEqual(new Date('2027-02-28T03:00:00Z'));
    expect(limitOf(new Date('2027-03-31T03:00:00Z'), { months: 1 })).toEqual(new Date('2027-02-28T03:00:00Z'));
    expect(limitOf(new Date('2027-01-15T03:00:00Z'), { months: 24 })).toEqual(new Date('2025-01-15T03:00:00Z'));
  });

  it('never lets go earlier than asked for and at most a day later', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 120 }), (now, months) => {
        const limit = limitOf(now, { months });
        const monthsBetween =
          (now.getUTCFullYear() - limit.getUTCFullYear()) * 12 + now.getUTCMonth() - limit.getUTCMonth();
        expect(monthsBetween).toBe(months);
        expect(limit.getUTCDate()).toBeLessThanOrEqual(now.getUTCDate());
      }),
    );
  });

  it('only moves forward with the clock', () => {
    fc.assert(
      fc.property(instants, fc.nat(400), fc.integer({ min: 1, max: 120 }), (now, days, months) => {
        const later = new Date(now.getTime() + days * 86_400_000);
        expect(limitOf(later, { months }).getTime()).toBeGreaterThanOrEqual(limitOf(now, { months }).getTime());
        expect(limitOf(later, { days: months })).toEqual(new Date(later.getTime() - months * 86_400_000));
      }),
    );
  });
});
