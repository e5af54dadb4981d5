import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, Length, ValidateNested } from 'class-validator';
import { Actor, Allow, Me } from '#platform/identity';
import { ExportColumnEnum, type ExportFormat, ExportFormatEnum } from './audience.enums.js';
import { EXPORT_COLUMNS, type ExportColumn } from './export-columns.rules.js';
import { PeopleExports } from './people-export.service.js';
import { filterOf, PeopleFilterInput } from './people.inputs.js';

@InputType({ description: 'A list that a coordinator wants as a file.' })
class PeopleExportInput {
  @Field(() => PeopleFilterInput, { description: 'Which people.' })
  @ValidateNested()
  @Type(() => PeopleFilterInput)
  filter: PeopleFilterInput;

  @Field(() => [ExportColumnEnum], { description: 'Which columns.' })
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(EXPORT_COLUMNS.length)
  columns: ExportColumn[];

  @Field(() => ExportFormatEnum, { description: 'Kind of the file.' })
  format: ExportFormat;

  @Field(() => String, { description: 'What for, in 5 to 200 signs; each person in the list can read it.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value))
  @Length(5, 200)
  purpose: string;
}

@Resolver()
export class PeopleExportResolver {
  constructor(private readonly exports: PeopleExports) {}

  @Mutation(() => String, {
    description: 'Asks for a list as a file. The answer is its address, to be fetched once within 15 minutes.',
  })
  @Allow('coordinator')
  async exportPeople(
    @Me() me: Actor,
    @Args('input', { type: () => PeopleExportInput, description: 'What is wanted, and why.' }) input: PeopleExportInput,
  ): Promise<string> {
    const { columns, format, purpose } = input;
    const inOrder = EXPORT_COLUMNS.filter((column) => columns.includes(column));
    const id = await this.exports.ask(me, { filter: filterOf(input.filter), columns: inOrder, format, purpose });
    return `/exports/people/${id}`;
  }
}
