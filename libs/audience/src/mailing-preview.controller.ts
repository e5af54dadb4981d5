import { Body, Controller, Headers, HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { userError } from '#platform/graphql';
import { Allow } from '#platform/identity';

/** Styles of the mail itself and nothing else: no script, no form, nothing from elsewhere, only inside our own pages. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

/** Gives the HTML of a mail back under rules of its own, for the frames of the page that writes it. */
@Controller('mailings')
export class MailingPreviewController {
  @Post('preview')
  @HttpCode(200)
  @Allow('coordinator')
  show(
    @Body() body: { html?: unknown } | null,
    @Headers('sec-fetch-site') from: string | undefined,
    @Res() reply: FastifyReply,
  ): void {
    // What another site makes a browser send is not shown under our address.
    if (from !== undefined && from !== 'same-origin') throw userError('FORBIDDEN', 'error.FORBIDDEN');
    if (typeof body?.html !== 'string') throw userError('BAD_USER_INPUT', 'error.BAD_REQUEST');
    void reply
      .header('content-security-policy', POLICY)
      .header('x-frame-options', 'SAMEORIGIN')
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(body.html);
  }
}
