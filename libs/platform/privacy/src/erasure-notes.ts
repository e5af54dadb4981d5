import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import type { Actor } from '#platform/identity';
import { Jobs } from '#platform/jobs';
import type { Locale } from '#platform/kernel';
import { Outbox } from '#platform/mail';

declare module '#platform/jobs' {
  interface JobMap {
    'erasure.carry-out': { pendingId: string };
  }
}

/** Key of the job that erases somebody on the day. */
export const jobKey = (pendingId: string): string => `erasure:${pendingId}`;

/** What is noted when a wish to be erased is confirmed or taken back: the job, the mail, the line in the journal. */
@Injectable()
export class ErasureNotes {
  constructor(
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async confirmed(me: Actor, pendingId: string, dueAt: Date): Promise<void> {
    await this.jobs.add('erasure.carry-out', { pendingId }, { runAt: dueAt, key: jobKey(pendingId) });
    await this.tell(me, 'erasure-confirmed', me.locale, { pendingId });
    await this.audit.write({ actor: me, action: 'erasure.confirm', ...subjectOf(me), details: { dueAt } });
  }

  async withdrawn(me: Actor, pendingId: string, locale: Locale): Promise<void> {
    await this.jobs.remove(jobKey(pendingId));
    await this.tell(me, 'erasure-withdrawn', locale, {});
    await this.audit.write({ actor: me, action: 'erasure.withdraw', ...subjectOf(me) });
  }

  private async tell(me: Actor, kind: string, locale: Locale, params: Record<string, string>): Promise<void> {
    if (me.email !== null) await this.outbox.send([{ kind, toAddress: me.email, locale, params }]);
  }
}

function subjectOf(me: Actor): { subjectType: string; subjectId: string; volunteerId?: string } {
  return {
    subjectType: 'account',
    subjectId: me.accountId,
    ...(me.volunteerId !== null && { volunteerId: me.volunteerId }),
  };
}
