import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'What one press of a button changed of a tag; can be taken back for 24 hours.' })
export class TagChange {
  @Field(() => ID, { description: 'Identifier, to take it back.' })
  id: string;

  @Field(() => Int, { description: 'How many people got or lost the tag.' })
  count: number;
}
