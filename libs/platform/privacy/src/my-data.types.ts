import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

/** What becomes of the rows of one table when somebody is erased. */
export const ErasureOutcomeEnum = { deleted: 'deleted', unlinked: 'unlinked', kept: 'kept' } as const;
export type ErasureOutcome = keyof typeof ErasureOutcomeEnum;
registerEnumType(ErasureOutcomeEnum, {
  name: 'ErasureOutcome',
  description: 'What becomes of the rows of a table when somebody is erased.',
  valuesMap: {
    deleted: { description: 'They are deleted.' },
    unlinked: { description: 'They stay, and lead to nobody.' },
    kept: { description: 'They stay as they are.' },
  },
});

@ObjectType({ description: 'When rows of a table go although nobody asks, in words.' })
export class RetentionSentence {
  @Field(() => String, { description: 'When: "after 30 days".' })
  when: string;

  @Field(() => String, { nullable: true, description: 'The legal reason, in a sentence.' })
  because: string | null;
}

@ObjectType({ description: 'What the platform promises about one kind of personal data.' })
export class PersonalDataRule {
  @Field(() => String, { description: 'Name of the table.' })
  table: string;

  @Field(() => String, { description: 'What it is, in the language of the reader.' })
  title: string;

  @Field(() => ErasureOutcomeEnum, { description: 'What becomes of it when the person is erased.' })
  erasure: ErasureOutcome;

  @Field(() => String, { nullable: true, description: 'Why it stays then, in a sentence; null if it does not stay.' })
  because: string | null;

  @Field(() => [RetentionSentence], { description: 'When it goes although nobody asks.' })
  retention: RetentionSentence[];
}

@ObjectType({ description: 'How much is known about me in one table.' })
export class MyDataTable {
  @Field(() => PersonalDataRule, { description: 'What is promised about it.' })
  rule: PersonalDataRule;

  @Field(() => Int, { description: 'Rows about me.' })
  rows: number;
}

@ObjectType({ description: 'That I will be erased on a day.' })
export class ErasureUnderWay {
  @Field(() => Date, { description: 'When it was asked for.' })
  askedAt: Date;

  @Field(() => Boolean, { description: 'Whether it was confirmed.' })
  isConfirmed: boolean;

  @Field(() => Date, { nullable: true, description: 'When I will be erased; null before it is confirmed.' })
  dueAt: Date | null;
}

@ObjectType({ description: 'That an erasure was asked for and now has to be confirmed.' })
export class ErasureAsked {
  @Field(() => Boolean, { description: 'Whether a code was sent by e-mail; without an address a second tap confirms.' })
  codeSent: boolean;
}

@ObjectType({ description: 'What the platform knows about me, and what I may do about it now.' })
export class MyData {
  @Field(() => Date, {
    nullable: true,
    description: 'Until when I may take my data out or ask for erasure without signing in again; null if I must.',
  })
  freshUntil: Date | null;

  @Field(() => [MyDataTable], { description: 'All tables, those without rows about me too.' })
  tables: MyDataTable[];

  @Field(() => ErasureUnderWay, { nullable: true, description: 'The erasure under way, if there is one.' })
  erasure: ErasureUnderWay | null;
}

@ObjectType({ description: 'How many rows a rule of retention removed or emptied on one run.' })
export class RetentionRunView {
  @Field(() => Date, { description: 'When.' })
  ranAt: Date;

  @Field(() => String, { description: 'Name of the table.' })
  table: string;

  @Field(() => String, { description: 'What it holds, in the language of the reader.' })
  title: string;

  @Field(() => String, { description: 'The rule, in words.' })
  when: string;

  @Field(() => Int, { description: 'Rows.' })
  rows: number;
}
