import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Connection, NetworkEnum } from '#platform/graphql';
import type { Network } from '#platform/kernel';

@ObjectType({ description: 'A volunteer as coordinators see her in lists: nothing that reaches her.' })
export class VolunteerRow {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Name that others see.' })
  displayName: string;

  @Field(() => Int, { nullable: true, description: 'Arrondissement she lives in.' })
  arrondissement: number | null;

  @Field(() => [NetworkEnum], { description: 'Networks she is a member of.' })
  networks: Network[];

  @Field(() => String, { description: 'How she came to be known: `joined`, `imported`, `reception` or `staff`.' })
  source: string;

  @Field(() => Boolean, { description: 'Whether she has signed in.' })
  hasAccount: boolean;

  @Field(() => Date, { description: 'When she became known.' })
  createdAt: Date;
}

export const VolunteerConnection = Connection(VolunteerRow, 'Volunteer');

@ObjectType({ description: 'That somebody else read my contact data.' })
export class ContactReading {
  @Field(() => Date, { description: 'When.' })
  at: Date;

  @Field(() => String, { description: 'Who, by role.' })
  actor: string;

  @Field(() => String, { description: 'What for, in the reader’s words.' })
  purpose: string;
}
