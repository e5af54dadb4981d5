import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { ReaderLocale } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { NoticeQueries } from './notice.queries.js';
import { NoticeService } from './notice.service.js';
import { NoticeView } from './notice.types.js';

@ArgsType()
class NoticesArgs {
  @Field(() => ID, { nullable: true, description: 'Only what one person is to be told.' })
  @IsOptional()
  @IsUUID()
  volunteerId?: string | null;
}

@ArgsType()
class NoteToldArgs {
  @Field(() => ID, { description: 'Which notice.' })
  @IsUUID()
  id: string;

  @Field(() => Boolean, { description: 'True once she was told; false takes that back.' })
  told: boolean;
}

@Resolver()
export class NoticeResolver {
  constructor(
    private readonly queries: NoticeQueries,
    private readonly service: NoticeService,
  ) {}

  @Query(() => [NoticeView], {
    description: 'What people without an address are to be told, the most pressing first; told ones stay for a day.',
  })
  @Allow('coordinator')
  notices(@Args() { volunteerId }: NoticesArgs, @ReaderLocale() locale: Locale): Promise<NoticeView[]> {
    return this.queries.open(volunteerId ?? null, locale);
  }

  @Mutation(() => Boolean, { description: 'Notes that somebody was told, or takes that back.' })
  @Allow('coordinator')
  async noteTold(@Args() { id, told }: NoteToldArgs, @Me() me: Actor): Promise<boolean> {
    await this.service.note(me, id, told);
    return told;
  }
}
