import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Config } from '#platform/config';
import { notFound, userError } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import { Clock, type Locale } from '#platform/kernel';
import { addresses } from './badge.rules.js';
import { BadgeService } from './badge.service.js';
import { certificatePdf, hasPdf, PDF_LOCALES, type Print, statementPdf } from './certificate-pdf.js';
import { inGroups } from './certificate-code.rules.js';
import { MyCertificates } from './my-certificates.service.js';
import { canBeSet } from './letters.rules.js';
import { TrainingRecords, yearOf } from './training-record.queries.js';

type Holder = Actor & { volunteerId: string };
const CERTIFICATE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(pdf|jwt)$/;
const STATEMENT = /^(20\d{2})\.pdf$/;

/** How she wants it printed: `langue` of ours, `grand=1` for large print. */
interface Wishes {
  langue?: string;
  grand?: string;
}

/** Files that a person downloads of her own recognition. */
@Controller('recognition')
export class DocumentsController {
  constructor(
    private readonly mine: MyCertificates,
    private readonly badges: BadgeService,
    private readonly records: TrainingRecords,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** `<id>.pdf` or `<id>.jwt`. A language whose letters PDFs cannot set gives French. */
  @Get('certificates/:file')
  @Allow('volunteer')
  async certificate(
    @Param('file') file: string,
    @Query() wishes: Wishes,
    @Me() me: Holder,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [, id = '', kind] = CERTIFICATE.exec(file) ?? [];
    if (!kind) throw notFound('Certificate');
    const facts = await this.mine.own(me.volunteerId, id);
    if (facts.revokedAt) throw notFound('Certificate');
    const name = inGroups(facts.code).toLowerCase();
    if (kind === 'jwt') {
      send(reply, await this.badges.of(id), 'text/plain; charset=utf-8', `attachment; filename="badge-${name}.jwt"`);
      return;
    }
    if (!hasPdf(facts)) throw userError('NOT_FOUND', 'recognition.document.noPdf');
    const verifyUrl = addresses(this.config.publicUrl).verifier(facts.code);
    const pdf = await certificatePdf(facts, this.print(facts.locale, wishes, verifyUrl));
    send(reply, pdf, 'application/pdf', `inline; filename="attestation-${name}.pdf"`);
  }

  /** `<year>.pdf`: what she came to in a year. */
  @Get('statements/:file')
  @Allow('volunteer')
  async statement(
    @Param('file') file: string,
    @Query() wishes: Wishes,
    @Me() me: Holder,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const year = Number(STATEMENT.exec(file)?.[1]);
    const lines = (await this.records.lines(me.volunteerId)).filter((line) => yearOf(line) === year);
    if (lines.length === 0) throw notFound('Statement');
    const { name: holderName, locale } = await this.records.holder(me.volunteerId);
    if (![holderName, ...lines.map(({ courseTitle }) => courseTitle)].every(canBeSet))
      throw userError('NOT_FOUND', 'recognition.document.noPdf');
    const said = lines.toReversed().map(({ dates, certificateCode, courseTitle, minutes }) => ({
      courseTitle,
      minutes,
      dates: dates.filter((date) => date.minutes > 0),
      code: certificateCode,
    }));
    const print = this.print(locale, wishes, `${this.config.publicUrl}/verifier`);
    const pdf = await statementPdf({ year, holderName, lines: said }, print);
    send(reply, pdf, 'application/pdf', `inline; filename="releve-${year}.pdf"`);
  }

  private print(own: Locale, { langue, grand }: Wishes, verifyUrl: string): Print {
    const wanted = PDF_LOCALES.find((locale) => locale === (langue ?? own)) ?? 'fr';
    const { brandName } = this.config;
    return { locale: wanted, large: grand === '1', brandName, verifyUrl, now: this.clock.now() };
  }
}

/** One person's file: no cache but her own keeps it, and it is never shown within another page. */
function send(reply: FastifyReply, body: string | Buffer, type: string, disposition: string): void {
  void reply
    .type(type)
    .header('content-disposition', disposition)
    .header('cache-control', 'private, no-store')
    .header('x-robots-tag', 'noindex')
    .send(body);
}
