import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { NetworkEnum, PageInfo } from '#platform/graphql';
import type { Network } from '#platform/kernel';
import { Tag } from './tag.entity.js';

@ObjectType({ description: 'A person as coordinators see her in their table: nothing that reaches her.' })
export class PersonRow {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Name that others see.' })
  displayName: string;

  @Field(() => [NetworkEnum], { description: 'Networks she is a member of.' })
  networks: Network[];

  @Field(() => Int, { nullable: true, description: 'Arrondissement she lives in.' })
  arrondissement: number | null;

  @Field(() => String, { nullable: true, description: 'Commune she lives in if not in Paris.' })
  commune: string | null;

  @Field(() => [String], { description: 'Languages she speaks.' })
  languages: string[];

  @Field(() => [Tag], { description: 'Tags of the networks that the reader coordinates.' })
  tags: Tag[];

  @Field(() => Int, { description: 'How many courses she has attended.' })
  trainings: number;

  @Field(() => Date, { nullable: true, description: 'Start of the last date she was present at.' })
  lastPresenceAt: Date | null;

  @Field(() => String, { description: 'How she came to be known: `joined`, `imported`, `reception` or `staff`.' })
  source: string;

  @Field(() => Boolean, { description: 'Whether she has signed in.' })
  hasAccount: boolean;

  @Field(() => Date, { description: 'When she became known.' })
  createdAt: Date;
}

@ObjectType({ description: 'A page of the table of people.' })
export class PeoplePage {
  @Field(() => [PersonRow], { description: 'The people of this page.' })
  nodes: PersonRow[];

  @Field(() => PageInfo, { description: 'Where this page ends.' })
  pageInfo: PageInfo;
}

@ObjectType({ description: 'How many people a filter finds.' })
export class PeopleCount {
  @Field(() => Int, { description: 'How many; when `exact` is false, there are more.' })
  count: number;

  @Field(() => Boolean, { description: 'Whether all were counted.' })
  exact: boolean;
}
