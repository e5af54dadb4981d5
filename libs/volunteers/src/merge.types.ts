import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsUUID, ValidateNested } from 'class-validator';
import { enumOf, Refusal } from '#platform/graphql';
import type { LikenessReason } from './duplicate.rules.js';
import { MERGE_FIELDS, MERGE_REFUSALS, type MergeChoice, type MergeField, type MergeRefusal } from './merge.rules.js';
import { LikenessReasonEnum } from './volunteer-import.types.js';

const describe = <T extends string>(texts: Record<T, string>) =>
  Object.fromEntries(Object.entries<string>(texts).map(([value, description]) => [value, { description }])) as Record<
    T,
    { description: string }
  >;

export const MergeFieldEnum = enumOf(MERGE_FIELDS);
registerEnumType(MergeFieldEnum, {
  name: 'MergeField',
  description: 'What one person has once: somebody chooses which value stays.',
  valuesMap: describe<MergeField>({
    displayName: 'Name that others see.',
    givenName: 'First name.',
    familyName: 'Family name.',
    email: 'Address we write to.',
    phone: 'Telephone number.',
    birthYear: 'Year of birth.',
    locale: 'Language we write in.',
    arrondissement: 'Arrondissement.',
    commune: 'Commune.',
    accessNeeds: 'Access needs.',
  }),
});

const MergeRefusalEnum = enumOf(MERGE_REFUSALS);
registerEnumType(MergeRefusalEnum, {
  name: 'MergeRefusalReason',
  description: 'Why two profiles were not merged.',
  valuesMap: describe<MergeRefusal>({
    SAME_PROFILE: 'Both are the same profile.',
    NOT_FOUND: 'One of them does not exist, or was merged already.',
    YOUR_OWN: 'One of them is that of the reader: somebody else has to do it.',
    STAFF: 'The account that would go holds a role.',
    BEING_ERASED: 'One of them has asked to be erased.',
  }),
});

@ObjectType({ description: 'One of two profiles, with what helps to tell whether they are of one person.' })
export class MergeSide {
  @Field(() => ID, { description: 'Identifier of the volunteer.' })
  id: string;

  @Field(() => String, { description: 'Name that others see.' })
  displayName: string;

  @Field(() => Int, { nullable: true, description: 'Arrondissement she lives in.' })
  arrondissement: number | null;

  @Field(() => Date, { description: 'When she became known.' })
  since: Date;

  @Field(() => Boolean, { description: 'Whether she signs in.' })
  hasAccount: boolean;

  @Field(() => Int, { description: 'Bookings of all times.' })
  bookings: number;
}

@ObjectType({ description: 'Two profiles that may be of one person.' })
export class DuplicatePairView {
  @Field(() => MergeSide, { description: 'The one that has more, which would stay.' })
  first: MergeSide;

  @Field(() => MergeSide, { description: 'The other one.' })
  second: MergeSide;

  @Field(() => Int, { description: 'How likely they are one, 60 to 100.' })
  score: number;

  @Field(() => [LikenessReasonEnum], { description: 'Why, the most telling first.' })
  reasons: LikenessReason[];
}

@ObjectType({ description: 'What each of two profiles says about one thing.' })
export class MergeFieldView {
  @Field(() => MergeFieldEnum, { description: 'About what.' })
  field: MergeField;

  @Field(() => String, { nullable: true, description: 'In the profile that stays.' })
  kept: string | null;

  @Field(() => String, { nullable: true, description: 'In the profile that becomes part of it.' })
  gone: string | null;

  @Field(() => Boolean, { description: 'Whether the value of the other profile stays unless somebody chooses.' })
  takesGone: boolean;
}

@ObjectType({ description: 'What moves from one profile to the other.' })
export class MergeMove {
  @Field(() => String, { description: 'What it is, in the language of the reader.' })
  title: string;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType({ description: 'What merging two profiles would do. Nothing undoes it.' })
export class MergePreview {
  @Field(() => MergeSide, { description: 'The profile that stays.' })
  kept: MergeSide;

  @Field(() => MergeSide, { description: 'The profile that becomes part of it.' })
  gone: MergeSide;

  @Field(() => [MergeFieldView], { description: 'Values to choose from; both equal or both empty are left out.' })
  fields: MergeFieldView[];

  @Field(() => [MergeMove], { description: 'What moves, and how much.' })
  moves: MergeMove[];

  @Field(() => [String], { description: 'What both have and one person has once: how it is settled, in sentences.' })
  clashes: string[];

  @Field(() => String, { nullable: true, description: 'Why they cannot be merged, in a sentence; null if they can.' })
  refusal: string | null;
}

@InputType({ description: 'Whose value of one thing stays.' })
export class MergeChoiceInput {
  @Field(() => MergeFieldEnum, { description: 'About what.' })
  @IsIn(MERGE_FIELDS)
  field: MergeField;

  @Field(() => Boolean, { description: 'True takes the value of the profile that goes.' })
  takesGone: boolean;
}

@InputType({ description: 'Which profile becomes part of which, and what stays of both.' })
export class MergeInput {
  @Field(() => ID, { description: 'The profile that stays.' })
  @IsUUID()
  keptId: string;

  @Field(() => ID, { description: 'The profile that becomes part of it.' })
  @IsUUID()
  goneId: string;

  @Field(() => [MergeChoiceInput], { description: 'What was chosen; the rest is as the preview says.' })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MergeChoiceInput)
  choices: MergeChoiceInput[];
}

/** Choices by field, as the rules take them. */
export const choicesOf = (choices: readonly MergeChoiceInput[]): Partial<Record<MergeField, MergeChoice>> =>
  Object.fromEntries(choices.map(({ field, takesGone }) => [field, takesGone ? 'gone' : 'kept']));

@ObjectType({ description: 'The profiles are one.' })
export class ProfilesMerged {
  @Field(() => ID, { description: 'The profile that stays.' })
  volunteerId: string;
}

@ObjectType({ description: 'The profiles were not merged.', implements: () => Refusal })
export class MergeRefused extends Refusal {
  @Field(() => MergeRefusalEnum, { description: 'Why.' })
  reason: MergeRefusal;
}

export const MergeResult = createUnionType({
  name: 'MergeResult',
  description: 'Merged, or why not.',
  types: () => [ProfilesMerged, MergeRefused] as const,
  resolveType: (value: object) => ('reason' in value ? MergeRefused : ProfilesMerged),
});
