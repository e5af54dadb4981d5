import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Connection } from '#platform/graphql';

@ObjectType({ description: 'One line of the journal.' })
export class AuditEntry {
  @Field(() => ID, { description: 'Number of the line; later lines have higher numbers.' })
  id: string;

  @Field(() => Date, { description: 'When it happened.' })
  at: Date;

  @Field(() => String, { description: 'Who did it: the address of the account, or its roles if the account is gone.' })
  actor: string;

  @Field(() => String, { description: 'What was done, as `session.cancel` or `contact.read`.' })
  action: string;

  @Field(() => String, { description: 'Kind of thing it was done to.' })
  subjectType: string;

  @Field(() => String, { description: 'Which one.' })
  subjectId: string;

  @Field(() => String, { nullable: true, description: 'Why, in the words of who did it.' })
  purpose: string | null;
}

export const AuditConnection = Connection(AuditEntry, 'Audit');
