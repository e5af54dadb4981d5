import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer } from '#platform/accounts';
import { NetworkEnum, type Page, ReaderLocale, userError, Wants } from '#platform/graphql';
import { Actor, Allow, Me } from '#platform/identity';
import { Clock, type Locale, type Network } from '#platform/kernel';
import { ConsentService } from './consent.service.js';
import { purposeOf } from './consent-texts.js';
import { JoinService } from './join.service.js';
import { Membership } from './membership.entity.js';
import { ProfileService } from './profile.service.js';
import { Volunteer } from './volunteer.entity.js';
import { ConsentGivenInput, JoinInput, ProfileInput, VolunteerFilter } from './volunteer.inputs.js';
import { VolunteerQueries } from './volunteer.queries.js';
import { JoinRefused, JoinResult } from './volunteer.refusal.js';
import { VolunteerConnection, VolunteerRow } from './volunteer.types.js';

/** The profile of whoever may only be asked for with one; the guard has checked it. */
export function volunteerOf(me: Actor): string {
  if (me.volunteerId === null) throw userError('FORBIDDEN', 'error.FORBIDDEN');
  return me.volunteerId;
}

@Resolver(() => Viewer)
export class ViewerResolver {
  constructor(private readonly queries: VolunteerQueries) {}

  @ResolveField(() => Volunteer, { nullable: true, description: 'The profile; null until she joins.' })
  volunteer(@Parent() viewer: Viewer): Promise<Volunteer> | null {
    return viewer.volunteerId === null ? null : this.queries.byId(viewer.volunteerId);
  }
}

@Resolver(() => Volunteer)
export class VolunteerResolver {
  constructor(
    private readonly queries: VolunteerQueries,
    private readonly joining: JoinService,
    private readonly profiles: ProfileService,
    private readonly consents: ConsentService,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => [Membership], { description: 'Networks she is a member of.' })
  memberships(@Parent() volunteer: Volunteer): Promise<Membership[]> {
    return this.queries.memberships(volunteer.id);
  }

  @Query(() => [VolunteerRow], { description: 'Everybody who may give a session: holders of the role of trainer.' })
  @Allow('coordinator')
  trainers(): Promise<VolunteerRow[]> {
    return this.queries.trainers(this.clock.now());
  }

  @Query(() => VolunteerConnection, { name: 'volunteers', description: 'Volunteers whom I coordinate, by name.' })
  @Allow('coordinator')
  async list(
    @Me() me: Actor,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Page size, at most 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' })
    after: string | null,
    @Wants('total') counted: boolean,
    @Args('filter', { type: () => VolunteerFilter, nullable: true, description: 'Which ones.' }) // Optional and not `| null`: a union has no class at run time, and would pass unchecked.
    filter?: VolunteerFilter,
  ): Promise<Page<VolunteerRow>> {
    const page = await this.queries.page(me, filter ?? {}, first, after ?? null);
    return { ...page, total: counted ? await this.queries.count(me, filter ?? {}) : 0 };
  }

  @Mutation(() => JoinResult, { description: 'Becomes a volunteer: three fields, and the texts agreed to.' })
  @Allow('account')
  join(
    @Me() me: Actor,
    @Args('input', { type: () => JoinInput, description: 'Who she is and what she agrees to.' }) input: JoinInput,
    @ReaderLocale() locale: Locale,
  ): Promise<Volunteer | JoinRefused> {
    return this.joining.join(me, input, locale);
  }

  @Mutation(() => JoinResult, { description: 'Joins one more network, or comes back to it.' })
  @Allow('volunteer')
  joinNetwork(
    @Me() me: Actor,
    @Args('network', { type: () => NetworkEnum, description: 'Which network.' }) network: Network,
    @Args('consent', { type: () => ConsentGivenInput, description: 'The text of that network, as shown.' })
    consent: ConsentGivenInput,
    @ReaderLocale() locale: Locale,
  ): Promise<Volunteer | JoinRefused> {
    return this.joining.joinNetwork(volunteerOf(me), network, consent, locale);
  }

  @Mutation(() => Volunteer, { description: 'Leaves a network and takes its consent back.' })
  @Allow('volunteer')
  async leaveNetwork(
    @Me() me: Actor,
    @Args('network', { type: () => NetworkEnum, description: 'Which network.' }) network: Network,
  ): Promise<Volunteer> {
    await this.consents.withdraw(volunteerOf(me), purposeOf(network));
    return this.queries.byId(volunteerOf(me));
  }

  @Mutation(() => Volunteer, { description: 'Changes my profile; CONFLICT if it changed since the version I saw.' })
  @Allow('volunteer')
  updateProfile(
    @Me() me: Actor,
    @Args('input', { type: () => ProfileInput, description: 'What changes.' }) input: ProfileInput,
  ): Promise<Volunteer> {
    return this.profiles.update(volunteerOf(me), input);
  }
}
