import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { NetworkEnum, notFound, ReaderLocale, userError, Wants } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import type { Locale, Network } from '#platform/kernel';
import { SessionCards } from './session-cards.queries.js';
import { SessionCopies } from './session-copy.service.js';
import { SessionLists } from './session-lists.queries.js';
import { SessionFilter, SessionInput } from './session.inputs.js';
import { SessionQueries } from './session.queries.js';
import { SessionEditRefused, SessionSaved, SessionSaveResult } from './session.refusal.js';
import type { SessionStatus } from './session.rules.js';
import { type SessionOutcome, SessionService } from './session.service.js';
import {
  CoordinatorSessionConnection,
  CoordinatorSessionRow,
  HomeView,
  SessionCardConnection,
  SessionView,
} from './session.types.js';
import { SessionStatusEnum } from './trainings.enums.js';

const REASON_LENGTH = { min: 3, max: 500 };

@Resolver()
export class SessionResolver {
  constructor(
    private readonly cards: SessionCards,
    private readonly lists: SessionLists,
    private readonly queries: SessionQueries,
    private readonly service: SessionService,
    private readonly copies: SessionCopies,
  ) {}

  @Query(() => HomeView, { description: 'What the home page shows.' })
  @Allow('public')
  async home(): Promise<HomeView> {
    return { networks: await this.cards.home() };
  }

  @Query(() => SessionCardConnection, { description: 'The catalogue: published sessions that are not over, by start.' })
  @Allow('public')
  async sessions(
    @Args('filter', { type: () => SessionFilter, nullable: true }) filter: SessionFilter | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Wants('total') wantsTotal: boolean,
  ) {
    const search = filter ?? {};
    const page = await this.cards.page(search, first, after ?? null);
    return { ...page, total: wantsTotal ? await this.cards.count(search) : 0 };
  }

  @Query(() => SessionView, { nullable: true, description: 'A session; drafts only for who coordinates them.' })
  @Allow('public')
  session(@Args('id', { type: () => ID }) id: string, @Me() me: Actor | null): Promise<SessionView | null> {
    return this.queries.view(id, me);
  }

  @Query(() => CoordinatorSessionConnection, { description: 'Sessions of the networks that I coordinate.' })
  @Allow('coordinator')
  async coordinatorSessions(
    @Args('network', { type: () => NetworkEnum, nullable: true }) network: Network | null,
    @Args('status', { type: () => SessionStatusEnum, nullable: true }) status: SessionStatus | null,
    @Args('text', { type: () => String, nullable: true }) text: string | null,
    @Args('past', { type: () => Boolean, nullable: true, defaultValue: false }) past: boolean,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Me() me: Actor,
    @Wants('total') wantsTotal: boolean,
  ) {
    const search = { network: network ?? null, status: status ?? null, text: text ?? null, past };
    const page = await this.lists.page(me, search, first, after ?? null);
    return { ...page, total: wantsTotal ? await this.lists.count(me, search) : 0 };
  }

  @Query(() => [CoordinatorSessionRow], { description: 'Sessions that I give, from those of the last 30 days on.' })
  @Allow('trainer')
  mySessionsToTrain(@Me() me: Actor): Promise<CoordinatorSessionRow[]> {
    return me.volunteerId ? this.lists.ofTrainer(me.volunteerId) : Promise.resolve([]);
  }

  @Mutation(() => SessionSaveResult, {
    description: 'Makes or changes a session. If it is published, everyone concerned is told what changed.',
  })
  @Allow('coordinator')
  async saveSession(
    @Args('input', { type: () => SessionInput }) input: SessionInput,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<SessionSaved | SessionEditRefused> {
    return this.answer(await this.service.save(input, me), me, locale);
  }

  @Mutation(() => SessionSaveResult, {
    description: 'Cancels a session and tells everyone concerned, with the reason.',
  })
  @Allow('coordinator')
  async cancelSession(
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String }) reason: string,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<SessionSaved | SessionEditRefused> {
    const said = reason.trim();
    if (said.length < REASON_LENGTH.min || said.length > REASON_LENGTH.max)
      throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path: 'reason', rule: 'isLength' }]);
    return this.answer(await this.service.cancel(id, said, me), me, locale);
  }

  @Mutation(() => SessionView, { description: 'Copies a session as a draft at another time, or as a named template.' })
  @Allow('coordinator')
  async duplicateSession(
    @Args('id', { type: () => ID }) id: string,
    @Args('asTemplate', { type: () => String, nullable: true }) asTemplate: string | null,
    @Args('startsAt', { type: () => Date, nullable: true }) startsAt: Date | null,
    @Me() me: Actor,
  ): Promise<SessionView> {
    const options = { asTemplate: asTemplate?.trim() || null, startsAt: startsAt ?? null };
    return this.saved(await this.copies.copy(id, options, me), me);
  }

  private async answer(outcome: SessionOutcome, me: Actor, locale: Locale): Promise<SessionSaved | SessionEditRefused> {
    if ('refused' in outcome) return new SessionEditRefused(outcome.refused, locale);
    return { session: await this.saved(outcome.id, me), effect: outcome.effect };
  }

  private async saved(id: string, me: Actor): Promise<SessionView> {
    const session = await this.queries.view(id, me);
    if (!session) throw notFound('Session');
    return session;
  }
}
