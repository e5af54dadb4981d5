import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { Outbox } from '#platform/mail';
import { EnrolmentQueries } from './enrolment.queries.js';
import type { EnrolmentView } from './enrolment.types.js';
import { isSameAnswer, type OfferAnswer, type OfferRefusal, whyNotAnswer } from './offer.rules.js';
import { freeSeat, type LockedEnrolment } from './locked-session.js';
import { SessionLock } from './session-lock.js';
import { trainingMail } from './training-mail.requests.js';
import { WaitingList } from './waiting-list.service.js';

export interface NotAnswered {
  refused: OfferRefusal;
  /** The booking as it is now. */
  enrolment: EnrolmentView;
}

interface OfferRow {
  id: string;
  deadlineAt: Date;
  answer: OfferAnswer | null;
}

const LATEST = `
  select id, deadline_at as "deadlineAt", answer from seat_offer
   where enrolment_id = $1 order by offered_at desc, id limit 1`;

const ANSWER = `
  with answered as (update seat_offer set answer = $3, answered_at = $4 where id = $2)
  update enrolment set status = $5, changed_at = $4, calendar_sequence = calendar_sequence + 1 where id = $1`;

/** What people answer when a seat is offered to them. */
@Injectable()
export class OfferService {
  constructor(
    private readonly db: Database,
    private readonly lock: SessionLock,
    private readonly queries: EnrolmentQueries,
    private readonly waitingList: WaitingList,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Accepts or declines the seat that is offered to her.
   * @throws NOT_FOUND if the booking is not hers, or nothing was ever offered
   */
  async answer(me: Actor, enrolmentId: string, accept: boolean): Promise<EnrolmentView | NotAnswered> {
    return this.db.transaction(async () => {
      const enrolment = await this.lock.enrolment(enrolmentId);
      if (enrolment.volunteerId !== me.volunteerId) throw notFound('Enrolment');
      return this.settle(enrolment, accept);
    });
  }

  /** The same for whoever holds the signed link of the mail. @throws NOT_FOUND if the offer is gone with its person */
  async answerByLink(offerId: string, accept: boolean): Promise<EnrolmentView | NotAnswered> {
    return this.db.transaction(async () => {
      const [offer] = await this.db.query<{ enrolmentId: string }>(
        'select enrolment_id as "enrolmentId" from seat_offer where id = $1',
        [offerId],
      );
      if (!offer) throw notFound('Offer');
      return this.settle(await this.lock.enrolment(offer.enrolmentId), accept);
    });
  }

  private async settle(enrolment: LockedEnrolment, accept: boolean): Promise<EnrolmentView | NotAnswered> {
    const { id, volunteerId, session } = enrolment;
    // Ends her offer too if its deadline has passed, whether or not the job that does so has run.
    await this.waitingList.passOnSeatsOf(session);
    const offer = await this.latestOf(id);
    const state = { ...offer, sessionStatus: session.status, startsAt: session.startsAt };
    if (isSameAnswer(state, accept, enrolment.status)) return this.queries.byId(id);
    const now = this.clock.now();
    const refused = whyNotAnswer(state, now);
    if (refused) return { refused, enrolment: await this.queries.byId(id) };
    const [answer, status] = accept ? (['accepted', 'enrolled'] as const) : (['declined', 'declined'] as const);
    await this.db.query(ANSWER, [id, offer.id, answer, now, status]);
    if (accept) await this.outbox.send([trainingMail.seatAccepted({ enrolmentId: id, volunteerId })]);
    else await this.passOnAfterDecline(enrolment);
    return this.queries.byId(id);
  }

  private async passOnAfterDecline({ session, pool }: LockedEnrolment): Promise<void> {
    freeSeat(session, pool);
    await this.waitingList.passOnSeatsOf(session);
  }

  private async latestOf(enrolmentId: string): Promise<OfferRow> {
    const [offer] = await this.db.query<OfferRow>(LATEST, [enrolmentId]);
    if (!offer) throw notFound('Offer');
    return offer;
  }
}
