import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { LocaleEnum, ReaderLocale, userError } from '#platform/graphql';
import { Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { Consent, ConsentText } from './consent.entity.js';
import { ConsentQueries } from './consent.queries.js';
import { ConsentService } from './consent.service.js';
import { isConsentPurpose } from './consent-texts.js';
import { ConsentGivenInput } from './volunteer.inputs.js';
import { volunteerOf } from './volunteer.resolver.js';

@Resolver(() => Consent)
export class ConsentResolver {
  constructor(
    private readonly consents: ConsentService,
    private readonly queries: ConsentQueries,
  ) {}

  @Query(() => [ConsentText], { description: 'The texts in force, in the order asked for.' })
  @Allow('public')
  consentTexts(
    @Args('purposes', { type: () => [String], description: 'Which ones.' }) purposes: string[],
    @Args('locale', { type: () => LocaleEnum, description: 'In which language.' }) locale: Locale,
  ): Promise<ConsentText[]> {
    return this.queries.texts(purposes, locale);
  }

  @Query(() => [Consent], { description: 'All consents I ever gave, last first.' })
  @Allow('volunteer')
  myConsents(@Me() me: Actor): Promise<Consent[]> {
    return this.queries.of(volunteerOf(me));
  }

  @Mutation(() => [Consent], { description: 'Agrees to a text; joining a network is `joinNetwork`.' })
  @Allow('volunteer')
  async giveConsent(
    @Me() me: Actor,
    @Args('consent', { type: () => ConsentGivenInput, description: 'The text, as shown.' }) consent: ConsentGivenInput,
    @ReaderLocale() locale: Locale,
  ): Promise<Consent[]> {
    await this.consents.give(volunteerOf(me), consent, locale);
    return this.queries.of(volunteerOf(me));
  }

  @Mutation(() => [Consent], { description: 'Takes a consent back, and leaves the network that rests on it.' })
  @Allow('volunteer')
  async withdrawConsent(
    @Me() me: Actor,
    @Args('purpose', { type: () => String, description: 'Which one.' }) purpose: string,
  ): Promise<Consent[]> {
    if (!isConsentPurpose(purpose))
      throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path: 'purpose', rule: 'isIn' }]);
    await this.consents.withdraw(volunteerOf(me), purpose);
    return this.queries.of(volunteerOf(me));
  }
}
