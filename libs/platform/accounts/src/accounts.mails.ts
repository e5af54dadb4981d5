import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '#platform/config';
import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import { type ComposedMail, MailTemplates } from '#platform/mail';

/** What may happen to the factors of an account. */
export const FACTOR_NEWS = [
  'totp-added',
  'totp-removed',
  'passkey-added',
  'passkey-removed',
  'codes-renewed',
  'code-used',
  'reset',
] as const;
export type FactorNews = (typeof FACTOR_NEWS)[number];

/** Tells the holder of an account that its protection has changed. It cannot be refused: it may be the only warning. */
@Injectable()
export class AccountMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.templates.register(
      'second-factor-news',
      ({ params, locale, createdAt }) => {
        const what = FACTOR_NEWS.find((known) => known === params['what']);
        return Promise.resolve(what ? this.news(what, createdAt, locale) : null);
      },
      { urgent: true, sample: (locale) => this.news('passkey-added', new Date('2026-03-12T18:30:00Z'), locale) },
    );
  }

  private news(what: FactorNews, when: Date, locale: Locale): ComposedMail {
    return {
      subject: t(locale, 'second-factor.mail.subject'),
      heading: t(locale, `second-factor.mail.${what}`),
      blocks: [
        { text: t(locale, 'second-factor.mail.when', { day: when, time: when }) },
        { text: t(locale, what === 'reset' ? 'second-factor.mail.next' : 'second-factor.mail.not-you') },
        {
          button: { label: t(locale, 'second-factor.mail.look'), url: `${this.config.publicUrl}/moi/securite` },
        },
      ],
      why: t(locale, 'second-factor.mail.why'),
    };
  }
}
