import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { notFound, userError } from '#platform/graphql';
import { t } from '#platform/i18n';
import type { Actor } from '#platform/identity';
import { Clock, type Locale } from '#platform/kernel';
import { MailTemplates } from './mail-templates.js';
import { Mail } from './mail.entity.js';
import { Outbox } from './outbox.js';

/** What an administrator may do with mails. */
@Injectable()
export class MailService {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly templates: MailTemplates,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends a settled mail once more. Its text is written anew from what is true now; its Message-ID stays, so a mail
   * program that has it already shows it once.
   * @throws NOT_FOUND, or CONFLICT when it is waiting anyway or carried a secret that is gone
   */
  async resend(id: string, me: Actor, locale: Locale): Promise<void> {
    await this.db.transaction(async () => {
      const mail = await this.db.repo(Mail).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!mail) throw notFound('Mail');
      if (mail.status === 'queued') throw userError('CONFLICT', t(locale, 'mails.resend.waiting'));
      const secrets = this.templates.find(mail.kind)?.secrets ?? [];
      if (secrets.some((name) => !(name in mail.params))) throw userError('CONFLICT', t(locale, 'mails.resend.spent'));
      await this.db
        .repo(Mail)
        .update(id, { status: 'queued', attempts: 0, lastError: null, sentAt: null, notBefore: this.clock.now() });
      await this.outbox.sendAgain(id);
      await this.audit.write({
        actor: me,
        action: 'mail.resend',
        subjectType: 'mail',
        subjectId: id,
        ...(mail.volunteerId !== null && { volunteerId: mail.volunteerId }),
        details: { kind: mail.kind, was: mail.status },
      });
    });
  }
}
