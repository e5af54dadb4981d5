import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';

@ObjectType({ description: 'A column of a file, and what it is read as.' })
export class ImportColumn {
  @Field(() => String, { description: 'Its header.' })
  header: string;

  @Field(() => String, { nullable: true, description: 'Field it is read as, as `givenName`; null if left out.' })
  field: string | null;

  @Field(() => [String], { description: 'Up to three of its values.' })
  samples: string[];
}

@ObjectType({ description: 'Something wrong with a file, where it is and what to do.' })
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

  @Field(() => String, { description: 'What importing would do: `create`, `update`, `unchanged`, or `fault`.' })
  outcome: string;
}

@ObjectType({ description: 'What a file holds and what importing it would do. Nothing has been changed.' })
export class ImportReport {
  @Field(() => ID, { description: 'Names the file in the steps that follow, for 24 hours.' })
  fileId: string;

  @Field(() => String, { description: 'Name of the file.' })
  fileName: string;

  @Field(() => String, { description: 'How its letters are written, as `utf-8`; empty if it is no text.' })
  encoding: string;

  @Field(() => String, { description: 'Sign between its cells.' })
  delimiter: string;

  @Field(() => [ImportColumn], { description: 'Its columns.' })
  columns: ImportColumn[];

  @Field(() => Int, { description: 'Rows without the header and empty lines.' })
  rowCount: number;

  @Field(() => Int, { description: 'People who would be new.' })
  toCreate: number;

  @Field(() => Int, { description: 'People who are known and would change.' })
  toUpdate: number;

  @Field(() => Int, { description: 'People who are known and would not change.' })
  unchanged: number;

  @Field(() => Int, { description: 'How many faults there are.' })
  faultCount: number;

  @Field(() => [ImportFault], { description: 'The faults in the order of the file, at most 1,000.' })
  faults: ImportFault[];

  @Field(() => [ImportPreviewRow], { description: 'The first 20 rows.' })
  preview: ImportPreviewRow[];

  @Field(() => Boolean, { description: 'Whether it can be imported: there is no fault.' })
  ok: boolean;
}

@ObjectType({ description: 'A file was imported.' })
export class ImportDone {
  @Field(() => ID, { description: 'Identifier of the import.' })
  id: string;

  @Field(() => Int, { description: 'People who were new.' })
  created: number;

  @Field(() => Int, { description: 'People who were known and changed.' })
  updated: number;

  @Field(() => Int, { description: 'People who were known and had nothing to change.' })
  unchanged: number;
}

export const ImportResult = createUnionType({
  name: 'ImportResult',
  description: 'The import, or the faults for which nothing was imported.',
  types: () => [ImportDone, ImportReport] as const,
  resolveType: (value: object) => ('faults' in value ? ImportReport : ImportDone),
});

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
