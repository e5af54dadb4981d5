import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Jobs } from '#platform/jobs';
import { Clock, type Locale, type Network } from '#platform/kernel';
import { Outbox } from '#platform/mail';
import { statement, whichPeople, whyNotWritableSql } from './condition-sql.rules.js';
import type { PeopleFilter } from './condition.rules.js';
import { filterFacts } from './filter-facts.rules.js';
import { Mailing } from './mailing.entity.js';
import { type Reach, reachOfMailing } from './mailing-reach.rules.js';
import { PeopleQueries } from './people.queries.js';
import { mustWorkFor, sightOf, worksFor } from './sight.js';

declare module '#platform/jobs' {
  interface JobMap {
    'mailing.send': { mailingId: string };
  }
}

/** A mail to many, before it is confirmed. */
export interface MailingDraft {
  network: Network;
  subject: string;
  /** Markdown. */
  body: string;
  locale: Locale;
  filter: PeopleFilter;
  /** Whether reception tells those whom no mail reaches. */
  notices: boolean;
}

/** People handed to the outbox by one transaction: short enough to lose little, large enough to be quick. */
const STEP = 500;

/**
 * Mails to many. Confirming fixes whom they go to; a job then hands one part after the other to the outbox. Each part
 * is one transaction that also adds the job for the next, so a worker that is killed loses nothing and repeats nothing.
 */
@Injectable()
export class MailingService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly people: PeopleQueries,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('mailing.send', ({ mailingId }) => this.sendPart(mailingId));
  }

  /** How many of the filter get it, are told at reception, or are left out and why. */
  async reach(actor: Actor, draft: Pick<MailingDraft, 'network' | 'filter' | 'notices'>): Promise<Reach> {
    mustWorkFor(actor, draft.network);
    const rows = await this.people.ask<{ why: string | null; n: number }>(
      draft.filter,
      statement(
        (bind) => `select x.why, count(*)::int as n from (
          select ${whyNotWritableSql(draft.network, bind)} as why from volunteer v
           where ${whichPeople(draft.filter, sightOf(actor), bind)}) x group by x.why`,
      ),
    );
    return reachOfMailing(rows, draft.notices);
  }

  /** Sends the draft to the actor alone. */
  async test(actor: Actor, { network, subject, body, locale }: MailingDraft): Promise<void> {
    mustWorkFor(actor, network);
    // Who works here has an address; who signs in by a card does not.
    if (actor.email === null) throw notFound('Address');
    await this.outbox.send([
      { kind: 'mailing-test', toAddress: actor.email, locale, params: { network, subject, body } },
    ]);
  }

  /**
   * Fixes whom it goes to and begins to send.
   * @param expected how many people the coordinator confirmed
   * @returns the identifier, or how many it would be now when that is another number
   */
  async send(actor: Actor, draft: MailingDraft, expected: number): Promise<{ id: string } | { now: number }> {
    mustWorkFor(actor, draft.network);
    const { network, subject, body, locale, filter, notices } = draft;
    let found = 0;
    try {
      return await this.db.transaction(async () => {
        const { identifiers } = await this.db.repo(Mailing).insert({
          network,
          subject,
          body,
          locale,
          // Whom it goes to is fixed below; a typed name or people chosen by hand need not be kept twice.
          filter: { text: null, conditions: filter.conditions, only: [] },
          createdBy: actor.accountId,
          createdAt: this.clock.now(),
        });
        const id = (identifiers[0] as { id: string }).id;
        found = await this.choose(actor, id, { network, filter, notices });
        if (found !== expected || found === 0) throw new OtherNumber();
        await this.jobs.add('mailing.send', { mailingId: id });
        const details = { network, count: found, filter: filterFacts(filter) };
        await this.audit.write({ actor, action: 'people.mail', subjectType: 'mailing', subjectId: id, details });
        return { id };
      });
    } catch (error) {
      if (error instanceof OtherNumber) return { now: found };
      throw error;
    }
  }

  /** Stops what has not been handed to the outbox yet. @throws NOT_FOUND unless it is being sent by one's network */
  async stop(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async () => {
      const mailing = await this.db.repo(Mailing).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!mailing || mailing.status !== 'sending' || !worksFor(actor, mailing.network)) throw notFound('Mailing');
      await this.db.repo(Mailing).update({ id }, { status: 'stopped', finishedAt: this.clock.now() });
      await this.audit.write({ actor, action: 'people.mail-stop', subjectType: 'mailing', subjectId: id });
    });
  }

  private async choose(
    actor: Actor,
    mailingId: string,
    { network, filter, notices }: Pick<MailingDraft, 'network' | 'filter' | 'notices'>,
  ): Promise<number> {
    const rows = await this.people.ask<{ n: number }>(
      filter,
      statement((bind) => {
        const why = whyNotWritableSql(network, bind);
        return `with chosen as (insert into mailing_recipient (mailing_id, volunteer_id)
          select ${bind(mailingId)}::uuid, v.id from volunteer v
           where ${whichPeople(filter, sightOf(actor), bind)}
             and coalesce(${why}, '') in ('', ${bind(notices ? 'NO_ADDRESS' : '')}) returning 1)
          select count(*)::int as n from chosen`;
      }),
    );
    return rows[0]?.n ?? 0;
  }

  private async sendPart(mailingId: string): Promise<void> {
    await this.db.transaction(async () => {
      const now = this.clock.now();
      const mailing = await this.db
        .repo(Mailing)
        .findOne({ where: { id: mailingId }, lock: { mode: 'pessimistic_write' } });
      if (mailing?.status !== 'sending') return;
      const part = await this.db.query<{ id: string }>(
        `update mailing_recipient r set handed_at = $2
           from (select volunteer_id from mailing_recipient
                  where mailing_id = $1 and handed_at is null order by volunteer_id limit $3) p
          where r.mailing_id = $1 and r.volunteer_id = p.volunteer_id
         returning r.volunteer_id as id`,
        [mailingId, now, STEP],
      );
      await this.outbox.send(
        part.map(({ id }) => ({
          kind: 'mailing',
          volunteerId: id,
          locale: mailing.locale,
          params: { mailing: mailingId },
          dedupeKey: `mailing:${mailingId}:${id}`,
        })),
      );
      if (part.length === STEP) await this.jobs.add('mailing.send', { mailingId });
      else await this.db.repo(Mailing).update({ id: mailingId }, { status: 'sent', finishedAt: now });
    });
  }
}

/** Rolls the choice back: the number is not the one that was confirmed. */
class OtherNumber extends Error {}
