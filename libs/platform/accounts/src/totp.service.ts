import { Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { notFound, userError } from '#platform/graphql';
import { type Actor, Sealing } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { TotpFactor } from './second-factor.entities.js';
import { type FactorRefused, refused } from './second-factor.refusal.js';
import { bareCode, newTotpSecret, stepOfCode, totpUri } from './second-factor.rules.js';
import { SecondFactorService } from './second-factor.service.js';
import type { FactorAdded, TotpSetUp } from './second-factor.types.js';

const PURPOSE = 'totp';

/** Authenticator programs: at most one for each account. */
@Injectable()
export class TotpService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly sealing: Sealing,
    private readonly factors: SecondFactorService,
  ) {}

  /** Makes a secret for a program. It counts once a code proves that the program has it; until then it may be made anew. */
  async begin(me: Actor): Promise<TotpSetUp> {
    const secret = newTotpSecret();
    const sealedSecret = this.sealing.seal(PURPOSE, secret, me.accountId);
    await this.db.transaction(async () => {
      await this.factors.mayChange(me);
      const [made] = await this.db.query(
        `insert into totp_factor (account_id, sealed_secret, created_at) values ($1, $2, $3)
         on conflict (account_id) do update set sealed_secret = excluded.sealed_secret, created_at = excluded.created_at
           where totp_factor.confirmed_at is null
         returning account_id`,
        [me.accountId, sealedSecret, this.clock.now()],
      );
      if (!made) throw userError('CONFLICT', 'second-factor.has-totp');
    });
    return { secret, uri: totpUri(secret, me.email ?? me.accountId, this.config.brandName) };
  }

  /** The first code of the program: from now on it counts, and this device is strong. */
  async confirm(me: Actor, typed: string): Promise<FactorAdded | FactorRefused> {
    return this.db.transaction(async () => {
      await this.factors.mayChange(me);
      const factor = await this.db.repo(TotpFactor).findOneBy({ accountId: me.accountId });
      if (!factor || factor.confirmedAt) return refused('NOTHING_TO_CONFIRM');
      const step = this.stepOf(factor, typed);
      if (step === null) return refused('WRONG_CODE');
      const confirmedAt = this.clock.now();
      await this.db.repo(TotpFactor).update({ accountId: me.accountId }, { confirmedAt, lastStep: String(step) });
      return { recoveryCodes: await this.factors.added(me, 'totp-added') };
    });
  }

  async remove(me: Actor): Promise<void> {
    await this.db.transaction(async () => {
      await this.factors.mayChange(me);
      const { affected } = await this.db.repo(TotpFactor).delete({ accountId: me.accountId });
      if (!affected) throw notFound('Authenticator');
      await this.factors.removed(me, 'totp-removed');
    });
  }

  /**
   * Spends a code of the account's program: neither it nor an earlier one is taken again.
   *
   * @returns null when it was taken; for the caller's transaction, which holds the account's line of tries
   */
  async spend(me: Actor, typed: string): Promise<'WRONG_CODE' | 'CODE_USED' | null> {
    const factor = await this.db.repo(TotpFactor).findOneBy({ accountId: me.accountId });
    if (!factor?.confirmedAt) return 'WRONG_CODE';
    const step = this.stepOf(factor, typed);
    if (step === null) return 'WRONG_CODE';
    const [taken] = await this.db.query(
      `update totp_factor set last_step = $2 where account_id = $1 and (last_step is null or last_step < $2) returning last_step`,
      [me.accountId, step],
    );
    if (!taken) return 'CODE_USED';
    if (this.sealing.isStale(factor.sealedSecret)) await this.sealAgain(factor);
    return null;
  }

  private stepOf(factor: TotpFactor, typed: string): number | null {
    const secret = this.sealing.open(PURPOSE, factor.sealedSecret, factor.accountId);
    return stepOfCode(secret, bareCode(typed), this.clock.now());
  }

  /** APP_SECRET has changed since: what is used is carried over to the new one. */
  private async sealAgain({ accountId, sealedSecret }: TotpFactor): Promise<void> {
    const secret = this.sealing.open(PURPOSE, sealedSecret, accountId);
    await this.db
      .repo(TotpFactor)
      .update({ accountId }, { sealedSecret: this.sealing.seal(PURPOSE, secret, accountId) });
  }
}
