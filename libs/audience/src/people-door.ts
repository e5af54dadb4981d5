import { Injectable } from '@nestjs/common';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { Database } from '#platform/database';
import type { Actor } from '#platform/identity';
import { ContactDoor } from '#lib/volunteers';
import { PeopleQueries } from './people.queries.js';
import type { PersonRow } from './people.types.js';
import { sightOf } from './sight.js';

/** Looking somebody up by what reaches her: only by the whole of it, for a purpose, and she sees that it was done. */
@Injectable()
export class PeopleDoor {
  constructor(
    private readonly db: Database,
    private readonly contacts: ContactDoor,
    private readonly people: PeopleQueries,
  ) {}

  /** The person within sight who has this address or number; null tells nothing about those out of sight. */
  async find(actor: Actor, address: string, purpose: string): Promise<PersonRow | null> {
    const phone = parsePhoneNumberFromString(address, 'FR')?.number ?? null;
    return this.db.transaction(async () => {
      const rows = await this.db.query<{ id: string }>(
        `select v.id from volunteer v join contact c on c.volunteer_id = v.id left join account a on a.id = v.account_id
          where c.email = $1 or a.email = $1 or c.phone = $2 limit 20`,
        [address, phone],
      );
      for (const { id } of rows) {
        const person = await this.people.one(sightOf(actor), id);
        if (!person) continue;
        await this.contacts.ofOther(actor, id, purpose);
        return person;
      }
      return null;
    });
  }
}
