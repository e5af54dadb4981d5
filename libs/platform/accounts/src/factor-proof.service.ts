import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { PasskeysService } from './passkeys.service.js';
import { FactorTries } from './second-factor.entities.js';
import { type FactorRefused, refused } from './second-factor.refusal.js';
import { bareCode, isAuthenticatorCode, minutesToWait, triesLeft } from './second-factor.rules.js';
import { SecondFactorService } from './second-factor.service.js';
import { type NewSignIn, type Refused, SignInService } from './sign-in.service.js';
import { TotpService } from './totp.service.js';

/** Proving a factor: as the second step of a sign-in, or, with a passkey, as the whole of it. */
@Injectable()
export class FactorProofService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly factors: SecondFactorService,
    private readonly totp: TotpService,
    private readonly passkeys: PasskeysService,
    private readonly signIns: SignInService,
  ) {}

  /** Six digits of the program, or a recovery code. Wrong ones are counted by account, not by device. */
  async byCode(me: Actor, typed: string): Promise<FactorRefused | null> {
    return this.db.transaction(async () => {
      if (!(await this.factors.hasAny(me.accountId))) return refused('NOTHING_TO_CONFIRM');
      const { failures, blockedUntil } = await this.triesOf(me);
      const now = this.clock.now().getTime();
      if (blockedUntil && blockedUntil.getTime() > now)
        return refused('TOO_MANY_ATTEMPTS', 0, Math.ceil((blockedUntil.getTime() - now) / 1000));
      const fault = await this.faultOf(me, typed);
      // A right code that has served proves nothing and guesses nothing.
      if (fault === 'CODE_USED') return refused('CODE_USED');
      if (fault) return this.wrong(me, failures + 1);
      await this.factors.strengthen(me);
      return null;
    });
  }

  /** A passkey of this very account. */
  async byPasskey(me: Actor, response: string): Promise<FactorRefused | null> {
    return this.db.transaction(async () => {
      const found = await this.passkeys.recognise(response);
      if ('reason' in found) return found;
      if (found.accountId !== me.accountId) return refused('PASSKEY_REFUSED');
      await this.factors.strengthen(me);
      return null;
    });
  }

  /** Signs somebody in by her passkey alone; the sign-in is strong. */
  async signIn(response: string, device: string): Promise<NewSignIn | Refused> {
    return this.db.transaction(async () => {
      const found = await this.passkeys.recognise(response);
      if ('reason' in found) return { reason: 'PASSKEY_REFUSED', attemptsLeft: null };
      return this.signIns.open({ id: found.accountId, disabled: found.disabled }, device, true);
    });
  }

  private async faultOf(me: Actor, typed: string): Promise<'WRONG_CODE' | 'CODE_USED' | null> {
    if (isAuthenticatorCode(bareCode(typed))) return this.totp.spend(me, typed);
    return (await this.factors.spendCode(me, typed)) ? null : 'WRONG_CODE';
  }

  /** Locks the account's line, so that many tries at once are counted one by one. */
  private async triesOf({ accountId }: Actor): Promise<FactorTries> {
    const [tries] = await this.db.query<FactorTries>(
      `insert into factor_tries (account_id) values ($1)
       on conflict (account_id) do update set failures = factor_tries.failures
       returning account_id as "accountId", failures, blocked_until as "blockedUntil"`,
      [accountId],
    );
    if (!tries) throw new Error('A line of tries was neither made nor found');
    return tries;
  }

  private async wrong(me: Actor, failures: number): Promise<FactorRefused> {
    const minutes = minutesToWait(failures);
    const blockedUntil = minutes > 0 ? new Date(this.clock.now().getTime() + minutes * 60_000) : null;
    await this.db.repo(FactorTries).update({ accountId: me.accountId }, { failures, blockedUntil });
    if (minutes > 0) await this.factors.note(me, 'blocked', { failures, minutes });
    return refused('WRONG_CODE', triesLeft(failures), minutes > 0 ? minutes * 60 : null);
  }
}
