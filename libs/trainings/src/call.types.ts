import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { enumOf, LocaleEnum } from '#platform/graphql';
import type { Locale } from '#platform/kernel';
import { CALL_ANSWER_STATES, type CallAnswerState } from './call.rules.js';

export const CallAnswerStateEnum = enumOf(CALL_ANSWER_STATES);
registerEnumType(CallAnswerStateEnum, {
  name: 'CallAnswerState',
  description: 'What became of an answer to a call.',
  valuesMap: {
    waiting: { description: 'Nobody has decided yet.' },
    chosen: { description: 'She gives one of the sessions at least.' },
    declined: { description: 'Somebody else gives them, for the reason that she was told.' },
  },
});

@ObjectType({ description: 'A session that somebody is wanted for.' })
export class CallSession {
  @Field(() => ID, { description: 'Identifier of the session.' })
  id: string;

  @Field(() => Date, { description: 'Start.' })
  startsAt: Date;

  @Field(() => String, { nullable: true, description: 'Name of the place.' })
  placeName: string | null;
}

@ObjectType({ description: 'An answer to a call.' })
export class CallAnswerView {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Displayed name of who answered.' })
  displayName: string;

  @Field(() => String, { description: 'What she says.' })
  message: string;

  @Field(() => [ID], { description: 'Sessions that she can give.' })
  sessionIds: string[];

  @Field(() => CallAnswerStateEnum, { description: 'What became of it.' })
  state: CallAnswerState;

  @Field(() => String, { nullable: true, description: 'What she was told.' })
  reason: string | null;
}

@ObjectType('TrainerCall', { description: 'A call for people who can give sessions of a course.' })
export class TrainerCallView {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Name of the course.' })
  courseTitle: string;

  @Field(() => LocaleEnum, { description: 'Language of that name.' })
  courseLocale: Locale;

  @Field(() => String, { nullable: true, description: 'What one must be qualified for.' })
  qualificationName: string | null;

  @Field(() => String, { description: 'What the coordinator says.' })
  message: string;

  @Field(() => String, { description: 'Last day to answer, as 2026-03-12.' })
  deadlineOn: string;

  @Field(() => Boolean, { description: 'Whether it may be answered.' })
  open: boolean;

  @Field(() => [CallSession], { description: 'Sessions that somebody is wanted for.' })
  sessions: CallSession[];

  @Field(() => [CallAnswerView], { description: 'All answers for coordinators, one’s own for everybody else.' })
  answers: CallAnswerView[];
}

const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

@InputType({ description: 'A call to publish.' })
export class CallInput {
  @Field(() => [ID], {
    description: 'Sessions of one course, published or in preparation, that somebody is wanted for.',
  })
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  sessionIds: string[];

  @Field(() => ID, { nullable: true, description: 'What one must be qualified for.' })
  @IsOptional()
  @IsUUID()
  qualificationId?: string | null;

  @Field(() => String, { description: 'What is looked for.' })
  @Trimmed()
  @Length(3, 1000)
  message: string;

  @Field(() => String, { description: 'Last day to answer, as 2026-03-12.' })
  @Matches(/^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/)
  deadlineOn: string;
}

@ArgsType()
export class AnswerCallArgs {
  @Field(() => ID, { description: 'The call.' })
  @IsUUID()
  callId: string;

  @Field(() => [ID], { description: 'Sessions that I can give.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  sessionIds: string[];

  @Field(() => String, { description: 'Anything that the coordinator should know.' })
  @Trimmed()
  @MaxLength(1000)
  message: string;
}

@ArgsType()
export class DecideCallArgs {
  @Field(() => ID, { description: 'The answer.' })
  @IsUUID()
  answerId: string;

  @Field(() => [ID], { description: 'Sessions that she gives; empty to decline.' })
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  sessionIds: string[];

  @Field(() => String, { description: 'What she is told: why, or what comes next.' })
  @Trimmed()
  @Length(5, 500)
  reason: string;
}
