import { Injectable } from '@nestjs/common';
import { VolunteerDirectory } from '#lib/volunteers';
import { Audit } from '#platform/audit';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import type { EnrolmentView } from './enrolment.types.js';
import { SessionAccess } from './session-access.js';

/** For whom reception may act, and the line in the journal that says it did. */
@Injectable()
export class DeskRight {
  constructor(
    private readonly directory: VolunteerDirectory,
    private readonly access: SessionAccess,
    private readonly audit: Audit,
  ) {}

  /** @throws NOT_FOUND for somebody whom a mail reaches, FORBIDDEN outside the coordinator's networks */
  async require(me: Actor, volunteerId: string, sessionId: string): Promise<void> {
    await this.requireAtDesk(volunteerId);
    await this.access.toCoordinate(me, sessionId);
  }

  /** Whom a mail reaches decides for herself. @throws NOT_FOUND */
  async requireAtDesk(volunteerId: string): Promise<void> {
    if (!(await this.directory.withoutAddress([volunteerId])).has(volunteerId)) throw notFound('Volunteer');
  }

  /** Writes down, in the running transaction, what was done for her. */
  note(actor: Actor, action: string, { id, volunteerId, sessionId }: EnrolmentView, more: object): Promise<void> {
    const subject = { subjectType: 'enrolment', subjectId: id, volunteerId };
    return this.audit.write({ actor, action, ...subject, details: { sessionId, ...more } });
  }
}
