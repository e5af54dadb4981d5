import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import type { LockedSession } from './locked-session.js';
import { type PoolState, quotasReleasedAt, released, type SharingOut } from './seat-pools.rules.js';

const POOLS = `
  select session_id as "sessionId", pool, quota, seats, seats_taken as "seatsTaken"
    from seat_pool where session_id = any($1::uuid[])`;

const SET_SEATS = `
  update seat_pool p set seats = n.seats
    from unnest($2::text[], $3::int[]) as n(pool, seats)
   where p.session_id = $1 and p.pool = n.pool and p.seats <> n.seats`;

// Large enough for who is there and who comes, until everybody sits where she belongs.
const MAKE_ROOM = `
  insert into seat_pool (session_id, pool, quota, seats)
  select $1, n.pool, n.quota, n.seats from unnest($2::text[], $3::int[], $4::int[]) as n(pool, quota, seats)
  on conflict on constraint seat_pool_pk
    do update set quota = excluded.quota, seats = greatest(seat_pool.seats, excluded.seats)`;

const MOVE_HOLDERS = `
  update enrolment e set pool = n.pool
    from unnest($1::uuid[], $2::text[]) as n(id, pool)
   where e.id = n.id and e.pool is distinct from n.pool`;

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
    const { pools, status } = session;
    if (!pools || status !== 'published' || !this.isDue(session)) return;
    if (pools.every(({ pool, seats, seatsTaken }) => pool === 'open' || seats === seatsTaken)) return;
    session.pools = released(pools);
    await this.store(session.id, session.pools);
  }

  /** Whether unused quotas of a session are open to all by now. */
  isDue({ startsAt, quotaReleaseDays }: Pick<LockedSession, 'startsAt' | 'quotaReleaseDays'>): boolean {
    return quotaReleaseDays !== null && this.clock.now() >= quotasReleasedAt(startsAt, quotaReleaseDays);
  }

  /** Writes down how the seats are shared out now, and who has hers from where. */
  async reshape(sessionId: string, { pools, holders }: SharingOut): Promise<void> {
    const [names, quotas, seats] = [pools.map((p) => p.pool), pools.map((p) => p.quota), pools.map((p) => p.seats)];
    await this.db.query(MAKE_ROOM, [sessionId, names, quotas, seats]);
    await this.db.query(MOVE_HOLDERS, [holders.map((h) => h.enrolmentId), holders.map((h) => h.pool)]);
    await this.store(sessionId, pools);
  }

  /** Writes down when quotas are released. @param days null if the seats are not shared out any more */
  async setRelease(sessionId: string, days: number | null): Promise<void> {
    await this.db.query('update training_session set quota_release_days = $2, updated_at = $3 where id = $1', [
      sessionId,
      days,
      this.clock.now(),
    ]);
  }

  private async store(sessionId: string, pools: readonly PoolState[]): Promise<void> {
    await this.db.query(SET_SEATS, [sessionId, pools.map(({ pool }) => pool), pools.map(({ seats }) => seats)]);
  }
}

const stateOf = ({ pool, quota, seats, seatsTaken }: PoolState): PoolState => ({ pool, quota, seats, seatsTaken });
