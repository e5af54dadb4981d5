import { Field, InputType } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Length, Matches, ValidateNested } from 'class-validator';
import { NetworkEnum } from '#platform/graphql';
import type { Network } from '#platform/kernel';
import { PeopleSortEnum } from './audience.enums.js';
import { PeopleFilterInput } from './people.inputs.js';
import type { PeopleSort } from './people-order.rules.js';

@InputType({ description: 'A view to keep; one of mine with the same name is replaced.' })
export class PeopleViewInput {
  @Field(() => String, { description: 'Its name, up to 80 signs.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value))
  @Length(1, 80)
  name: string;

  @Field(() => NetworkEnum, { nullable: true, description: 'Share it with the coordinators of this network.' })
  @IsOptional()
  network?: Network | null;

  @Field(() => PeopleFilterInput, {
    description: 'Which people; a typed name and those chosen one by one are not kept.',
  })
  @ValidateNested()
  @Type(() => PeopleFilterInput)
  filter: PeopleFilterInput;

  @Field(() => PeopleSortEnum, { nullable: true, description: 'The order; by name if left out.' })
  sort?: PeopleSort | null;

  @Field(() => Boolean, { nullable: true, description: 'The other way round.' })
  descending?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Columns shown, as the page names them.' })
  @IsOptional()
  @ArrayMaxSize(30)
  @Matches(/^[a-zA-Z]{1,30}$/, { each: true })
  columns?: string[] | null;
}
