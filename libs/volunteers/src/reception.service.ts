import { Injectable } from '@nestjs/common';
import { CardService, type NewCard } from '#platform/accounts';
import { Database } from '#platform/database';
import { notFound, userError } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock, type Locale } from '#platform/kernel';
import { People } from './people.js';
import { Volunteer } from './volunteer.entity.js';

export interface WalkIn {
  givenName: string;
  /** Null for somebody without an address. */
  email: string | null;
  birthYear: number | null;
  locale: Locale;
}

/** All that reception asks of somebody without an address. */
export interface Welcomed {
  givenName: string;
  /** Age that she has reached in the eyes of who receives her. */
  vouchedAge: number;
  locale: Locale;
}

/** A card that was just made, and whose it is. */
export interface CardOfPerson {
  volunteerId: string;
  card: NewCard;
}

/** People met at a desk, who have not signed in. */
@Injectable()
export class ReceptionService {
  constructor(
    private readonly db: Database,
    private readonly people: People,
    private readonly cards: CardService,
    private readonly clock: Clock,
  ) {}

  /**
   * The person of an address, made from the three fields if nobody has it yet. The answer does not tell which, nor
   * anything of a person already known: whoever holds the desk learns nothing from typing an address.
   * Somebody without an address has an account from the first moment, for which reception can make a card.
   * She agrees to nothing by it and joins no network; that is for her to do when she signs in.
   */
  async registerWalkIn(person: WalkIn): Promise<string> {
    return this.db.transaction(async () => {
      const known = person.email === null ? null : await this.people.byAddress(person.email);
      if (known) return known.id;
      const accountId = person.email === null ? await this.cards.accountWithoutAddress(person.locale) : null;
      return this.people.create({ ...person, displayName: person.givenName, accountId, source: 'reception' });
    });
  }

  /** Makes a person of a first name, with an account that a card signs in to. */
  async welcome(me: Actor, { givenName, vouchedAge, locale }: Welcomed): Promise<CardOfPerson> {
    return this.db.transaction(async () => {
      const accountId = await this.cards.accountWithoutAddress(locale);
      const person = { givenName, displayName: givenName, vouchedAge, locale, email: null, birthYear: null };
      const volunteerId = await this.people.create({ ...person, accountId, source: 'reception' });
      return { volunteerId, card: await this.cards.issue(me, accountId, volunteerId) };
    });
  }

  /** Makes a new card for somebody whom no mail reaches; the one before ends. @throws NOT_FOUND, CONFLICT */
  async newCard(me: Actor, volunteerId: string): Promise<CardOfPerson> {
    return this.db.transaction(async () => {
      const person = await this.locked(volunteerId);
      const accountId = person.accountId ?? (await this.cards.accountWithoutAddress(person.locale));
      if (!person.accountId)
        await this.db.repo(Volunteer).update({ id: volunteerId }, { accountId, updatedAt: this.clock.now() });
      return { volunteerId, card: await this.cards.issue(me, accountId, volunteerId) };
    });
  }

  /** Takes a lost card back. @returns whether there was one @throws NOT_FOUND */
  async revokeCard(me: Actor, volunteerId: string): Promise<boolean> {
    return this.db.transaction(async () => {
      const { accountId } = await this.locked(volunteerId);
      return accountId !== null && (await this.cards.revoke(me, accountId, volunteerId));
    });
  }

  /** Notes the age that somebody without a year of birth has reached, in the eyes of who receives her. @throws NOT_FOUND */
  async vouchForAge(volunteerId: string, age: number): Promise<void> {
    await this.db.transaction(async () => {
      await this.locked(volunteerId);
      await this.db.query(
        'update contact set vouched_age = greatest(vouched_age, $2), updated_at = $3 where volunteer_id = $1',
        [volunteerId, age, this.clock.now()],
      );
    });
  }

  /** Somebody whom no mail reaches: nobody else is reception's business. */
  private async locked(volunteerId: string): Promise<{ accountId: string | null; locale: Locale }> {
    const [person] = await this.db.query<{ accountId: string | null; locale: Locale; reached: boolean }>(
      `select v.account_id as "accountId", v.locale, coalesce(c.email, a.email) is not null as reached
         from volunteer v
         left join contact c on c.volunteer_id = v.id
         left join account a on a.id = v.account_id
        where v.id = $1
          for update of v`,
      [volunteerId],
    );
    if (!person) throw notFound('Volunteer');
    if (person.reached) throw userError('CONFLICT', 'reception.hasAddress');
    return person;
  }
}
