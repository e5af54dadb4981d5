import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Locale } from '#platform/kernel';
import { PersonalRegistry } from './personal-registry.js';

/** Everything by which the rows about somebody are found. */
export interface Person {
  volunteerId: string | null;
  accountId: string | null;
  addresses: string[];
}

/** What is needed to write to somebody, and to look for traces of her. */
export interface KnownPerson extends Person {
  /** Her name as others see it; null without a profile. */
  name: string | null;
  phone: string | null;
  locale: Locale;
}

/** A person as parameters of her conditions: `$1` volunteer, `$2` account, `$3` addresses. */
export const parametersOf = ({ volunteerId, accountId, addresses }: Person): unknown[] => [
  volunteerId,
  accountId,
  addresses,
];

/** Gives the three parameters their types, whichever of them a condition uses. */
export const TYPED = '($1::uuid is null or $2::uuid is null or $3::citext[] is null or true)';

const FIND = `
  select v.id as "volunteerId", a.id as "accountId", v.display_name as name, c.phone,
         coalesce(a.locale, v.locale) as locale,
         array_remove(array[a.email::text, c.email::text], null) as addresses
    from (select) as one
    left join volunteer v on v.id = $1::uuid or v.account_id = $2::uuid
    left join account a on a.id = coalesce($2::uuid, v.account_id)
    left join contact c on c.volunteer_id = v.id
   where v.id is not null or a.id is not null`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Finds people with all their ways of being named. */
@Injectable()
export class PersonFinder {
  constructor(
    private readonly db: Database,
    private readonly registry: PersonalRegistry,
  ) {}

  async byAccount(accountId: string): Promise<KnownPerson | null> {
    return this.one(null, accountId);
  }

  async byVolunteer(volunteerId: string): Promise<KnownPerson | null> {
    return this.one(volunteerId, null);
  }

  /** Somebody whom an operator names by an id, an e-mail address or the code of one of her bookings. */
  async byWord(word: string): Promise<KnownPerson | null> {
    if (UUID.test(word)) return (await this.one(word, null)) ?? this.one(null, word);
    const [found] = await this.db.query<{ volunteer: string | null; account: string | null }>(
      `select c.volunteer_id as volunteer, null::uuid as account from contact c where c.email = $1
       union all select null, a.id from account a where a.email = $1
       union all select e.volunteer_id, null from enrolment e where e.booking_code = upper($2) and e.volunteer_id is not null
       limit 1`,
      [word, word.replace(/[\s-]/g, '')],
    );
    return found ? this.one(found.volunteer, found.account) : null;
  }

  /** Whether somebody has signed in, booked or agreed to something after an instant. */
  async wasHereAfter({ volunteerId, accountId }: Person, instant: Date): Promise<boolean> {
    const [found] = await this.db.query<{ seen: boolean }>(
      `select exists (select 1 from volunteer, lateral (select ${this.registry.lastContact} as last_contact) as latest
                       where volunteer.id = $1::uuid and last_contact > $3)
           or exists (select 1 from sign_in s where s.account_id = $2::uuid and s.last_seen_at > $3) as seen`,
      [volunteerId, accountId, instant],
    );
    return found?.seen ?? false;
  }

  private async one(volunteerId: string | null, accountId: string | null): Promise<KnownPerson | null> {
    const [person] = await this.db.query<KnownPerson>(FIND, [volunteerId, accountId]);
    return person ?? null;
  }
}
