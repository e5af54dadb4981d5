import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Locale } from '#platform/kernel';
import { People } from './people.js';

export interface WalkIn {
  givenName: string;
  /** Null for somebody without an address: she cannot be found again, and is a new person each time. */
  email: string | null;
  birthYear: number | null;
  locale: Locale;
}

/** People met at a desk, who have not signed in. */
@Injectable()
export class ReceptionService {
  constructor(
    private readonly db: Database,
    private readonly people: People,
  ) {}

  /**
   * The person of an address, made from the three fields if nobody has it yet. The answer does not tell which, nor
   * anything of a person already known: whoever holds the desk learns nothing from typing an address.
   * She agrees to nothing by it and joins no network; that is for her to do when she signs in.
   */
  async registerWalkIn(person: WalkIn): Promise<string> {
    return this.db.transaction(async () => {
      const known = person.email === null ? null : await this.people.byAddress(person.email);
      if (known) return known.id;
      return this.people.create({ ...person, displayName: person.givenName, accountId: null, source: 'reception' });
    });
  }
}
