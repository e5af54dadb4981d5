import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsOptional,
  IsUrl,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { NetworkEnum } from '#platform/graphql';
import type { Network } from '#platform/kernel';
import type { SessionMode, SessionStatus } from './session.rules.js';
import { SessionModeEnum, SessionStatusEnum } from './trainings.enums.js';

const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

@InputType({ description: 'One date of a session.' })
export class SessionDateInput {
  @Field(() => Date, { description: 'Start.' })
  startsAt: Date;

  @Field(() => Date, { description: 'End, after the start.' })
  endsAt: Date;
}

@InputType({ description: 'A session to make or to change.' })
export class SessionInput {
  @Field(() => ID, { nullable: true, description: 'The session to change; left out for a new one.' })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that was changed; left out for a new session.' })
  @IsOptional()
  version?: number | null;

  @Field(() => ID, { description: 'What is taught; fixed once the session is published.' })
  @IsUUID()
  courseId: string;

  @Field(() => SessionModeEnum, { description: 'How it is held.' })
  mode: SessionMode;

  @Field(() => ID, { nullable: true, description: 'Where, or the meeting point of a visit; needed unless online.' })
  @IsOptional()
  @IsUUID()
  placeId?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the video call; needed online.' })
  @IsOptional()
  @Trimmed()
  @IsUrl({ protocols: ['https'], require_protocol: true })
  @MaxLength(500)
  onlineUrl?: string | null;

  @Field(() => ID, { nullable: true, description: 'Association that gives it with the city.' })
  @IsOptional()
  @IsUUID()
  partnerId?: string | null;

  @Field(() => Int, { description: 'Number of seats, 1 to 5000.' })
  @Min(1)
  @Max(5000)
  capacity: number;

  @Field(() => Date, { description: 'From when one may enrol.' })
  enrolmentOpensAt: Date;

  @Field(() => Date, { description: 'Until when one may enrol: at the start at the latest.' })
  enrolmentClosesAt: Date;

  @Field(() => [SessionDateInput], { description: 'Its dates, 1 to 20, apart from each other.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => SessionDateInput)
  dates: SessionDateInput[];

  @Field(() => [ID], { description: 'Volunteers who give it.' })
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  trainerIds: string[];

  @Field(() => [String], { description: 'Languages spoken, as ISO 639 codes; `fsl` is French Sign Language.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @Matches(/^[a-z]{2,3}$/, { each: true })
  languages: string[];

  @Field(() => [String], { description: 'What makes it accessible, as codes: `fsl`, `hearing-loop`, `subtitles`, ...' })
  @ArrayMaxSize(10)
  @ArrayUnique()
  @Matches(/^[a-z]+(-[a-z]+)*$/, { each: true })
  accessibility: string[];

  @Field(() => String, { description: 'What to bring or to know.' })
  @Trimmed()
  @MaxLength(2000)
  notes: string;

  @Field(() => SessionStatusEnum, { description: 'template, draft or published; cancelling is an action of its own.' })
  status: SessionStatus;

  @Field(() => String, { nullable: true, description: 'Name of the template; needed for a template, else left out.' })
  @IsOptional()
  @Trimmed()
  @MaxLength(80)
  templateName?: string | null;
}

@InputType({ description: 'What to look for in the catalogue; what is left out is not looked at.' })
export class SessionFilter {
  @Field(() => NetworkEnum, { nullable: true, description: 'Given by this network; `paris` means by any.' })
  @IsOptional()
  network?: Network | null;

  @Field(() => ID, { nullable: true, description: 'Of this theme.' })
  @IsOptional()
  @IsUUID()
  theme?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this course.' })
  @IsOptional()
  @MaxLength(80)
  courseSlug?: string | null;

  @Field(() => String, { nullable: true, description: 'Language spoken, as an ISO 639 code.' })
  @IsOptional()
  @Matches(/^[a-z]{2,3}$/)
  language?: string | null;

  @Field(() => Int, { nullable: true, description: 'In this arrondissement, 1 to 20.' })
  @IsOptional()
  @Min(1)
  @Max(20)
  arrondissement?: number | null;

  @Field(() => SessionModeEnum, { nullable: true, description: 'Held this way.' })
  @IsOptional()
  mode?: SessionMode | null;

  @Field(() => Boolean, { nullable: true, description: 'Only where one gets in without a step, or online.' })
  @IsOptional()
  stepFree?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'From 18:00 on; together with `weekends`, either will do.' })
  @IsOptional()
  evenings?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'On Saturday or Sunday; together with `evenings`, either will do.',
  })
  @IsOptional()
  weekends?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only with a free seat.' })
  @IsOptional()
  withSeats?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words of the course, theme, place or association; accents do not matter.',
  })
  @IsOptional()
  @MaxLength(100)
  text?: string | null;

  @Field(() => Date, { nullable: true, description: 'Starting at this time at the earliest.' })
  @IsOptional()
  from?: Date | null;
}

@ArgsType()
export class SessionsArgs {
  @Field(() => SessionFilter, { nullable: true, description: 'What to look for; all, if left out.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SessionFilter)
  filter?: SessionFilter | null;

  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'Most entries of the page, 1 to 100.' })
  first: number;

  @Field(() => String, { nullable: true, description: 'Where the page before ended.' })
  after?: string | null;
}

@ArgsType()
export class CoordinatorSessionsArgs {
  @Field(() => NetworkEnum, { nullable: true, description: 'Only of this network.' })
  network?: Network | null;

  @Field(() => SessionStatusEnum, { nullable: true, description: 'Only those that stand there.' })
  status?: SessionStatus | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words of the course, place or template; accents do not matter.',
  })
  @IsOptional()
  @MaxLength(100)
  text?: string | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Those that are over, the latest first.' })
  past: boolean;

  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'Most entries of the page, 1 to 100.' })
  first: number;

  @Field(() => String, { nullable: true, description: 'Where the page before ended.' })
  after?: string | null;
}

@ArgsType()
export class CancelSessionArgs {
  @Field(() => ID, { description: 'The session.' })
  @IsUUID()
  id: string;

  @Field(() => String, { description: 'Why, in words that everyone concerned will read.' })
  @Trimmed()
  @Length(3, 500)
  reason: string;
}

@ArgsType()
export class DuplicateSessionArgs {
  @Field(() => ID, { description: 'The session or template to copy.' })
  @IsUUID()
  id: string;

  @Field(() => String, { nullable: true, description: 'Name of the template to make; left out, a draft is made.' })
  @IsOptional()
  @Trimmed()
  @MaxLength(80)
  asTemplate?: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Start of the first date of the copy; left out, the same weekday and hour in the next week to come.',
  })
  startsAt?: Date | null;
}
