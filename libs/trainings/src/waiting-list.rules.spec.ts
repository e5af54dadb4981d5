import fc from 'fast-check';
import { atParis, plusParisDays } from '#platform/kernel';
import { poolsFor } from './seat-pools.rules.js';
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

const open = (seats: number) => ({ solidarity: 0, climate: 0, open: seats });

describe('sharing free seats out', () => {
  const one = (enrolmentId: string, more: Partial<Waiting> = {}): Waiting => ({
    enrolmentId,
    whyNot: null,
    networks: [],
    pairId: null,
    ...more,
  });
  const [anna, cleo, dina] = [one('anna'), one('cleo'), one('dina')];
  const busy = one('busy', { whyNot: 'OVERLAP_NOT_CONFIRMED' });
  const pair = (a: Partial<Waiting> = {}, b: Partial<Waiting> = {}): Waiting[] => [
    one('eve', { pairId: 'pair', ...a }),
    one('fay', { pairId: 'pair', ...b }),
  ];
  const served = (...args: Parameters<typeof nextOffers>) => nextOffers(...args).offered.map((o) => o.enrolmentId);

  it('serves the first, not the last', () => expect(served([anna, cleo, dina], open(1))).toEqual(['anna']));
  it('passes by whom something keeps away', () => expect(served([busy, anna, cleo], open(1))).toEqual(['anna']));
  it('offers nothing without a free seat', () => expect(served([anna], open(0))).toEqual([]));
  it('offers never more seats than are free, always to the first who can', () => {
    const queue = fc.array(fc.record({ enrolmentId: fc.uuid(), whyNot: fc.constantFrom(null, 'TOO_YOUNG' as const) }));
    fc.assert(
      fc.property(queue, fc.nat(10), (people, free) => {
        const waiting = people.map(({ enrolmentId, whyNot }) => one(enrolmentId, { whyNot }));
        const able = waiting.filter((w) => !w.whyNot).map((w) => w.enrolmentId);
        expect(served(waiting, open(free))).toEqual(able.slice(0, free));
      }),
    );
  });

  it('gives seats of a network to the first of that network, and open ones to the first of all', () => {
    const queue = [one('a'), one('b', { networks: ['climate'] }), one('c', { networks: ['solidarity'] }), one('d')];
    expect(nextOffers(queue, { solidarity: 1, climate: 0, open: 1 }).offered).toEqual([
      { enrolmentId: 'a', pool: 'open' },
      { enrolmentId: 'c', pool: 'solidarity' },
    ]);
  });

  it('serves two together', () => expect(served([...pair(), anna], open(2))).toEqual(['eve', 'fay']));
  it('passes two by for whom there is one seat, and notes for whom', () =>
    expect(nextOffers([...pair(), anna, cleo], open(1))).toMatchObject({
      offered: [{ enrolmentId: 'anna' }],
      passedOver: [{ pairId: 'pair', reason: 'ONE_SEAT', enrolmentId: 'anna' }],
    }));
  it('notes nothing when nobody stands behind them', () =>
    expect(nextOffers([anna, ...pair()], open(2))).toMatchObject({
      passedOver: [],
      blocked: [{ pairId: 'pair', reason: 'ONE_SEAT' }],
    }));
  it.each([
    ['one of them cannot come now', pair({}, { whyNot: 'OVERLAP_NOT_CONFIRMED' }), open(2), 'ONE_CANNOT'],
    [
      'the seats are of a network that only one is in',
      pair({ networks: ['climate'] }),
      { solidarity: 0, climate: 2, open: 0 },
      'NOT_FOR_BOTH',
    ],
  ])('passes them by when %s', (_, two, left, reason) => {
    const behind = one('gina', { networks: ['climate'] });
    expect(nextOffers([...two, behind], left).passedOver).toEqual([{ pairId: 'pair', reason, enrolmentId: 'gina' }]);
  });
  it('does not call it passing over when the seats are for another network altogether', () =>
    expect(
      nextOffers([...pair(), one('gina', { networks: ['climate'] })], { solidarity: 0, climate: 1, open: 0 }),
    ).toMatchObject({ offered: [{ enrolmentId: 'gina', pool: 'climate' }], passedOver: [] }));
  it('remembers those in front when the list is read in parts', () => {
    const { left, blocked } = nextOffers(pair(), open(1));
    expect(nextOffers([anna], left, blocked).passedOver).toHaveLength(1);
  });

  it('never gives a seat twice, parts a pair, or serves somebody before whom one in front could be', () => {
    const networks = fc.subarray(['solidarity', 'climate'] as const);
    const group = fc.record({ size: fc.constantFrom(1, 2), able: fc.boolean(), a: networks, b: networks });
    const seats = fc.record({ solidarity: fc.nat(3), climate: fc.nat(3), open: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 8 }), seats, (groups, left) => {
        const queue = groups.flatMap(({ size, able, a, b }, i): Waiting[] => {
          const whyNot = able ? null : ('TOO_YOUNG' as const);
          if (size === 1) return [one(`s${i}`, { whyNot, networks: a })];
          return [
            one(`p${i}a`, { whyNot, networks: a, pairId: `p${i}` }),
            one(`p${i}b`, { networks: b, pairId: `p${i}` }),
          ];
        });
        const { offered, left: rest } = nextOffers(queue, left);
        const names = new Set(offered.map((o) => o.enrolmentId));
        expect(names.size).toBe(offered.length);
        for (const pool of ['solidarity', 'climate', 'open'] as const) {
          expect(rest[pool]).toBe(left[pool] - offered.filter((o) => o.pool === pool).length);
          expect(rest[pool]).toBeGreaterThanOrEqual(0);
        }
        groups.forEach(({ size }, i) => {
          if (size === 2) expect(names.has(`p${i}a`)).toBe(names.has(`p${i}b`));
        });
        // What is left at the end suits nobody who was left out.
        for (const person of queue)
          if (!person.pairId && !person.whyNot && !names.has(person.enrolmentId))
            expect(poolsFor(person.networks, rest)).toEqual([]);
      }),
      { numRuns: 500 },
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
