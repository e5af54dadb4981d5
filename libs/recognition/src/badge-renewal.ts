import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { Clock } from '#platform/kernel';
import { Outbox } from '#platform/mail';
import { SigningKeys } from './signing-keys.js';

const AGAIN_AT_ONCE = 100;
const SIGNED_BY = `
  select id, credential, volunteer_id as "volunteerId" from certificate
   where signing_key_id = $1 order by id limit ${AGAIN_AT_ONCE} for update skip locked`;

/** Gives badges another signature when the key of the one they have is no longer believed. */
@Injectable()
export class BadgeRenewal implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly keys: SigningKeys,
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('recognition.sign-again', ({ keyId }) => this.signAgain(keyId));
  }

  /** Signs what a withdrawn key had signed, and tells those who hold it; what is said does not change. */
  private async signAgain(keyId: string): Promise<void> {
    while ((await this.signSome(keyId)) === AGAIN_AT_ONCE);
  }

  private signSome(keyId: string): Promise<number> {
    return this.db.transaction(async () => {
      const badges = await this.db.query<{ id: string; credential: string; volunteerId: string | null }>(SIGNED_BY, [
        keyId,
      ]);
      for (const { id, credential, volunteerId } of badges) {
        const signed = await this.keys.sign(bodyOf(credential));
        await this.db.query('update certificate set credential = $2, signing_key_id = $3 where id = $1', [
          id,
          signed.jws,
          signed.keyId,
        ]);
        if (volunteerId)
          await this.outbox.send([
            {
              kind: 'badge-renewed',
              volunteerId,
              params: { certificateId: id },
              dedupeKey: `badge-renewed:${id}:${signed.keyId}`,
              notBefore: this.clock.now(),
            },
          ]);
      }
      return badges.length;
    });
  }
}
/** The body of a badge that we stored ourselves. */
function bodyOf(jws: string): object {
  return JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8')) as object;
}
