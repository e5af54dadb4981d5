import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '#platform/config';
import type { Locale } from '#platform/kernel';
import type { MailCalendar } from './composed-mail.js';
import type { RenderedMail } from './mail-layout.js';

/** A mail ready to leave. */
export interface Letter extends RenderedMail {
  /** Makes the Message-ID, which stays the same however often the mail is tried. */
  id: string;
  to: string;
  locale: Locale;
  date: Date;
  calendar?: MailCalendar;
  unsubscribeUrl?: string;
  list?: { id: string };
}

/** Longest time a mail may take from the first word to the last: a server that dribbles must not hold a worker. */
const DELIVERY_MS = 60_000;

/** The line to the mail server. Connections are opened when first needed and shared by the mails that follow. */
@Injectable()
export class Smtp implements OnApplicationShutdown {
  private readonly log = new Logger(Smtp.name);
  private transport: Transporter | null = null;

  constructor(private readonly config: Config) {}

  /**
   * Hands a mail to the server; returns once the server has taken it.
   * @throws the error of the mail library, see `smtpFault`
   */
  async deliver(letter: Letter): Promise<void> {
    this.transport ??= this.open();
    const { brandDomain, brandName, mailFrom } = this.config;
    await this.transport.sendMail({
      messageId: `<${letter.id}@${brandDomain}>`,
      date: letter.date,
      from: { name: brandName, address: mailFrom },
      replyTo: mailFrom,
      to: { name: '', address: letter.to },
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      headers: this.headersOf(letter),
      ...(letter.calendar && {
        icalEvent: { method: letter.calendar.method, content: letter.calendar.ics, filename: 'invitation.ics' },
      }),
      signal: AbortSignal.timeout(DELIVERY_MS),
    });
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  /**
   * RFC 3834 keeps automatic answers away; RFC 8058 needs its link in one unfolded line, which some signatures check.
   * Who cannot follow the link may ask by mail (RFC 2369); `Precedence` keeps absence notes of old programs away.
   */
  private headersOf(letter: Letter): Record<string, string | { prepared: true; value: string }> {
    const { brandDomain, brandEmail, mailFrom } = this.config;
    const { unsubscribeUrl, list } = letter;
    // MAIL_FROM may carry a name: `Volontaires <bonjour@exemple.org>`.
    const address = brandEmail ?? /<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom;
    const byMail = `mailto:${address}?subject=unsubscribe%20${unsubscribeUrl?.split('/').at(-1) ?? ''}`;
    return {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': letter.locale,
      ...(unsubscribeUrl !== undefined && {
        'List-Unsubscribe': { prepared: true as const, value: `<${unsubscribeUrl}>, <${byMail}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
      ...(list && {
        'List-Id': { prepared: true as const, value: `<${list.id}.${brandDomain}>` },
        Precedence: 'bulk',
      }),
    };
  }

  private open(): Transporter {
    const transport = createTransport({
      url: this.config.smtpUrl,
      pool: true,
      maxConnections: this.config.workerConcurrency,
      maxMessages: 100,
      // Trying again is the business of the queue, which remembers it over a restart.
      maxRequeues: 0,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    transport.on('error', (error: Error) => this.log.warn(error.message));
    return transport;
  }
}
