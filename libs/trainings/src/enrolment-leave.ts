import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import { Outbox } from '#platform/mail';
import { EnrolmentQueries } from './enrolment.queries.js';
import { type CancelRefusal, whyNotCancel } from './enrolment.rules.js';
import type { EnrolmentView } from './enrolment.types.js';
import { freeSeat, type LockedEnrolment } from './locked-session.js';
import { trainingMail } from './training-mail.requests.js';
import { WaitingList } from './waiting-list.service.js';

export interface NotCancelled {
  refused: CancelRefusal;
}

const LEAVE = `
  with withdrawn as (
    update seat_offer set answer = 'withdrawn', answered_at = $3 where enrolment_id = $1 and answer is null)
  update enrolment set status = $2, changed_at = $3, calendar_sequence = calendar_sequence + 1 where id = $1`;

/** How a booking or a place in the queue ends before the session, whoever ends it. */
@Injectable()
export class EnrolmentLeave {
  constructor(
    private readonly db: Database,
    private readonly queries: EnrolmentQueries,
    private readonly waitingList: WaitingList,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Ends a locked booking, tells the person, and hands a seat that came free on to who waits. */
  async leave(enrolment: LockedEnrolment, as: 'cancelled' | 'removed'): Promise<EnrolmentView | NotCancelled> {
    const { id, volunteerId, session } = enrolment;
    const now = this.clock.now();
    const refused = whyNotCancel(enrolment.status, session.startsAt, now);
    if (refused) return { refused };
    await this.db.query(LEAVE, [id, as, now]);
    if (enrolment.status !== 'waiting') freeSeat(session, enrolment.pool);
    const to = { enrolmentId: id, volunteerId };
    await this.outbox.send([as === 'removed' ? trainingMail.removed(to) : trainingMail.cancelled(to)]);
    await this.waitingList.passOnSeatsOf(session);
    return this.queries.byId(id);
  }
}
