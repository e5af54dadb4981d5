import fc from 'fast-check';
import {
  advise,
  beliefsFrom,
  chanceOfRoom,
  type Circumstances,
  comparable,
  type PastShow,
  whyNotOverbook,
} from './overbooking.rules.js';

const past = fc.array(
  fc.integer({ min: 1, max: 40 }).chain((booked) => fc.record({ booked: fc.constant(booked), came: fc.nat(booked) })),
  { minLength: 5, maxLength: 12 },
);

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A draw from the gamma distribution (Marsaglia and Tsang), for beta draws that owe nothing to the code under test. */
function gamma(shape: number, random: () => number): number {
  if (shape < 1) return gamma(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(random()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** The same chance by drawing lots: a belief by its weight, a share of people who come, each of them by it. */
function simulated(shows: readonly PastShow[], seats: number, bookings: number, rounds: number): number {
  const random = seeded(20261127);
  const beliefs = beliefsFrom(shows);
  let fits = 0;
  for (let round = 0; round < rounds; round++) {
    let lot = random();
    const { alpha, beta } = beliefs.find(({ weight }) => (lot -= weight) <= 0) ?? beliefs[0]!;
    const a = gamma(alpha, random);
    const share = a / (a + gamma(beta, random));
    let come = 0;
    for (let i = 0; i < bookings; i++) if (random() < share) come++;
    if (come <= seats) fits++;
  }
  return fits / rounds;
}

const times = (n: number, booked: number, came: number): PastShow[] =>
  Array.from({ length: n }, () => ({ booked, came }));

describe('how many bookings to accept', () => {
  it('is not guessed from four sessions', () => expect(advise(30, null, times(4, 30, 20))).toBe('TOO_FEW_SESSIONS'));
  it('is the seats of the room when everybody comes', () =>
    expect(advise(30, null, times(12, 30, 30))).toBe('NOTHING_TO_GAIN'));
  it('is more than the seats when a quarter stays away, and more so the more sessions tell', () => {
    const [few, many] = [advise(30, null, times(5, 30, 22)), advise(30, null, times(30, 30, 22))];
    if (typeof few === 'string' || typeof many === 'string') throw new Error('No advice');
    expect(few.seats).toBeGreaterThan(30);
    expect(many.seats).toBeGreaterThan(few.seats);
    expect(many).toMatchObject({ showPercent: 73, pastSessions: 30 });
    expect(many.chance).toBeGreaterThanOrEqual(95);
  });
  it('is careful when sessions differ much, though as many stayed away in all', () => {
    const [even, uneven] = [times(10, 30, 20), [...times(5, 30, 10), ...times(5, 30, 30)]];
    const seatsOf = (shows: PastShow[]): number => {
      const advice = advise(30, null, shows);
      return typeof advice === 'string' ? 30 : advice.seats;
    };
    expect(seatsOf(uneven)).toBeLessThan(seatsOf(even));
  });
  it('is never above what the law lets in', () => {
    expect(advise(30, 32, times(30, 30, 15))).toMatchObject({ seats: 32 });
    expect(advise(30, 30, times(30, 30, 15))).toBe('NOTHING_TO_GAIN');
    expect(advise(30, null, times(30, 30, 1))).toMatchObject({ seats: 45 });
  });
  it('is never below the room, keeps its promise, and could not be one more', () => {
    fc.assert(
      fc.property(past, fc.integer({ min: 1, max: 60 }), (shows, room) => {
        const advice = advise(room, null, shows);
        if (typeof advice === 'string') return;
        const beliefs = beliefsFrom(shows);
        expect(advice.seats).toBeGreaterThan(room);
        expect(chanceOfRoom(beliefs, room, advice.seats)).toBeGreaterThanOrEqual(0.95);
        if (advice.seats < Math.floor(room * 1.5))
          expect(chanceOfRoom(beliefs, room, advice.seats + 1)).toBeLessThan(0.95);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the chance that the room is large enough', () => {
  it('never grows with the bookings, never shrinks with the seats, and is certain when all have one', () => {
    fc.assert(
      fc.property(past, fc.integer({ min: 1, max: 50 }), fc.nat(30), (shows, seats, more) => {
        const beliefs = beliefsFrom(shows);
        const chance = chanceOfRoom(beliefs, seats, seats + more);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(chanceOfRoom(beliefs, seats, seats + more + 1)).toBeLessThanOrEqual(chance + 1e-9);
        expect(chanceOfRoom(beliefs, seats + 1, seats + more)).toBeGreaterThanOrEqual(chance - 1e-9);
        expect(chanceOfRoom(beliefs, seats, seats)).toBe(1);
      }),
      { numRuns: 30 },
    );
  });
  it('has beliefs that weigh one in all', () => {
    fc.assert(
      fc.property(past, (shows) => {
        expect(beliefsFrom(shows).reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
      }),
      { numRuns: 20 },
    );
  });
  it.each([
    ['even sessions', times(8, 30, 23), 30, 37],
    ['uneven sessions', [...times(4, 20, 8), ...times(4, 20, 19)], 20, 26],
    ['few of a small room', times(5, 8, 6), 8, 10],
    ['hardly anybody stays away', times(10, 25, 24), 25, 27],
  ])('is what drawing lots 20,000 times says: %s', (_, shows, seats, bookings) => {
    const exact = chanceOfRoom(beliefsFrom(shows), seats, bookings);
    // Five standard deviations of the lots; they are always the same ones.
    expect(Math.abs(simulated(shows, seats, bookings, 20_000) - exact)).toBeLessThan(5 * Math.sqrt(0.25 / 20_000));
  });
});

describe('accepting a number of bookings', () => {
  const now = new Date('2026-11-01T10:00:00Z');
  const session = {
    status: 'published' as const,
    startsAt: new Date('2026-11-20T18:00:00Z'),
    capacity: 30,
    seatsTaken: 20,
  };
  it.each([
    ['is within the advice', 33, {}, { seats: 36 }, null],
    ['is not above it', 37, {}, { seats: 36 }, 'ABOVE_ADVICE'],
    ['is not done without evidence', 31, {}, 'TOO_FEW_SESSIONS' as const, 'TOO_FEW_SESSIONS'],
    ['needs no evidence for as many as there are seats', 30, {}, 'TOO_FEW_SESSIONS' as const, null],
    ['takes nobody’s seat away', 30, { seatsTaken: 31 }, { seats: 36 }, 'BELOW_SEATS_TAKEN'],
    ['is too late once it begins', 33, { startsAt: now }, { seats: 36 }, 'SESSION_OVER'],
    ['is over when it is cancelled', 33, { status: 'cancelled' as const }, { seats: 36 }, 'SESSION_OVER'],
  ])('%s', (_, seats, change, advice, reason) =>
    expect(whyNotOverbook({ ...session, ...change }, seats, advice, now)).toBe(reason),
  );
});

describe('past sessions that count', () => {
  const tuesday: Circumstances = { mode: 'on_site', weekday: 2, month: 11 };
  const five = (change: Partial<Circumstances>): Circumstances[] =>
    Array.from({ length: 5 }, () => ({ ...tuesday, ...change }));

  it.each([
    ['those of the same weekday and season, if there are five', five({}), 'SEASON_AND_WEEKDAY', 5],
    ['September to November are one season', five({ month: 9 }), 'SEASON_AND_WEEKDAY', 5],
    ['else of the same weekday', five({ month: 4 }), 'WEEKDAY', 5],
    ['else of the same mode', [...five({ weekday: 6 }), ...five({}).slice(1)], 'MODE', 9],
  ])('%s', (_, sessions, likeness, count) => {
    const found = comparable(tuesday, [...sessions, ...five({ mode: 'online' })]);
    expect([found?.likeness, found?.sessions.length]).toEqual([likeness, count]);
  });
  it('are not those of another mode', () => expect(comparable(tuesday, five({ mode: 'online' }))).toBeNull());
});
