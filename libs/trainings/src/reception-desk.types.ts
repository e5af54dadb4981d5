import { Field, ID, ObjectType } from '@nestjs/graphql';
import { EnrolmentStatusEnum } from './enrolment.enums.js';
import type { EnrolmentStatus } from './enrolment.rules.js';

@ObjectType({ description: 'Somebody without an address who is expected: no more than may hang on a wall.' })
export class BoardLine {
  @Field(() => ID, { description: 'Identifier of the booking.' })
  enrolmentId: string;

  @Field(() => ID, { description: 'Identifier of the volunteer.' })
  volunteerId: string;

  @Field(() => EnrolmentStatusEnum, { description: '`enrolled`, or `offered` while her answer is awaited.' })
  status: EnrolmentStatus;

  @Field(() => String, { description: 'First name.' })
  displayName: string;

  @Field(() => String, { nullable: true, description: 'Last four letters of her card, to tell two first names apart.' })
  cardEnd: string | null;

  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId: string;

  @Field(() => ID, { description: 'Identifier of the date.' })
  sessionDateId: string;

  @Field(() => Date, { description: 'When it begins.' })
  startsAt: Date;

  @Field(() => Date, { description: 'When it ends.' })
  endsAt: Date;

  @Field(() => String, { description: 'Name of the course.' })
  courseTitle: string;

  @Field(() => String, { description: 'Language of that name.' })
  courseLocale: string;

  @Field(() => String, { nullable: true, description: 'Where; null online.' })
  placeName: string | null;

  @Field(() => Boolean, { description: 'Whether she is checked in.' })
  present: boolean;
}
