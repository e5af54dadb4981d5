import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import { Eraser } from './eraser.js';
import { PendingErasure } from './erasure.entities.js';
import { FAREWELL_TRIES_HOURS } from './erasure.rules.js';
import { LastMail } from './last-mail.js';
import { type KnownPerson, PersonFinder } from './person.js';
import { withoutNames } from './without-names.rules.js';

/** What the worker does about people who go. */
@Injectable()
export class ErasureJobs {
  constructor(
    private readonly db: Database,
    private readonly people: PersonFinder,
    private readonly eraser: Eraser,
    private readonly lastMail: LastMail,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Erases who is due; does nothing for a wish that was taken back, or for somebody who has shown up. */
  async carryOut(pendingId: string): Promise<void> {
    const now = this.clock.now();
    const pending = await this.db.repo(PendingErasure).findOneBy({ id: pendingId });
    if (!pending?.dueAt || pending.dueAt > now) return;
    const person = await this.personOf(pending);
    if (!person) return;
    if (pending.cause === 'inactive' && (await this.people.wasHereAfter(person, pending.askedAt))) {
      await this.db.repo(PendingErasure).delete({ id: pendingId });
      return;
    }
    const giveUpAt = pending.dueAt.getTime() + FAREWELL_TRIES_HOURS * 3_600_000;
    await this.lastMail.say(pendingId, person, now.getTime() >= giveUpAt);
    await this.eraser.erase(person, pending.cause);
  }

  /** Whatever a crash or a lost job has left behind. */
  async carryOutMissed(): Promise<void> {
    const due = await this.db.query<{ id: string }>('select id from pending_erasure where due_at <= $1', [
      this.clock.now(),
    ]);
    for (const { id } of due) await this.carryOut(id);
  }

  /**
   * Erases somebody now, for an operator, and notes why under her pseudonym.
   * @param id makes the Message-ID of the last mail
   * @returns whether the last mail could be handed over; null if there is no address
   */
  async now(id: string, person: KnownPerson, reason: string): Promise<boolean | null> {
    const told = await this.lastMail.say(id, person, true);
    await this.db.transaction(async () => {
      await this.eraser.erase(person, 'operator');
      const [row] = await this.db.query<{ pseudonym: string }>('select pseudonym_of($1) as pseudonym', [
        person.volunteerId ?? person.accountId,
      ]);
      await this.audit.write({
        actor: null,
        action: 'erasure.operator',
        subjectType: 'erasure',
        subjectId: row?.pseudonym ?? '',
        purpose: withoutNames(reason, person),
      });
    });
    return told;
  }

  private async personOf({ accountId, volunteerId }: PendingErasure): Promise<KnownPerson | null> {
    if (volunteerId !== null) return this.people.byVolunteer(volunteerId);
    return accountId === null ? null : this.people.byAccount(accountId);
  }
}
