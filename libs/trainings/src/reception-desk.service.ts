import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { DeskRight } from './desk-right.js';
import { EnrolmentLeave, type NotCancelled } from './enrolment-leave.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import type { EnrolmentView } from './enrolment.types.js';
import { type NotAnswered, OfferService } from './offer.service.js';
import { SessionLock } from './session-lock.js';

/** What reception does with the bookings of somebody without an address, who stands at the desk. */
@Injectable()
export class ReceptionDesk {
  constructor(
    private readonly db: Database,
    private readonly lock: SessionLock,
    private readonly right: DeskRight,
    private readonly leaving: EnrolmentLeave,
    private readonly offers: OfferService,
    private readonly queries: EnrolmentQueries,
  ) {}

  /** What she holds, is offered or waits for. @throws NOT_FOUND for somebody whom a mail reaches */
  async bookings(volunteerId: string): Promise<EnrolmentView[]> {
    await this.right.requireAtDesk(volunteerId);
    return this.queries.upcoming(volunteerId);
  }

  /** Gives a booking up for her. @throws NOT_FOUND, FORBIDDEN outside the coordinator's networks */
  async cancel(me: Actor, id: string): Promise<EnrolmentView | NotCancelled> {
    return this.db.transaction(async () => {
      const enrolment = await this.lock.enrolment(id);
      await this.right.require(me, enrolment.volunteerId, enrolment.session.id);
      const result = await this.leaving.leave(enrolment, 'cancelled');
      if (!('refused' in result)) await this.right.note(me, 'enrolment.cancel-for', result, {});
      return result;
    });
  }

  /** Answers an offer for her. @throws NOT_FOUND if nothing is offered, FORBIDDEN outside the coordinator's networks */
  async answer(me: Actor, id: string, accept: boolean): Promise<EnrolmentView | NotAnswered> {
    return this.db.transaction(async () => {
      const enrolment = await this.lock.enrolment(id);
      await this.right.require(me, enrolment.volunteerId, enrolment.session.id);
      const [offer] = await this.db.query<{ id: string }>(
        'select id from seat_offer where enrolment_id = $1 order by offered_at desc, id limit 1',
        [id],
      );
      if (!offer) throw notFound('Offer');
      const result = await this.offers.answerByLink(offer.id, accept);
      if (!('refused' in result)) await this.right.note(me, 'offer.answer-for', result, { accept });
      return result;
    });
  }
}
