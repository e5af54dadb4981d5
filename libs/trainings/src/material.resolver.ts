import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { notFound } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import { IdArg } from './id-arg.js';
import { MaterialQueries } from './material.queries.js';
import { MaterialService } from './material.service.js';
import { MaterialInput, MaterialView } from './material.types.js';

@Resolver()
export class MaterialResolver {
  constructor(
    private readonly queries: MaterialQueries,
    private readonly service: MaterialService,
  ) {}

  @Query(() => [MaterialView], { description: 'The current materials of a course.' })
  @Allow('public')
  courseMaterials(
    @Args('slug', { type: () => String, description: 'Address of the course.' }) slug: string,
    @Me() me: Actor | null,
  ): Promise<MaterialView[]> {
    return this.queries.ofCourse(slug, me);
  }

  @Query(() => MaterialView, { nullable: true, description: 'A material, also one that was replaced.' })
  @Allow('public')
  material(
    @Args('id', { type: () => String, description: 'Identifier of the material.' }) id: string,
    @Me() me: Actor | null,
  ): Promise<MaterialView | null> {
    return this.queries.byId(id, me);
  }

  @Mutation(() => MaterialView, { description: 'Adds a material to a course that I coordinate, or changes it.' })
  @Allow('coordinator')
  async saveMaterial(
    @Args('input', { type: () => MaterialInput, description: 'The material as it shall be.' }) input: MaterialInput,
    @Me() me: Actor,
  ): Promise<MaterialView> {
    const saved = await this.queries.byId(await this.service.save(input, me), me);
    if (!saved) throw notFound('Material');
    return saved;
  }

  @Mutation(() => Boolean, { description: 'Takes a material away, with its file and its earlier editions.' })
  @Allow('coordinator')
  async removeMaterial(@IdArg('id', 'Identifier of the material.') id: string, @Me() me: Actor): Promise<boolean> {
    await this.service.remove(id, me);
    return true;
  }
}
