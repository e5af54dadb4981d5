import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Actor } from '#platform/identity';
import type { ErasureRefusalReason } from './erasure.refusal.js';
import { FreshSignIn } from './fresh-sign-in.js';

const LAST_ADMIN = `
  select exists (select 1 from role_grant where account_id = $1 and role = 'admin' and revoked_at is null)
     and not exists (select 1 from role_grant g join account a on a.id = g.account_id
                      where g.account_id <> $1 and g.role = 'admin' and g.revoked_at is null and a.disabled_at is null)
      as last`;

/** What stands in the way of somebody who wants to be erased. */
@Injectable()
export class ErasureObstacles {
  constructor(
    private readonly db: Database,
    private readonly fresh: FreshSignIn,
  ) {}

  async of(me: Actor): Promise<ErasureRefusalReason | null> {
    if (!(await this.fresh.is(me))) return 'SIGN_IN_AGAIN';
    const [row] = await this.db.query<{ last: boolean }>(LAST_ADMIN, [me.accountId]);
    return row?.last ? 'LAST_ADMIN' : null;
  }
}
