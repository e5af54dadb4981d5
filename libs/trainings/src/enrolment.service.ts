import { Injectable } from '@nestjs/common';
import { Audit, type AuditEvent } from '#platform/audit';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { EnrolmentDesk } from './enrolment-desk.js';
import { EnrolmentLeave, type NotCancelled } from './enrolment-leave.js';
import type { Enrolled } from './enrolment-wish.js';
import type { EnrolmentView } from './enrolment.types.js';
import { SessionAccess } from './session-access.js';
import { SessionLock } from './session-lock.js';

/** What people and coordinators do with bookings. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly db: Database,
    private readonly desk: EnrolmentDesk,
    private readonly lock: SessionLock,
    private readonly access: SessionAccess,
    private readonly leaving: EnrolmentLeave,
    private readonly audit: Audit,
  ) {}

  /** Books for the person herself. One without a profile is refused with that reason, as the page is shown to her. */
  async enrol(me: Actor, sessionId: string, idempotencyKey: string, confirmOverlap: boolean): Promise<Enrolled> {
    if (!me.volunteerId) return { refused: 'PROFILE_MISSING', overlap: null, missing: [] };
    const { volunteerId } = me;
    return this.desk.enrol({ sessionId, volunteerId, idempotencyKey, confirmOverlap, source: 'self', by: me });
  }

  /**
   * A coordinator books for somebody, who is told.
   * @throws NOT_FOUND if there is no such session, FORBIDDEN outside the coordinator's networks
   */
  async enrolOther(me: Actor, sessionId: string, volunteerId: string): Promise<Enrolled> {
    await this.access.toCoordinate(me, sessionId);
    return this.desk.enrol({
      sessionId,
      volunteerId,
      idempotencyKey: null,
      confirmOverlap: false,
      source: 'staff',
      by: me,
    });
  }

  /**
   * Gives a booking or a place in the queue up; the seat goes on to who waits.
   * @throws NOT_FOUND if the booking is not hers
   */
  async cancel(me: Actor, id: string): Promise<EnrolmentView | NotCancelled> {
    return this.db.transaction(async () => {
      const enrolment = await this.lock.enrolment(id);
      if (enrolment.volunteerId !== me.volunteerId) throw notFound('Enrolment');
      return this.leaving.leave(enrolment, 'cancelled');
    });
  }

  /** The same for whoever holds the signed link of its mail. */
  async cancelByLink(id: string): Promise<EnrolmentView | NotCancelled> {
    return this.db.transaction(async () => this.leaving.leave(await this.lock.enrolment(id), 'cancelled'));
  }

  /**
   * A coordinator takes somebody off, who is told.
   * @throws NOT_FOUND if there is no such booking, FORBIDDEN outside the coordinator's networks
   */
  async remove(me: Actor, id: string): Promise<EnrolmentView | NotCancelled> {
    return this.db.transaction(async () => {
      const enrolment = await this.lock.enrolment(id);
      await this.access.toCoordinate(me, enrolment.session.id);
      const result = await this.leaving.leave(enrolment, 'removed');
      if (!('refused' in result)) await this.audit.write(removal(me, result));
      return result;
    });
  }
}

function removal(actor: Actor, { id, volunteerId, sessionId }: EnrolmentView): AuditEvent {
  const subject = { subjectType: 'enrolment', subjectId: id, volunteerId };
  return { actor, action: 'enrolment.remove', ...subject, details: { sessionId } };
}
