import { Injectable } from '@nestjs/common';
import { Database, violatedConstraint } from '#platform/database';
import { notFound, userError } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock, type Locale, type Network, parisDay } from '#platform/kernel';
import { ConsentQueries } from './consent.queries.js';
import type { ConsentGiven } from './consent.rules.js';
import { ConsentService } from './consent.service.js';
import { Contact } from './contact.entity.js';
import { Membership } from './membership.entity.js';
import { People } from './people.js';
import { Volunteer } from './volunteer.entity.js';
import type { JoinInput } from './volunteer.inputs.js';
import { joinRefused, type JoinRefused } from './volunteer.refusal.js';
import { whyNotJoin } from './volunteer.rules.js';

/** Becoming a volunteer, and a member of more networks. */
@Injectable()
export class JoinService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly consents: ConsentService,
    private readonly consentQueries: ConsentQueries,
  ) {}

  /**
   * Makes a volunteer of an account. Whoever was imported or met under the same address is that person: she keeps her
   * file and there is no second one.
   */
  async join(me: Actor, input: JoinInput, locale: Locale): Promise<Volunteer | JoinRefused> {
    const { email } = me;
    // Whoever has no address was given her profile at reception together with her account.
    if (email === null) throw userError('CONFLICT', 'error.CONFLICT');
    try {
      return await this.attempt(me, email, input, locale);
    } catch (error) {
      // A list that was being imported made her known meanwhile: she is that person.
      if (violatedConstraint(error) !== 'contact_email_unique') throw error;
      return this.attempt(me, email, input, locale);
    }
  }

  private attempt(me: Actor, email: string, input: JoinInput, locale: Locale): Promise<Volunteer | JoinRefused> {
    const { givenName, birthYear, networks, consents } = input;
    return this.db.transaction(async () => {
      const known = await this.people.byAddress(email);
      const alreadyIn = await this.db.repo(Volunteer).existsBy({ accountId: me.accountId });
      const reason = whyNotJoin({ alreadyIn, birthYear, year: this.year(), networks, given: consents });
      if (reason) return joinRefused(reason, networks, locale);
      if (known?.accountId) throw userError('CONFLICT', 'error.CONFLICT');
      if (known) await this.people.attach(known.id, me.accountId, { givenName, birthYear });
      const person = { givenName, displayName: givenName, birthYear, email, locale };
      const id = known?.id ?? (await this.people.create({ ...person, accountId: me.accountId, source: 'joined' }));
      await this.people.enter(id, networks);
      await this.consents.record(id, consents, locale);
      return this.db.repo(Volunteer).findOneByOrFail({ id });
    });
  }

  async joinNetwork(
    volunteerId: string,
    network: Network,
    consent: ConsentGiven,
    locale: Locale,
  ): Promise<Volunteer | JoinRefused> {
    return this.db.transaction(async () => {
      const [volunteer, birthYear] = await this.locked(volunteerId);
      const member = await this.db.repo(Membership).findOneBy({ volunteerId, network });
      const reason = whyNotJoin({
        alreadyIn: member !== null && member.leftAt === null,
        birthYear,
        year: this.year(),
        networks: [network],
        given: [consent],
        inForce: await this.consentQueries.inForce(volunteerId),
      });
      if (reason) return joinRefused(reason, [network], locale);
      await this.people.enter(volunteerId, [network]);
      await this.consents.record(volunteerId, [consent], locale);
      return volunteer;
    });
  }

  /** @throws BAD_USER_INPUT for somebody whose year of birth nobody knows yet */
  private async locked(id: string): Promise<[Volunteer, number]> {
    const volunteer = await this.db.repo(Volunteer).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    const contact = await this.db.repo(Contact).findOneBy({ volunteerId: id });
    if (!volunteer || !contact) throw notFound('Volunteer');
    if (contact.birthYear === null)
      throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path: 'birthYear', rule: 'isNotEmpty' }]);
    return [volunteer, contact.birthYear];
  }

  private year(): number {
    return Number(parisDay(this.clock.now()).slice(0, 4));
  }
}
