import { Controller, Get, Headers, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '#platform/config';
import { Allow } from '#platform/identity';
import { frontPage } from '#platform/http';
import { t } from '#platform/i18n';
import { BadgeCheck } from './badge-check.service.js';
import { CertificateViews } from './certificate.views.js';
import { VerifierLimit } from './verifier-limit.js';
import { escaped, verifierPage } from './verifier-page.js';

/** The check of a code for programs (JSON), and for browsers that run no scripts (HTML). */
@Controller()
export class VerifierController {
  constructor(
    private readonly check: BadgeCheck,
    private readonly views: CertificateViews,
    private readonly limit: VerifierLimit,
    private readonly config: Config,
  ) {}

  /** The page of the site; without scripts it leads to the plain one. */
  @Get('verifier/:code')
  @Allow('public')
  page(@Param('code') code: string, @Req() req: FastifyRequest, @Res() reply: FastifyReply): void {
    const html = frontPage(this.config);
    if (html === null) {
      void reply.status(503).type('text/plain').send('The pages are not built: run npm run build:web.\n');
      return;
    }
    const label = escaped(t(req.locale, 'recognition.plain.script'));
    const link = `<p><a href="/recognition/verify/${encodeURIComponent(code)}">${label}</a></p>`;
    void reply
      .header('cache-control', 'no-cache')
      .header('x-robots-tag', 'noindex')
      .type('text/html; charset=utf-8')
      .send(html.replace('</noscript>', () => `${link}</noscript>`));
  }

  /** The form without scripts, and where it leads. */
  @Get('recognition/verify')
  @Allow('public')
  form(@Query('code') code: string | undefined, @Req() req: FastifyRequest, @Res() reply: FastifyReply): void {
    if (code) void reply.redirect(`/recognition/verify/${encodeURIComponent(code)}`, 303);
    else this.html(reply, 200, verifierPage({ locale: req.locale, html: frontPage(this.config) ?? '' }));
  }

  @Get('recognition/verify/:code')
  @Allow('public')
  async answer(
    @Param('code') code: string,
    @Headers('accept') accept: string | undefined,
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.limit.count(req.ip);
    const facts = await this.check.byCode(code);
    const checked = facts && this.views.checked(facts, req.locale);
    const status = checked ? 200 : 404;
    void reply.header('access-control-allow-origin', '*').header('vary', 'accept');
    if (accept?.includes('text/html')) {
      const html = frontPage(this.config) ?? '';
      this.html(reply, status, verifierPage({ locale: req.locale, html, answer: { code, checked } }));
      return;
    }
    void reply
      .status(status)
      .header('cache-control', 'no-store')
      .send(checked ? { status: checked.valid ? 'valid' : 'revoked', ...checked } : { status: 'unknown' });
  }

  private html(reply: FastifyReply, status: number, page: string): void {
    void reply
      .status(status)
      .header('cache-control', 'no-store')
      .header('x-robots-tag', 'noindex')
      .type('text/html; charset=utf-8')
      .send(page);
  }
}
