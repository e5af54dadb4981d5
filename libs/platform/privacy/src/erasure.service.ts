import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { notFound, UserError } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock, type Locale } from '#platform/kernel';
import { PendingErasure } from './erasure.entities.js';
import type { ErasureRefusalReason } from './erasure.refusal.js';
import { dueAfter, ERASURE_CODE } from './erasure.rules.js';
import { ErasureCode } from './erasure-code.js';
import { ErasureNotes } from './erasure-notes.js';
import { ErasureObstacles } from './erasure-obstacles.js';
import { ErasureSteps } from './erasure-steps.js';

export interface ErasureRefusedFor {
  refused: ErasureRefusalReason;
}

/** A wish that is written down; a code was sent unless nothing can reach her. */
export interface Asked {
  codeSent: boolean;
}

/** The wish to be erased: asked, confirmed by a code, taken back. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly db: Database,
    private readonly obstacles: ErasureObstacles,
    private readonly code: ErasureCode,
    private readonly steps: ErasureSteps,
    private readonly notes: ErasureNotes,
    private readonly clock: Clock,
  ) {}

  async pendingOf(accountId: string): Promise<PendingErasure | null> {
    return this.db.repo(PendingErasure).findOneBy({ accountId });
  }

  /** Writes the wish down and sends the code. @throws RATE_LIMITED within a minute of the last one */
  async ask(me: Actor, locale: Locale): Promise<Asked | ErasureRefusedFor> {
    const refused = await this.obstacles.of(me);
    if (refused) return { refused };
    const askedAt = this.clock.now();
    const { accountId, volunteerId, email } = me;
    return this.db.transaction(async () => {
      await this.db.query('select 1 from account where id = $1 for update', [accountId]);
      const known = await this.pendingOf(accountId);
      if (known?.confirmedAt) return { codeSent: false };
      const wait = known ? ERASURE_CODE.resendAfterSeconds - (askedAt.getTime() - known.askedAt.getTime()) / 1000 : 0;
      if (wait > 0) throw new UserError('RATE_LIMITED', 'error.RATE_LIMITED', [], Math.ceil(wait));
      const pending = this.db.repo(PendingErasure);
      await pending.delete({ accountId });
      const { identifiers } = await pending.insert({ accountId, volunteerId, cause: 'asked', askedAt });
      if (email !== null) await this.code.send((identifiers[0] as { id: string }).id, email, locale);
      return { codeSent: email !== null };
    });
  }

  /**
   * Confirms the wish. Who can be reached proves it by the code; who has no address, by a fresh sign-in with her card.
   * @throws NOT_FOUND if nothing was asked
   */
  async confirm(me: Actor, code: string | null): Promise<PendingErasure | ErasureRefusedFor> {
    const refused = await this.obstacles.of(me);
    if (refused) return { refused };
    return this.db.transaction(async () => {
      const pending = await this.db
        .repo(PendingErasure)
        .findOne({ where: { accountId: me.accountId }, lock: { mode: 'pessimistic_write' } });
      if (!pending) throw notFound('Erasure');
      if (pending.confirmedAt) return pending;
      const fault = await this.code.spend(pending, code);
      return fault ? { refused: fault } : this.confirmed(me, pending);
    });
  }

  /** Takes the wish back; from the day itself on there is nobody left to do so. */
  async withdraw(me: Actor, locale: Locale): Promise<boolean> {
    return this.db.transaction(async () => {
      const pending = await this.pendingOf(me.accountId);
      if (!pending) return false;
      await this.db.repo(PendingErasure).delete({ id: pending.id });
      if (pending.confirmedAt) await this.notes.withdrawn(me, pending.id, locale);
      return true;
    });
  }

  private async confirmed(me: Actor, { id }: PendingErasure): Promise<PendingErasure> {
    const confirmedAt = this.clock.now();
    const dueAt = dueAfter(confirmedAt);
    const pending = this.db.repo(PendingErasure);
    await pending.update(id, { confirmedAt, dueAt, codeHash: null, codeExpiresAt: null });
    await this.steps.runConfirmed(me.accountId, dueAt);
    await this.notes.confirmed(me, id, dueAt);
    return pending.findOneByOrFail({ id });
  }
}
