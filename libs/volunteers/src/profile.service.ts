import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { notFound, userError } from '#platform/graphql';
import { Clock, parisDay } from '#platform/kernel';
import { AccountsService } from '#platform/accounts';
import { readPhone } from './import-cells.rules.js';
import { Contact } from './contact.entity.js';
import { Membership } from './membership.entity.js';
import { Volunteer } from './volunteer.entity.js';
import type { ContactInput, ProfileInput } from './volunteer.inputs.js';
import { isAtLeast, MINIMUM_AGE } from './volunteer.rules.js';
import { IsNull } from 'typeorm';

/** Fields that may be taken back, and then hold nothing. */
const CLEARABLE = new Set(['arrondissement', 'commune', 'accessNeeds']);

/** A volunteer's own changes to what is known of her. */
@Injectable()
export class ProfileService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
  ) {}

  /** @throws CONFLICT when the profile was changed since the version that she saw */
  async update(volunteerId: string, { version, ...input }: ProfileInput): Promise<Volunteer> {
    const changes = Object.fromEntries(
      Object.entries(input).filter(([field, value]) => value !== undefined && (value !== null || CLEARABLE.has(field))),
    );
    return this.db.transaction(async () => {
      const { affected } = await this.db
        .repo(Volunteer)
        .update({ id: volunteerId, version }, { ...changes, updatedAt: this.clock.now() });
      if (affected !== 1) throw userError('CONFLICT', 'error.CONFLICT');
      const volunteer = await this.db.repo(Volunteer).findOneByOrFail({ id: volunteerId });
      if (input.locale && volunteer.accountId) await this.accounts.setLocale(volunteer.accountId, input.locale);
      return volunteer;
    });
  }

  /** @throws BAD_USER_INPUT for a telephone number or a year of birth that cannot be */
  async updateContact(volunteerId: string, input: ContactInput): Promise<Contact> {
    const { givenName, familyName, birthYear } = input;
    const changes = {
      givenName,
      ...(familyName !== undefined && { familyName }),
      ...(input.phone !== undefined && { phone: phoneOf(input.phone) }),
      ...(birthYear && { birthYear: await this.birthYear(volunteerId, birthYear) }),
    };
    const { affected } = await this.db
      .repo(Contact)
      .update({ volunteerId }, { ...changes, updatedAt: this.clock.now() });
    if (affected !== 1) throw notFound('Contact');
    return this.db.repo(Contact).findOneByOrFail({ volunteerId });
  }

  /** Nobody becomes too young for a network that she is in. */
  private async birthYear(volunteerId: string, birthYear: number): Promise<number> {
    const memberships = await this.db.repo(Membership).findBy({ volunteerId, leftAt: IsNull() });
    const age = Math.max(0, ...memberships.map(({ network }) => MINIMUM_AGE[network]));
    if (isAtLeast(age, birthYear, Number(parisDay(this.clock.now()).slice(0, 4)))) return birthYear;
    throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path: 'birthYear', rule: 'max' }]);
  }
}

function phoneOf(text: string | null): string | null {
  if (text === null) return null;
  const read = readPhone(text);
  if ('value' in read) return read.value;
  throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path: 'phone', rule: 'isPhone' }]);
}
