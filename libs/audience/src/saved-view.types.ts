import { Field, ID, ObjectType } from '@nestjs/graphql';
import { NetworkEnum } from '#platform/graphql';
import type { Network } from '#platform/kernel';
import { ConditionKindEnum, PeopleSortEnum } from './audience.enums.js';
import type { ConditionKind } from './condition.rules.js';
import type { PeopleSort } from './people-order.rules.js';

@ObjectType({ description: 'One part of a filter.' })
export class PeopleCondition {
  @Field(() => ConditionKindEnum, { description: 'What it asks.' })
  kind: ConditionKind;

  @Field(() => Boolean, { description: 'Turned round: those for whom it does not hold.' })
  negated: boolean;

  @Field(() => [String], { description: 'Any of these is enough.' })
  values: string[];

  @Field(() => String, { nullable: true, description: 'First day in Paris, YYYY-MM-DD.' })
  since: string | null;

  @Field(() => String, { nullable: true, description: 'Last day in Paris, YYYY-MM-DD.' })
  until: string | null;
}

@ObjectType({ description: 'A view of the table of people that somebody keeps.' })
export class PeopleView {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => NetworkEnum, { nullable: true, description: 'The network whose coordinators see it; null if private.' })
  network: Network | null;

  @Field(() => Boolean, { description: 'Whether it is mine to change.' })
  mine: boolean;

  @Field(() => [PeopleCondition], { description: 'The parts of the filter.' })
  conditions: PeopleCondition[];

  @Field(() => PeopleSortEnum, { description: 'The order.' })
  sort: PeopleSort;

  @Field(() => Boolean, { description: 'The other way round.' })
  descending: boolean;

  @Field(() => [String], { description: 'Columns shown, as the page names them; none means its own choice.' })
  columns: string[];
}
