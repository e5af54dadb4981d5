import { type Network, plusParisDays } from '#platform/kernel';

/** Where a seat of a shared session may be from: kept for a network, or open to all. */
export const POOLS = ['solidarity', 'climate', 'open'] as const;
export type Pool = (typeof POOLS)[number];

/** Pools kept for a network, in the order in which equal ones are chosen. */
export const QUOTA_POOLS = ['solidarity', 'climate'] as const;
export type QuotaPool = (typeof QUOTA_POOLS)[number];

/** Seats by pool. A session that is not shared has all of its seats in the open pool. */
export type PoolSeats = Readonly<Record<Pool, number>>;

/** A pool as it stands. */
export interface PoolState {
  pool: Pool;
  /** Seats that the coordinator gave it. */
  quota: number;
  /** Seats that it has now, never fewer than are taken. */
  seats: number;
  /** Seats held or offered. */
  seatsTaken: number;
}

/** Days before the start when unused quotas are released, unless the coordinator says otherwise. */
export const USUAL_RELEASE_DAYS = 7;

/** What is left in each pool of a session. @param pools null for a session that is not shared */
export function leftIn(pools: readonly PoolState[] | null, freeSeats: number): PoolSeats {
  if (!pools) return { solidarity: 0, climate: 0, open: Math.max(0, freeSeats) };
  const of = (name: Pool): number => {
    const found = pools.find(({ pool }) => pool === name);
    return found ? Math.max(0, found.seats - found.seatsTaken) : 0;
  };
  return { solidarity: of('solidarity'), climate: of('climate'), open: of('open') };
}

/** How many seats are left in all. */
export const totalOf = (left: PoolSeats): number => left.solidarity + left.climate + left.open;

/** The same seats with one fewer in a pool. */
export const without = (left: PoolSeats, pool: Pool): PoolSeats => ({ ...left, [pool]: left[pool] - 1 });

/**
 * Pools that somebody may have a seat from, the best first: of the quotas of her networks the one with more seats left
 * (equal ones in the order of `QUOTA_POOLS`), then the open seats. Whoever is in both networks so takes one seat, where it
 * is missed least, and leaves the open ones to those who can have no other.
 */
export function poolsFor(networks: readonly Network[], left: PoolSeats): Pool[] {
  const own = QUOTA_POOLS.filter((pool) => networks.includes(pool) && left[pool] > 0);
  return [...own.sort((a, b) => left[b] - left[a]), ...(left.open > 0 ? (['open'] as const) : [])];
}

/** Where two people who come together get their seats from, or null if not both can. */
export function poolsForPair(
  first: readonly Network[],
  second: readonly Network[],
  left: PoolSeats,
): readonly [Pool, Pool] | null {
  for (const pool of poolsFor(first, left)) {
    const [other] = poolsFor(second, without(left, pool));
    if (other) return [pool, other];
  }
  return null;
}

/** When seats that a network has not used become open to all: at the hour of the start, some days before, in Paris. */
export function quotasReleasedAt(startsAt: Date, releaseDays: number): Date {
  return plusParisDays(startsAt, -releaseDays);
}

/** The pools once the quotas are released: each network keeps the seats that it uses, the others are open. */
export function released(pools: readonly PoolState[]): PoolState[] {
  const unused = pools.reduce((sum, pool) => sum + (pool.pool === 'open' ? 0 : pool.seats - pool.seatsTaken), 0);
  return pools.map((pool) => ({ ...pool, seats: pool.pool === 'open' ? pool.seats + unused : pool.seatsTaken }));
}

/** A session as far as the sharing of its seats is concerned. */
export interface SharedSeats {
  quotaReleaseDays: number | null;
  startsAt: Date;
  pools: readonly PoolState[] | null;
}

/** The shares of a session, as they are now whether or not a worker has noted the release. */
export interface SharingNow {
  releaseDays: number;
  releasedAt: Date;
  isReleased: boolean;
  shares: { pool: Pool; quota: number; seats: number; seatsLeft: number }[];
}

/** How the seats of a session are shared out now; null if they are not. */
export function sharingOf({ quotaReleaseDays, startsAt, pools }: SharedSeats, now: Date): SharingNow | null {
  if (quotaReleaseDays === null || !pools) return null;
  const releasedAt = quotasReleasedAt(startsAt, quotaReleaseDays);
  const isReleased = now >= releasedAt;
  const current = isReleased ? released(pools) : pools;
  const left = leftIn(current, 0);
  const shares = POOLS.flatMap((name) => {
    const found = current.find(({ pool }) => pool === name);
    return found ? { pool: name, quota: found.quota, seats: found.seats, seatsLeft: left[name] } : [];
  });
  return { releaseDays: quotaReleaseDays, releasedAt, isReleased, shares };
}

/** Somebody who holds a seat or is offered one, while the seats are shared out anew. */
export interface Holder {
  enrolmentId: string;
  /** Where her seat is from now; null if the seats were not shared out before. */
  pool: Pool | null;
  networks: readonly Network[];
}

/** How the seats of a session are shared out, and who then has hers from where. */
export interface SharingOut {
  pools: PoolState[];
  holders: { enrolmentId: string; pool: Pool }[];
}

/**
 * Shares the seats of a session out anew, so that everybody keeps a seat: who can stays in her pool, others move to
 * another one of hers or to an open seat. Null if the quotas leave somebody without one.
 *
 * @param quotas seats kept for each network; the others are open. Together they must not exceed `roomSeats`
 * @param roomSeats seats of the room; what is accepted beyond them is open to all
 * @param holders in the order of arrival
 * @param isReleased the time of the release has come: networks keep only what they use
 */
export function shareOut(
  quotas: Readonly<Record<QuotaPool, number>>,
  { roomSeats, extraSeats }: { roomSeats: number; extraSeats: number },
  holders: readonly Holder[],
  isReleased: boolean,
): SharingOut | null {
  const openQuota = roomSeats - quotas.solidarity - quotas.climate;
  let left: PoolSeats = { ...quotas, open: openQuota + extraSeats };
  const places = new Map<string, Pool>();
  const stay = holders.filter(({ enrolmentId, pool }) => {
    if (pool === null || left[pool] === 0) return false;
    left = without(left, pool);
    places.set(enrolmentId, pool);
    return true;
  });
  // After the release a seat of a network is as good as an open one.
  const openToAll = isReleased ? [...QUOTA_POOLS] : [];
  for (const { enrolmentId, networks } of holders.filter((holder) => !stay.includes(holder))) {
    const pool = poolsFor(networks, left)[0] ?? openToAll.find((quota) => left[quota] > 0);
    if (!pool) return null;
    left = without(left, pool);
    places.set(enrolmentId, pool);
  }
  const pools = POOLS.map((pool): PoolState => {
    const seatsTaken = [...places.values()].filter((place) => place === pool).length;
    return { pool, quota: pool === 'open' ? openQuota : quotas[pool], seats: left[pool] + seatsTaken, seatsTaken };
  });
  return {
    pools: isReleased ? released(pools) : pools,
    holders: [...places].map(([enrolmentId, pool]) => ({ enrolmentId, pool })),
  };
}
