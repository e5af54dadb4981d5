import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock, type Locale } from '#platform/kernel';
import { Outbox } from '#platform/mail';
import { CertificateLists } from './certificate-list.queries.js';
import { CertificateReview } from './certificate-review.js';
import type { ReasonByHand } from './certificate.rules.js';
import type { CertificateRow } from './certificate.types.js';
import type { CertificateRefusal } from './recognition.enums.js';

export type Outcome<T> = T | { refused: CertificateRefusal };

/** What coordinators do with certificates: revoke them, issue them again. */
@Injectable()
export class CertificateService {
  constructor(
    private readonly db: Database,
    private readonly lists: CertificateLists,
    private readonly review: CertificateReview,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a certificate back. Its holder is told why; strangers see the reason, not the note.
   * @param note why, in words: seen by the holder, written into the journal as the purpose
   * @throws NOT_FOUND unless the actor coordinates a network of the course
   */
  async revoke(
    me: Actor,
    id: string,
    why: { reason: ReasonByHand; note: string },
    locale: Locale,
  ): Promise<Outcome<CertificateRow>> {
    return this.db.transaction(async () => {
      await this.inScope(me, id, locale);
      const [revoked] = await this.db.query<{ volunteerId: string | null }>(
        `update certificate set revoked_at = $2, revocation_reason = $3, revocation_note = $4, revoked_by = $5,
                shared_at = null
          where id = $1 and revoked_at is null returning volunteer_id as "volunteerId"`,
        [id, this.clock.now(), why.reason, why.note, me.accountId],
      );
      if (!revoked) return { refused: 'REVOKED_ALREADY' };
      const { volunteerId } = revoked;
      await this.write(me, 'certificate.revoke', id, volunteerId, why.note);
      if (volunteerId)
        await this.outbox.send([
          {
            kind: 'certificate-revoked',
            volunteerId,
            params: { certificateId: id },
            dedupeKey: `certificate-revoked:${id}`,
          },
        ]);
      return this.inScope(me, id, locale);
    });
  }

  /**
   * Issues a new certificate, with another code, for one that was revoked by hand. @returns the new one
   * @throws NOT_FOUND
   */
  async reissue(me: Actor, id: string, locale: Locale): Promise<Outcome<CertificateRow>> {
    return this.db.transaction(async () => {
      const { canReissue } = await this.inScope(me, id, locale);
      if (!canReissue) return { refused: 'NOT_REVOKED' };
      const [lifted] = await this.db.query<{ enrolmentId: string; volunteerId: string | null }>(
        `update certificate set lifted_at = $2 where id = $1
         returning enrolment_id as "enrolmentId", volunteer_id as "volunteerId"`,
        [id, this.clock.now()],
      );
      const fresh = lifted && (await this.review.ofBooking(lifted.enrolmentId));
      if (!fresh) {
        await this.db.query('update certificate set lifted_at = null where id = $1', [id]);
        return { refused: 'NOT_HELD' };
      }
      await this.write(me, 'certificate.reissue', fresh, lifted.volunteerId);
      return this.inScope(me, fresh, locale);
    });
  }

  private async inScope(me: Actor, id: string, locale: Locale): Promise<CertificateRow> {
    const row = await this.lists.row(me, id, locale);
    if (!row) throw notFound('Certificate');
    return row;
  }

  private async write(
    actor: Actor,
    action: string,
    subjectId: string,
    volunteerId: string | null,
    purpose?: string,
  ): Promise<void> {
    await this.audit.write({
      actor,
      action,
      subjectType: 'certificate',
      subjectId,
      ...(volunteerId && { volunteerId }),
      ...(purpose && { purpose }),
    });
  }
}
