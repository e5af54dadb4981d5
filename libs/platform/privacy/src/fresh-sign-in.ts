import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { FRESH_MINUTES, isFresh } from './erasure.rules.js';

/** Whether somebody has signed in, or proved a second factor, a moment ago: a phone left on a table must not be enough. */
@Injectable()
export class FreshSignIn {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async is(me: Actor): Promise<boolean> {
    const at = await this.at(me);
    return at !== null && isFresh(at, this.clock.now());
  }

  /** Until when it counts as fresh; null if it no longer does. */
  async until(me: Actor): Promise<Date | null> {
    const at = await this.at(me);
    return at && isFresh(at, this.clock.now()) ? new Date(at.getTime() + FRESH_MINUTES * 60_000) : null;
  }

  private async at(me: Actor): Promise<Date | null> {
    const [row] = await this.db.query<{ at: Date }>(
      'select greatest(created_at, strong_at) as at from sign_in where id = $1',
      [me.signInId],
    );
    return row?.at ?? null;
  }
}
