import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import { Eraser } from './eraser.js';
import { type ErasureCause, PendingErasure } from './erasure.entities.js';
import { FAREWELL_TRIES_HOURS } from './erasure.rules.js';
import { LastMail } from './last-mail.js';
import { type KnownPerson, PersonFinder } from './person.js';

/** What the worker does about people who go. */
@Injectable()
export class ErasureJobs {
  constructor(
    private readonly db: Database,
    private readonly people: PersonFinder,
    private readonly eraser: Eraser,
    private readonly lastMail: LastMail,
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
   * Erases somebody now, for an operator.
   * @returns whether the last mail could be handed over; null if there is no address
   */
  async now(id: string, person: KnownPerson, cause: ErasureCause): Promise<boolean | null> {
    const told = await this.lastMail.say(id, person, true);
    await this.eraser.erase(person, cause);
    return told;
  }

  private async personOf({ accountId, volunteerId }: PendingErasure): Promise<KnownPerson | null> {
    if (volunteerId !== null) return this.people.byVolunteer(volunteerId);
    return accountId === null ? null : this.people.byAccount(accountId);
  }
}
