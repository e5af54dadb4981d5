import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { notFound, type Page, ReaderLocale, Wants } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import type { MailStatus } from './mail.entity.js';
import { MailQueries } from './mail.queries.js';
import { MailService } from './mail.service.js';
import { MailConnection, MailRow, MailStatusEnum } from './mail.types.js';

@Resolver()
export class MailResolver {
  constructor(
    private readonly queries: MailQueries,
    private readonly service: MailService,
  ) {}

  @Query(() => MailConnection, { description: 'Mails sent and to be sent, newest first.' })
  @Allow('admin')
  async mails(
    @Args('status', { type: () => MailStatusEnum, nullable: true, description: 'Only in this state.' })
    status: MailStatus | null,
    @Args('text', { type: () => String, nullable: true, description: 'Part of a kind or of a subject.' })
    text: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Page size, at most 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' })
    after: string | null,
    @Wants('total') counted: boolean,
    @ReaderLocale() locale: Locale,
  ): Promise<Page<MailRow>> {
    const filter = { status: status ?? null, text: text?.trim() || null };
    const total = counted ? await this.queries.count(filter) : 0;
    return { ...(await this.queries.page(filter, first, after ?? null, locale)), total };
  }

  @Mutation(() => MailRow, { description: 'Sends a mail once more, with what is true now. CONFLICT if it is waiting.' })
  @Allow('admin')
  async resendMail(
    @Args('id', { type: () => ID, description: 'Which mail.' }) id: string,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<MailRow> {
    await this.service.resend(id, me, locale);
    const mail = await this.queries.find(id, locale);
    if (!mail) throw notFound('Mail');
    return mail;
  }
}
