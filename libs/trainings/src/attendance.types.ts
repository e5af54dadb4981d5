import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { AttendanceStatus } from './attendance.rules.js';
import { AttendanceStatusEnum, EnrolmentStatusEnum } from './enrolment.enums.js';
import type { EnrolmentStatus } from './enrolment.rules.js';
import { SessionDateView } from './session.types.js';

@ObjectType({ description: 'Somebody on the attendance sheet.' })
export class AttendeeRow {
  @Field(() => ID, { description: 'Identifier of the booking.' })
  enrolmentId: string;

  @Field(() => String, { description: 'Displayed name.' })
  displayName: string;

  @Field(() => String, { description: 'Code of the booking.' })
  bookingCode: string;

  @Field(() => EnrolmentStatusEnum, { description: 'Where the booking stands.' })
  status: EnrolmentStatus;

  @Field(() => AttendanceStatusEnum, { nullable: true, description: 'Whether she came; null while nobody noted it.' })
  attendance: AttendanceStatus | null;

  @Field(() => String, { nullable: true, description: 'What she needs to take part, in her words.' })
  accessNeeds: string | null;

  @Field(() => Date, { nullable: true, description: 'When she was checked in.' })
  checkedInAt: Date | null;

  @Field(() => Boolean, { description: 'Whether she came without a booking.' })
  walkIn: boolean;

  @Field(() => Int, { nullable: true, description: 'Minutes that she was there, if not the whole date.' })
  minutes: number | null;

  @Field(() => Boolean, { description: 'Whether she makes up a date that she missed elsewhere.' })
  catchUp: boolean;
}

@ObjectType({ description: 'Who is expected on one date of a session, and who came.' })
export class AttendanceSheet {
  @Field(() => ID, { description: 'Identifier of the date.' })
  sessionDateId: string;

  @Field(() => SessionDateView, { description: 'The date.' })
  date: SessionDateView;

  @Field(() => [AttendeeRow], {
    description: 'Everybody on the list, by name; from 2 h before the start also those who wait.',
  })
  rows: AttendeeRow[];

  @Field(() => Int, { description: 'People who hold a seat.' })
  expected: number;

  @Field(() => Int, { description: 'People who came.' })
  present: number;

  @Field(() => Int, { description: 'People who were marked absent.' })
  absent: number;

  @Field(() => Boolean, { description: 'Whether it is noted of everybody expected if she came.' })
  closed: boolean;

  /** Not exposed: door to the session. */
  sessionId: string;
}
