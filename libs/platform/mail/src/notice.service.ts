import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';

/** Telling people in person what no mail can tell them. */
@Injectable()
export class NoticeService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Notes that she was told, or takes that note back. The first who told her stays noted. @throws NOT_FOUND */
  async note(me: Actor, id: string, told: boolean): Promise<void> {
    const known = await this.db.query(
      told
        ? `update notice set told_at = coalesce(told_at, $2), told_by = coalesce(told_by, $3) where id = $1 returning id`
        : `update notice set told_at = null, told_by = null
            where id = $1 and $2::timestamptz is not null and $3::uuid is not null returning id`,
      [id, this.clock.now(), me.accountId],
    );
    if (known.length === 0) throw notFound('Notice');
  }
}
