import { Args, ArgsType, Field, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Max, Min } from 'class-validator';
import { ReaderLocale } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { CancelRefused, CancelResult } from './enrolment.refusal.js';
import { EnrolmentView } from './enrolment.types.js';
import { IdArg } from './id-arg.js';
import { NoticeBoard } from './notice-board.queries.js';
import { OfferRefused, OfferResult } from './offer.refusal.js';
import { ReceptionDesk } from './reception-desk.service.js';
import { BoardLine } from './reception-desk.types.js';

@ArgsType()
class BoardArgs {
  @Field(() => Int, { description: 'How many days ahead, 1 to 31.' })
  @Min(1)
  @Max(31)
  days: number;
}

/** What reception does with bookings of people without an address. */
@Resolver()
export class ReceptionDeskResolver {
  constructor(
    private readonly desk: ReceptionDesk,
    private readonly board: NoticeBoard,
  ) {}

  @Query(() => [EnrolmentView], { description: 'What somebody without an address holds, is offered or waits for.' })
  @Allow('coordinator')
  receptionBookings(@IdArg('volunteerId', 'Identifier of the person.') id: string): Promise<EnrolmentView[]> {
    return this.desk.bookings(id);
  }

  @Query(() => [BoardLine], { description: 'People without an address who are expected, by time; for the wall.' })
  @Allow('coordinator')
  noticeBoard(@Args() { days }: BoardArgs): Promise<BoardLine[]> {
    return this.board.lines(days);
  }

  @Mutation(() => CancelResult, { description: 'Gives a booking up for somebody without an address, at her wish.' })
  @Allow('coordinator')
  async cancelForPerson(
    @IdArg('enrolmentId', 'Identifier of the booking.') id: string,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<EnrolmentView | CancelRefused> {
    const result = await this.desk.cancel(me, id);
    return 'refused' in result ? new CancelRefused(result.refused, locale) : result;
  }

  @Mutation(() => OfferResult, { description: 'Answers an offer for somebody without an address, at her wish.' })
  @Allow('coordinator')
  async answerOfferForPerson(
    @IdArg('enrolmentId', 'Identifier of the booking.') id: string,
    @Args('accept', { type: () => Boolean, description: 'True to take the seat, false to leave it to the next.' })
    accept: boolean,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<EnrolmentView | OfferRefused> {
    const result = await this.desk.answer(me, id, accept);
    return 'refused' in result ? new OfferRefused(result.refused, result.enrolment, locale) : result;
  }
}
