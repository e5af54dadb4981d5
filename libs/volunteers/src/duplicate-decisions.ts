import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';

/** Remembers which profiles are of two people although they look alike. */
@Injectable()
export class DuplicateDecisions {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND unless the two were found to look alike */
  async decide(me: Actor, firstId: string, secondId: string, different: boolean): Promise<void> {
    await this.db.transaction(async () => {
      const known = await this.db.query(
        `update duplicate_pair set different_since = case when $3 then $4::timestamptz end,
                decided_by = case when $3 then $5::uuid end
          where low_id = least($1::uuid, $2::uuid) and high_id = greatest($1::uuid, $2::uuid) returning low_id`,
        [firstId, secondId, different, this.clock.now(), me.accountId],
      );
      if (known.length === 0) throw notFound('Pair');
      const subject = { subjectType: 'volunteer', subjectId: firstId, volunteerId: firstId };
      await this.audit.write({ actor: me, action: 'duplicate.decide', ...subject, details: { secondId, different } });
    });
  }
}
