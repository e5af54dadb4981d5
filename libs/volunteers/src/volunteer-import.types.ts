import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { enumOf } from '#platform/graphql';
import { LIKENESS_REASONS, type LikenessReason } from './duplicate.rules.js';
import {
  IMPORT_STEPS,
  type ImportStep,
  KEPT_REASONS,
  type KeptReason,
  ROW_CHOICES,
  type RowChoice,
  type RowState,
} from './import-state.rules.js';
import { VolunteerImport } from './volunteer-import.entity.js';

/** GraphQL names take no hyphen. */
const underscored = <T extends string>(values: readonly T[]): Record<string, T> =>
  Object.fromEntries(values.map((value) => [value.replaceAll('-', '_'), value]));

export const ImportStepEnum = enumOf(IMPORT_STEPS);
registerEnumType(ImportStepEnum, {
  name: 'ImportStep',
  description: 'What can be asked of an import.',
  valuesMap: {
    map: { description: 'Read it with columns matched by hand, or another sheet.' },
    fix: { description: 'Put rows right, and decide about them.' },
    apply: { description: 'Take its people in, or go on with that.' },
    stop: { description: 'Stop the work that runs.' },
    undo: { description: 'Put back what it did.' },
    discard: { description: 'Forget the file.' },
  },
});

export const RowChoiceEnum = underscored(ROW_CHOICES);
registerEnumType(RowChoiceEnum, {
  name: 'ImportRowChoice',
  description: 'What somebody decided about a row.',
  valuesMap: {
    leave_out: { description: 'It is not imported.' },
    update: { description: 'It is the known person: her profile is completed.' },
    create: { description: 'It is somebody else of the same name: a new person.' },
  },
});

export const LikenessReasonEnum = underscored(LIKENESS_REASONS);
registerEnumType(LikenessReasonEnum, {
  name: 'LikenessReason',
  description: 'Why two descriptions may be of one person.',
  valuesMap: {
    email: { description: 'The same address.' },
    email_variant: { description: 'Two spellings of one mailbox.' },
    name: { description: 'The same names, in any order, whatever the accents.' },
    phone: { description: 'The same telephone number.' },
    similar_name: { description: 'Names that differ by a slip.' },
    birth_year: { description: 'The same year of birth.' },
  },
});

export const KeptReasonEnum = underscored(KEPT_REASONS);
registerEnumType(KeptReasonEnum, {
  name: 'ImportKeptReason',
  description: 'Why undoing an import left somebody as she is.',
  valuesMap: {
    signed_in: { description: 'She signed in since.' },
    changed: { description: 'Something of her changed since.' },
    in_use: { description: 'She is enrolled, tagged, or something else refers to her.' },
  },
});

@ObjectType({ description: 'A column of a file, and what it is read as.' })
export class ImportColumn {
  @Field(() => String, { description: 'Its header.' })
  header: string;

  @Field(() => String, { nullable: true, description: 'Field it is read as, as `givenName`; null if left out.' })
  field: string | null;

  @Field(() => [String], { description: 'Up to three of its values.' })
  samples: string[];
}

@ObjectType({ description: 'Something wrong with a file or a row, where it is and what to do.' })
export class ImportFault {
  @Field(() => Int, { description: 'Line of the file on which the row begins, from 1.' })
  row: number;

  @Field(() => Int, { description: 'Number of the column, from 1; 0 means the whole row or file.' })
  column: number;

  @Field(() => String, { description: 'Header of the column.' })
  header: string;

  @Field(() => String, { description: 'What the cell holds, cut to 80 signs.' })
  value: string;

  @Field(() => String, { description: 'Stable code, as `BAD_EMAIL`.' })
  code: string;

  @Field(() => String, { description: 'What is wrong and what to do, for the reader.' })
  message: string;
}

@ObjectType({ description: 'Faults of one kind.' })
export class ImportFaultKind {
  @Field(() => String, { description: 'Stable code, as `BAD_EMAIL`.' })
  code: string;

  @Field(() => Int, { description: 'How many rows have it.' })
  count: number;
}

@ObjectType({ description: 'A row as it was understood.' })
export class ImportPreviewRow {
  @Field(() => Int, { description: 'Line of the file.' })
  row: number;

  @Field(() => String, { nullable: true, description: 'First name.' })
  givenName: string | null;

  @Field(() => String, { nullable: true, description: 'Family name.' })
  familyName: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone number.' })
  phone: string | null;

  @Field(() => Int, { nullable: true, description: 'Year of birth.' })
  birthYear: number | null;

  @Field(() => String, {
    description: 'What importing would do: `create`, `update`, `unchanged`, or why not yet: `fault`, `doubt`, `out`.',
  })
  outcome: string;
}

@ObjectType({ description: 'Somebody whom undoing an import left as she is.' })
export class ImportKeptPerson {
  @Field(() => ID, { description: 'The volunteer.' })
  id: string;

  @Field(() => String, { description: 'Name that coordinators see.' })
  displayName: string;

  @Field(() => KeptReasonEnum, { description: 'Why.' })
  because: KeptReason;
}

@ObjectType({ description: 'A file that is being imported: what it holds, what is wrong with it, what can be done.' })
export class ImportDetails {
  @Field(() => VolunteerImport, { description: 'The import.' })
  file: VolunteerImport;

  @Field(() => [ImportStepEnum], { description: 'What can be asked of it now.' })
  steps: ImportStep[];

  @Field(() => Boolean, { description: 'Whether I sent it: its rows are shown to nobody else.' })
  mine: boolean;

  @Field(() => [ImportColumn], { description: 'Its columns.' })
  columns: ImportColumn[];

  @Field(() => [ImportFault], { description: 'Faults of the file as a whole.' })
  faults: ImportFault[];

  @Field(() => [ImportFaultKind], { description: 'Kinds of faults of its rows, the most frequent first.' })
  kinds: ImportFaultKind[];

  @Field(() => [ImportPreviewRow], { description: 'The first 20 rows.' })
  preview: ImportPreviewRow[];

  @Field(() => [ImportKeptPerson], { description: 'Whom undoing left as they are, at most 200, for a day.' })
  kept: ImportKeptPerson[];
}

@ObjectType({ description: 'A cell of a row.' })
export class ImportCell {
  @Field(() => Int, { description: 'Number of its column, from 1.' })
  column: number;

  @Field(() => String, { description: 'Header of its column.' })
  header: string;

  @Field(() => String, { description: 'What it holds.' })
  value: string;

  @Field(() => String, {
    nullable: true,
    description: 'What is wrong and what to do, for the reader; null if nothing.',
  })
  message: string | null;

  @Field(() => String, { nullable: true, description: 'Stable code of the fault, as `BAD_EMAIL`.' })
  code: string | null;
}

@ObjectType({ description: 'Somebody known who may be the person of a row.' })
export class ImportMatch {
  @Field(() => ID, { description: 'The volunteer.' })
  id: string;

  @Field(() => String, { description: 'Name that coordinators see.' })
  displayName: string;

  @Field(() => [LikenessReasonEnum], { description: 'Why it may be she.' })
  reasons: LikenessReason[];
}

@ObjectType({ description: 'A row that is not imported as it is: with faults, in doubt, or left out.' })
export class ImportRow {
  @Field(() => Int, { description: 'Line of the file.' })
  line: number;

  @Field(() => String, { description: '`sound`, `faulty`, `doubt` or `left_out`.' })
  state: RowState;

  @Field(() => [ImportCell], { description: 'Its cells, in the order of the file.' })
  cells: ImportCell[];

  @Field(() => ImportMatch, { nullable: true, description: 'Somebody known who may be she.' })
  match: ImportMatch | null;

  @Field(() => [RowChoiceEnum], { description: 'What can be decided about it.' })
  choices: RowChoice[];

  @Field(() => RowChoiceEnum, { nullable: true, description: 'What somebody decided.' })
  choice: RowChoice | null;
}

@ObjectType({ description: 'A row after it was put right, and the import with its new counts.' })
export class ImportFixed {
  @Field(() => Int, { description: 'How many rows were changed.' })
  changed: number;

  @Field(() => ImportRow, { description: 'The row.' })
  row: ImportRow;

  @Field(() => ImportDetails, { description: 'The import.' })
  details: ImportDetails;
}

@InputType({ description: 'What a column is to be read as.' })
export class ImportMappingInput {
  @Field(() => String, { description: 'Its header, as in the report.' })
  @MaxLength(500)
  header: string;

  @Field(() => String, { nullable: true, description: 'The field; null leaves the column out.' })
  @IsOptional()
  @MaxLength(40)
  field: string | null;
}
