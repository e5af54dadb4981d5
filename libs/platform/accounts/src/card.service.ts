import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { userError } from '#platform/graphql';
import { type Actor, hashToken } from '#platform/identity';
import { Clock, type Locale } from '#platform/kernel';
import { Account } from './account.entity.js';
import { Card } from './card.entity.js';
import { CARD_SIGN_IN_HOURS, hashCard, labelOf, newCardCode, readCard } from './card.rules.js';
import { SignInRow } from './sign-in.entities.js';

/** A card at the moment when it is made: its code is never seen again. */
export interface NewCard {
  id: string;
  code: string;
  label: string;
}

/** A sign-in that a card opened: the secret for the cookie, told once. */
export interface CardSignIn {
  token: string;
  accountId: string;
}

/** Cards of people without an address: made, replaced, taken back, and signed in with. */
@Injectable()
export class CardService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly audit: Audit,
  ) {}

  /** Makes an account that no mail reaches. */
  async accountWithoutAddress(locale: Locale): Promise<string> {
    const now = this.clock.now();
    const { identifiers } = await this.db
      .repo(Account)
      .insert({ email: null, locale, createdAt: now, confirmedAt: now });
    return (identifiers[0] as { id: string }).id;
  }

  /**
   * Makes a card; the one before, and what it had opened, end with it.
   * @throws CONFLICT for an account with a role: a piece of paper is no key to the data of others
   */
  async issue(actor: Actor, accountId: string, volunteerId: string): Promise<NewCard> {
    return this.db.transaction(async () => {
      await this.db.query('select 1 from account where id = $1 for update', [accountId]);
      const now = this.clock.now();
      const roles = await this.db.query(
        `select 1 from role_grant where account_id = $1 and revoked_at is null and (expires_at is null or expires_at > $2)`,
        [accountId, now],
      );
      if (roles.length > 0) throw userError('CONFLICT', 'cards.staff');
      await this.end(accountId);
      const code = newCardCode();
      const label = labelOf(code);
      const codeHash = hashCard(this.config.appSecret, code);
      const { identifiers } = await this.db
        .repo(Card)
        .insert({ accountId, codeHash, label, issuedAt: now, issuedBy: actor.accountId });
      const subject = { subjectType: 'account', subjectId: accountId, volunteerId };
      await this.audit.write({ actor, action: 'card.issue', ...subject });
      return { id: (identifiers[0] as { id: string }).id, code, label };
    });
  }

  /** Takes the card of an account back, as when it is lost, and ends what it has opened. */
  async revoke(actor: Actor, accountId: string, volunteerId: string): Promise<boolean> {
    return this.db.transaction(async () => {
      const ended = await this.end(accountId);
      const subject = { subjectType: 'account', subjectId: accountId, volunteerId };
      if (ended) await this.audit.write({ actor, action: 'card.revoke', ...subject });
      return ended;
    });
  }

  /** The account of a card in force, from what was typed or scanned; why not, else. */
  async holder(text: string): Promise<{ accountId: string; cardId: string } | 'mistyped' | 'unknown'> {
    const read = readCard(text);
    if (read === null || read === 'mistyped') return 'mistyped';
    const [card] = await this.db.read<{ accountId: string; cardId: string }>(
      'card-holder',
      `select c.account_id as "accountId", c.id as "cardId" from card c join account a on a.id = c.account_id
        where c.code_hash = $1 and c.revoked_at is null and a.disabled_at is null`,
      [hashCard(this.config.appSecret, read.code)],
    );
    return card ?? 'unknown';
  }

  /** Signs in with a card, for two hours and without any role. */
  async signIn(text: string, device: string): Promise<CardSignIn | 'mistyped' | 'unknown'> {
    const holder = await this.holder(text);
    if (typeof holder === 'string') return holder;
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.db.repo(SignInRow).insert({
      accountId: holder.accountId,
      cardId: holder.cardId,
      tokenHash: hashToken(token),
      device,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + CARD_SIGN_IN_HOURS * 3_600_000),
    });
    return { token, accountId: holder.accountId };
  }

  private async end(accountId: string): Promise<boolean> {
    const ended = await this.db.query(
      `with gone as (update card set revoked_at = $2 where account_id = $1 and revoked_at is null returning id),
            out as (update sign_in s set revoked_at = $2 from gone where s.card_id = gone.id and s.revoked_at is null)
       select id from gone`,
      [accountId, this.clock.now()],
    );
    return ended.length > 0;
  }
}
