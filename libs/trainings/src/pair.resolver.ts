import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ReaderLocale, type RequestContext } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { BookingCodes } from './booking-codes.js';
import { EnrolmentRefused } from './enrolment.refusal.js';
import { EnrolmentView } from './enrolment.types.js';
import { IdArg } from './id-arg.js';
import { type Invitation, PairQueries } from './pair.queries.js';
import { PairDesk } from './pair-desk.js';
import { PairEnds } from './pair-ends.service.js';
import { PairInvitations } from './pair-invitations.service.js';
import {
  AcceptPairResult,
  InvitationResult,
  InviteResult,
  MailInvitationArgs,
  PairInvitation,
  PairMate,
  PairRefused,
} from './pair.types.js';
import { SessionLoader } from './session.loader.js';
import { SessionView } from './session.types.js';

const CODE = { type: () => String, description: 'Letters of the invitation.' };

@Resolver(() => PairInvitation)
export class PairResolver {
  constructor(
    private readonly invitations: PairInvitations,
    private readonly desk: PairDesk,
    private readonly ends: PairEnds,
    private readonly queries: PairQueries,
    private readonly codes: BookingCodes,
    private readonly sessions: SessionLoader,
  ) {}

  @Query(() => PairInvitation, { nullable: true, description: 'An invitation to come together, by its letters.' })
  @Allow('public')
  async pairInvitation(@Args('code', CODE) code: string, @Me() me: Actor | null): Promise<PairInvitation | null> {
    const invitation = await this.queries.byCode(this.lettersOf(code));
    return invitation && viewOf(invitation, me);
  }

  @Mutation(() => InviteResult, {
    description: 'Invites somebody to come together. No seat is kept: both get theirs when the friend accepts.',
  })
  @Allow('account')
  async invitePair(
    @IdArg('sessionId', 'Identifier of the session.') sessionId: string,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<PairInvitation | EnrolmentRefused> {
    const result = await this.invitations.invite(me, sessionId);
    return 'refused' in result ? new EnrolmentRefused(result, locale) : viewOf(result, me);
  }

  @Mutation(() => InvitationResult, { description: 'Sends my invitation to an address, once.' })
  @Allow('volunteer')
  async mailPairInvitation(
    @Args() { id, email }: MailInvitationArgs,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<PairInvitation | PairRefused> {
    const result = await this.invitations.mail(me, id, email, locale);
    return 'pairRefused' in result ? new PairRefused(result.pairRefused, locale) : viewOf(result, me);
  }

  @Mutation(() => PairInvitation, { description: 'Takes my invitation back.' })
  @Allow('volunteer')
  async withdrawPairInvitation(
    @IdArg('id', 'Identifier of the invitation.') id: string,
    @Me() me: Actor,
  ): Promise<PairInvitation> {
    return viewOf(await this.ends.withdraw(me, id), me);
  }

  @Mutation(() => AcceptPairResult, {
    description: 'Accepts an invitation: both have a seat, or both wait, or neither.',
  })
  @Allow('account')
  async acceptPairInvitation(
    @Args('code', CODE) code: string,
    @Args('confirmOverlap', {
      type: () => Boolean,
      nullable: true,
      defaultValue: false,
      description: 'True once she was told of another booking at the same time and wants this one too.',
    })
    confirmOverlap: boolean,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<EnrolmentView | EnrolmentRefused | PairRefused> {
    const result = await this.desk.accept(me, this.lettersOf(code), confirmOverlap);
    if ('pairRefused' in result) return new PairRefused(result.pairRefused, locale);
    return 'refused' in result ? new EnrolmentRefused(result, locale) : result;
  }

  @Mutation(() => InvitationResult, { description: 'Declines an invitation; who invited is told.' })
  @Allow('volunteer')
  async declinePairInvitation(
    @Args('code', CODE) code: string,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<PairInvitation | PairRefused> {
    const result = await this.ends.decline(me, this.lettersOf(code));
    return 'pairRefused' in result ? new PairRefused(result.pairRefused, locale) : viewOf(result, me);
  }

  @ResolveField(() => SessionView, { description: 'The session.' })
  session(@Parent() { sessionId }: PairInvitation, @Context() { req }: RequestContext): Promise<SessionView> {
    return this.sessions.load(req, sessionId);
  }

  /** As people type them: small letters, spaces and dashes are forgiven, as at the door. */
  private lettersOf(typed: string): string {
    return this.codes.read(typed) ?? '';
  }
}

@Resolver(() => EnrolmentView)
export class PairMateResolver {
  constructor(private readonly queries: PairQueries) {}

  @ResolveField(() => PairMate, { nullable: true, description: 'Who comes with her, while both are on the list.' })
  async mate(@Parent() { id, status }: EnrolmentView): Promise<PairMate | null> {
    const mate = await this.queries.mateOf(id);
    return mate && { ...mate, isServedTogether: status === 'waiting' && mate.status === 'waiting' };
  }
}

@Resolver(() => SessionView)
export class SessionInvitationResolver {
  constructor(private readonly queries: PairQueries) {}

  @ResolveField(() => PairInvitation, {
    nullable: true,
    description: 'The reader’s own invitation to come to it together, while nobody has answered.',
  })
  async myInvitation(@Parent() { id }: SessionView, @Me() me: Actor | null): Promise<PairInvitation | null> {
    const invitation = me?.volunteerId ? await this.queries.openOf(id, me.volunteerId) : null;
    return invitation && viewOf(invitation, me);
  }
}

function viewOf(
  { id, code, inviterName, inviterId, answer, mailedAt, sessionId }: Invitation,
  me: Actor | null,
): PairInvitation {
  const isMine = me?.volunteerId === inviterId;
  return { id, code, inviterName, isMine, state: answer ?? 'open', mailedAt: isMine ? mailedAt : null, sessionId };
}
