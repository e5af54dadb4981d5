import { Injectable } from '@nestjs/common';
import { Audit, type AuditEvent } from '#platform/audit';
import { Database } from '#platform/database';
import { type MailRequest, Outbox } from '#platform/mail';
import type { EnrolRequest } from './enrolment-wish.js';
import type { EnrolmentView } from './enrolment.types.js';
import { trainingMail } from './training-mail.requests.js';

/** A booking that is about to be stored, with the wish that it fulfils. */
export interface NewEnrolment extends EnrolmentView {
  request: EnrolRequest;
}

// In the order of arrival, which is the order of the queue numbers.
const INSERT = `
  insert into enrolment (id, session_id, volunteer_id, status, idempotency_key, booking_code, source,
                         created_at, changed_at)
  select n.id, n.session_id, n.volunteer_id, n.status, n.idempotency_key, n.booking_code, n.source, $8, $8
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[]) with ordinality
      as n(id, session_id, volunteer_id, status, idempotency_key, booking_code, source, ord)
   order by n.ord`;

/** New bookings as they are written down, with the mails and the lines of the journal that belong to them. */
@Injectable()
export class EnrolmentLedger {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

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
      now,
    ]);
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
