import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsIn, IsUUID, MaxLength } from 'class-validator';
import { spoken } from '#platform/accounts';
import { Config } from '#platform/config';
import { type Actor, Allow, Me } from '#platform/identity';
import { ReceptionQueries } from './reception.queries.js';
import { type CardOfPerson, ReceptionService } from './reception.service.js';
import { PrintedCard, ReceptionPerson, WelcomeInput } from './reception.types.js';

@ArgsType()
class PersonArgs {
  @Field(() => ID, { description: 'Identifier of the volunteer.' })
  @IsUUID()
  volunteerId: string;
}

@ArgsType()
class VouchArgs extends PersonArgs {
  @Field(() => Int, { description: 'Age that she has reached in the eyes of who receives her: 16 or 18.' })
  @IsIn([16, 18])
  age: number;
}

@ArgsType()
class FindArgs {
  @Field(() => String, { description: 'A first name, the last four letters of a card, or a whole card.' })
  @MaxLength(300)
  text: string;
}

/** What reception does for people without an address. */
@Resolver()
export class ReceptionResolver {
  constructor(
    private readonly service: ReceptionService,
    private readonly queries: ReceptionQueries,
    private readonly config: Config,
  ) {}

  @Query(() => [ReceptionPerson], { description: 'People without an address by first name or card, the best 20.' })
  @Allow('coordinator')
  receptionPeople(@Args() { text }: FindArgs): Promise<ReceptionPerson[]> {
    return this.queries.find(text);
  }

  @Query(() => ReceptionPerson, { description: 'Somebody without an address.' })
  @Allow('coordinator')
  receptionPerson(@Args() { volunteerId }: PersonArgs): Promise<ReceptionPerson> {
    return this.queries.person(volunteerId);
  }

  @Mutation(() => PrintedCard, { description: 'Receives somebody without an address: a first name is enough.' })
  @Allow('coordinator')
  async welcomePerson(
    @Args('input', { type: () => WelcomeInput, description: 'Who she is.' }) input: WelcomeInput,
    @Me() me: Actor,
  ): Promise<PrintedCard> {
    return this.printed(await this.service.welcome(me, input));
  }

  @Mutation(() => PrintedCard, { description: 'Makes a new card; the one before ends.' })
  @Allow('coordinator')
  async issueCard(@Args() { volunteerId }: PersonArgs, @Me() me: Actor): Promise<PrintedCard> {
    return this.printed(await this.service.newCard(me, volunteerId));
  }

  @Mutation(() => Boolean, { description: 'Takes a lost card back; false if there was none.' })
  @Allow('coordinator')
  revokeCard(@Args() { volunteerId }: PersonArgs, @Me() me: Actor): Promise<boolean> {
    return this.service.revokeCard(me, volunteerId);
  }

  @Mutation(() => ReceptionPerson, { description: 'Notes that somebody without a year of birth looks old enough.' })
  @Allow('coordinator')
  async vouchForAge(@Args() { volunteerId, age }: VouchArgs): Promise<ReceptionPerson> {
    await this.service.vouchForAge(volunteerId, age);
    return this.queries.person(volunteerId);
  }

  private async printed({ volunteerId, card }: CardOfPerson): Promise<PrintedCard> {
    const code = spoken(card.code);
    const person = await this.queries.person(volunteerId);
    return { person, code, qrText: `${this.config.publicUrl}/carte#${code}` };
  }
}
