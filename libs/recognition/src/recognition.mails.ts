import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '#platform/config';
import { t } from '#platform/i18n';
import { atParis, type Locale } from '#platform/kernel';
import { type ComposedMail, MailTemplates, type MailToCompose } from '#platform/mail';
import { inGroups } from './certificate-code.rules.js';
import { durationInWords } from './certificate.rules.js';
import { type CertificateFacts, CertificateQueries } from './certificate.queries.js';

type Kind = 'certificate-ready' | 'certificate-revoked' | 'badge-renewed';
const TEXTS = { 'certificate-ready': 'ready', 'certificate-revoked': 'revoked', 'badge-renewed': 'renewed' } as const;

type Letter = Pick<
  CertificateFacts,
  'code' | 'courseTitle' | 'minutes' | 'revokedAt' | 'revocationReason' | 'revocationNote'
>;

const SAMPLE: Letter = {
  code: '4F7K92MQX0TB',
  courseTitle: 'Aller vers : les premiers mots',
  minutes: 150,
  revokedAt: null,
  revocationReason: null,
  revocationNote: null,
};
const REVOKED: Letter = {
  ...SAMPLE,
  revokedAt: atParis('2026-03-20', '10:00'),
  revocationReason: 'issued_in_error',
  revocationNote: 'Deux listes avaient été confondues.',
};

/** Mails about certificates; one that is overtaken by events is not sent. */
@Injectable()
export class RecognitionMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly queries: CertificateQueries,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.register('certificate-ready', (facts) => facts.revokedAt === null, SAMPLE);
    this.register('certificate-revoked', (facts) => facts.revokedAt !== null, REVOKED);
    this.register('badge-renewed', (facts) => facts.revokedAt === null, SAMPLE);
  }

  private register(kind: Kind, isTrue: (facts: CertificateFacts) => boolean, sample: Letter): void {
    const compose = async ({ params, locale }: MailToCompose): Promise<ComposedMail | null> => {
      const facts = await this.queries.byId(String(params['certificateId']));
      return facts && isTrue(facts) ? mailOf(kind, facts, locale, this.config.publicUrl) : null;
    };
    this.templates.register(kind, compose, {
      sample: (locale) => mailOf(kind, sample, locale, 'https://volontaires.example'),
    });
  }
}

function mailOf(kind: Kind, facts: Letter, locale: Locale, publicUrl: string): ComposedMail {
  const text = `recognition.mail.${TEXTS[kind]}` as const;
  const { courseTitle: course, minutes, code, revocationReason, revocationNote } = facts;
  const why =
    revocationReason === null
      ? []
      : [
          {
            label: t(locale, 'recognition.mail.fact.reason'),
            value: t(locale, `recognition.reason.${revocationReason}`),
          },
        ];
  const note = revocationNote ? [{ label: t(locale, 'recognition.mail.fact.note'), value: revocationNote }] : [];
  return {
    subject: t(locale, `${text}.subject`, { course }),
    heading: t(locale, `${text}.heading`),
    blocks: [
      { text: t(locale, `${text}.text`) },
      {
        facts: [
          { label: t(locale, 'recognition.mail.fact.course'), value: course },
          { label: t(locale, 'recognition.mail.fact.duration'), value: durationInWords(minutes, locale) },
          { label: t(locale, 'recognition.mail.fact.code'), value: inGroups(code) },
          ...why,
          ...note,
        ],
      },
      { button: { label: t(locale, 'recognition.mail.button'), url: `${publicUrl}/moi/attestations` } },
    ],
    why: t(locale, 'recognition.mail.why'),
  };
}
