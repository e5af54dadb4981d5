import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ReaderLocale } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { IdArg } from './id-arg.js';
import { OverbookingAdvisor } from './overbooking-advisor.js';
import { OverbookingQueries } from './overbooking.queries.js';
import { OverbookingService } from './overbooking.service.js';
import {
  AcceptOverbookingArgs,
  OverbookingAdvice,
  OverbookingRefused,
  OverbookingResult,
} from './overbooking.types.js';

@Resolver()
export class OverbookingResolver {
  constructor(
    private readonly advisor: OverbookingAdvisor,
    private readonly queries: OverbookingQueries,
    private readonly service: OverbookingService,
  ) {}

  @Query(() => OverbookingAdvice, { description: 'How many bookings of a session past sessions allow to accept.' })
  @Allow('coordinator')
  async overbookingAdvice(
    @IdArg('sessionId', 'Identifier of the session.') sessionId: string,
    @Me() me: Actor,
  ): Promise<OverbookingAdvice> {
    const { room, pastSessions, advice } = await this.advisor.of(me, sessionId);
    const { roomSeats, extraSeats, legalMaximum } = room;
    const now = { roomSeats, acceptedSeats: roomSeats + extraSeats, legalMaximum };
    const decision = await this.queries.decision(sessionId);
    if (typeof advice !== 'string') {
      const { seats, chance, showPercent, likeness, pastSessions: counted } = advice;
      return { ...now, decision, seats, chance, showPercent, likeness, pastSessions: counted, whyNot: null };
    }
    const nothing = { seats: null, chance: null, showPercent: null, likeness: null };
    return { ...now, ...nothing, decision, pastSessions, whyNot: advice };
  }

  @Mutation(() => OverbookingResult, {
    description: 'Accepts as many bookings as that, within what past sessions allow. Who decided and why is kept.',
  })
  @Allow('coordinator')
  async acceptOverbooking(
    @Args() { sessionId, seats, reason }: AcceptOverbookingArgs,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<OverbookingAdvice | OverbookingRefused> {
    const refused = await this.service.accept(me, sessionId, seats, reason);
    return refused ? new OverbookingRefused(refused, locale) : this.overbookingAdvice(sessionId, me);
  }
}
