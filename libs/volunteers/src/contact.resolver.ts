import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsUUID, Length } from 'class-validator';
import { ReaderLocale } from '#platform/graphql';
import { Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { ContactDoor } from './contact-door.js';
import { Contact } from './contact.entity.js';
import { ProfileService } from './profile.service.js';
import { ContactInput } from './volunteer.inputs.js';
import { volunteerOf } from './volunteer.resolver.js';
import { ContactReading } from './volunteer.types.js';

@ArgsType()
class ReadContactArgs {
  @Field(() => ID, { description: 'Whose.' })
  @IsUUID()
  volunteerId: string;

  @Field(() => String, { description: 'What for, in 3 to 200 signs; she will read it.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @Length(3, 200)
  purpose: string;
}

@Resolver(() => Contact)
export class ContactResolver {
  constructor(
    private readonly door: ContactDoor,
    private readonly profiles: ProfileService,
  ) {}

  @Query(() => Contact, { description: 'How I can be reached.' })
  @Allow('volunteer')
  myContact(@Me() me: Actor): Promise<Contact> {
    return this.door.own(volunteerOf(me));
  }

  @Query(() => [ContactReading], { description: 'Who else read my contact data, last first, at most 200.' })
  @Allow('volunteer')
  myContactReadings(@Me() me: Actor, @ReaderLocale() locale: Locale): Promise<ContactReading[]> {
    return this.door.readings(volunteerOf(me), locale);
  }

  @Mutation(() => Contact, { description: 'Changes how I can be reached.' })
  @Allow('volunteer')
  updateContact(
    @Me() me: Actor,
    @Args('input', { type: () => ContactInput, description: 'What changes.' }) input: ContactInput,
  ): Promise<Contact> {
    return this.profiles.updateContact(volunteerOf(me), input);
  }

  @Mutation(() => Contact, { description: 'Reads the contact data of somebody whom I coordinate; she can see that.' })
  @Allow('coordinator')
  readContact(@Me() me: Actor, @Args() { volunteerId, purpose }: ReadContactArgs): Promise<Contact> {
    return this.door.ofOther(me, volunteerId, purpose);
  }
}
