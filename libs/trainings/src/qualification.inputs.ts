import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsIn,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { LocaleEnum, NetworkEnum } from '#platform/graphql';
import type { Locale, Network } from '#platform/kernel';
import { QualificationNeedsEnum } from './qualification.enums.js';
import type { QualificationNeeds } from './qualification.rules.js';

const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** `YYYY-MM-DD` */
const DAY = /^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/;

@InputType({ description: 'A qualification to make or to change.' })
export class QualificationInput {
  @Field(() => ID, { nullable: true, description: 'The one to change; left out for a new one.' })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that was changed; left out for a new one.' })
  @IsOptional()
  version?: number | null;

  @Field(() => String, { description: 'Its address: small letters, digits and hyphens.' })
  @Trimmed()
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  @MaxLength(80)
  slug: string;

  @Field(() => [NetworkEnum], { description: 'Networks that grant it.' })
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(['solidarity', 'climate'], { each: true })
  networks: Network[];

  @Field(() => String, { description: 'Name.' })
  @Trimmed()
  @Length(3, 120)
  name: string;

  @Field(() => String, { description: 'What one may do with it, in a few sentences.' })
  @Trimmed()
  @MaxLength(2000)
  description: string;

  @Field(() => LocaleEnum, { description: 'Language of these texts.' })
  locale: Locale;

  @Field(() => QualificationNeedsEnum, { description: 'Whether courses are held, or days or hours added up.' })
  needs: QualificationNeeds;

  @Field(() => Int, { nullable: true, description: 'How many days or hours, 1 to 500; left out with `courses`.' })
  @IsOptional()
  @Min(1)
  @Max(500)
  amount?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many months it lasts; left out for ever.' })
  @IsOptional()
  @Min(1)
  @Max(240)
  validMonths?: number | null;

  @Field(() => Int, { nullable: true, description: 'Youngest age, reached in the year when it is earned.' })
  @IsOptional()
  @Min(16)
  @Max(99)
  minimumAge?: number | null;

  @Field(() => [ID], { description: 'Courses that earn it.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  earningCourseIds: string[];

  @Field(() => [ID], { description: 'Refreshers: courses that renew it.' })
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  renewingCourseIds: string[];

  @Field(() => [ID], { description: 'Courses of my networks that one may only follow with it.' })
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  requiredByCourseIds: string[];

  @Field(() => Boolean, { description: 'No longer granted; who has it keeps it.' })
  archived: boolean;
}

@InputType({ description: 'A diploma from elsewhere that a coordinator has seen.' })
export class ProofInput {
  @Field(() => ID, { description: 'The qualification.' })
  @IsUUID()
  qualificationId: string;

  @Field(() => ID, { description: 'Who has it.' })
  @IsUUID()
  volunteerId: string;

  @Field(() => String, { description: 'What was shown: title and issuer, without numbers.' })
  @Trimmed()
  @Length(3, 300)
  proof: string;

  @Field(() => String, { description: 'Day on the diploma, as 2026-03-12.' })
  @Matches(DAY)
  grantedOn: string;
}
