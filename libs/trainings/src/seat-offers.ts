import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { VolunteerDirectory } from '#lib/volunteers';
import { Database } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { Outbox } from '#platform/mail';
import { deskOfferDeadline } from './desk-offer.rules.js';
import { freeSeat, type LockedSession, takeSeat } from './locked-session.js';
import { PassingOvers } from './passing-over.service.js';
import type { Pool } from './seat-pools.rules.js';
import { type BookingRef, trainingMail } from './training-mail.requests.js';
import type { PassedOver } from './waiting-list.rules.js';

declare module '#platform/jobs' {
  interface JobMap {
    'offer.expire': { sessionId: string };
  }
}

/** Somebody who waits, and where the seat for her is from. */
export interface SeatFor extends BookingRef {
  pool: Pool;
}

/** Whom seats go to, and which pairs they pass by. */
export interface SeatsToOffer {
  seats: readonly SeatFor[];
  passedOver: readonly PassedOver[];
}

interface ExpiredOffer extends BookingRef {
  offerId: string;
  pool: Pool | null;
}

/** Ends offers that nobody answered in time; the seats are free again. */
const EXPIRE = `
  with overdue as (
    update seat_offer o set answer = 'expired', answered_at = $2
      from enrolment e
     where e.id = o.enrolment_id and e.session_id = $1 and e.status = 'offered'
       and o.answer is null and (o.deadline_at <= $2 or $3::timestamptz <= $2)
    returning o.id, o.enrolment_id)
  update enrolment e set status = 'expired', changed_at = $2, calendar_sequence = e.calendar_sequence + 1
    from overdue o where e.id = o.enrolment_id
  returning e.id as "enrolmentId", e.volunteer_id as "volunteerId", e.pool, o.id as "offerId"`;

const OFFER = `
  with picked as (select * from unnest($1::uuid[], $2::uuid[], $4::timestamptz[], $5::text[])
                    as p(offer_id, enrolment_id, deadline, pool)),
       made as (insert into seat_offer (id, enrolment_id, offered_at, deadline_at)
                select offer_id, enrolment_id, $3, deadline from picked)
  update enrolment e set status = 'offered', pool = p.pool, changed_at = $3, calendar_sequence = e.calendar_sequence + 1
    from picked p where e.id = p.enrolment_id`;

/** Offers of seats as they are written down, with the mails and the jobs that belong to them. */
@Injectable()
export class SeatOffers {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
    private readonly directory: VolunteerDirectory,
    private readonly passingOvers: PassingOvers,
  ) {}

  /**
   * Offers a seat of a locked session to each of these people, who wait for one.
   * @param deadline for those whom a mail reaches; the others get more time
   */
  async make(
    { seats: people, passedOver }: SeatsToOffer,
    session: LockedSession,
    now: Date,
    deadline: Date,
  ): Promise<void> {
    if (people.length === 0) return;
    const atDesk = await this.directory.withoutAddress(people.map(({ volunteerId }) => volunteerId));
    const deskDeadline = deskOfferDeadline(now, session.startsAt) ?? deadline;
    const offers = people.map(({ enrolmentId, volunteerId, pool }) => ({
      offerId: randomUUID(),
      enrolmentId,
      volunteerId,
      deadline: atDesk.has(volunteerId) ? deskDeadline : deadline,
      pool: takeSeat(session, pool),
    }));
    await this.db.query(OFFER, [
      offers.map(({ offerId }) => offerId),
      offers.map(({ enrolmentId }) => enrolmentId),
      now,
      offers.map((offer) => offer.deadline),
      offers.map(({ pool }) => pool),
    ]);
    await this.passingOvers.note(passedOver, now);
    await this.outbox.send(offers.map((offer) => trainingMail.seatOffered(offer)));
    await this.jobs.addMany(
      'offer.expire',
      offers.map(({ offerId, deadline: runAt }) => ({
        payload: { sessionId: session.id },
        key: `offer.expire:${offerId}`,
        runAt,
      })),
    );
  }

  /** Ends the offers of a locked session that nobody answered in time. Their seats are free again. */
  async expire(session: LockedSession, now: Date): Promise<void> {
    const expired = await this.db.query<ExpiredOffer>(EXPIRE, [session.id, now, session.startsAt]);
    if (expired.length === 0) return;
    for (const { pool } of expired) freeSeat(session, pool);
    await this.outbox.send(expired.map((offer) => trainingMail.offerExpired(offer)));
  }

  /** Tells people that no seat came free. Told twice, they get one mail. */
  async tellClosed(people: readonly BookingRef[]): Promise<void> {
    await this.outbox.send(people.map((ref) => trainingMail.waitingListClosed(ref)));
  }
}
