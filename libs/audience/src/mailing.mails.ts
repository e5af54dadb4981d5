import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { t } from '#platform/i18n';
import type { Locale, Network } from '#platform/kernel';
import { type ComposedMail, type MailToCompose, MailTemplates } from '#platform/mail';
import { listOf } from './condition-sql.rules.js';
import { ListLinks } from './list-links.js';

interface Text {
  network: Network;
  subject: string;
  body: string;
}

/** What a mail to many says. It leaves only while the person is still a member and has not refused the list. */
@Injectable()
export class MailingMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly links: ListLinks,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.templates.register('mailing', (mail) => this.toPerson(mail), {
      sample: (locale) => ({
        ...letter(sampleOf(locale), locale),
        list: { id: listOf('climate') },
        unsubscribeUrl: `${this.config.publicUrl}/u/exemple`,
      }),
    });
    this.templates.register('mailing-test', ({ params, locale }) => Promise.resolve(testOf(params, locale)), {
      secrets: ['subject', 'body'],
      echo: true,
      sample: (locale) => asTest(sampleOf(locale), locale),
    });
  }

  private async toPerson({ params, locale, volunteer }: MailToCompose): Promise<ComposedMail | null> {
    if (!volunteer) return null;
    const [text] = await this.db.query<Text>(
      `select g.network, g.subject, g.body from mailing g
        where g.id = $1
          and exists (select 1 from membership m
                       where m.volunteer_id = $2 and m.network = g.network and m.left_at is null)
          and not exists (select 1 from mail_refusal f
                           where f.volunteer_id = $2 and f.list = 'coordination-' || g.network)`,
      [params.mailing, volunteer.id],
    );
    if (!text) return null;
    const list = listOf(text.network);
    return { ...letter(text, locale), list: { id: list }, unsubscribeUrl: this.links.urlOf(volunteer.id, list) };
  }
}

/** The letter itself, without what leads out of the list. */
export function letter({ network, subject, body }: Text, locale: Locale): ComposedMail {
  return {
    subject,
    heading: subject,
    blocks: [{ markdown: body }],
    why: t(locale, 'audience.mail.why', { network: t(locale, `common.network.${network}`) }),
  };
}

function testOf(params: MailToCompose['params'], locale: Locale): ComposedMail | null {
  const { network, subject, body } = params as Partial<Text>;
  if (!network || !subject || !body) return null;
  return asTest({ network, subject, body }, locale);
}

function asTest(text: Text, locale: Locale): ComposedMail {
  return { ...letter(text, locale), subject: t(locale, 'audience.mail.test', { subject: text.subject }) };
}

const sampleOf = (locale: Locale): Text => ({
  network: 'climate',
  subject: t(locale, 'audience.mail.sampleSubject'),
  body: t(locale, 'audience.mail.sampleBody'),
});
