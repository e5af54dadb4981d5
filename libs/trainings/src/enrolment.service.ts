import { Injectable } from '@nestjs/common';
import { Audit, type AuditEvent } from '#platform/audit';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { Outbox } from '#platform/mail';
import { type Enrolled, EnrolmentDesk } from './enrolment-desk.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { type CancelRefusal, whyNotCancel } from './enrolment.rules.js';
import type { EnrolmentView } from './enrolment.types.js';
import { type LockedEnrolment, SessionLock } from './session-lock.js';
import { SessionAccess } from './session-access.js';
import { trainingMail } from './training-mail.requests.js';
import { WaitingList } from './waiting-list.service.js';

export interface NotCancelled {
  refused: CancelRefusal;
}

const LEAVE = `
  with withdrawn as (
    update seat_offer set answer = 'withdrawn', answered_at = $3 where enrolment_id = $1 and answer is null)
  update enrolment set status = $2, changed_at = $3, calendar_sequence = calendar_sequence + 1 where id = $1`;

/** What people and coordinators do with bookings. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly db: Database,
    private readonly desk: EnrolmentDesk,
    private readonly lock: SessionLock,
    private readonly queries: EnrolmentQueries,
    private readonly access: SessionAccess,
    private readonly waitingList: WaitingList,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
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
      return this.leave(enrolment, 'cancelled');
    });
  }

  /** The same for whoever holds the signed link of its mail. Asked twice, it answers twice that it is cancelled. */
  async cancelByLink(id: string): Promise<EnrolmentView | NotCancelled> {
    return this.db.transaction(async () => {
      const enrolment = await this.lock.enrolment(id);
      return enrolment.status === 'cancelled' ? this.queries.byId(id) : this.leave(enrolment, 'cancelled');
    });
  }

  /**
   * A coordinator takes somebody off, who is told.
   * @throws NOT_FOUND if there is no such booking, FORBIDDEN outside the coordinator's networks
   */
  async remove(me: Actor, id: string): Promise<EnrolmentView | NotCancelled> {
    return this.db.transaction(async () => {
      const enrolment = await this.lock.enrolment(id);
      await this.access.toCoordinate(me, enrolment.session.id);
      const result = await this.leave(enrolment, 'removed');
      if (!('refused' in result)) await this.audit.write(removal(me, result));
      return result;
    });
  }

  private async leave(enrolment: LockedEnrolment, as: 'cancelled' | 'removed'): Promise<EnrolmentView | NotCancelled> {
    const { id, volunteerId, session } = enrolment;
    const now = this.clock.now();
    const refused = whyNotCancel(enrolment.status, session.startsAt, now);
    if (refused) return { refused };
    await this.db.query(LEAVE, [id, as, now]);
    if (enrolment.status !== 'waiting') session.seatsTaken--;
    const to = { enrolmentId: id, volunteerId };
    await this.outbox.send([as === 'removed' ? trainingMail.removed(to) : trainingMail.cancelled(to)]);
    await this.waitingList.passOnSeatsOf(session);
    return this.queries.byId(id);
  }
}

function removal(actor: Actor, { id, volunteerId, sessionId }: EnrolmentView): AuditEvent {
  const subject = { subjectType: 'enrolment', subjectId: id, volunteerId };
  return { actor, action: 'enrolment.remove', ...subject, details: { sessionId } };
}
