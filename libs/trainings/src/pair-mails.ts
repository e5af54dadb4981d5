import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '#platform/config';
import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import { type ComposedMail, MailTemplates, type MailToCompose } from '#platform/mail';
import { BookingFactsQueries, type SessionFactsToTell } from './booking-facts.queries.js';
import { PairQueries } from './pair.queries.js';
import { sampleSession } from './training-mail.samples.js';
import { factsBlock } from './training-mail.texts.js';

/** What the mails about coming together are made from. */
interface PairLetter {
  session: SessionFactsToTell;
  name: string;
  code: string;
  url: string;
  locale: Locale;
}

/** Mails to and about the friend whom somebody wants to come with. */
@Injectable()
export class PairMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly queries: PairQueries,
    private readonly facts: BookingFactsQueries,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const sample = (locale: Locale): PairLetter => ({
      session: sampleSession,
      name: 'Lina',
      code: 'KVTRWXHQ',
      url: `${this.config.publicUrl}/a-deux/KVTRWXHQ`,
      locale,
    });
    this.templates.register('pair-invitation', (mail) => this.compose(mail, null, invitationMail), {
      sample: (locale) => invitationMail(sample(locale)),
    });
    this.templates.register('pair-declined', (mail) => this.compose(mail, 'declined', declinedMail), {
      sample: (locale) => declinedMail(sample(locale)),
    });
  }

  /** @param answer what the invitation must stand at for the mail to be true when it leaves */
  private async compose(
    { params, locale }: MailToCompose,
    answer: 'declined' | null,
    write: (letter: PairLetter) => ComposedMail,
  ): Promise<ComposedMail | null> {
    const invitation = await this.queries.byId(String(params['pairId']));
    const session = invitation && (await this.facts.session(invitation.sessionId));
    if (!session || session.status !== 'published' || invitation.answer !== answer) return null;
    const { publicUrl } = this.config;
    const page = `${publicUrl}/formations/${session.courseSlug}/sessions/${session.sessionId}`;
    const url = answer ? page : `${publicUrl}/a-deux/${invitation.code}`;
    return write({ session, name: invitation.inviterName, code: invitation.code, url, locale });
  }
}

function invitationMail({ session, name, code, url, locale }: PairLetter): ComposedMail {
  return {
    subject: t(locale, 'seats.mail.invitation.subject', { name, course: session.courseTitle }),
    heading: t(locale, 'seats.mail.invitation.heading'),
    blocks: [
      { text: t(locale, 'seats.mail.invitation.text', { name }) },
      factsBlock(session, locale, false),
      { button: { label: t(locale, 'seats.mail.invitation.button'), url } },
      { text: t(locale, 'seats.mail.invitation.code') },
      { code },
    ],
    why: t(locale, 'seats.mail.invitation.why', { name }),
  };
}

function declinedMail({ session, url, locale }: PairLetter): ComposedMail {
  return {
    subject: t(locale, 'seats.mail.declined.subject', { course: session.courseTitle }),
    heading: t(locale, 'seats.mail.declined.heading'),
    blocks: [
      { text: t(locale, 'seats.mail.declined.text') },
      factsBlock(session, locale, false),
      { button: { label: t(locale, 'trainingMails.button.catalogue'), url } },
    ],
    why: t(locale, 'seats.mail.declined.why'),
  };
}
