import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { ROW_STATES, type RowChoice, type RowState } from './import-state.rules.js';
import { ImportMappingInput, RowChoiceEnum } from './volunteer-import.types.js';

@ArgsType()
export class ImportArgs {
  @Field(() => ID, { description: 'The import.' })
  @IsUUID()
  id: string;
}

@ArgsType()
export class MapImportArgs extends ImportArgs {
  @Field(() => [ImportMappingInput], { description: 'What to read columns as; empty lets the headers decide.' })
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => ImportMappingInput)
  mapping: ImportMappingInput[];

  @Field(() => String, { nullable: true, description: 'The sheet of a workbook to read; null for the same as before.' })
  @IsOptional()
  @MaxLength(200)
  sheet: string | null;
}

@ArgsType()
export class ImportRowsArgs extends ImportArgs {
  @Field(() => String, { description: 'Which rows: `faulty`, `doubt` or `left_out`.' })
  @IsIn(ROW_STATES.filter((state) => state !== 'sound'))
  state: RowState;

  @Field(() => String, { nullable: true, description: 'Only rows with a fault of this code.' })
  @IsOptional()
  @MaxLength(40)
  code: string | null;

  @Field(() => Int, { defaultValue: 0, description: 'Only rows after this line.' })
  @Min(0)
  after: number;

  @Field(() => Int, { defaultValue: 50, description: 'How many, at most 100.' })
  @Min(1)
  @Max(100)
  first: number;
}

@ArgsType()
export class FixCellArgs extends ImportArgs {
  @Field(() => Int, { description: 'Line of the row.' })
  @Min(1)
  line: number;

  @Field(() => Int, { description: 'Number of the column, from 1.' })
  @Min(1)
  @Max(1000)
  column: number;

  @Field(() => String, { description: 'What the cell shall hold.' })
  @MaxLength(10_000)
  value: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Also in every other row with a fault whose cell of this column holds the same.',
  })
  everywhere: boolean;
}

@ArgsType()
export class ChooseArgs extends ImportArgs {
  @Field(() => Int, { description: 'Line of the row.' })
  @Min(1)
  line: number;

  @Field(() => RowChoiceEnum, { nullable: true, description: 'The decision; null takes it back.' })
  @IsOptional()
  choice: RowChoice | null;
}

@ArgsType()
export class ApplyImportArgs extends ImportArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Whether rows with faults and doubts may stay out.' })
  leaveRest: boolean;
}
