import { Field, ID, InputType } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsOptional,
  IsUUID,
  MaxLength,
  registerDecorator,
  ValidateNested,
  type ValidationArguments,
} from 'class-validator';
import { ConditionKindEnum } from './audience.enums.js';
import {
  type Condition,
  type ConditionKind,
  MOST_CHOSEN,
  MOST_CONDITIONS,
  type PeopleFilter,
  whyNotAskable,
} from './condition.rules.js';

/** Holds when the whole condition may be asked; stands on each field that may be at fault, and names only that one. */
const Askable =
  (): PropertyDecorator =>
  (target, name): void =>
    registerDecorator({
      name: 'askable',
      target: target.constructor,
      propertyName: name as string,
      validator: {
        validate: (_, { object, property }: ValidationArguments) => whyNot(object)?.field !== property,
        defaultMessage: ({ object }: ValidationArguments) => whyNot(object)?.fault ?? '',
      },
    });

const whyNot = (object: object): ReturnType<typeof whyNotAskable> =>
  whyNotAskable(conditionOf(object as ConditionInput));

@InputType({ description: 'One part of a filter.' })
export class ConditionInput {
  @Field(() => ConditionKindEnum, { description: 'What it asks.' })
  kind: ConditionKind;

  @Field(() => Boolean, { nullable: true, description: 'Turns it round: those for whom it does not hold.' })
  negated?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Any of these is enough; none for a plain yes or no.' })
  @Askable()
  values?: string[] | null;

  @Field(() => String, { nullable: true, description: 'First day in Paris, YYYY-MM-DD.' })
  @Askable()
  since?: string | null;

  @Field(() => String, { nullable: true, description: 'Last day in Paris, YYYY-MM-DD.' })
  @Askable()
  until?: string | null;
}

@InputType({ description: 'Which people: all parts must hold.' })
export class PeopleFilterInput {
  @Field(() => String, { nullable: true, description: 'Words of the name, accents and slips of the pen forgiven.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() || null : value))
  @IsOptional()
  @MaxLength(100)
  text?: string | null;

  @Field(() => [ConditionInput], { nullable: true, description: 'The parts.' })
  @IsOptional()
  @ArrayMaxSize(MOST_CONDITIONS)
  @ValidateNested({ each: true })
  @Type(() => ConditionInput)
  conditions?: ConditionInput[] | null;

  @Field(() => [ID], { nullable: true, description: 'People chosen one by one; none means no such choice.' })
  @IsOptional()
  @ArrayMaxSize(MOST_CHOSEN)
  @IsUUID(undefined, { each: true })
  only?: string[] | null;
}

const conditionOf = ({ kind, negated, values, since, until }: ConditionInput): Condition => ({
  kind,
  negated: negated ?? false,
  values: values ?? [],
  since: since ?? null,
  until: until ?? null,
});

/** The filter as the rules know it; nothing given is everybody. */
export function filterOf(input: PeopleFilterInput | null | undefined): PeopleFilter {
  return {
    text: input?.text ?? null,
    conditions: (input?.conditions ?? []).map(conditionOf),
    only: input?.only ?? [],
  };
}
