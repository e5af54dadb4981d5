import fc from 'fast-check';
import { atParis, plusParisDays } from '#platform/kernel';
import { chances, listClosesAt, nextOffers, offerDeadline, type Waiting } from './waiting-list.rules.js';

const hours = (n: number): number => n * 3_600_000;

describe('the deadline of an offer', () => {
  const start = atParis('2026-11-20', '18:30');
  it.each([
    ['ten days before', '2026-11-10 14:00', '2026-11-11 14:00'],
    ['two days before', '2026-11-18 18:30', '2026-11-19 18:30'],
    ['the day before: half of the time left', '2026-11-19 10:30', '2026-11-20 08:00'],
    ['in the morning of the day', '2026-11-20 09:00', '2026-11-20 11:00'],
    ['in the night before: not while she sleeps', '2026-11-20 01:00', '2026-11-20 08:00'],
    ['at the very last moment', '2026-11-20 16:30', '2026-11-20 18:30'],
  ])('%s', (_, at, until) => {
    const [day = '', time = ''] = at.split(' ');
    const [untilDay = '', untilTime = ''] = until.split(' ');
    expect(offerDeadline(atParis(day, time), start)).toEqual(atParis(untilDay, untilTime));
  });
  it('does not exist less than two hours before the start, nor after it', () => {
    expect(offerDeadline(atParis('2026-11-20', '16:31'), start)).toBeNull();
    expect(offerDeadline(atParis('2026-11-20', '19:00'), start)).toBeNull();
    expect(listClosesAt(start)).toEqual(atParis('2026-11-20', '16:30'));
  });
  it('moves with the clock on both switch days of 2026', () => {
    for (const [day, lastDay] of [
      ['2026-03-29', '2026-03-27'],
      ['2026-10-25', '2026-10-23'],
    ] as const) {
      const startsAt = atParis(day, '10:00');
      expect(offerDeadline(atParis(day, '07:30'), startsAt)).toEqual(atParis(day, '09:30'));
      expect(offerDeadline(atParis(lastDay, '07:30'), startsAt)).toEqual(atParis(plusDay(lastDay), '07:30'));
    }
  });
  it('always leaves two hours, at most a day, and ends by the start', () => {
    const anyStart = fc.date({ min: new Date('2018-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(anyStart, fc.integer({ min: -hours(10), max: hours(24 * 30) }), (startsAt, before) => {
        const now = new Date(startsAt.getTime() - before);
        const deadline = offerDeadline(now, startsAt);
        if (before < hours(2)) return deadline === null;
        if (deadline === null) return false;
        const lasts = deadline.getTime() - now.getTime();
        return lasts >= hours(2) && lasts <= hours(24) && deadline <= startsAt;
      }),
      { numRuns: 1000 },
    );
  });
});

const plusDay = (day: string): string => plusParisDays(atParis(day, '12:00'), 1).toISOString().slice(0, 10);

describe('sharing free seats out', () => {
  const anna: Waiting = { enrolmentId: 'anna', whyNot: null };
  const busy: Waiting = { enrolmentId: 'busy', whyNot: 'OVERLAP_NOT_CONFIRMED' };
  const cleo: Waiting = { enrolmentId: 'cleo', whyNot: null };
  const dina: Waiting = { enrolmentId: 'dina', whyNot: null };

  it('serves the first, not the last', () => expect(nextOffers([anna, cleo, dina], 1).offered).toEqual(['anna']));
  it('passes by whom something keeps away, and says what', () =>
    expect(nextOffers([busy, anna, cleo], 1)).toEqual({
      offered: ['anna'],
      skipped: [{ enrolmentId: 'busy', reason: 'OVERLAP_NOT_CONFIRMED' }],
    }));
  it('offers nothing without a free seat', () => expect(nextOffers([anna], 0).offered).toEqual([]));
  it('offers never more seats than are free, always to the first who can', () => {
    const queue = fc.array(fc.record({ enrolmentId: fc.uuid(), whyNot: fc.constantFrom(null, 'TOO_YOUNG' as const) }));
    fc.assert(
      fc.property(queue, fc.nat(10), (waiting, free) => {
        const able = waiting.filter((w) => !w.whyNot).map((w) => w.enrolmentId);
        expect(nextOffers(waiting, free).offered).toEqual(able.slice(0, free));
      }),
    );
  });
});

describe('chances', () => {
  const past = (...freed: number[]) => freed.map((seatsFreed) => ({ seatsFreed, emptied: false }));
  it('are the share of past sessions that reached the rank', () =>
    expect(chances(3, past(0, 1, 3, 4, 5))).toEqual({ percent: 60, pastSessions: 5 }));
  it('are not guessed from four sessions', () => expect(chances(1, past(1, 1, 1, 1))).toBeNull());
  it('do not count a list that ran empty before the rank', () =>
    expect(chances(3, [...past(3, 3, 0, 0, 0), { seatsFreed: 1, emptied: true }])).toEqual({
      percent: 40,
      pastSessions: 5,
    }));
  it('never grow with the rank when no list ran empty', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { minLength: 5, maxLength: 30 }),
        fc.integer({ min: 1, max: 20 }),
        (freed, r) => {
          const at = (rank: number): number => chances(rank, past(...freed))?.percent ?? -1;
          return at(r) >= at(r + 1);
        },
      ),
    );
  });
});
