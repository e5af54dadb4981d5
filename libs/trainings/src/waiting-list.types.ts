import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PassingOverReasonEnum } from './pair.enums.js';
import type { PassingOverReason } from './pair.rules.js';
import { EnrolmentRefusalEnum, EnrolmentStatusEnum } from './enrolment.enums.js';
import type { EnrolmentRefusal, EnrolmentStatus } from './enrolment.rules.js';

@ObjectType('PassingOver', { description: 'That a seat went to somebody behind two people who wait together.' })
export class PassingOverView {
  @Field(() => PassingOverReasonEnum, { description: 'Why.' })
  reason: PassingOverReason;

  @Field(() => Date, { description: 'When.' })
  passedAt: Date;
}

@ObjectType({ description: 'Somebody who waits for a seat or has been offered one, as coordinators see the list.' })
export class WaitingRow {
  @Field(() => ID, { description: 'Identifier of the booking.' })
  enrolmentId: string;

  @Field(() => Int, { description: 'Place on the list, from 1; 0 for those who have been offered a seat.' })
  rank: number;

  @Field(() => String, { description: 'Displayed name.' })
  displayName: string;

  @Field(() => EnrolmentStatusEnum, { description: 'Waiting or offered.' })
  status: EnrolmentStatus;

  @Field(() => Date, { description: 'Since when she waits.' })
  since: Date;

  @Field(() => Date, { nullable: true, description: 'Until when she must answer, if a seat is offered to her.' })
  offerDeadlineAt: Date | null;

  @Field(() => EnrolmentRefusalEnum, {
    nullable: true,
    description: 'Why offers pass her by for the time being; null if she would be next in her turn.',
  })
  skippedBecause: EnrolmentRefusal | null;

  @Field(() => String, {
    nullable: true,
    description: 'Displayed name of the person she came with, if both wait: they are served together.',
  })
  pairedWith: string | null;

  @Field(() => [PassingOverView], { description: 'When a seat went past the two of them, and why; latest first.' })
  passedOver: PassingOverView[];
}
