import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Notice', { description: 'What reception tells somebody whom no mail reaches, in the words of now.' })
export class NoticeView {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'Whom to tell.' })
  volunteerId: string;

  @Field(() => String, { description: 'Her name as others see it.' })
  displayName: string;

  @Field(() => String, { nullable: true, description: 'Last four letters of her card; null if she has none.' })
  cardEnd: string | null;

  @Field(() => String, { description: 'Language she reads: `fr`, `en`, `ar`...' })
  locale: string;

  @Field(() => String, { description: 'What it is about, in the language of the reader.' })
  heading: string;

  @Field(() => [String], { description: 'What to say, line by line, in the language of the reader.' })
  lines: string[];

  @Field(() => Date, { nullable: true, description: 'When it is too late to tell her; null if never.' })
  until: Date | null;

  @Field(() => Boolean, { description: 'Whether she must answer before then: a seat is kept for her.' })
  needsAnswer: boolean;

  @Field(() => Date, { description: 'Since when it waits to be told.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When she was told; null while she has not been.' })
  toldAt: Date | null;
}
