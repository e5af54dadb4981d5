import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import { type ComposedMail, MailTemplates, type MailToCompose } from '#platform/mail';

const FACTS = `
  select c.title as course, a.state, a.reason from call_answer a
    join trainer_call k on k.id = a.call_id join course c on c.id = k.course_id
   where a.id = $1 and a.state <> 'waiting'`;

interface Facts {
  course: string;
  state: 'chosen' | 'declined';
  reason: string;
}

/** Tells who answered a call what became of it. */
@Injectable()
export class CallMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const sample: Facts = {
      course: 'Aller vers',
      state: 'chosen',
      reason: 'Merci ! Nous vous appelons cette semaine.',
    };
    this.templates.register('call-answered', (mail) => this.compose(mail), {
      sample: (locale) => this.text(sample, locale),
    });
  }

  private async compose({ params, locale }: MailToCompose): Promise<ComposedMail | null> {
    const [facts] = await this.db.query<Facts>(FACTS, [params['answerId']]);
    return facts ? this.text(facts, locale) : null;
  }

  private text({ course, state, reason }: Facts, locale: Locale): ComposedMail {
    return {
      subject: t(locale, `learning.call.${state}.subject`, { course }),
      heading: t(locale, `learning.call.${state}.heading`),
      blocks: [
        { text: t(locale, `learning.call.${state}.text`, { course }) },
        { text: reason },
        { button: { label: t(locale, 'learning.call.button'), url: `${this.config.publicUrl}/moi/appels` } },
      ],
      why: t(locale, 'learning.call.why'),
    };
  }
}
