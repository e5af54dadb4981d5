import { Field, ObjectType } from '@nestjs/graphql';
import { EnrolmentView } from './enrolment.types.js';

@ObjectType({ description: 'What somebody has booked.' })
export class Agenda {
  @Field(() => String, { description: 'Address of her private calendar; whoever has it can read it.' })
  calendarUrl: string;

  @Field(() => [EnrolmentView], {
    description: 'Seats, offers and waits in sessions that are not over, soonest first.',
  })
  upcoming: EnrolmentView[];

  @Field(() => [EnrolmentView], {
    description: 'How the others ended, one for each session, latest session first, 100 at most.',
  })
  past: EnrolmentView[];
}
