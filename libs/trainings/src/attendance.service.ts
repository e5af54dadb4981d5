import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { userError } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Jobs } from '#platform/jobs';
import { Clock } from '#platform/kernel';
import { AttendanceQueries, comesTo } from './attendance.queries.js';
import { whyDoorClosed } from './attendance.rules.js';
import type { AttendanceSheet } from './attendance.types.js';
import { type CheckInOutcome, Door } from './door.js';

const NOTE_ABSENT = `
  insert into attendance (enrolment_id, session_date_id, status, method, recorded_at, recorded_by)
  select e.id, $2, 'absent', 'closing', $3, $4
    from enrolment e where e.session_id = $1 and e.status = 'enrolled' and ${comesTo('$2')}
  on conflict (enrolment_id, session_date_id) do nothing`;

const NOTE_MINUTES = `
  update attendance set minutes = $3
   where enrolment_id = $1 and session_date_id = $2 and status = 'present' returning enrolment_id as id`;

// A walk-in checked in by mistake leaves no booking behind.
const UNDO_WALK_IN = `
  update enrolment e set status = 'removed', changed_at = $2
   where e.id = $1 and e.source = 'walk_in' and e.status = 'enrolled'
     and not exists (select 1 from attendance a where a.enrolment_id = e.id)`;

/** The attendance sheet: correcting it, closing it. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly db: Database,
    private readonly door: Door,
    private readonly queries: AttendanceQueries,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a note back: present or absent becomes not noted.
   * @throws NOT_FOUND if nothing is noted
   */
  async undo(me: Actor, dateId: string, enrolmentId: string): Promise<CheckInOutcome> {
    return this.door.open(me, dateId, async ({ date }) => {
      const undone = await this.db.query<{ status: string }>(
        'delete from attendance where enrolment_id = $1 and session_date_id = $2 returning status',
        [enrolmentId, date.id],
      );
      const [note] = undone;
      if (!note) throw userError('NOT_FOUND', 'enrolment.attendance.NOT_NOTED');
      await this.db.query(UNDO_WALK_IN, [enrolmentId, this.clock.now()]);
      const subject = { subjectType: 'enrolment', subjectId: enrolmentId };
      await this.audit.write({
        actor: me,
        action: 'attendance.undo',
        ...subject,
        details: { dateId, was: note.status },
      });
      return { row: await this.queries.row(enrolmentId, date.id), already: false };
    });
  }

  /**
   * Notes how long somebody was there who came late or left early; null for the whole date.
   * @throws NOT_FOUND unless she is noted as present, BAD_USER_INPUT for longer than the date lasts
   */
  async noteMinutes(me: Actor, dateId: string, enrolmentId: string, minutes: number | null): Promise<CheckInOutcome> {
    return this.door.open(me, dateId, async ({ date }) => {
      const lasts = (date.endsAt.getTime() - date.startsAt.getTime()) / 60_000;
      if (minutes !== null && (minutes < 1 || minutes > lasts))
        throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path: 'minutes', rule: 'minutesOfDate' }]);
      const noted = await this.db.query<{ id: string }>(NOTE_MINUTES, [
        enrolmentId,
        date.id,
        minutes === lasts ? null : minutes,
      ]);
      if (noted.length === 0) throw userError('NOT_FOUND', 'enrolment.attendance.NOT_NOTED');
      const subject = { subjectType: 'enrolment', subjectId: enrolmentId };
      await this.audit.write({ actor: me, action: 'attendance.minutes', ...subject, details: { dateId, minutes } });
      return { row: await this.queries.row(enrolmentId, date.id), already: false };
    });
  }

  /**
   * Marks everybody absent who holds a seat and was not checked in. Who comes later can still be checked in.
   * @throws BAD_USER_INPUT before the date has begun, or when the session does not take place
   */
  async close(me: Actor, dateId: string): Promise<AttendanceSheet> {
    return this.db.transaction(async () => {
      const { date, session } = await this.door.keep(me, dateId);
      const now = this.clock.now();
      const closed = whyDoorClosed(date, now);
      if (closed) throw userError('BAD_USER_INPUT', `enrolment.checkIn.${closed}`);
      if (now < date.startsAt) throw userError('BAD_USER_INPUT', 'enrolment.attendance.TOO_EARLY');
      await this.db.query(NOTE_ABSENT, [session.id, dateId, now, me.accountId]);
      const subject = { subjectType: 'session_date', subjectId: dateId };
      await this.audit.write({ actor: me, action: 'attendance.close', ...subject });
      await this.jobs.add('qualifications.grant', { sessionId: session.id });
      return this.queries.sheet(date);
    });
  }
}
