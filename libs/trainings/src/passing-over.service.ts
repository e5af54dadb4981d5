import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { PassedOver } from './waiting-list.rules.js';

const NOTE = `
  insert into passing_over (pair_id, enrolment_id, reason, passed_at)
  select n.pair_id, n.enrolment_id, n.reason, $4
    from unnest($1::uuid[], $2::uuid[], $3::text[]) as n(pair_id, enrolment_id, reason)
  on conflict on constraint passing_over_pk do nothing`;

/** The log of seats that went past two people who wait together. */
@Injectable()
export class PassingOvers {
  constructor(private readonly db: Database) {}

  /** Notes who was served behind which pair, in the transaction that serves her. */
  async note(passedOver: readonly PassedOver[], now: Date): Promise<void> {
    if (passedOver.length === 0) return;
    await this.db.query(NOTE, [
      passedOver.map(({ pairId }) => pairId),
      passedOver.map(({ enrolmentId }) => enrolmentId),
      passedOver.map(({ reason }) => reason),
      now,
    ]);
  }
}
