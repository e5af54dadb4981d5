import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { isFresh } from './second-factor.rules.js';
import type { PasskeyLine, Security } from './second-factor.types.js';

/** The factors of an account as their holder sees them. */
@Injectable()
export class SecondFactorQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async of(me: Actor): Promise<Security> {
    const [row] = await this.db.query<{ totpSince: Date | null; codes: number }>(
      `select (select confirmed_at from totp_factor where account_id = $1) as "totpSince",
              (select count(*)::int from recovery_code where account_id = $1 and used_at is null) as codes`,
      [me.accountId],
    );
    const passkeys = await this.db.query<PasskeyLine>(
      `select id, name, created_at as "createdAt", last_used_at as "lastUsedAt" from passkey
        where account_id = $1 order by created_at, id`,
      [me.accountId],
    );
    // Read again and not taken from the request: a mutation before this may have made the sign-in strong.
    const [signIn] = await this.db.query<{ strongAt: Date | null }>(
      'select strong_at as "strongAt" from sign_in where id = $1',
      [me.signInId],
    );
    const strongAt = signIn?.strongAt ?? null;
    return {
      required: me.given.length > 0,
      strong: strongAt !== null,
      fresh: isFresh(strongAt, this.clock.now()),
      totpSince: row?.totpSince ?? null,
      passkeys,
      recoveryCodesLeft: row?.codes ?? 0,
    };
  }
}
