import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { Actor, Allow, Me } from '#platform/identity';
import { filterOf } from './people.inputs.js';
import { PeopleViewInput } from './saved-view.inputs.js';
import { SavedViewService } from './saved-view.service.js';
import { PeopleView } from './saved-view.types.js';

@ArgsType()
class ViewArgs {
  @Field(() => ID, { description: 'Which view.' })
  @IsUUID()
  id: string;
}

@Resolver(() => PeopleView)
export class SavedViewResolver {
  constructor(private readonly views: SavedViewService) {}

  @Query(() => [PeopleView], { description: 'Views of the table that I keep or that are shared with me, by name.' })
  @Allow('coordinator')
  peopleViews(@Me() me: Actor): Promise<PeopleView[]> {
    return this.views.list(me);
  }

  @Mutation(() => PeopleView, { description: 'Keeps a view; one of mine with that name is replaced.' })
  @Allow('coordinator')
  savePeopleView(
    @Me() me: Actor,
    @Args('input', { type: () => PeopleViewInput, description: 'What to keep.' }) input: PeopleViewInput,
  ): Promise<PeopleView> {
    const { name, network, sort, descending, columns } = input;
    // A name that was typed is about one person, and no view that may outlive her.
    const filter = { text: null, conditions: filterOf(input.filter).conditions, only: [] };
    return this.views.save(me, name, network ?? null, {
      filter,
      sort: sort ?? 'name',
      descending: descending ?? false,
      columns: columns ?? [],
    });
  }

  @Mutation(() => Boolean, { description: 'Forgets a view of mine.' })
  @Allow('coordinator')
  async deletePeopleView(@Me() me: Actor, @Args() { id }: ViewArgs): Promise<boolean> {
    await this.views.remove(me, id);
    return true;
  }
}
