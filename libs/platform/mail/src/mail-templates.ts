import { Injectable } from '@nestjs/common';
import type { Locale } from '#platform/kernel';
import type { ComposedMail } from './composed-mail.js';
import type { MailParams } from './mail.entity.js';

/** What a template is given when the mail leaves. */
export interface MailToCompose {
  id: string;
  params: MailParams;
  locale: Locale;
  createdAt: Date;
  /** Where it goes; for invitations, which name who is invited. Empty where it is told in person. */
  address: string;
  /** Null for a mail to a bare address. */
  volunteer: { id: string; displayName: string } | null;
}

/** Says what the mail says, or null when it is no longer true and must not be sent. */
export type Compose = (mail: MailToCompose) => Promise<ComposedMail | null>;

export interface TemplateOptions {
  /** Overtakes all that is not urgent: somebody is waiting in front of a screen, or a deadline runs. */
  urgent?: boolean;
  /** Repeats what she has just done herself or seen on the spot: nobody tells it to people without an address. */
  echo?: boolean;
  /** Parameters that are forgotten once the mail is settled. */
  secrets?: readonly string[];
  /** An example with invented facts, for previews. */
  sample?: (locale: Locale) => ComposedMail;
}

export interface MailTemplate extends TemplateOptions {
  kind: string;
  compose: Compose;
}

/** All kinds of mails. Each lib registers its own while modules start. */
@Injectable()
export class MailTemplates {
  private readonly templates = new Map<string, MailTemplate>();

  register(kind: string, compose: Compose, options: TemplateOptions = {}): void {
    if (this.templates.has(kind)) throw new Error(`The mail ${kind} has two templates`);
    this.templates.set(kind, { kind, compose, ...options });
  }

  find(kind: string): MailTemplate | undefined {
    return this.templates.get(kind);
  }

  /** Every template, by kind in the order of the alphabet. */
  all(): MailTemplate[] {
    return [...this.templates.values()].sort((a, b) => a.kind.localeCompare(b.kind));
  }
}
