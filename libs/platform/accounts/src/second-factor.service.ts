import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { notFound, UserError, userError } from '#platform/graphql';
import { type Actor, Sealing } from '#platform/identity';
import { Clock, type Locale } from '#platform/kernel';
import { Outbox } from '#platform/mail';
import { RecoveryCode } from './second-factor.entities.js';
import { bareCode, isFresh, newRecoveryCode, RECOVERY_CODES } from './second-factor.rules.js';
import type { FactorNews } from './accounts.mails.js';

/** Purpose of the marks of recovery codes. */
const RECOVERY = 'recovery code';

/**
 * What all factors share: who may change them, the recovery codes that come with the first one, and that every change is
 * told to its holder and to the journal. All of it belongs to the transaction of the change.
 */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Lets one change of an account's factors through at a time, and only somebody who proved one of them just now; the
   * first factor of all is added on the strength of the address.
   *
   * @throws SECOND_FACTOR_REQUIRED when it must be proved again first; FORBIDDEN to a card, which anybody may find
   */
  async mayChange(me: Actor): Promise<void> {
    if (me.byCard) throw userError('FORBIDDEN', 'second-factor.not-by-card');
    await this.db.query('select 1 from account where id = $1 for update', [me.accountId]);
    if (isFresh(me.strongAt, this.clock.now())) return;
    if (await this.hasAny(me.accountId)) throw userError('SECOND_FACTOR_REQUIRED', 'second-factor.again');
  }

  /** Whether an account has a factor that counts. */
  async hasAny(accountId: string): Promise<boolean> {
    const [row] = await this.db.query<{ any: boolean }>(
      `select exists (select from totp_factor where account_id = $1 and confirmed_at is not null)
           or exists (select from passkey where account_id = $1) as any`,
      [accountId],
    );
    return row?.any ?? false;
  }

  /** From now on this sign-in counts as strong. */
  async strengthen(me: Actor): Promise<void> {
    const now = this.clock.now();
    await this.db.query('update sign_in set strong_at = $2 where id = $1', [me.signInId, now]);
    await this.db.query('delete from factor_tries where account_id = $1', [me.accountId]);
  }

  /** After a factor was added: the device counts, its holder is told. @returns recovery codes with the first factor */
  async added(me: Actor, what: 'totp-added' | 'passkey-added'): Promise<string[]> {
    await this.strengthen(me);
    await this.tell(me, what);
    const left = await this.db.repo(RecoveryCode).countBy({ accountId: me.accountId });
    return left > 0 ? [] : this.writeCodes(me.accountId);
  }

  /** After a factor was removed: without any, no sign-in of the account is strong and no recovery code is good. */
  async removed(me: Actor, what: 'totp-removed' | 'passkey-removed'): Promise<void> {
    await this.tell(me, what);
    if (await this.hasAny(me.accountId)) return;
    await this.db.repo(RecoveryCode).delete({ accountId: me.accountId });
    await this.db.query('update sign_in set strong_at = null where account_id = $1', [me.accountId]);
  }

  /** New recovery codes in place of all earlier ones; told once. */
  async renewCodes(me: Actor): Promise<string[]> {
    return this.db.transaction(async () => {
      await this.mayChange(me);
      if (!(await this.hasAny(me.accountId))) throw userError('CONFLICT', 'second-factor.none');
      await this.tell(me, 'codes-renewed');
      return this.writeCodes(me.accountId);
    });
  }

  /** Spends a recovery code. @returns whether it was one that was left */
  async spendCode(me: Actor, typed: string): Promise<boolean> {
    const [spent] = await this.db.query(
      `update recovery_code set used_at = $3 where account_id = $1 and code_hash = any($2) and used_at is null returning id`,
      [me.accountId, this.sealing.marks(RECOVERY, `${me.accountId}:${bareCode(typed)}`), this.clock.now()],
    );
    if (spent) await this.tell(me, 'code-used');
    return spent !== undefined;
  }

  /**
   * Takes away all factors of somebody who lost them, and signs her out everywhere. At her next entry she sets up others.
   *
   * @param actor the administrator, never the person herself; null for the operator's command line
   * @throws FORBIDDEN for one's own account; NOT_FOUND
   */
  async reset(actor: Actor | null, accountId: string, reason: string): Promise<void> {
    if (actor?.accountId === accountId) throw userError('FORBIDDEN', 'second-factor.not-own');
    if (actor && !isFresh(actor.strongAt, this.clock.now()))
      throw new UserError('SECOND_FACTOR_REQUIRED', 'second-factor.again');
    await this.db.transaction(async () => {
      const [person] = await this.db.query<{ email: string | null; locale: Locale; volunteer_id: string | null }>(
        `select a.email::text as email, a.locale, (select v.id from volunteer v where v.account_id = a.id) as volunteer_id
           from account a where a.id = $1 for update`,
        [accountId],
      );
      if (!person) throw notFound('Account');
      for (const table of ['totp_factor', 'passkey', 'recovery_code', 'factor_tries', 'passkey_challenge'])
        await this.db.query(`delete from ${table} where account_id = $1`, [accountId]);
      const now = this.clock.now();
      await this.db.query('update sign_in set revoked_at = $2 where account_id = $1 and revoked_at is null', [
        accountId,
        now,
      ]);
      await this.audit.write({
        actor,
        action: 'second-factor.reset',
        subjectType: 'account',
        subjectId: accountId,
        purpose: reason,
        ...(person.volunteer_id !== null && { volunteerId: person.volunteer_id }),
      });
      await this.mail(person, 'reset');
    });
  }

  /** Writes a line in the journal and a mail to the holder. */
  async tell(me: Actor, what: FactorNews): Promise<void> {
    await this.note(me, what);
    await this.mail(me, what);
  }

  /** Writes a line in the journal, which the holder sees. */
  async note(me: Actor, what: FactorNews | 'blocked', details = {}): Promise<void> {
    await this.audit.write({
      actor: me,
      action: `second-factor.${what}`,
      subjectType: 'account',
      subjectId: me.accountId,
      ...(me.volunteerId !== null && { volunteerId: me.volunteerId }),
      details,
    });
  }

  /** Whoever has no address is told by the journal alone. */
  private async mail({ email, locale }: { email: string | null; locale: Locale }, what: FactorNews): Promise<void> {
    if (email) await this.outbox.send([{ kind: 'second-factor-news', toAddress: email, locale, params: { what } }]);
  }

  private async writeCodes(accountId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    const createdAt = this.clock.now();
    await this.db.repo(RecoveryCode).delete({ accountId });
    await this.db.repo(RecoveryCode).insert(
      codes.map((code) => {
        const [codeHash] = this.sealing.marks(RECOVERY, `${accountId}:${bareCode(code)}`);
        return { accountId, codeHash, createdAt };
      }),
    );
    return codes;
  }
}
