import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { notFound, ReaderLocale } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import { Clock, type Locale } from '#platform/kernel';
import { EnrolmentView } from './enrolment.types.js';
import { IdArg } from './id-arg.js';
import { sharingOf } from './seat-pools.rules.js';
import { SeatSharing } from './seat-sharing.service.js';
import { ReservedRankView, SeatSharingView, ShareSeatsArgs } from './seat-sharing.types.js';
import { SeatSharingQueries } from './seat-sharing.queries.js';
import { SessionQueries } from './session.queries.js';
import { SessionEditRefused, SessionSaved, SessionSaveResult } from './session.refusal.js';
import type { SessionOutcome } from './session-outcome.js';
import { SessionView } from './session.types.js';

@Resolver(() => SessionView)
export class SeatSharingResolver {
  constructor(
    private readonly service: SeatSharing,
    private readonly queries: SessionQueries,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => SeatSharingView, {
    nullable: true,
    description: 'How its seats are shared out between the networks; null if they are open to all.',
  })
  sharing(@Parent() session: SessionView): SeatSharingView | null {
    return sharingOf(session, this.clock.now());
  }

  @Mutation(() => SessionSaveResult, {
    description: 'Keeps seats of a session for the networks. Everybody who has a seat keeps one.',
  })
  @Allow('coordinator')
  async shareSeats(
    @Args() { sessionId, solidarity, climate, releaseDays }: ShareSeatsArgs,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<SessionSaved | SessionEditRefused> {
    const wish = { quotas: { solidarity, climate }, releaseDays };
    return this.answer(await this.service.share(me, sessionId, wish), me, locale);
  }

  @Mutation(() => SessionSaveResult, { description: 'Opens all seats of a session to all.' })
  @Allow('coordinator')
  async unshareSeats(
    @IdArg('sessionId', 'The session.') sessionId: string,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<SessionSaved | SessionEditRefused> {
    return this.answer(await this.service.unshare(me, sessionId), me, locale);
  }

  private async answer(outcome: SessionOutcome, me: Actor, locale: Locale): Promise<SessionSaved | SessionEditRefused> {
    if ('refused' in outcome) return new SessionEditRefused(outcome.refused, locale);
    const session = await this.queries.view(outcome.id, me);
    if (!session) throw notFound('Session');
    return { session, effect: outcome.effect };
  }
}

@Resolver(() => EnrolmentView)
export class ReservedRanksResolver {
  constructor(private readonly queries: SeatSharingQueries) {}

  @ResolveField(() => [ReservedRankView], {
    description:
      'For who waits in a session with seats kept for her networks: her place for those, besides that in the whole list.',
  })
  reservedRanks(@Parent() { id, rank }: EnrolmentView): Promise<ReservedRankView[]> | ReservedRankView[] {
    return rank === null ? [] : this.queries.reservedRanks(id);
  }
}
