import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { UserError } from '#platform/graphql';
import { hashToken } from '#platform/identity';
import { Clock, type Locale } from '#platform/kernel';
import { Outbox } from '#platform/mail';
import { OneTimeLink, SignInCode, SignInRow } from './sign-in.entities.js';
import { CODE, hashCode, newCode, SIGN_IN_DAYS } from './sign-in.rules.js';
import type { SignInRefusalReason } from './accounts.types.js';

/** A sign-in that worked: the secret for the cookie, told once. */
export interface NewSignIn {
  token: string;
  accountId: string;
  signInId: string;
}
export interface Refused {
  reason: SignInRefusalReason;
  attemptsLeft: number | null;
}

/** Signing in by a code sent to an address, or by a link that serves once. Nothing here tells whether an address is known. */
@Injectable()
export class SignInService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
  ) {}

  /** Sends a code. @throws RATE_LIMITED within a minute of the last one, or after six within an hour. */
  async sendCode(email: string, locale: Locale): Promise<{ expiresAt: Date }> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + CODE.minutes * 60_000);
    await this.db.transaction(async () => {
      await this.oneAtATime(email);
      await this.limit(email, now);
      const code = newCode();
      const codeHash = hashCode(this.config.appSecret, email, code);
      await this.db
        .repo(SignInCode)
        .insert({ email, codeHash, createdAt: now, expiresAt, attemptsLeft: CODE.attempts });
      await this.outbox.send([{ kind: 'sign-in-code', toAddress: email, locale, params: { code } }]);
    });
    return { expiresAt };
  }

  /** Spends one attempt of the newest code of the address; the right code is spent for good. */
  async byCode(email: string, code: string, locale: Locale, device: string): Promise<NewSignIn | Refused> {
    return this.db.transaction(async () => {
      const refused = await this.spendCode(email, code);
      return refused ?? this.open(await this.accountOf(email, locale, this.clock.now()), device);
    });
  }

  /** The same, where somebody who is signed in proves that an address is hers. @returns null once it is proved */
  async spendCode(email: string, code: string): Promise<Refused | null> {
    const now = this.clock.now();
    const [tried] = await this.db.query<{ id: string; code_hash: string; attempts_left: number }>(
      `update sign_in_code set attempts_left = attempts_left - 1
        where id = (select id from sign_in_code where email = $1 order by created_at desc limit 1)
          and attempts_left > 0 and used_at is null and expires_at > $2
        returning id, code_hash, attempts_left`,
      [email, now],
    );
    if (!tried) return { reason: await this.whyNoCode(email, now), attemptsLeft: 0 };
    if (tried.code_hash !== hashCode(this.config.appSecret, email, code))
      return { reason: 'WRONG_CODE', attemptsLeft: tried.attempts_left };
    await this.db.repo(SignInCode).update({ id: tried.id }, { usedAt: now });
    return null;
  }

  /** Spends a one-time link. */
  async byLink(token: string, device: string): Promise<NewSignIn | Refused> {
    const now = this.clock.now();
    return this.db.transaction(async () => {
      const [link] = await this.db.query<{ account_id: string; disabled: boolean; strong: boolean }>(
        `update one_time_link l set used_at = $2 from account a
          where l.token_hash = $1 and l.used_at is null and l.expires_at > $2 and a.id = l.account_id
          returning l.account_id, a.disabled_at is not null as disabled, l.strong`,
        [hashToken(token), now],
      );
      if (!link) return { reason: 'LINK_INVALID', attemptsLeft: null };
      await this.db.query('update account set confirmed_at = coalesce(confirmed_at, $2) where id = $1', [
        link.account_id,
        now,
      ]);
      return this.open({ id: link.account_id, disabled: link.disabled }, device, link.strong);
    });
  }

  /**
   * Makes a link that signs its holder in once, for an operator to hand over.
   *
   * @param strong the sign-in counts as both factors: only where everybody is fictional
   */
  async newLink(accountId: string, hours: number, { strong = false } = {}): Promise<string> {
    const token = randomBytes(24).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + hours * 3_600_000);
    await this.db
      .repo(OneTimeLink)
      .insert({ accountId, tokenHash: hashToken(token), createdAt: now, expiresAt, strong });
    return `${this.config.publicUrl}/connexion/lien/${token}`;
  }

  /** Ends a sign-in of this account; another account's is left alone. */
  async revoke(accountId: string, signInId: string): Promise<boolean> {
    const [ended] = await this.db.query(
      'update sign_in set revoked_at = $3 where id = $1 and account_id = $2 and revoked_at is null returning id',
      [signInId, accountId, this.clock.now()],
    );
    return ended !== undefined;
  }

  /** The account of an address, made when the address proves itself for the first time. */
  private async accountOf(email: string, locale: Locale, now: Date): Promise<{ id: string; disabled: boolean }> {
    const [account] = await this.db.query<{ id: string; disabled: boolean }>(
      `insert into account (email, locale, created_at, confirmed_at) values ($1, $2, $3, $3)
       on conflict (email) do update set confirmed_at = coalesce(account.confirmed_at, excluded.confirmed_at)
       returning id, disabled_at is not null as disabled`,
      [email, locale, now],
    );
    if (!account) throw new Error('An account was neither made nor found');
    return account;
  }

  /** Signs a device in; in the running transaction if there is one. */
  async open(account: { id: string; disabled: boolean }, device: string, strong = false): Promise<NewSignIn | Refused> {
    if (account.disabled) return { reason: 'ACCOUNT_DISABLED', attemptsLeft: null };
    const now = this.clock.now();
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(now.getTime() + SIGN_IN_DAYS * 86_400_000);
    const { identifiers } = await this.db.repo(SignInRow).insert({
      accountId: account.id,
      tokenHash: hashToken(token),
      device,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
      strongAt: strong ? now : null,
    });
    return { token, accountId: account.id, signInId: (identifiers[0] as { id: string }).id };
  }

  /** Two requests for one address wait for each other, so that the limits count both. */
  private async oneAtATime(email: string): Promise<void> {
    await this.db.query(`select pg_advisory_xact_lock(hashtextextended('sign-in:' || lower($1), 0))`, [email]);
  }

  private async limit(email: string, now: Date): Promise<void> {
    const [recent] = await this.db.query<{ in_hour: number; last: Date | null }>(
      `select count(*)::int as in_hour, max(created_at) as last from sign_in_code
        where email = $1 and created_at > $2::timestamptz - interval '1 hour'`,
      [email, now],
    );
    const sinceLast = recent?.last ? (now.getTime() - recent.last.getTime()) / 1000 : Infinity;
    const wait =
      recent && recent.in_hour >= CODE.perAddressAndHour ? 3600 : Math.ceil(CODE.resendAfterSeconds - sinceLast);
    if (wait > 0) throw new UserError('RATE_LIMITED', 'error.RATE_LIMITED', [], wait);
  }

  private async whyNoCode(email: string, now: Date): Promise<SignInRefusalReason> {
    const [last] = await this.db.query<{ spent: boolean }>(
      `select attempts_left = 0 and used_at is null and expires_at > $2 as spent
         from sign_in_code where email = $1 order by created_at desc limit 1`,
      [email, now],
    );
    return last?.spent ? 'TOO_MANY_ATTEMPTS' : 'CODE_EXPIRED';
  }
}
