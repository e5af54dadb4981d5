import { Injectable, type OnModuleInit } from '@nestjs/common';
import { t } from '#platform/i18n';
import { Clock, type Locale } from '#platform/kernel';
import type { ComposedMail } from './composed-mail.js';
import { MailTemplates } from './mail-templates.js';

/** How long a sign-in code is good for; said in the mail, and the mail is not sent later than that. */
export const SIGN_IN_CODE_MINUTES = 10;

/** The mail with the 6 digits. It lives here because signing in must not know how mails look. Params: `{ code }`. */
@Injectable()
export class SignInCodeMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.templates.register(
      'sign-in-code',
      ({ params, locale, createdAt }) => {
        const age = this.clock.now().getTime() - createdAt.getTime();
        const expired = age >= SIGN_IN_CODE_MINUTES * 60_000;
        return Promise.resolve(typeof params.code !== 'string' || expired ? null : signInCode(params.code, locale));
      },
      { urgent: true, secrets: ['code'], sample: (locale) => signInCode('482913', locale) },
    );
  }
}

/** The code stays out of the subject: subjects are shown on locked screens, and kept in the list of mails. */
function signInCode(code: string, locale: Locale): ComposedMail {
  return {
    subject: t(locale, 'mails.sign-in-code.subject'),
    heading: t(locale, 'mails.sign-in-code.heading'),
    blocks: [
      { text: t(locale, 'mails.sign-in-code.ask') },
      { code },
      { text: t(locale, 'mails.sign-in-code.limits', { minutes: SIGN_IN_CODE_MINUTES }) },
      { text: t(locale, 'mails.sign-in-code.secret') },
    ],
    why: t(locale, 'mails.sign-in-code.why'),
  };
}
