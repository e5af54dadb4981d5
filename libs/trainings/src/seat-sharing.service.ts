import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import type { LockedSession } from './locked-session.js';
import { type Holder, type PoolState, type QuotaPool, shareOut, type SharingOut } from './seat-pools.rules.js';
import { SeatPools } from './seat-pools.service.js';
import { SessionAccess } from './session-access.js';
import { SessionLock } from './session-lock.js';
import type { SessionEditRefusal } from './session.rules.js';
import type { SessionOutcome } from './session-outcome.js';
import { WaitingList } from './waiting-list.service.js';

/** How a coordinator wants the seats shared out. */
export interface SharingWish {
  quotas: Record<QuotaPool, number>;
  releaseDays: number;
}

/** What the pools of a session follow from. */
export type SharedSession = Pick<LockedSession, 'id' | 'capacity' | 'extraSeats' | 'startsAt' | 'quotaReleaseDays'>;

const HOLDERS = `
  select e.id as "enrolmentId", e.pool,
         array(select m.network from membership m where m.volunteer_id = e.volunteer_id and m.left_at is null) as networks
    from enrolment e
   where e.session_id = $1 and e.status in ('enrolled', 'offered')
   order by e.queue_no`;

/** Shares the seats of a session out between the networks, and keeps the shares true when the session changes. */
@Injectable()
export class SeatSharing {
  constructor(
    private readonly db: Database,
    private readonly access: SessionAccess,
    private readonly lock: SessionLock,
    private readonly pools: SeatPools,
    private readonly waitingList: WaitingList,
    private readonly audit: Audit,
  ) {}

  /**
   * Keeps seats for networks, also while people enrol: everybody who has a seat keeps one.
   * @throws NOT_FOUND, FORBIDDEN outside the networks of the coordinator
   */
  async share(me: Actor, sessionId: string, { quotas, releaseDays }: SharingWish): Promise<SessionOutcome> {
    return this.change(me, sessionId, async (session) => {
      if (quotas.solidarity + quotas.climate > session.capacity) return 'QUOTAS_ABOVE_CAPACITY';
      const shared = { ...session, quotaReleaseDays: releaseDays };
      const sharing = await this.plan(shared, quotas, this.pools.isDue(shared));
      if (!sharing) return 'QUOTAS_LEAVE_SOMEBODY_OUT';
      await this.pools.setRelease(sessionId, releaseDays);
      await this.pools.reshape(sessionId, sharing);
      await this.note(me, sessionId, { ...quotas, releaseDays });
      return null;
    });
  }

  /** Makes all seats of a session open to all. @throws NOT_FOUND, FORBIDDEN outside the networks of the coordinator */
  async unshare(me: Actor, sessionId: string): Promise<SessionOutcome> {
    return this.change(me, sessionId, async () => {
      await this.pools.setRelease(sessionId, null);
      await this.db.query('update enrolment set pool = null where session_id = $1 and pool is not null', [sessionId]);
      await this.db.query('delete from seat_pool where session_id = $1', [sessionId]);
      await this.note(me, sessionId, {});
      return null;
    });
  }

  /**
   * Shares the seats of a locked session out as before after its size or its time changed. To be called in the
   * transaction of the change.
   * @returns why the quotas do not suit the session any more, or null
   */
  async fit(session: SharedSession): Promise<SessionEditRefusal | null> {
    if (session.quotaReleaseDays === null) return null;
    const { quotas, wasReleased } = await this.sharesOf(session.id);
    if (quotas.solidarity + quotas.climate > session.capacity) return 'QUOTAS_ABOVE_CAPACITY';
    const isReleased = this.pools.isDue(session);
    let sharing = await this.plan(session, quotas, isReleased);
    // A session may be put off after its quotas were released and the seats taken by others: they keep them.
    if (!sharing && !isReleased && wasReleased) sharing = await this.plan(session, quotas, true);
    if (!sharing) return 'QUOTAS_LEAVE_SOMEBODY_OUT';
    await this.pools.reshape(session.id, sharing);
    return null;
  }

  /** Gives the copy of a session the same shares; nobody holds a seat of it yet. */
  async copy(fromId: string, toId: string): Promise<void> {
    await this.db.query(
      'insert into seat_pool (session_id, pool, quota, seats) select $2, pool, quota, quota from seat_pool where session_id = $1',
      [fromId, toId],
    );
  }

  private async change(
    me: Actor,
    sessionId: string,
    work: (session: LockedSession) => Promise<SessionEditRefusal | null>,
  ): Promise<SessionOutcome> {
    return this.db.transaction(async () => {
      await this.access.toCoordinate(me, sessionId);
      const session = (await this.lock.sessions([sessionId])).get(sessionId);
      if (!session) throw notFound('Session');
      const refused = session.status === 'cancelled' ? 'ALREADY_CANCELLED' : await work(session);
      if (refused) return { refused };
      return { id: sessionId, effect: { notified: 0, offersMade: await this.waitingList.passOn([sessionId]) } };
    });
  }

  private async plan(
    { id, capacity, extraSeats }: SharedSession,
    quotas: Record<QuotaPool, number>,
    isReleased: boolean,
  ): Promise<SharingOut | null> {
    const holders = await this.db.query<Holder>(HOLDERS, [id]);
    return shareOut(quotas, { roomSeats: capacity, extraSeats }, holders, isReleased);
  }

  private async sharesOf(sessionId: string): Promise<{ quotas: Record<QuotaPool, number>; wasReleased: boolean }> {
    const rows = await this.db.query<Pick<PoolState, 'pool' | 'quota' | 'seats'>>(
      'select pool, quota, seats from seat_pool where session_id = $1',
      [sessionId],
    );
    const of = (name: QuotaPool): number => rows.find(({ pool }) => pool === name)?.quota ?? 0;
    return {
      quotas: { solidarity: of('solidarity'), climate: of('climate') },
      wasReleased: rows.some(({ pool, quota, seats }) => pool !== 'open' && seats < quota),
    };
  }

  private async note(me: Actor, sessionId: string, details: Record<string, number>): Promise<void> {
    const subject = { subjectType: 'session', subjectId: sessionId };
    await this.audit.write({ actor: me, action: 'session.share', ...subject, details });
  }
}
