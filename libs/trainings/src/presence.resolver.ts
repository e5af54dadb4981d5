import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ReaderLocale } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { CatchUpService } from './catch-up.service.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { EnrolmentView } from './enrolment.types.js';
import { IdArg } from './id-arg.js';
import { PresenceInput } from './presence.inputs.js';
import { PresenceQueries } from './presence.queries.js';
import { PresenceService } from './presence.service.js';
import { CatchUpRefused, CatchUpResult, MissedDate, PresenceAsked } from './presence.types.js';
import { SessionDateView } from './session.types.js';

@Resolver(() => EnrolmentView)
export class PresenceResolver {
  constructor(
    private readonly service: PresenceService,
    private readonly queries: PresenceQueries,
    private readonly catchUps: CatchUpService,
    private readonly enrolments: EnrolmentQueries,
  ) {}

  @Query(() => PresenceAsked, { description: 'Which dates a session that I give or coordinate asks for.' })
  @Allow('trainer', 'coordinator')
  sessionPresence(
    @IdArg('sessionId', 'Identifier of the session.') sessionId: string,
    @Me() me: Actor,
  ): Promise<PresenceAsked> {
    return this.service.of(me, sessionId);
  }

  @Query(() => [MissedDate], { description: 'Dates that I missed and need, and where I can make them up.' })
  @Allow('volunteer')
  myMissedDates(@Me() me: Actor): Promise<MissedDate[]> {
    return me.volunteerId ? this.queries.missedBy(me.volunteerId) : Promise.resolve([]);
  }

  @Mutation(() => PresenceAsked, { description: 'Says which dates of a session must be attended.' })
  @Allow('coordinator')
  saveSessionPresence(
    @Args('input', { type: () => PresenceInput, description: 'Which dates count.' }) input: PresenceInput,
    @Me() me: Actor,
  ): Promise<PresenceAsked> {
    return this.service.save(me, input);
  }

  @Mutation(() => CatchUpResult, { description: 'Books one date of another session to make up what I missed.' })
  @Allow('volunteer')
  async bookCatchUp(
    @IdArg('sessionDateId', 'Identifier of the date to come to.') dateId: string,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<EnrolmentView | CatchUpRefused> {
    const booked = await this.catchUps.book(me, dateId);
    return 'refused' in booked ? new CatchUpRefused(booked.refused, locale) : this.enrolments.byId(booked.id);
  }

  @ResolveField(() => [SessionDateView], {
    description: 'The dates that it is for, when it makes up a missed one; empty for the whole session.',
  })
  catchUpDates(@Parent() { id }: EnrolmentView): Promise<SessionDateView[]> {
    return this.queries.catchUpDates(id);
  }
}
