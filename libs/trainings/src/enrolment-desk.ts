import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit, type AuditEvent } from '#platform/audit';
import { Database, violatedConstraint } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { type MailRequest, Outbox } from '#platform/mail';
import { BookingCodes } from './booking-codes.js';
import { EligibilityQueries, type PersonFacts } from './eligibility.queries.js';
import type { EnrolmentSource } from './enrolment.entity.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { type EnrolmentRefusal, seatOrQueue, whyNotEnrol } from './enrolment.rules.js';
import type { EnrolmentView } from './enrolment.types.js';
import { GroupCommit, type Outcome } from './group-commit.js';
import { type LockedSession, SessionLock } from './session-lock.js';
import { trainingMail } from './training-mail.requests.js';
import { WaitingList } from './waiting-list.service.js';

/** Somebody's wish for a seat. */
export interface EnrolRequest {
  sessionId: string;
  volunteerId: string;
  /** Key of the tap: a repeated one is answered by the booking that the first one made. Null: no such protection. */
  idempotencyKey: string | null;
  confirmOverlap: boolean;
  source: Exclude<EnrolmentSource, 'walk_in'>;
  /** Who asks: the person herself or a coordinator. */
  by: Actor;
}

/** Why a wish was refused, with the facts that the sentence for the reader needs. */
export interface EnrolRefused extends Pick<PersonFacts, 'overlap' | 'missing'> {
  refused: EnrolmentRefusal;
}

export type Enrolled = EnrolmentView | EnrolRefused;

/** What is left of a session while the wishes of a batch are granted one after the other. */
interface Room {
  session: LockedSession;
  waitingCount: number;
  eligibleWaiting: number;
}

interface NewEnrolment extends EnrolmentView {
  request: EnrolRequest;
}

const LARGEST_BATCH = 256;

// In the order of arrival, which is the order of the queue numbers.
const INSERT = `
  insert into enrolment (id, session_id, volunteer_id, status, idempotency_key, booking_code, source,
                         created_at, changed_at)
  select n.id, n.session_id, n.volunteer_id, n.status, n.idempotency_key, n.booking_code, n.source, $8, $8
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[]) with ordinality
      as n(id, session_id, volunteer_id, status, idempotency_key, booking_code, source, ord)
   order by n.ord`;

/**
 * Where seats are given out. Wishes that arrive together are granted in one transaction, in the order of arrival: one
 * lock, one reading of the facts, one insertion, one flush of the disk for all of them. See docs/decisions for figures.
 */
@Injectable()
export class EnrolmentDesk {
  private readonly group = new GroupCommit<EnrolRequest, Enrolled>({
    run: (requests) => this.grant(requests),
    // One wish of a person at a time: what she got first counts when the next one is looked at.
    keyOf: ({ volunteerId }) => volunteerId,
    largest: LARGEST_BATCH,
  });

  constructor(
    private readonly db: Database,
    private readonly lock: SessionLock,
    private readonly eligibility: EligibilityQueries,
    private readonly queries: EnrolmentQueries,
    private readonly waitingList: WaitingList,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly codes: BookingCodes,
    private readonly clock: Clock,
  ) {}

  /**
   * A seat, or a place in the queue, or the reason why neither. Answered once it is stored for good. Not to be called
   * inside a transaction.
   * @throws NOT_FOUND if there is no such session
   */
  async enrol(request: EnrolRequest): Promise<Enrolled> {
    try {
      return await this.group.ask(request);
    } catch (error) {
      // The rule above saw no booking, yet the database did: another process stored it in between.
      if (violatedConstraint(error) === 'enrolment_one_active')
        return { refused: 'ALREADY_ENROLLED', overlap: null, missing: [] };
      throw error;
    }
  }

  private grant(requests: readonly EnrolRequest[]): Promise<Outcome<Enrolled>[]> {
    return this.db.transaction(async () => {
      const sessions = await this.lock.sessions(requests.map(({ sessionId }) => sessionId));
      await this.lock.people(requests.map(({ volunteerId }) => volunteerId));
      const facts = await this.factsAfterPassingOn(sessions, requests);
      const rooms = await this.roomsOf(sessions, requests, facts);
      const repeated = await this.repeatedOf(facts);
      const created: NewEnrolment[] = [];
      const now = this.clock.now();
      const outcomes = requests.map((request, i): Outcome<Enrolled> => {
        const [room, person] = [rooms.get(request.sessionId), facts[i]];
        const before = repeated.get(person?.sameTapId ?? '');
        if (before) return { answer: before };
        if (!room || !person) return { error: notFound('Session') };
        const answer = this.decide(request, room, person, now);
        if (!('refused' in answer)) created.push(answer);
        return { answer };
      });
      await this.store(created, now);
      return outcomes;
    });
  }

  /** Seats that came free before go to who waits already; the facts are those after that. */
  private async factsAfterPassingOn(
    sessions: Map<string, LockedSession>,
    requests: readonly EnrolRequest[],
  ): Promise<PersonFacts[]> {
    const facts = await this.eligibility.of(requests);
    let offered = 0;
    for (const [sessionId, waitingCount] of waitingCounts(requests, facts)) {
      const session = sessions.get(sessionId);
      if (session && waitingCount > 0 && freeSeats(session) > 0)
        offered += await this.waitingList.passOnSeatsOf(session);
    }
    return offered > 0 ? this.eligibility.of(requests) : facts;
  }

  private async roomsOf(
    sessions: Map<string, LockedSession>,
    requests: readonly EnrolRequest[],
    facts: readonly PersonFacts[],
  ): Promise<Map<string, Room>> {
    const rooms = new Map<string, Room>();
    for (const [sessionId, waitingCount] of waitingCounts(requests, facts)) {
      const session = sessions.get(sessionId);
      if (!session) continue;
      const contested = waitingCount > 0 && freeSeats(session) > 0;
      const eligibleWaiting = contested ? await this.waitingList.countEligible(session) : 0;
      rooms.set(sessionId, { session, waitingCount, eligibleWaiting });
    }
    return rooms;
  }

  private async repeatedOf(facts: readonly PersonFacts[]): Promise<Map<string, EnrolmentView>> {
    const ids = facts.flatMap(({ sameTapId }) => sameTapId ?? []);
    return ids.length > 0 ? this.queries.byIds(ids) : new Map<string, EnrolmentView>();
  }

  private decide(request: EnrolRequest, room: Room, person: PersonFacts, now: Date): NewEnrolment | EnrolRefused {
    const { confirmOverlap, source } = request;
    const refused = whyNotEnrol(room.session, person, { confirmOverlap, byStaff: source === 'staff' }, now);
    if (refused) return { refused, overlap: person.overlap, missing: person.missing };
    const status = seatOrQueue(freeSeats(room.session), room.eligibleWaiting);
    if (status === 'enrolled') room.session.seatsTaken++;
    else room.waitingCount++;
    return {
      id: randomUUID(),
      status,
      bookingCode: this.codes.fresh(),
      rank: status === 'waiting' ? room.waitingCount : null,
      offer: null,
      createdAt: now,
      attended: null,
      sessionId: room.session.id,
      courseId: room.session.courseId,
      volunteerId: request.volunteerId,
      request,
    };
  }

  private async store(created: readonly NewEnrolment[], now: Date): Promise<void> {
    if (created.length === 0) return;
    await this.db.read('insert-enrolments', INSERT, [
      created.map((e) => e.id),
      created.map((e) => e.sessionId),
      created.map((e) => e.volunteerId),
      created.map((e) => e.status),
      created.map((e) => e.request.idempotencyKey),
      created.map((e) => e.bookingCode),
      created.map((e) => e.request.source),
      now,
    ]);
    await this.outbox.send(created.map(mailAbout));
    for (const enrolment of created)
      if (enrolment.request.source === 'staff') await this.audit.write(booking(enrolment));
  }
}

const freeSeats = (session: LockedSession): number => session.capacity - session.seatsTaken;

/** Length of the waiting list of each session that is asked for. */
function waitingCounts(requests: readonly EnrolRequest[], facts: readonly PersonFacts[]): Map<string, number> {
  return new Map(requests.map(({ sessionId }, i) => [sessionId, facts[i]?.waitingCount ?? 0]));
}

function mailAbout({ id, volunteerId, status, request }: NewEnrolment): MailRequest {
  const to = { enrolmentId: id, volunteerId };
  if (status === 'waiting') return trainingMail.waitingListJoined(to);
  return request.source === 'staff' ? trainingMail.enrolledByStaff(to) : trainingMail.confirmed(to);
}

function booking({ id, volunteerId, sessionId, status, request }: NewEnrolment): AuditEvent {
  const subject = { subjectType: 'enrolment', subjectId: id, volunteerId };
  return { actor: request.by, action: 'enrolment.create', ...subject, details: { sessionId, status } };
}
