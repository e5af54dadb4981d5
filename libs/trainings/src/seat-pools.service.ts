import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import type { LockedSession } from './locked-session.js';
import { type PoolState, quotasReleasedAt, released } from './seat-pools.rules.js';

const POOLS = `
  select session_id as "sessionId", pool, quota, seats, seats_taken as "seatsTaken"
    from seat_pool where session_id = any($1::uuid[])`;

const SET_SEATS = `
  update seat_pool p set seats = n.seats
    from unnest($2::text[], $3::int[]) as n(pool, seats)
   where p.session_id = $1 and p.pool = n.pool and p.seats <> n.seats`;

/** The seats of sessions that two networks share. Whoever asks holds the lock of the session. */
@Injectable()
export class SeatPools {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Adds the pools to sessions that were just locked, released if their time has come. */
  async attach(sessions: readonly Omit<LockedSession, 'pools'>[]): Promise<LockedSession[]> {
    const shared = sessions.filter(({ quotaReleaseDays }) => quotaReleaseDays !== null);
    if (shared.length === 0) return sessions.map((session) => ({ ...session, pools: null }));
    // A statement of its own, after the lock: what the locking one read beside the session may be older than the lock.
    const rows = await this.db.read<PoolState & { sessionId: string }>('seat-pools', POOLS, [
      shared.map(({ id }) => id),
    ]);
    const attached: LockedSession[] = [];
    for (const session of sessions) {
      const pools = rows.filter(({ sessionId }) => sessionId === session.id);
      attached.push({ ...session, pools: session.quotaReleaseDays === null ? null : pools.map(stateOf) });
    }
    for (const session of attached) await this.release(session);
    return attached;
  }

  /** Opens unused seats of the networks to all, if their time has come. Doing it again does no harm. */
  async release(session: LockedSession): Promise<void> {
    const { pools, quotaReleaseDays, startsAt, status } = session;
    if (!pools || quotaReleaseDays === null || status !== 'published') return;
    if (this.clock.now() < quotasReleasedAt(startsAt, quotaReleaseDays)) return;
    if (pools.every(({ pool, seats, seatsTaken }) => pool === 'open' || seats === seatsTaken)) return;
    session.pools = released(pools);
    await this.store(session.id, session.pools);
  }

  /** Writes down how many seats each pool has. */
  async store(sessionId: string, pools: readonly PoolState[]): Promise<void> {
    await this.db.query(SET_SEATS, [sessionId, pools.map(({ pool }) => pool), pools.map(({ seats }) => seats)]);
  }
}

const stateOf = ({ pool, quota, seats, seatsTaken }: PoolState): PoolState => ({ pool, quota, seats, seatsTaken });
