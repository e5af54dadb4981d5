import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit, type AuditEvent } from '#platform/audit';
import { Database } from '#platform/database';
import { type MailRequest, Outbox } from '#platform/mail';
import { BookingCodes } from './booking-codes.js';
import type { Room } from './enrolment-facts.js';
import type { EnrolRequest } from './enrolment-wish.js';
import type { EnrolmentView } from './enrolment.types.js';
import { takeSeat } from './locked-session.js';
import { PassingOvers } from './passing-over.service.js';
import { type Pool, without } from './seat-pools.rules.js';
import { trainingMail } from './training-mail.requests.js';
import type { BlockedPair } from './waiting-list.rules.js';

/** A booking that is about to be stored, with the wish that it fulfils. */
export interface NewEnrolment extends EnrolmentView {
  request: EnrolRequest;
  /** Where her seat is from, if she has one and the seats are shared out between networks. */
  pool: Pool | null;
  /** The pair that she came with. */
  pairId: string | null;
  /** Pairs who waited before her and could not be served. */
  passes: readonly BlockedPair[];
}

// In the order of arrival, which is the order of the queue numbers.
const INSERT = `
  insert into enrolment (id, session_id, volunteer_id, status, idempotency_key, booking_code, source,
                         pool, pair_id, created_at, changed_at)
  select n.id, n.session_id, n.volunteer_id, n.status, n.idempotency_key, n.booking_code, n.source, n.pool, n.pair_id,
         $10, $10
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                $9::uuid[]) with ordinality
      as n(id, session_id, volunteer_id, status, idempotency_key, booking_code, source, pool, pair_id, ord)
   order by n.ord`;

/** New bookings as they are written down, with the mails and the lines of the journal that belong to them. */
@Injectable()
export class EnrolmentLedger {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly codes: BookingCodes,
    private readonly passingOvers: PassingOvers,
  ) {}

  /**
   * A booking as it will be stored, and what it leaves of the room for who comes next.
   * @param pool where the seat is from; null for a place in the queue
   */
  entry(request: EnrolRequest, room: Room, pool: Pool | null, now: Date): NewEnrolment {
    const { session } = room;
    if (pool) room.left = without(room.left, pool);
    else room.waitingCount++;
    return {
      id: randomUUID(),
      status: pool ? 'enrolled' : 'waiting',
      bookingCode: this.codes.fresh(),
      rank: pool ? null : room.waitingCount,
      offer: null,
      createdAt: now,
      attended: null,
      sessionId: session.id,
      courseId: session.courseId,
      volunteerId: request.volunteerId,
      request,
      pool: pool && takeSeat(session, pool),
      pairId: null,
      passes: pool ? room.blocked : [],
    };
  }

  /** Stores bookings in their order, by as many statements for one as for a hundred. */
  async store(created: readonly NewEnrolment[], now: Date): Promise<void> {
    if (created.length === 0) return;
    await this.db.read('insert-enrolments', INSERT, [
      created.map((e) => e.id),
      created.map((e) => e.sessionId),
      created.map((e) => e.volunteerId),
      created.map((e) => e.status),
      created.map((e) => e.request.idempotencyKey),
      created.map((e) => e.bookingCode),
      created.map((e) => e.request.source),
      created.map((e) => e.pool),
      created.map((e) => e.pairId),
      now,
    ]);
    await this.passingOvers.note(
      created.flatMap(({ id, passes }) => passes.map((pair) => ({ ...pair, enrolmentId: id }))),
      now,
    );
    await this.outbox.send(created.map(mailAbout));
    for (const enrolment of created)
      if (enrolment.request.source === 'staff') await this.audit.write(booking(enrolment));
  }
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
