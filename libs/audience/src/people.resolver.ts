import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import { IsOptional, IsUUID, Length, MaxLength, ValidateNested } from 'class-validator';
import { notFound, type Page, ReaderLocale } from '#platform/graphql';
import { Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { PeopleSortEnum } from './audience.enums.js';
import { PeopleDoor } from './people-door.js';
import type { PeopleSort } from './people-order.rules.js';
import { filterOf, PeopleFilterInput } from './people.inputs.js';
import { PeopleQueries } from './people.queries.js';
import { PersonHistoryQueries } from './person-history.queries.js';
import { PersonEvent } from './person-history.types.js';
import { PeopleCount, PeoplePage, PersonRow } from './people.types.js';
import { sightOf } from './sight.js';

@ArgsType()
class PeopleArgs {
  @Field(() => PeopleFilterInput, {
    nullable: true,
    description: 'Which ones; everybody whom I coordinate if left out.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => PeopleFilterInput)
  filter?: PeopleFilterInput | null;

  @Field(() => PeopleSortEnum, { defaultValue: 'name', description: 'In which order.' })
  sort: PeopleSort;

  @Field(() => Boolean, { defaultValue: false, description: 'The other way round.' })
  descending: boolean;

  @Field(() => Int, { defaultValue: 50, description: 'Page size, at most 100.' })
  first: number;

  @Field(() => String, { nullable: true, description: 'Cursor of the page before, in the same order.' })
  @IsOptional()
  @MaxLength(500)
  after?: string | null;
}

@ArgsType()
class ByAddressArgs {
  @Field(() => String, { description: 'The whole e-mail address or telephone number.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @Length(5, 200)
  address: string;

  @Field(() => String, { description: 'What for, in 5 to 200 signs; the person will read it.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @Length(5, 200)
  purpose: string;
}

@ArgsType()
class PersonArgs {
  @Field(() => ID, { description: 'Which person.' })
  @IsUUID()
  id: string;
}

@Resolver()
export class PeopleResolver {
  constructor(
    private readonly queries: PeopleQueries,
    private readonly door: PeopleDoor,
    private readonly history: PersonHistoryQueries,
  ) {}

  @Query(() => PeoplePage, { description: 'The people whom I coordinate, page by page.' })
  @Allow('coordinator')
  people(
    @Me() me: Actor,
    @Args() { filter, sort, descending, first, after }: PeopleArgs,
  ): Promise<Omit<Page<PersonRow>, 'total'>> {
    return this.queries.page(sightOf(me), { filter: filterOf(filter), sort, descending, first, after: after ?? null });
  }

  @Query(() => PeopleCount, { description: 'How many people a filter finds among those whom I coordinate.' })
  @Allow('coordinator')
  peopleCount(
    @Me() me: Actor,
    @Args('filter', { type: () => PeopleFilterInput, nullable: true, description: 'Which ones.' }) // Optional and not `| null`: a union has no class at run time, and would pass unchecked.
    filter?: PeopleFilterInput,
  ): Promise<PeopleCount> {
    return this.queries.count(sightOf(me), filterOf(filter ?? null));
  }

  @Query(() => PersonRow, { description: 'One person whom I coordinate.' })
  @Allow('coordinator')
  async person(@Me() me: Actor, @Args() { id }: PersonArgs): Promise<PersonRow> {
    const person = await this.queries.one(sightOf(me), id);
    if (!person) throw notFound('Person');
    return person;
  }

  @Query(() => [PersonEvent], {
    description: 'What happened with a person whom I coordinate: the latest hundred events.',
  })
  @Allow('coordinator')
  personHistory(@Me() me: Actor, @Args() { id }: PersonArgs, @ReaderLocale() locale: Locale): Promise<PersonEvent[]> {
    return this.history.of(me, id, locale);
  }

  @Mutation(() => PersonRow, {
    nullable: true,
    description: 'The person of a whole address or number whom I coordinate, if any; she can see that I looked.',
  })
  @Allow('coordinator')
  findPersonByAddress(@Me() me: Actor, @Args() { address, purpose }: ByAddressArgs): Promise<PersonRow | null> {
    return this.door.find(me, address, purpose);
  }
}
