import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { Clock, type Locale } from '#platform/kernel';
import { MailTemplates } from './mail-templates.js';
import type { MailParams } from './mail.entity.js';

declare module '#platform/jobs' {
  interface JobMap {
    'mail.send': { mailId: string };
  }
}

/** A mail to send. Either `volunteerId` or `toAddress` says to whom; a volunteer's address is looked up on leaving. */
export interface MailRequest {
  kind: string;
  volunteerId?: string;
  toAddress?: string;
  /** The volunteer's own language if left out. */
  locale?: Locale;
  params: MailParams;
  /** At most one mail ever exists with the same key. */
  dedupeKey?: string;
  /** Earliest time to leave, for quiet hours. */
  notBefore?: Date;
}

/** Crashes of the worker count here too; refusals by the mail server are counted in the mail itself, up to fewer. */
const JOB_ATTEMPTS = 20;
const URGENT = -10;

/**
 * The only way to send a mail: it is written down in the transaction of what it tells, and leaves when that commits.
 * If it rolls back, nobody is told anything.
 */
@Injectable()
export class Outbox {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly templates: MailTemplates,
    private readonly clock: Clock,
  ) {}

  /** Writes the mails and the jobs that send them, by two statements however many they are. */
  async send(mails: readonly MailRequest[]): Promise<void> {
    if (mails.length === 0) return;
    const now = this.clock.now();
    await this.db.transaction(async () => {
      const added = await this.db.query<{ id: string; kind: string; notBefore: Date }>(
        `insert into mail (kind, volunteer_id, to_address, locale, params, dedupe_key, not_before, created_at)
         select m.kind, m."volunteerId", m."toAddress",
                coalesce(m.locale, (select locale from volunteer where id = m."volunteerId"), 'fr'),
                coalesce(m.params, '{}'), m."dedupeKey", coalesce(m."notBefore", $2), $2
           from jsonb_to_recordset($1::jsonb) as m(kind text, "volunteerId" uuid, "toAddress" text, locale text,
                params jsonb, "dedupeKey" text, "notBefore" timestamptz)
         on conflict (dedupe_key) do nothing
         returning id, kind, not_before as "notBefore"`,
        [JSON.stringify(mails), now],
      );
      await this.jobs.addMany(
        'mail.send',
        added.map(({ id, kind, notBefore }) => ({
          payload: { mailId: id },
          maxAttempts: JOB_ATTEMPTS,
          ...(notBefore > now && { runAt: notBefore }),
          ...(this.templates.find(kind)?.urgent === true && { priority: URGENT }),
        })),
      );
    });
  }

  /** Puts a settled mail back in the queue, to leave now. For whoever has already reset its row. */
  async sendAgain(mailId: string): Promise<void> {
    await this.jobs.add('mail.send', { mailId }, { maxAttempts: JOB_ATTEMPTS, priority: URGENT });
  }
}
