import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { t } from '#platform/i18n';
import { Clock, type Locale } from '#platform/kernel';
import { type ComposedMail, MailTemplates } from '#platform/mail';
import { ERASURE_CODE } from './erasure.rules.js';

/** Mails about leaving for good. Params: `{ code }`, else `{ pendingId }`. */
@Injectable()
export class ErasureMails implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly templates: MailTemplates,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const tomorrow = (): Date => new Date(this.clock.now().getTime() + 86_400_000);
    this.templates.register(
      'erasure-code',
      ({ params, locale, createdAt }) => {
        const age = this.clock.now().getTime() - createdAt.getTime();
        const spent = typeof params.code !== 'string' || age >= ERASURE_CODE.minutes * 60_000;
        return Promise.resolve(spent ? null : this.code(String(params.code), locale));
      },
      { urgent: true, secrets: ['code'], sample: (locale) => this.code('482913', locale) },
    );
    for (const kind of ['erasure-confirmed', 'erasure-soon'] as const)
      this.templates.register(
        kind,
        async ({ params, locale }) => {
          const dueAt = await this.dueAt(String(params.pendingId));
          return dueAt ? this.announced(kind, dueAt, locale) : null;
        },
        { sample: (locale) => this.announced(kind, tomorrow(), locale) },
      );
    this.templates.register(
      'erasure-withdrawn',
      ({ locale }) => Promise.resolve(this.plain('erasure-withdrawn', locale)),
      {
        sample: (locale) => this.plain('erasure-withdrawn', locale),
      },
    );
  }

  /** The last mail, said straight to the mail server. */
  farewell(locale: Locale): ComposedMail {
    return {
      subject: t(locale, 'privacy.mail.farewell.subject'),
      heading: t(locale, 'privacy.mail.farewell.heading'),
      blocks: [{ text: t(locale, 'privacy.mail.farewell.body') }, { text: t(locale, 'privacy.mail.farewell.kept') }],
      why: t(locale, 'privacy.mail.farewell.why'),
    };
  }

  private async dueAt(pendingId: string): Promise<Date | null> {
    const [row] = await this.db.query<{ dueAt: Date }>(
      'select due_at as "dueAt" from pending_erasure where id = $1 and due_at is not null',
      [pendingId],
    );
    return row?.dueAt ?? null;
  }

  private code(code: string, locale: Locale): ComposedMail {
    return {
      subject: t(locale, 'privacy.mail.code.subject'),
      heading: t(locale, 'privacy.mail.code.heading'),
      blocks: [
        { text: t(locale, 'privacy.mail.code.ask') },
        { code },
        { text: t(locale, 'privacy.mail.code.limits', { minutes: ERASURE_CODE.minutes }) },
      ],
      why: t(locale, 'privacy.mail.code.why'),
    };
  }

  private announced(kind: 'erasure-confirmed' | 'erasure-soon', dueAt: Date, locale: Locale): ComposedMail {
    const url = `${this.config.publicUrl}/moi/donnees`;
    return {
      subject: t(locale, `privacy.mail.${kind}.subject`),
      heading: t(locale, `privacy.mail.${kind}.heading`),
      blocks: [
        { text: t(locale, `privacy.mail.${kind}.body`, { dueAt }) },
        { button: { label: t(locale, `privacy.mail.${kind}.button`), url } },
      ],
      why: t(locale, `privacy.mail.${kind}.why`),
    };
  }

  private plain(kind: 'erasure-withdrawn', locale: Locale): ComposedMail {
    return {
      subject: t(locale, `privacy.mail.${kind}.subject`),
      heading: t(locale, `privacy.mail.${kind}.heading`),
      blocks: [{ text: t(locale, `privacy.mail.${kind}.body`) }],
      why: t(locale, `privacy.mail.${kind}.why`),
    };
  }
}
