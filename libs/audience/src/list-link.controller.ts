import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Config } from '#platform/config';
import { notFound, userError } from '#platform/graphql';
import { frontPage } from '#platform/http';
import { Allow } from '#platform/identity';
import { ListLinks } from './list-links.js';

/**
 * The address in the header `List-Unsubscribe` (RFC 8058). Mail programs post to it without cookies and follow no
 * redirect; programs that look through mails read it, which changes nothing.
 */
@Controller('u')
export class ListLinkController {
  constructor(
    private readonly links: ListLinks,
    private readonly config: Config,
  ) {}

  @Get(':token')
  @Allow('public')
  async page(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const link = await this.links.read(token);
    const html = frontPage(this.config);
    void reply
      .header('cache-control', 'no-store')
      .header('x-robots-tag', 'noindex')
      .header('referrer-policy', 'no-referrer');
    void reply.status(html === null ? 503 : link ? 200 : 404);
    void reply
      .type(html === null ? 'text/plain' : 'text/html; charset=utf-8')
      .send(html ?? 'The pages are not built: run npm run build:web.\n');
  }

  @Post(':token')
  @HttpCode(200)
  @Allow('public')
  async leave(@Param('token') token: string, @Body() body: unknown): Promise<string> {
    if (!isOneClick(body)) throw userError('BAD_USER_INPUT', 'error.BAD_REQUEST');
    if (!(await this.links.answer(token, true))) throw notFound('Link');
    return 'OK\n';
  }
}

/** The one pair that a mail program sends, as a form of either kind. */
function isOneClick(body: unknown): boolean {
  if (typeof body === 'string') return /name="?List-Unsubscribe"?\s[^]*?\r?\n\r?\nOne-Click\r?\n/.test(body);
  return (body as Record<string, unknown> | null | undefined)?.['List-Unsubscribe'] === 'One-Click';
}
