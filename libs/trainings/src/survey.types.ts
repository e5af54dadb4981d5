import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsOptional,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { enumOf } from '#platform/graphql';
import { COMMENT_STATES, type CommentState } from './survey.rules.js';

export const CommentStateEnum = enumOf(COMMENT_STATES);
registerEnumType(CommentStateEnum, {
  name: 'CommentState',
  description: 'Whether a comment is shown to trainers.',
  valuesMap: {
    waiting: { description: 'Nobody has looked at it yet.' },
    shown: { description: 'Shown.' },
    hidden: { description: 'Not shown: it names somebody, or hurts.' },
  },
});

@ObjectType({ description: 'The survey after a session, as who came sees it.' })
export class SurveyView {
  @Field(() => String, { description: 'Name of the course.' })
  courseTitle: string;

  @Field(() => String, { description: 'Address of the course.' })
  courseSlug: string;

  @Field(() => Date, { description: 'Start of the session.' })
  startsAt: Date;

  @Field(() => [String], { description: 'The three questions; each is answered from 1 to 5.' })
  questions: string[];

  @Field(() => Boolean, { description: 'Whether it may be answered now.' })
  open: boolean;

  @Field(() => Boolean, { description: 'Whether it was answered.' })
  answered: boolean;

  @Field(() => String, { description: 'Token by which it is answered, as in the link of the mail.' })
  token: string;
}

@ArgsType()
export class AnswerSurveyArgs {
  @Field(() => String, { description: 'Token of the link.' })
  @MaxLength(200)
  token: string;

  @Field(() => [Int], { description: 'Three grades from 1 (not at all) to 5 (very much).' })
  @ArrayMinSize(3)
  @ArrayMaxSize(3)
  @Min(1, { each: true })
  @Max(5, { each: true })
  ratings: number[];

  @Field(() => String, { description: 'Anything else; shown to trainers after somebody has looked at it.' })
  @MaxLength(2000)
  comment: string;
}

@ObjectType({ description: 'What the answers say of one question.' })
export class SurveyQuestionResult {
  @Field(() => String, { description: 'The question.' })
  question: string;

  @Field(() => Float, { description: 'Mean of 1 to 5.' })
  average: number;

  @Field(() => [Int], { description: 'How many gave 1, 2, 3, 4, 5.' })
  counts: number[];
}

@ObjectType({ description: 'A comment of somebody, who is not known.' })
export class SurveyComment {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'What was said.' })
  comment: string;

  @Field(() => CommentStateEnum, { description: 'Whether trainers see it.' })
  state: CommentState;
}

@ObjectType({ description: 'What people said after a session; nothing below five answers.' })
export class SurveyResults {
  @Field(() => Int, { description: 'How many answered, from 5 on; 0 as long as there are fewer.' })
  answers: number;

  @Field(() => [SurveyQuestionResult], { description: 'By question; empty below five answers.' })
  questions: SurveyQuestionResult[];

  @Field(() => [SurveyComment], {
    description: 'Comments in no order; for trainers only those that are shown; none below five answers.',
  })
  comments: SurveyComment[];

  @Field(() => Boolean, { description: 'Whether the reader decides which comments are shown.' })
  mayModerate: boolean;
}

@ObjectType({ description: 'What was changed in a course because of what people said.' })
export class CourseChangeView {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Day of the change, as 2026-03-12.' })
  changedOn: string;

  @Field(() => String, { description: 'What was changed.' })
  text: string;

  @Field(() => Date, { nullable: true, description: 'Start of the session after which people said so.' })
  after: Date | null;
}

const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

@InputType({ description: 'What was changed in a course.' })
export class CourseChangeInput {
  @Field(() => ID, { description: 'The course.' })
  @IsUUID()
  courseId: string;

  @Field(() => ID, { nullable: true, description: 'The session after which people said so.' })
  @IsOptional()
  @IsUUID()
  sessionId?: string | null;

  @Field(() => String, { description: 'What was changed, in words for everybody.' })
  @Trimmed()
  @Length(3, 1000)
  text: string;
}

@InputType({ description: 'A question, in French and, if wished, in English.' })
export class SurveyQuestionInput {
  @Field(() => String, { description: 'In French.' })
  @Trimmed()
  @Length(3, 200)
  fr: string;

  @Field(() => String, { nullable: true, description: 'In English.' })
  @IsOptional()
  @Trimmed()
  @MaxLength(200)
  en?: string | null;
}

@ArgsType()
export class SaveSurveyArgs {
  @Field(() => ID, { description: 'The course.' })
  @IsUUID()
  courseId: string;

  @Field(() => [SurveyQuestionInput], { description: 'The three questions, each answered from 1 to 5.' })
  @ArrayMinSize(3)
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => SurveyQuestionInput)
  questions: SurveyQuestionInput[];
}

@ObjectType({ description: 'A question as its editor sees it.' })
export class SurveyQuestionTexts {
  @Field(() => String, { description: 'In French.' })
  fr: string;

  @Field(() => String, { description: 'In English; empty if it was not written.' })
  en: string;
}
