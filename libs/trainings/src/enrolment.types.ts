import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { AttendanceStatus } from './attendance.rules.js';
import { CourseLink } from './course.types.js';
import { AttendanceStatusEnum, EnrolmentRefusalEnum, EnrolmentStatusEnum } from './enrolment.enums.js';
import type { EnrolmentRefusal, EnrolmentStatus } from './enrolment.rules.js';

@ObjectType({
  description: 'How likely a rank of the waiting list is offered a seat, from past sessions of the course.',
})
export class Chances {
  @Field(() => Int, { description: 'Share of those sessions where that rank was offered a seat, 0 to 100.' })
  percent: number;

  @Field(() => Int, { description: 'Past sessions that the share is taken from, 5 at least.' })
  pastSessions: number;
}

@ObjectType({ description: 'Another booking at the same time.' })
export class OverlapInfo {
  @Field(() => ID, { description: 'Identifier of the other session.' })
  sessionId: string;

  @Field(() => String, { description: 'Name of its course.' })
  courseTitle: string;

  @Field(() => Date, { description: 'Start of its date that overlaps.' })
  startsAt: Date;

  @Field(() => Date, { description: 'End of its date that overlaps.' })
  endsAt: Date;
}

@ObjectType({ description: 'A seat that is kept for somebody of the waiting list.' })
export class Offer {
  @Field(() => ID, { description: 'Identifier of the offer.' })
  id: string;

  @Field(() => Date, { description: 'When it was made.' })
  offeredAt: Date;

  @Field(() => Date, { description: 'Until when it must be answered.' })
  deadlineAt: Date;
}

@ObjectType('Enrolment', { description: 'A booking of, or a wait for, a seat in a session.' })
export class EnrolmentView {
  @Field(() => ID, { description: 'Identifier of the booking.' })
  id: string;

  @Field(() => EnrolmentStatusEnum, { description: 'Where it stands.' })
  status: EnrolmentStatus;

  @Field(() => String, { description: 'Eight letters to show or say at the door.' })
  bookingCode: string;

  @Field(() => Int, { nullable: true, description: 'Place in the waiting list, from 1; null unless waiting.' })
  rank: number | null;

  @Field(() => Offer, { nullable: true, description: 'The open offer, if a seat is offered.' })
  offer: Offer | null;

  @Field(() => Date, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => AttendanceStatusEnum, {
    nullable: true,
    description: 'Present if she came on every date that was noted, absent if she missed one; null before.',
  })
  attended: AttendanceStatus | null;

  /** Not exposed: doors to what the resolver adds. */
  sessionId: string;
  courseId: string;
  volunteerId: string;
}

@ObjectType({ description: 'What the reader may do about a session; for visitors too.' })
export class MyEnrolment {
  @Field(() => EnrolmentView, { nullable: true, description: 'Her active booking or wait in this session.' })
  enrolment: EnrolmentView | null;

  @Field(() => EnrolmentRefusalEnum, {
    nullable: true,
    description: 'Why the button is closed: the very reason that the mutation would give; null if it is open.',
  })
  whyNot: EnrolmentRefusal | null;

  @Field(() => Boolean, { description: 'Whether enrolling now means joining the waiting list.' })
  wouldWait: boolean;

  @Field(() => Int, { nullable: true, description: 'Rank she would get on the waiting list.' })
  wouldBeRank: number | null;

  @Field(() => OverlapInfo, { nullable: true, description: 'Another booking of hers at the same time.' })
  overlap: OverlapInfo | null;

  @Field(() => [CourseLink], { description: 'Courses that she must attend first and has not.' })
  missing: CourseLink[];

  /** Not exposed. */
  courseId: string;
}
