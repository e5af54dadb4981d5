import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { notFound, UserError } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock, type Locale } from '#platform/kernel';
import { DataExport, type PersonExport } from './data-export.js';
import { FreshSignIn } from './fresh-sign-in.js';
import { PersonFinder } from './person.js';

/** Exports that somebody may take within an hour. */
const PER_HOUR = 5;
const ACTION = 'data.export';

/** Taking out everything that is known about oneself. */
@Injectable()
export class MyDataService {
  constructor(
    private readonly db: Database,
    private readonly people: PersonFinder,
    private readonly exporter: DataExport,
    private readonly fresh: FreshSignIn,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws FORBIDDEN when the sign-in is not fresh, RATE_LIMITED after five within an hour */
  async export(me: Actor, locale: Locale): Promise<PersonExport> {
    if (!(await this.fresh.is(me))) throw new UserError('FORBIDDEN', 'privacy.refusal.SIGN_IN_AGAIN');
    await this.db.transaction(async () => {
      // Two at once wait for each other, so that both count.
      await this.db.query('select 1 from account where id = $1 for update', [me.accountId]);
      const [taken] = await this.db.query<{ n: number; first: Date | null }>(
        `select count(*)::int as n, min(at) as first from audit_entry
          where subject_type = 'account' and subject_id = $1 and action = $2 and at > $3::timestamptz - interval '1 hour'`,
        [me.accountId, ACTION, this.clock.now()],
      );
      if (taken?.first && taken.n >= PER_HOUR) {
        const wait = Math.ceil((taken.first.getTime() + 3_600_000 - this.clock.now().getTime()) / 1000);
        throw new UserError('RATE_LIMITED', 'error.RATE_LIMITED', [], Math.max(1, wait));
      }
      await this.audit.write({
        actor: me,
        action: ACTION,
        subjectType: 'account',
        subjectId: me.accountId,
        ...(me.volunteerId !== null && { volunteerId: me.volunteerId }),
      });
    });
    const person = await this.people.byAccount(me.accountId);
    if (!person) throw notFound('Account');
    return this.exporter.of(person, locale);
  }
}
