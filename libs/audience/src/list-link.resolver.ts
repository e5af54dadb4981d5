import { Args, Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { NetworkEnum, notFound } from '#platform/graphql';
import { Allow } from '#platform/identity';
import type { Network } from '#platform/kernel';
import { type ListLink, ListLinks } from './list-links.js';

@ObjectType({ description: 'What a link out of a mailing list is about; nothing that says who got it.' })
export class ListLinkView {
  @Field(() => NetworkEnum, { description: 'The network whose coordinators write to the list.' })
  network: Network;

  @Field(() => Boolean, { description: 'Whether its messages are refused now.' })
  refused: boolean;
}

const TOKEN = { type: () => String, description: 'The last part of the link.' };

@Resolver()
export class ListLinkResolver {
  constructor(private readonly links: ListLinks) {}

  @Query(() => ListLinkView, {
    nullable: true,
    description: 'What a link out of a list is about; null if it is not one of ours. Changes nothing.',
  })
  @Allow('public')
  listLink(@Args('token', TOKEN) token: string): Promise<ListLink | null> {
    return this.links.read(token);
  }

  @Mutation(() => ListLinkView, {
    description: 'Refuses the messages of a list, or wants them again; the link is the right.',
  })
  @Allow('public')
  async answerListLink(
    @Args('token', TOKEN) token: string,
    @Args('refused', { type: () => Boolean, description: 'Whether the messages are refused.' }) refused: boolean,
  ): Promise<ListLink> {
    const link = await this.links.answer(token, refused);
    if (!link) throw notFound('Link');
    return link;
  }
}
