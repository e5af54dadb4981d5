import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import { type QuotaPool, quotasReleasedAt } from './seat-pools.rules.js';

/** Somebody's place among those who wait for the seats of one network. */
export interface ReservedRank {
  network: QuotaPool;
  rank: number;
}

interface RankRow extends ReservedRank {
  startsAt: Date;
  releaseDays: number;
}

const RANKS = `
  select m.network, s.starts_at as "startsAt", s.quota_release_days as "releaseDays",
         (select count(*)::int
            from enrolment w
            join membership wm on wm.volunteer_id = w.volunteer_id and wm.network = m.network and wm.left_at is null
           where w.session_id = e.session_id and w.status = 'waiting' and w.queue_no <= e.queue_no) as rank
    from enrolment e
    join training_session s on s.id = e.session_id and s.quota_release_days is not null
    join seat_pool p on p.session_id = s.id and p.pool <> 'open' and p.quota > 0
    join membership m on m.volunteer_id = e.volunteer_id and m.network = p.pool and m.left_at is null
   where e.id = $1 and e.status = 'waiting'
   order by m.network desc`;

/** Reads of waiting lists of shared sessions. */
@Injectable()
export class SeatSharingQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Her place for the seats kept for each of her networks, while they are: of those in front of her on the list only who
   * is in that network too may get one before her. Empty when no seats are kept for her, or she does not wait.
   */
  async reservedRanks(enrolmentId: string): Promise<ReservedRank[]> {
    const rows = await this.db.read<RankRow>('reserved-ranks', RANKS, [enrolmentId]);
    const now = this.clock.now();
    return rows
      .filter(({ startsAt, releaseDays }) => now < quotasReleasedAt(startsAt, releaseDays))
      .map(({ network, rank }) => ({ network, rank }));
  }
}
