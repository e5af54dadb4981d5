import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { notFound, ReaderLocale, Wants } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { SessionCards } from './session-cards.queries.js';
import { SessionCopies } from './session-copy.service.js';
import { SessionLists } from './session-lists.queries.js';
import {
  CancelSessionArgs,
  CoordinatorSessionsArgs,
  DuplicateSessionArgs,
  SessionInput,
  SessionsArgs,
} from './session.inputs.js';
import { SessionQueries } from './session.queries.js';
import { SessionEditRefused, SessionSaved, SessionSaveResult } from './session.refusal.js';
import type { SessionOutcome } from './session-outcome.js';
import { SessionService } from './session.service.js';
import {
  CoordinatorSessionConnection,
  CoordinatorSessionRow,
  HomeView,
  SessionCardConnection,
  SessionView,
} from './session.types.js';

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
  async sessions(@Args() { filter, first, after }: SessionsArgs, @Wants('total') wantsTotal: boolean) {
    const search = filter ?? {};
    const page = await this.cards.page(search, first, after ?? null);
    return { ...page, total: wantsTotal ? await this.cards.count(search) : 0 };
  }

  @Query(() => SessionView, { nullable: true, description: 'A session; drafts only for who coordinates them.' })
  @Allow('public')
  session(
    @Args('id', { type: () => ID, description: 'The session.' }) id: string,
    @Me() me: Actor | null,
  ): Promise<SessionView | null> {
    return this.queries.view(id, me);
  }

  @Query(() => CoordinatorSessionConnection, { description: 'Sessions of the networks that I coordinate.' })
  @Allow('coordinator')
  async coordinatorSessions(
    @Args() { network, status, text, past, first, after }: CoordinatorSessionsArgs,
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
    @Args('input', { type: () => SessionInput, description: 'The session as it shall be.' }) input: SessionInput,
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
    @Args() { id, reason }: CancelSessionArgs,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<SessionSaved | SessionEditRefused> {
    return this.answer(await this.service.cancel(id, reason, me), me, locale);
  }

  @Mutation(() => SessionView, { description: 'Copies a session as a draft at another time, or as a named template.' })
  @Allow('coordinator')
  async duplicateSession(
    @Args() { id, asTemplate, startsAt }: DuplicateSessionArgs,
    @Me() me: Actor,
  ): Promise<SessionView> {
    const options = { asTemplate: asTemplate || null, startsAt: startsAt ?? null };
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
