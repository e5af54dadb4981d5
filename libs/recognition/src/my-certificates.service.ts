import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import { Clock } from '#platform/kernel';
import { type CertificateFacts, CertificateQueries } from './certificate.queries.js';
import type { Outcome } from './certificate.service.js';

/** What holders do with their certificates. */
@Injectable()
export class MyCertificates {
  constructor(
    private readonly db: Database,
    private readonly queries: CertificateQueries,
    private readonly clock: Clock,
  ) {}

  /** Lets whoever has the code see my name and my badge, or no longer. @throws NOT_FOUND */
  async share(volunteerId: string, id: string, shared: boolean): Promise<Outcome<CertificateFacts>> {
    const facts = await this.own(volunteerId, id);
    if (shared && facts.revokedAt) return { refused: 'REVOKED' };
    await this.db.query(
      `update certificate set shared_at = case when $2 then coalesce(shared_at, $3) end where id = $1`,
      [id, shared, this.clock.now()],
    );
    return this.own(volunteerId, id);
  }

  /** A certificate of one's own. @throws NOT_FOUND */
  async own(volunteerId: string, id: string): Promise<CertificateFacts> {
    const facts = await this.queries.byId(id);
    if (facts?.volunteerId !== volunteerId) throw notFound('Certificate');
    return facts;
  }
}
