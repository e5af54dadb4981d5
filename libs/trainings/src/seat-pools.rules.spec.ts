import fc from 'fast-check';
import { atParis, type Network } from '#platform/kernel';
import {
  type Holder,
  leftIn,
  POOLS,
  poolsFor,
  poolsForPair,
  quotasReleasedAt,
  released,
  shareOut,
  totalOf,
  without,
} from './seat-pools.rules.js';

const left = (solidarity: number, climate: number, open: number) => ({ solidarity, climate, open });
const both: Network[] = ['climate', 'solidarity'];

const anyLeft = fc.record({ solidarity: fc.nat(3), climate: fc.nat(3), open: fc.nat(3) });
const anyNetworks = fc.subarray<Network>(['solidarity', 'climate', 'paris']);

describe('the pool that somebody gets her seat from', () => {
  it.each<[string, Network[], ReturnType<typeof left>, string | undefined]>([
    ['her network first', ['solidarity'], left(1, 5, 5), 'solidarity'],
    ['an open one when her network has none left', ['solidarity'], left(0, 5, 2), 'open'],
    ['none of another network', ['solidarity'], left(0, 5, 0), undefined],
    ['of both networks, the one with more left', both, left(2, 3, 5), 'climate'],
    ['of both networks, equal ones in a fixed order', both, left(3, 3, 5), 'solidarity'],
    ['an open one without a network', ['paris'], left(3, 3, 1), 'open'],
  ])('%s', (_, networks, seats, pool) => expect(poolsFor(networks, seats)[0]).toBe(pool));

  it('is the only one in a session that is not shared', () => {
    expect(leftIn(null, 4)).toEqual(left(0, 0, 4));
    expect(poolsFor(both, leftIn(null, 4))).toEqual(['open']);
  });
});

describe('two people together', () => {
  it('leave the one who can choose to step aside', () =>
    expect(poolsForPair(both, ['solidarity'], left(1, 1, 0))).toEqual(['climate', 'solidarity']));
  it('get nothing when one of them would be left out', () =>
    expect(poolsForPair(['climate'], ['solidarity'], left(0, 9, 0))).toBeNull());
  it('get seats exactly if some way of seating both exists', () => {
    fc.assert(
      fc.property(anyNetworks, anyNetworks, anyLeft, (first, second, seats) => {
        const may = (networks: Network[]) => POOLS.filter((pool) => pool === 'open' || networks.includes(pool));
        const possible = may(first).some((a) =>
          may(second).some((b) => seats[a] > 0 && without(seats, a)[b] > 0 && totalOf(seats) >= 2),
        );
        const found = poolsForPair(first, second, seats);
        if (found) {
          const after = without(without(seats, found[0]), found[1]);
          expect(POOLS.every((pool) => after[pool] >= 0)).toBe(true);
        }
        return (found !== null) === possible;
      }),
    );
  });
});

describe('the release of unused quotas', () => {
  it('is at the hour of the start, some days before, also over a change of the clock', () => {
    expect(quotasReleasedAt(atParis('2026-10-28', '18:30'), 7)).toEqual(atParis('2026-10-21', '18:30'));
  });
  it('opens what a network does not use, keeps what it uses, and changes nothing the second time', () => {
    const pools = [
      { pool: 'solidarity' as const, quota: 12, seats: 12, seatsTaken: 9 },
      { pool: 'climate' as const, quota: 12, seats: 12, seatsTaken: 12 },
      { pool: 'open' as const, quota: 6, seats: 6, seatsTaken: 6 },
    ];
    const after = released(pools);
    expect(after.map(({ seats }) => seats)).toEqual([9, 12, 9]);
    expect(released(after)).toEqual(after);
    expect(leftIn(after, 3)).toEqual(left(0, 0, 3));
  });
});

describe('sharing the seats out anew', () => {
  const holder = (enrolmentId: string, networks: Network[], pool: Holder['pool'] = null): Holder => ({
    enrolmentId,
    networks,
    pool,
  });

  it('gives those who are there already a seat of their network', () => {
    const sharing = shareOut(
      { solidarity: 1, climate: 1 },
      { roomSeats: 3, extraSeats: 0 },
      [holder('a', ['solidarity']), holder('b', ['solidarity']), holder('c', ['climate'])],
      false,
    );
    expect(sharing?.holders).toEqual([
      { enrolmentId: 'a', pool: 'solidarity' },
      { enrolmentId: 'b', pool: 'open' },
      { enrolmentId: 'c', pool: 'climate' },
    ]);
  });
  it('is impossible when somebody would lose her seat', () =>
    expect(
      shareOut({ solidarity: 0, climate: 2 }, { roomSeats: 2, extraSeats: 0 }, [holder('a', ['solidarity'])], false),
    ).toBeNull());
  it('leaves nobody out once the quotas are released', () =>
    expect(
      shareOut({ solidarity: 0, climate: 2 }, { roomSeats: 2, extraSeats: 0 }, [holder('a', ['solidarity'])], true)
        ?.pools,
    ).toEqual([
      { pool: 'solidarity', quota: 0, seats: 0, seatsTaken: 0 },
      { pool: 'climate', quota: 2, seats: 1, seatsTaken: 1 },
      { pool: 'open', quota: 0, seats: 1, seatsTaken: 0 },
    ]));
  it('always adds up, seats each holder once, and only where she may sit', () => {
    const holders = fc.uniqueArray(
      fc.record({
        enrolmentId: fc.uuid(),
        networks: anyNetworks,
        pool: fc.constantFrom(null, ...POOLS),
      }),
      { selector: ({ enrolmentId }) => enrolmentId, maxLength: 12 },
    );
    fc.assert(
      fc.property(holders, fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(3), (people, s, c, open, extraSeats) => {
        const roomSeats = s + c + open;
        for (const isReleased of [false, true]) {
          const sharing = shareOut({ solidarity: s, climate: c }, { roomSeats, extraSeats }, people, isReleased);
          if (!sharing) {
            if (isReleased) expect(people.length).toBeGreaterThan(roomSeats + extraSeats);
            continue;
          }
          const sum = (of: 'quota' | 'seats' | 'seatsTaken') =>
            sharing.pools.reduce((total, pool) => total + pool[of], 0);
          expect([sum('quota'), sum('seats'), sum('seatsTaken')]).toEqual([
            roomSeats,
            roomSeats + extraSeats,
            people.length,
          ]);
          expect(sharing.pools.every(({ seats, seatsTaken }) => seatsTaken <= seats)).toBe(true);
          expect(new Set(sharing.holders.map(({ enrolmentId }) => enrolmentId)).size).toBe(people.length);
        }
      }),
    );
  });
});
