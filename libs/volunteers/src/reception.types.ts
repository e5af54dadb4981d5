import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsIn, IsNotEmpty, MaxLength } from 'class-validator';
import { LocaleEnum } from '#platform/graphql';
import type { Locale } from '#platform/kernel';

/** Ages that reception tells apart: the networks begin at 16, some trainings at 18. */
const VOUCHED_AGES = [16, 18];

@InputType({ description: 'All that reception asks of somebody without an address.' })
export class WelcomeInput {
  @Field(() => String, { description: 'First name, or the name she wants to be called by.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value))
  @IsNotEmpty()
  @MaxLength(80)
  givenName: string;

  @Field(() => Int, { description: 'Age that she has reached in the eyes of who receives her: 16 or 18.' })
  @IsIn(VOUCHED_AGES)
  vouchedAge: number;

  @Field(() => LocaleEnum, { description: 'Language of her pages and of what she is told.' })
  locale: Locale;
}

@ObjectType({
  description: 'Somebody whom no mail reaches, as reception sees her: a first name and the end of a card.',
})
export class ReceptionPerson {
  @Field(() => ID, { description: 'Identifier of the volunteer.' })
  id: string;

  @Field(() => String, { description: 'Name that others see.' })
  displayName: string;

  @Field(() => String, { nullable: true, description: 'Last four letters of her card; null if she has none.' })
  cardEnd: string | null;

  @Field(() => LocaleEnum, { description: 'Language of her pages.' })
  locale: Locale;

  @Field(() => Boolean, { description: 'Whether her age is known well enough to book.' })
  ageKnown: boolean;

  @Field(() => Date, { description: 'When she became known.' })
  since: Date;
}

@ObjectType({ description: 'A card that was just made. Its code is never shown again.' })
export class PrintedCard {
  @Field(() => ReceptionPerson, { description: 'Whose it is.' })
  person: ReceptionPerson;

  @Field(() => String, { description: 'The code in groups of four.' })
  code: string;

  @Field(() => String, { description: 'Text of the QR code: the address of the sign-in page with the code.' })
  qrText: string;
}
