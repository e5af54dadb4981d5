import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { Clock } from '#platform/kernel';
import { Outbox } from '#platform/mail';
import { EligibilityQueries } from './eligibility.queries.js';
import { whyClosed, whyNotEligible } from './enrolment.rules.js';
import { type LockedSession, SessionLock } from './session-lock.js';
import { type BookingRef, trainingMail } from './training-mail.requests.js';
import { type QueuedPerson, WaitingListQueries } from './waiting-list.queries.js';
import { nextOffers, offerDeadline } from './waiting-list.rules.js';

declare module '#platform/jobs' {
  interface JobMap {
    'offer.expire': { sessionId: string };
  }
}

const SMALLEST_STEP = 20;
const LARGEST_STEP = 200;

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
  returning e.id as "enrolmentId", e.volunteer_id as "volunteerId", o.id as "offerId"`;

const OFFER = `
  with picked as (select * from unnest($1::uuid[], $2::uuid[]) as p(offer_id, enrolment_id)),
       made as (insert into seat_offer (id, enrolment_id, offered_at, deadline_at)
                select offer_id, enrolment_id, $3, $4 from picked)
  update enrolment e set status = 'offered', changed_at = $3, calendar_sequence = e.calendar_sequence + 1
    from picked p where e.id = p.enrolment_id`;

/** Hands seats that come free on to the people who wait, in their order. */
@Injectable()
export class WaitingList {
  constructor(
    private readonly db: Database,
    private readonly lock: SessionLock,
    private readonly queries: WaitingListQueries,
    private readonly eligibility: EligibilityQueries,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends overdue offers and offers every free seat to the first people who can take it. To be called, in the same
   * transaction, by whatever frees a seat or changes a session; calling it once too often does no harm.
   * @returns how many offers were made
   */
  async passOn(sessionIds: readonly string[]): Promise<number> {
    return this.db.transaction(async () => {
      let made = 0;
      for (const session of (await this.lock.sessions(sessionIds)).values()) made += await this.passOnSeatsOf(session);
      return made;
    });
  }

  /**
   * The same for one session that is locked already; its `seatsTaken` is brought up to date.
   * @returns how many offers were made
   */
  async passOnSeatsOf(session: LockedSession): Promise<number> {
    if (session.status !== 'published') return 0;
    const now = this.clock.now();
    await this.expireOffersOf(session, now);
    const deadline = whyClosed(session, now) ? null : offerDeadline(now, session.startsAt);
    if (!deadline) return 0;
    let made = 0;
    for await (const people of this.eligible(session, session.capacity - session.seatsTaken)) {
      await this.offer(people, session.id, now, deadline);
      made += people.length;
    }
    session.seatsTaken += made;
    return made;
  }

  /** How many people of the list of a locked session could take a seat now, counted up to its free seats. */
  async countEligible(session: LockedSession): Promise<number> {
    let count = 0;
    for await (const people of this.eligible(session, session.capacity - session.seatsTaken)) count += people.length;
    return count;
  }

  /** The first people of the list who can take a seat now, in groups, as many as are wanted at most. */
  private async *eligible(session: LockedSession, wanted: number): AsyncGenerator<QueuedPerson[]> {
    let after: string | null = '0';
    while (after !== null && wanted > 0) {
      const step = Math.min(Math.max(wanted * 2, SMALLEST_STEP), LARGEST_STEP);
      const head: QueuedPerson[] = await this.queries.head(session.id, after, step);
      const chosen = await this.choose(head, session.id, wanted);
      if (chosen.length > 0) yield chosen;
      wanted -= chosen.length;
      after = head.length === step ? (head.at(-1)?.queueNo ?? null) : null;
    }
  }

  private async choose(head: readonly QueuedPerson[], sessionId: string, seats: number): Promise<QueuedPerson[]> {
    await this.lock.people(head.map(({ volunteerId }) => volunteerId));
    const facts = await this.eligibility.of(head.map(({ volunteerId }) => ({ sessionId, volunteerId })));
    const queue = head.map(({ enrolmentId }, i) => ({ enrolmentId, whyNot: whyNotEligible(facts[i]) }));
    const { offered } = nextOffers(queue, seats);
    return head.filter(({ enrolmentId }) => offered.includes(enrolmentId));
  }

  private async offer(people: readonly QueuedPerson[], sessionId: string, now: Date, deadline: Date): Promise<void> {
    const offers = people.map(({ enrolmentId, volunteerId }) => ({ offerId: randomUUID(), enrolmentId, volunteerId }));
    await this.db.query(OFFER, [
      offers.map(({ offerId }) => offerId),
      offers.map(({ enrolmentId }) => enrolmentId),
      now,
      deadline,
    ]);
    await this.outbox.send(offers.map((offer) => trainingMail.seatOffered(offer)));
    await this.jobs.addMany(
      'offer.expire',
      offers.map(({ offerId }) => ({
        payload: { sessionId },
        key: `offer.expire:${offerId}`,
        runAt: deadline,
      })),
    );
  }

  private async expireOffersOf(session: LockedSession, now: Date): Promise<void> {
    const expired = await this.db.query<BookingRef & { offerId: string }>(EXPIRE, [session.id, now, session.startsAt]);
    if (expired.length === 0) return;
    session.seatsTaken -= expired.length;
    await this.outbox.send(expired.map((offer) => trainingMail.offerExpired(offer)));
  }

  /**
   * Looks after every list where something is due: offers past their deadline, seats that came free for people who
   * could not take one before, and people who must be told that the list is closed. Each session on its own.
   */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    for (const sessionId of await this.queries.needingCare(now)) await this.passOn([sessionId]);
    await this.outbox.send((await this.queries.waitingInVain(now)).map((ref) => trainingMail.waitingListClosed(ref)));
  }
}
