import { Field, InputType, Int } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { LocaleEnum, NetworkEnum } from '#platform/graphql';
import { LOCALES, type Locale, type Network } from '#platform/kernel';
import { CONSENT_PURPOSES } from './consent-texts.js';
import { OLDEST_BIRTH_YEAR } from './volunteer.rules.js';
import { AVAILABILITY, LANGUAGES, SKILLS, THEMES } from './vocabulary.js';

/** Spaces around and within reduced; an empty text is none. */
const Tidied = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value));
const TidiedOrNull = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() || null : value));

@InputType({ description: 'That somebody agrees to a text, as she was shown it.' })
export class ConsentGivenInput {
  @Field(() => String, { description: 'What the text is about.' })
  @IsIn(CONSENT_PURPOSES)
  purpose: string;

  @Field(() => Int, { description: 'The version that was shown; an older one than that in force is refused.' })
  @Min(1)
  version: number;
}

@InputType({ description: 'All that is asked to join; the rest is asked when it is needed.' })
export class JoinInput {
  @Field(() => String, { description: 'First name.' })
  @Tidied()
  @IsNotEmpty()
  @MaxLength(80)
  givenName: string;

  @Field(() => Int, { description: 'Year of birth.' })
  @Min(OLDEST_BIRTH_YEAR)
  birthYear: number;

  @Field(() => [NetworkEnum], { description: 'Networks to join, at least one.' })
  @ArrayNotEmpty()
  @ArrayUnique()
  networks: Network[];

  @Field(() => [ConsentGivenInput], { description: 'Texts agreed to: `terms`, and one for each network.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ConsentGivenInput)
  consents: ConsentGivenInput[];
}

@InputType({ description: 'What changes in the profile; fields left out stay as they are.' })
export class ProfileInput {
  @Field(() => Int, { description: 'The version that was changed.' })
  version: number;

  @Field(() => String, { nullable: true, description: 'Name that others see.' })
  @IsOptional()
  @Tidied()
  @IsNotEmpty()
  @MaxLength(80)
  displayName?: string | null;

  @Field(() => LocaleEnum, { nullable: true, description: 'Language we write to her in.' })
  @IsOptional()
  @IsIn(LOCALES)
  locale?: Locale | null;

  @Field(() => Int, { nullable: true, description: 'Arrondissement, 1 to 20; null to take it back.' })
  @IsOptional()
  @Min(1)
  @Max(20)
  arrondissement?: number | null;

  @Field(() => String, { nullable: true, description: 'Commune if not in Paris; null to take it back.' })
  @IsOptional()
  @TidiedOrNull()
  @MaxLength(80)
  commune?: string | null;

  @Field(() => [String], { nullable: true, description: 'Languages: ISO 639-1 codes, `fsl` for French sign language.' })
  @IsOptional()
  @ArrayUnique()
  @IsIn(LANGUAGES, { each: true })
  languages?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Skills, as `first-aid`.' })
  @IsOptional()
  @ArrayUnique()
  @IsIn(SKILLS, { each: true })
  skills?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Themes, as `heat-wave`.' })
  @IsOptional()
  @ArrayUnique()
  @IsIn(THEMES, { each: true })
  themes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Moments of a week, `mon-morning` to `sun-evening`.' })
  @IsOptional()
  @ArrayUnique()
  @IsIn(AVAILABILITY, { each: true })
  availability?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What a place must offer; null to take it back.' })
  @IsOptional()
  @TidiedOrNull()
  @MaxLength(500)
  accessNeeds?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether to send reminders.' })
  @IsOptional()
  @IsBoolean()
  wantsReminders?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'First quiet hour, 0 to 23.' })
  @IsOptional()
  @Min(0)
  @Max(23)
  quietFrom?: number | null;

  @Field(() => Int, { nullable: true, description: 'First hour after the quiet ones, 0 to 23.' })
  @IsOptional()
  @Min(0)
  @Max(23)
  quietUntil?: number | null;
}

@InputType({ description: 'How to call and reach her; fields left out stay as they are.' })
export class ContactInput {
  @Field(() => String, { description: 'First name.' })
  @Tidied()
  @IsNotEmpty()
  @MaxLength(80)
  givenName: string;

  @Field(() => String, { nullable: true, description: 'Family name; null to take it back.' })
  @IsOptional()
  @TidiedOrNull()
  @MaxLength(80)
  familyName?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone number as people write it; null to take it back.' })
  @IsOptional()
  @TidiedOrNull()
  @MaxLength(40)
  phone?: string | null;

  @Field(() => Int, { nullable: true, description: 'Year of birth.' })
  @IsOptional()
  @Min(OLDEST_BIRTH_YEAR)
  birthYear?: number | null;
}

@InputType({ description: 'Which volunteers to list; fields left out do not restrict.' })
export class VolunteerFilter {
  @Field(() => String, { nullable: true, description: 'Part of the displayed name; case and accents do not count.' })
  @IsOptional()
  @MaxLength(80)
  text?: string | null;

  @Field(() => NetworkEnum, { nullable: true, description: 'Only members of this network.' })
  @IsOptional()
  network?: Network | null;

  @Field(() => Int, { nullable: true, description: 'Only those of this arrondissement.' })
  @IsOptional()
  @Min(1)
  @Max(20)
  arrondissement?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those who have, or have not, signed in yet.' })
  @IsOptional()
  hasAccount?: boolean | null;
}
