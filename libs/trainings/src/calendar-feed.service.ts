import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import type { Actor } from '#platform/identity';

/** Changes the secret address of somebody's calendar. */
@Injectable()
export class CalendarFeedService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
  ) {}

  async renew(me: Actor, volunteerId: string): Promise<void> {
    await this.db.transaction(async () => {
      await this.db.query('update volunteer set calendar_key = gen_random_uuid() where id = $1', [volunteerId]);
      // Addresses of profiles that became part of hers end with it.
      await this.db.query('update merged_profile set calendar_key = gen_random_uuid() where volunteer_id = $1', [
        volunteerId,
      ]);
      const subject = { subjectType: 'volunteer', subjectId: volunteerId, volunteerId };
      await this.audit.write({ actor: me, action: 'calendar.renew', ...subject });
    });
  }
}
