import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ReaderLocale } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import type { EnrolmentView } from './enrolment.types.js';
import { IdArg } from './id-arg.js';
import { OfferRefused, OfferResult } from './offer.refusal.js';
import { OfferService } from './offer.service.js';

@Resolver()
export class OfferResolver {
  constructor(private readonly service: OfferService) {}

  @Mutation(() => OfferResult, {
    description: 'Accepts or declines the seat that is offered to me. The same answer again changes nothing.',
  })
  @Allow('volunteer')
  async answerOffer(
    @IdArg('enrolmentId', 'Identifier of the booking.') enrolmentId: string,
    @Args('accept', { type: () => Boolean, description: 'True to take the seat, false to leave it to the next.' })
    accept: boolean,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<EnrolmentView | OfferRefused> {
    const result = await this.service.answer(me, enrolmentId, accept);
    return 'refused' in result ? new OfferRefused(result.refused, result.enrolment, locale) : result;
  }
}
