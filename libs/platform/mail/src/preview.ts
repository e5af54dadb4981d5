import type { Locale } from '#platform/kernel';
import { type MailFrame, type RenderedMail, renderMail } from './mail-layout.js';
import type { MailTemplates } from './mail-templates.js';

/** A kind of mail as it would look, with invented facts. */
export interface MailPreview extends RenderedMail {
  kind: string;
}

/** Every kind of mail that has an example, rendered. Kinds without one are named with an empty text. */
export function previewMails(templates: MailTemplates, frame: MailFrame & { locale: Locale }): MailPreview[] {
  return templates.all().map(({ kind, sample }) => {
    const rendered = sample ? renderMail(sample(frame.locale), frame) : { subject: '', html: '', text: '' };
    return { kind, ...rendered };
  });
}
