import { Args, ArgsType, Context, createUnionType, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsEmail, MaxLength } from 'class-validator';
import { RequestLimiter, SignInRefused, SignInService } from '#platform/accounts';
import { ReaderLocale, type RequestContext, UserError, userError } from '#platform/graphql';
import { t } from '#platform/i18n';
import { type Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { AddressService } from './address.service.js';
import { MergeQueries } from './merge.queries.js';
import { mergeRefused } from './merge.resolver.js';
import { choicesOf, MergeChoiceInput, MergePreview, MergeRefused, MergeResult, ProfilesMerged } from './merge.types.js';

@ArgsType()
class AddressArgs {
  @Field(() => String, { description: 'The address.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsEmail()
  @MaxLength(254)
  email: string;
}

@ArgsType()
class AddressCodeArgs extends AddressArgs {
  @Field(() => String, { description: 'The six digits that were sent there; spaces are ignored.' })
  @MaxLength(20)
  code: string;
}

@ObjectType({ description: 'The address is hers now: she signs in with it, and her card goes on working.' })
export class AddressAdded {
  @Field(() => String, { description: 'The address.' })
  email: string;
}

@ObjectType({ description: 'Another profile has this address: with her consent, both become one.' })
export class AddressOfOther {
  @Field(() => MergePreview, { description: 'What that would do.' })
  preview: MergePreview;

  @Field(() => String, { description: 'Send it back to agree; good for half an hour.' })
  proof: string;
}

const AddAddressResult = createUnionType({
  name: 'AddAddressResult',
  description: 'The address was added, belongs to another profile, or was not proved.',
  types: () => [AddressAdded, AddressOfOther, SignInRefused] as const,
  resolveType: (value: object) => {
    if ('reason' in value) return SignInRefused;
    return 'proof' in value ? AddressOfOther : AddressAdded;
  },
});

/** An address for somebody who had none. */
@Resolver()
export class AddressResolver {
  constructor(
    private readonly service: AddressService,
    private readonly signIns: SignInService,
    private readonly merges: MergeQueries,
    private readonly limiter: RequestLimiter,
  ) {}

  @Mutation(() => Date, { description: 'Sends a code to an address that I want to add. Answers until when it counts.' })
  @Allow('volunteer')
  async requestAddressCode(
    @Args() { email }: AddressArgs,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
    @Context() { req }: RequestContext,
  ): Promise<Date> {
    if (me.email !== null) throw userError('CONFLICT', 'error.CONFLICT');
    const wait = this.limiter.secondsToWait(req.ip);
    if (wait > 0) throw new UserError('RATE_LIMITED', 'error.RATE_LIMITED', [], wait);
    return (await this.signIns.sendCode(email, locale)).expiresAt;
  }

  @Mutation(() => AddAddressResult, { description: 'Adds an address to my account, which had none.' })
  @Allow('volunteer')
  async addAddress(
    @Args() { email, code }: AddressCodeArgs,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<AddressAdded | AddressOfOther | SignInRefused> {
    const outcome = await this.service.add(me, email, code.replace(/\s/g, ''));
    if ('added' in outcome) return { email };
    if ('refused' in outcome) {
      const { reason, attemptsLeft } = outcome.refused;
      const message = t(locale, `identity.refusal.${reason}`, { attemptsLeft: attemptsLeft ?? 0 });
      return { reason, attemptsLeft, message };
    }
    const { keptId, goneId, proof } = outcome.other;
    return { preview: await this.merges.previewOfOwn(keptId, goneId, locale), proof };
  }

  @Mutation(() => MergeResult, { description: 'Agrees that my profile and the other one of my address become one.' })
  @Allow('volunteer')
  async joinProfiles(
    @Args('proof', { type: () => String, description: 'As `addAddress` gave it.' }) proof: string,
    @Args('choices', { type: () => [MergeChoiceInput], description: 'What stays of both.' })
    choices: MergeChoiceInput[],
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<ProfilesMerged | MergeRefused> {
    const refused = await this.service.join(me, proof, choicesOf(choices));
    return refused ? mergeRefused(refused, locale) : { volunteerId: me.volunteerId ?? '' };
  }
}
