import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

/** Somebody a mail goes to. */
export interface Recipient {
  displayName: string;
  /** Null when the person has given none. */
  address: string | null;
}

/** Finds an address at the moment a mail leaves, and forgets it again. */
@Injectable()
export class RecipientQueries {
  constructor(private readonly db: Database) {}

  /** A volunteer with the address she gave as her contact, else the one she signs in with; null if she is gone. */
  async find(volunteerId: string): Promise<Recipient | null> {
    const [recipient] = await this.db.query<Recipient>(
      `select v.display_name as "displayName", coalesce(c.email, a.email)::text as address
         from volunteer v
         left join contact c on c.volunteer_id = v.id
         left join account a on a.id = v.account_id
        where v.id = $1`,
      [volunteerId],
    );
    return recipient ?? null;
  }
}
