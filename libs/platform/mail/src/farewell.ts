import { Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import { Clock, type Locale } from '#platform/kernel';
import type { ComposedMail } from './composed-mail.js';
import { renderMail } from './mail-layout.js';
import { Smtp } from './smtp.js';

/**
 * A mail that must leave no trace here: it goes straight to the mail server, past the table and the queue. For the last
 * word to somebody whose address is about to go; everything else belongs in the outbox.
 */
@Injectable()
export class Farewell {
  constructor(
    private readonly smtp: Smtp,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * @param id makes the Message-ID, so that a second try is shown once
   * @throws the error of the mail library when the server does not take it
   */
  async say(
    id: string,
    to: { address: string; name: string | null; locale: Locale },
    mail: ComposedMail,
  ): Promise<void> {
    const { brandName, publicUrl } = this.config;
    const { locale, name, address } = to;
    const rendered = renderMail(mail, { locale, name, brandName, publicUrl });
    await this.smtp.deliver({ ...rendered, id, to: address, locale, date: this.clock.now() });
  }
}
