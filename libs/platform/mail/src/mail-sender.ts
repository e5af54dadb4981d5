import { Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import type { ComposedMail } from './composed-mail.js';
import {
  faultText,
  isOneAddress,
  type MailFault,
  smtpFault,
  statusAfter,
  withoutAddresses,
} from './mail-faults.rules.js';
import { renderMail } from './mail-layout.js';
import { type MailTemplate, MailTemplates } from './mail-templates.js';
import { Mail, type MailParams } from './mail.entity.js';
import { RecipientQueries } from './recipient.queries.js';
import { Smtp } from './smtp.js';

/** How a try ended: with a mail that left under this subject, or with a fault. */
type Outcome = { subject: string } | MailFault;

/** A mail that did not leave this time and will be tried again; the queue makes the pause. */
class MailPostponed extends Error {
  override readonly name = 'MailPostponed';
}

/**
 * Sends what the outbox wrote down. The row stays locked while the mail is on its way, so two workers never send the
 * same one at once, and a worker that is killed lets go of it at once. Between "the server took it" and "we wrote that
 * down" a crash cannot be told from a failure: then the mail leaves a second time, under the same Message-ID.
 */
@Injectable()
export class MailSender {
  constructor(
    private readonly db: Database,
    private readonly templates: MailTemplates,
    private readonly recipients: RecipientQueries,
    private readonly smtp: Smtp,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws MailPostponed to be tried again later */
  async send(mailId: string): Promise<void> {
    const postponed = await this.db.transaction(async () => {
      const mail = await this.lock(mailId);
      if (mail === 'elsewhere') return 'Another worker is sending it';
      if (mail?.status !== 'queued') return null;
      const template = this.templates.find(mail.kind);
      const outcome = await this.attempt(mail, template);
      return this.settle(mail, outcome, template?.secrets ?? []);
    });
    if (postponed !== null) throw new MailPostponed(postponed);
  }

  /** The mail, locked; null if it does not exist; or word that somebody else holds it. */
  private async lock(mailId: string): Promise<Mail | 'elsewhere' | null> {
    const mail = await this.db.repo(Mail).findOne({
      where: { id: mailId },
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
    if (mail) return mail;
    return (await this.db.repo(Mail).existsBy({ id: mailId })) ? 'elsewhere' : null;
  }

  private async attempt(mail: Mail, template: MailTemplate | undefined): Promise<Outcome> {
    if (!template) return { code: 'NO_TEMPLATE', detail: '' };
    const recipient = mail.volunteerId === null ? null : await this.recipients.find(mail.volunteerId);
    const address = mail.toAddress ?? recipient?.address ?? null;
    if (address === null) {
      if (recipient && template.echo !== true) await this.leaveToReception(mail);
      return { code: 'NO_ADDRESS', detail: '' };
    }
    if (!isOneAddress(address)) return { code: 'BAD_ADDRESS', detail: '' };
    const name = recipient?.displayName ?? null;
    const composed = await this.compose(mail, template, address, name);
    if (composed === null) return { code: 'NO_LONGER_TRUE', detail: '' };
    return 'code' in composed ? composed : this.deliver(mail, address, name, composed);
  }

  /** What a mail to somebody without an address would have said is told in person. */
  private async leaveToReception({ id, kind, volunteerId, locale, params }: Mail): Promise<void> {
    await this.db.query(
      `insert into notice (id, kind, volunteer_id, locale, params, created_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (id) do nothing`,
      [id, kind, volunteerId, locale, JSON.stringify(params), this.clock.now()],
    );
  }

  private async compose(
    mail: Mail,
    template: MailTemplate,
    address: string,
    name: string | null,
  ): Promise<ComposedMail | MailFault | null> {
    const { id, params, locale, createdAt, volunteerId } = mail;
    const volunteer = volunteerId === null || name === null ? null : { id: volunteerId, displayName: name };
    try {
      // A statement that fails here must not take the right to write the outcome down with it.
      await this.db.query('savepoint composing');
      return await template.compose({ id, params, locale, createdAt, address, volunteer });
    } catch (error) {
      await this.db.query('rollback to savepoint composing');
      return { code: 'COMPOSE', detail: withoutAddresses(messageOf(error)) };
    }
  }

  private async deliver(mail: Mail, to: string, name: string | null, composed: ComposedMail): Promise<Outcome> {
    const { id, locale } = mail;
    const { brandName, publicUrl } = this.config;
    const { calendar, unsubscribeUrl, list } = composed;
    const rendered = renderMail(composed, { locale, name, brandName, publicUrl });
    try {
      await this.smtp.deliver({
        ...rendered,
        id,
        to,
        locale,
        date: this.clock.now(),
        ...(calendar && { calendar }),
        ...(unsubscribeUrl !== undefined && { unsubscribeUrl }),
        ...(list && { list }),
      });
      return { subject: rendered.subject };
    } catch (error) {
      return smtpFault(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** Writes the outcome down. @returns why the mail must be tried again, or null when it is settled */
  private async settle(mail: Mail, outcome: Outcome, secrets: readonly string[]): Promise<string | null> {
    const attempts = mail.attempts + 1;
    if ('subject' in outcome) {
      await this.db.repo(Mail).update(mail.id, {
        status: 'sent',
        sentAt: this.clock.now(),
        attempts,
        subject: outcome.subject,
        lastError: null,
        params: without(mail.params, secrets),
      });
      return null;
    }
    const status = statusAfter(outcome, attempts);
    const lastError = faultText(outcome);
    const params = status === 'queued' ? mail.params : without(mail.params, secrets);
    await this.db.repo(Mail).update(mail.id, { status, attempts, lastError, params });
    return status === 'queued' ? lastError : null;
  }
}

function without(params: MailParams, secrets: readonly string[]): MailParams {
  return Object.fromEntries(Object.entries(params).filter(([name]) => !secrets.includes(name)));
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
