import { createHash } from 'node:crypto';
import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '#platform/identity';
import { CalendarFeed } from './calendar-feed.queries.js';

const withoutSuffix = (file: string): string | null => (file.endsWith('.ics') ? file.slice(0, -'.ics'.length) : null);

/** Calendar files for programs that cannot sign in: the address is the secret. */
@Controller('calendar')
export class CalendarFeedController {
  constructor(private readonly feed: CalendarFeed) {}

  @Get('booking/:file')
  @Allow('public')
  async booking(
    @Param('file') file: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const token = withoutSuffix(file);
    answer(reply, token === null ? null : await this.feed.ofBooking(token), known);
  }

  @Get(':file')
  @Allow('public')
  async all(
    @Param('file') file: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const token = withoutSuffix(file);
    answer(reply, token === null ? null : await this.feed.ofPerson(token), known);
  }
}

/** A file, the word that it has not changed, or that there is nothing here any more. */
function answer(reply: FastifyReply, ics: string | null, known: string | undefined): void {
  void reply.header('cache-control', 'private, no-cache').header('x-robots-tag', 'noindex');
  if (ics === null) {
    void reply.status(404).type('text/plain; charset=utf-8').send('404\n');
    return;
  }
  const etag = `"${createHash('sha256').update(ics).digest('base64url').slice(0, 27)}"`;
  void reply.header('etag', etag);
  const isKnown = known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;
  if (isKnown) void reply.status(304).send();
  else
    void reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'inline; filename="volontaires.ics"')
      .send(ics);
}
