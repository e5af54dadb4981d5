import { Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Clock, type Locale } from '#platform/kernel';
import { Outbox } from '#platform/mail';
import { PendingErasure } from './erasure.entities.js';
import type { ErasureRefusalReason } from './erasure.refusal.js';
import { ERASURE_CODE, hashErasureCode, newErasureCode } from './erasure.rules.js';

/** The code by which somebody proves that the wish to be erased is hers. Callers hold the transaction. */
@Injectable()
export class ErasureCode {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async send(pendingId: string, toAddress: string, locale: Locale): Promise<void> {
    const code = newErasureCode();
    await this.db.repo(PendingErasure).update(pendingId, {
      codeHash: hashErasureCode(this.config.appSecret, pendingId, code),
      codeExpiresAt: new Date(this.clock.now().getTime() + ERASURE_CODE.minutes * 60_000),
    });
    await this.outbox.send([{ kind: 'erasure-code', toAddress, locale, params: { code } }]);
  }

  /** Spends one attempt. A wish without a code, of somebody without an address, needs none. @returns the fault, if any */
  async spend(pending: PendingErasure, code: string | null): Promise<ErasureRefusalReason | null> {
    const { id, codeHash, codeExpiresAt, attemptsLeft } = pending;
    if (codeHash === null) return null;
    if (attemptsLeft === 0) return 'TOO_MANY_ATTEMPTS';
    if (codeExpiresAt === null || codeExpiresAt <= this.clock.now()) return 'CODE_EXPIRED';
    if (code !== null && hashErasureCode(this.config.appSecret, id, code) === codeHash) return null;
    await this.db.repo(PendingErasure).update(id, { attemptsLeft: attemptsLeft - 1 });
    return 'WRONG_CODE';
  }
}
