import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { ReaderLocale } from '#platform/graphql';
import { t } from '#platform/i18n';
import { type Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { DuplicateDecisions } from './duplicate-decisions.js';
import { DuplicateFinder } from './duplicate-finder.js';
import { MergeQueries } from './merge.queries.js';
import type { MergeRefusal } from './merge.rules.js';
import { MergeService } from './merge.service.js';
import {
  choicesOf,
  DuplicatePairView,
  MergeInput,
  MergePreview,
  MergeRefused,
  MergeResult,
  ProfilesMerged,
} from './merge.types.js';

@ArgsType()
class PreviewArgs {
  @Field(() => ID, { description: 'The profile that would stay.' })
  @IsUUID()
  keptId: string;

  @Field(() => ID, { description: 'The profile that would become part of it.' })
  @IsUUID()
  goneId: string;
}

@ArgsType()
class DecideArgs {
  @Field(() => ID, { description: 'One profile.' })
  @IsUUID()
  firstId: string;

  @Field(() => ID, { description: 'The other one.' })
  @IsUUID()
  secondId: string;

  @Field(() => Boolean, { description: 'True: two people, not to be shown again; false takes that back.' })
  different: boolean;
}

/** The refusal in the words of the reader. */
export const mergeRefused = (reason: MergeRefusal, locale: Locale): MergeRefused =>
  Object.assign(new MergeRefused(), { reason, message: t(locale, `merge.refusal.${reason}`) });

@Resolver()
export class MergeResolver {
  constructor(
    private readonly queries: MergeQueries,
    private readonly service: MergeService,
    private readonly finder: DuplicateFinder,
    private readonly decisions: DuplicateDecisions,
  ) {}

  @Query(() => [DuplicatePairView], {
    description: 'Profiles that may be of one person, the most alike first; 100 at most.',
  })
  @Allow('coordinator')
  duplicates(@Me() me: Actor): Promise<DuplicatePairView[]> {
    return this.queries.duplicates(me);
  }

  @Mutation(() => MergePreview, {
    description: 'What merging would do. Contact data is read for it, which both people can see; hence a mutation.',
  })
  @Allow('coordinator')
  compareProfiles(
    @Args() { keptId, goneId }: PreviewArgs,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<MergePreview> {
    return this.queries.preview(me, keptId, goneId, locale);
  }

  @Mutation(() => MergeResult, { description: 'Makes one profile of two. Nothing undoes it.' })
  @Allow('coordinator')
  async mergeProfiles(
    @Args('input', { type: () => MergeInput, description: 'Which ones, and what stays.' }) input: MergeInput,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<ProfilesMerged | MergeRefused> {
    const { keptId, goneId, choices } = input;
    await this.queries.requireReach(me, [keptId, goneId]);
    const refused = await this.service.merge(me, { keptId, goneId, chosen: choicesOf(choices), byHerself: false });
    return refused ? mergeRefused(refused, locale) : { volunteerId: keptId };
  }

  @Mutation(() => Boolean, { description: 'Notes that two profiles are of two people, or takes that back.' })
  @Allow('coordinator')
  async decideDuplicate(@Args() { firstId, secondId, different }: DecideArgs, @Me() me: Actor): Promise<boolean> {
    await this.queries.requireReach(me, [firstId, secondId]);
    await this.decisions.decide(me, firstId, secondId, different);
    return different;
  }

  @Mutation(() => Boolean, { description: 'Looks for duplicates now; the list is up to date a moment later.' })
  @Allow('coordinator')
  async searchDuplicates(): Promise<boolean> {
    await this.finder.ask();
    return true;
  }
}
