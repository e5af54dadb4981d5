import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock, type Locale, type Network } from '#platform/kernel';
import { Contact } from './contact.entity.js';
import { Volunteer, type VolunteerSource } from './volunteer.entity.js';

export interface NewPerson {
  accountId: string | null;
  source: VolunteerSource;
  displayName: string;
  givenName: string;
  email: string | null;
  birthYear: number | null;
  /** Age that she had reached in the eyes of who received her; nobody asked for her year of birth. */
  vouchedAge?: number | null;
  locale: Locale;
}

/** A person who is known by an address. */
export interface KnownPerson {
  id: string;
  accountId: string | null;
}

/**
 * The steps from which joining and reception are made. All run in the caller's transaction; `byAddress` comes first,
 * because it makes everybody else who is about to write the same address wait.
 */
@Injectable()
export class People {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The person of an address, whom nobody else can make or attach before the transaction ends. */
  async byAddress(email: string): Promise<KnownPerson | null> {
    await this.db.query(`select pg_advisory_xact_lock(hashtextextended('contact ' || lower($1), 0))`, [email]);
    const [known] = await this.db.query<KnownPerson>(
      `select v.id, v.account_id as "accountId" from contact c join volunteer v on v.id = c.volunteer_id
        where c.email = $1 for update of v`,
      [email],
    );
    return known ?? null;
  }

  async create(person: NewPerson): Promise<string> {
    const { accountId, source, displayName, locale, givenName, email, birthYear, vouchedAge = null } = person;
    const now = this.clock.now();
    const { identifiers } = await this.db
      .repo(Volunteer)
      .insert({ accountId, source, displayName, locale, createdAt: now, updatedAt: now });
    const id = (identifiers[0] as { id: string }).id;
    await this.db.repo(Contact).insert({ volunteerId: id, givenName, email, birthYear, vouchedAge, updatedAt: now });
    return id;
  }

  /** Gives a person who was imported or met at a desk the account that she has just signed in with. */
  async attach(id: string, accountId: string, contact: { givenName: string; birthYear: number }): Promise<void> {
    await this.db.repo(Volunteer).update({ id }, { accountId, updatedAt: this.clock.now() });
    await this.db.repo(Contact).update({ volunteerId: id }, { ...contact, updatedAt: this.clock.now() });
  }

  /** Makes somebody a member; who had left is back from now on. */
  async enter(volunteerId: string, networks: readonly Network[]): Promise<void> {
    await this.db.query(
      `insert into membership (volunteer_id, network, joined_at)
       select $1, network, $3 from unnest($2::text[]) as network
       on conflict (volunteer_id, network) do update set joined_at = excluded.joined_at, left_at = null
        where membership.left_at is not null`,
      [volunteerId, networks, this.clock.now()],
    );
  }
}
