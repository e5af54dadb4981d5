import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsIn,
  IsLatitude,
  IsLongitude,
  IsNotEmpty,
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
import type { CourseStatus } from './course.rules.js';
import { CourseStatusEnum } from './trainings.enums.js';

const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** Networks that give courses; the wider Volunteers of Paris give none of their own. */
const TEACHING_NETWORKS = ['solidarity', 'climate'];

@InputType({ description: 'A course to make or to change.' })
export class CourseInput {
  @Field(() => ID, { nullable: true, description: 'The course to change; left out for a new one.' })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that was changed; left out for a new course.' })
  @IsOptional()
  version?: number | null;

  @Field(() => String, { description: 'Address in the catalogue: small letters, digits and hyphens.' })
  @Trimmed()
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  @MaxLength(80)
  slug: string;

  @Field(() => [NetworkEnum], { description: 'Networks that give it.' })
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(TEACHING_NETWORKS, { each: true })
  networks: Network[];

  @Field(() => ID, { nullable: true, description: 'Theme of the quarter that it belongs to.' })
  @IsOptional()
  @IsUUID()
  themeId?: string | null;

  @Field(() => String, { description: 'Name.' })
  @Trimmed()
  @Length(3, 120)
  title: string;

  @Field(() => String, { description: 'The course in one sentence.' })
  @Trimmed()
  @MaxLength(300)
  summary: string;

  @Field(() => String, { description: 'What one learns and for whom: headings, lists, bold and links as text.' })
  @MaxLength(20_000)
  description: string;

  @Field(() => String, { description: 'What is handed out, as text; needed before the course is published.' })
  @MaxLength(100_000)
  material: string;

  @Field(() => LocaleEnum, { description: 'Language of these texts.' })
  locale: Locale;

  @Field(() => Int, { description: 'Youngest age, 16 to 99.' })
  @Min(16)
  @Max(99)
  minimumAge: number;

  @Field(() => [ID], { description: 'Courses to have attended before.' })
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  prerequisiteIds: string[];

  @Field(() => CourseStatusEnum, { description: 'Where the course stands.' })
  status: CourseStatus;
}

@ArgsType()
export class ThemeArgs {
  @Field(() => NetworkEnum, { description: 'Network that works on the theme.' })
  @IsIn(TEACHING_NETWORKS)
  network: Network;

  @Field(() => String, { description: 'Quarter of the year, as 2026-Q4.' })
  @Trimmed()
  @Matches(/^20[0-9]{2}-Q[1-4]$/)
  quarter: string;

  @Field(() => String, { description: 'Name of the theme.' })
  @Trimmed()
  @Length(3, 120)
  title: string;

  @Field(() => String, { description: 'The theme in two or three sentences.' })
  @Trimmed()
  @MaxLength(2000)
  summary: string;
}

@InputType({ description: 'A place to add or to change.' })
export class PlaceInput {
  @Field(() => ID, { nullable: true, description: 'The place to change; left out for a new one.' })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field(() => String, { description: 'Name; no two places have the same.' })
  @Trimmed()
  @IsNotEmpty()
  @MaxLength(120)
  name: string;

  @Field(() => String, { description: 'Postal address.' })
  @Trimmed()
  @IsNotEmpty()
  @MaxLength(200)
  address: string;

  @Field(() => Int, { nullable: true, description: 'Arrondissement of Paris, 1 to 20; left out elsewhere.' })
  @IsOptional()
  @Min(1)
  @Max(20)
  arrondissement?: number | null;

  @Field(() => String, { nullable: true, description: 'How to get there and in.' })
  @IsOptional()
  @Trimmed()
  @MaxLength(2000)
  accessDetails?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether one gets in without a step; left out if unknown.' })
  @IsOptional()
  stepFree?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether there is a hearing loop; left out if unknown.' })
  @IsOptional()
  hearingLoop?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Most people the law lets in; left out if unknown.' })
  @IsOptional()
  @Min(1)
  @Max(100_000)
  legalCapacity?: number | null;

  @Field(() => Float, { nullable: true, description: 'Latitude in degrees (WGS 84).' })
  @IsOptional()
  @IsLatitude()
  latitude?: number | null;

  @Field(() => Float, { nullable: true, description: 'Longitude in degrees (WGS 84).' })
  @IsOptional()
  @IsLongitude()
  longitude?: number | null;
}
