import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import { IsOptional, IsUUID, Length, ValidateNested } from 'class-validator';
import { NetworkEnum } from '#platform/graphql';
import { Actor, Allow, Me } from '#platform/identity';
import type { Network } from '#platform/kernel';
import { type TagColour, TagColourEnum } from './audience.enums.js';
import { filterOf, PeopleFilterInput } from './people.inputs.js';
import { Tag } from './tag.entity.js';
import { TagService } from './tag.service.js';
import { TagChange } from './tag.types.js';

@ArgsType()
class NewTagArgs {
  @Field(() => NetworkEnum, { description: 'Whose coordinators use it.' })
  network: Network;

  @Field(() => String, { description: 'The word, up to 40 signs.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value))
  @Length(1, 40)
  name: string;

  @Field(() => TagColourEnum, { description: 'Colour beside the word.' })
  colour: TagColour;
}

@ArgsType()
class ChangeTagArgs {
  @Field(() => ID, { description: 'Which tag.' })
  @IsUUID()
  tagId: string;

  @Field(() => Boolean, { description: 'Whether people get it, else they lose it.' })
  added: boolean;

  @Field(() => PeopleFilterInput, { nullable: true, description: 'Which people; all whom I coordinate if left out.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PeopleFilterInput)
  filter?: PeopleFilterInput | null;
}

@ArgsType()
class TagArgs {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID()
  id: string;
}

@Resolver(() => Tag)
export class TagResolver {
  constructor(private readonly tags: TagService) {}

  @Query(() => [Tag], { name: 'tags', description: 'Tags of the networks that I work for, by name.' })
  @Allow('coordinator')
  list(@Me() me: Actor): Promise<Tag[]> {
    return this.tags.list(me);
  }

  @Mutation(() => Tag, { description: 'Makes a new tag.' })
  @Allow('coordinator')
  createTag(@Me() me: Actor, @Args() { network, name, colour }: NewTagArgs): Promise<Tag> {
    return this.tags.create(me, network, name, colour);
  }

  @Mutation(() => Boolean, { description: 'Takes a tag from everybody and forgets it.' })
  @Allow('coordinator')
  async deleteTag(@Me() me: Actor, @Args() { id }: TagArgs): Promise<boolean> {
    await this.tags.remove(me, id);
    return true;
  }

  @Mutation(() => TagChange, { description: 'Puts a tag on people, or takes it from them.' })
  @Allow('coordinator')
  tagPeople(@Me() me: Actor, @Args() { tagId, added, filter }: ChangeTagArgs): Promise<TagChange> {
    return this.tags.change(me, tagId, added, filterOf(filter));
  }

  @Mutation(() => TagChange, { description: 'Takes a change of tags of mine back, once, within 24 hours.' })
  @Allow('coordinator')
  undoTagChange(@Me() me: Actor, @Args() { id }: TagArgs): Promise<TagChange> {
    return this.tags.undo(me, id);
  }
}
