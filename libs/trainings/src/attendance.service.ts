import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { notFound, userError } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { AttendanceQueries, type DateRow } from './attendance.queries.js';
import {
  type AttendanceMethod,
  atTheDoor,
  type CheckInMethod,
  type CheckInRefusal,
  seatsGoAtTheDoor,
  whyDoorClosed,
} from './attendance.rules.js';
import type { AttendanceSheet, AttendeeRow } from './attendance.types.js';
import { BookingCodes } from './booking-codes.js';
import { DoorSeats } from './door-seats.js';
import type { EnrolmentStatus } from './enrolment.rules.js';
import { SessionAccess } from './session-access.js';
import { type LockedSession, SessionLock } from './session-lock.js';

export type CheckInOutcome =
  { row: AttendeeRow; already: boolean } | { refused: CheckInRefusal; row: AttendeeRow | null };

/** A date of a session whose door somebody keeps, under the lock of the session. */
export interface OpenDoor {
  date: DateRow;
  session: LockedSession;
  keeper: Actor;
}

interface ListedPerson {
  id: string;
  sessionId: string;
  status: EnrolmentStatus;
  markedAbsent: boolean;
}

const LISTED = `
  select e.id, e.session_id as "sessionId", e.status, coalesce(a.status = 'absent', false) as "markedAbsent"
    from enrolment e
    left join attendance a on a.enrolment_id = e.id and a.session_date_id = $2`;
const LISTED_BY_CODE = `${LISTED} where e.booking_code = $1`;
const LISTED_BY_ID = `${LISTED} where e.id = $1`;
const LISTED_ACTIVE = `${LISTED}
  where e.volunteer_id = $1 and e.session_id = $3 and e.status in ('waiting', 'offered', 'enrolled')`;

// Who was marked absent and comes late is present; who is present stays as she was noted first.
const NOTE_PRESENT = `
  insert into attendance (enrolment_id, session_date_id, status, method, recorded_at, recorded_by)
  values ($1, $2, 'present', $3, $4, $5)
  on conflict (enrolment_id, session_date_id) do update
    set status = 'present', method = excluded.method, recorded_at = excluded.recorded_at,
        recorded_by = excluded.recorded_by
  where attendance.status = 'absent'
  returning enrolment_id`;

const NOTE_ABSENT = `
  insert into attendance (enrolment_id, session_date_id, status, method, recorded_at, recorded_by)
  select id, $2, 'absent', 'closing', $3, $4 from enrolment where session_id = $1 and status = 'enrolled'
  on conflict (enrolment_id, session_date_id) do nothing`;

// A walk-in checked in by mistake leaves no booking behind.
const UNDO_WALK_IN = `
  update enrolment e set status = 'removed', changed_at = $2
   where e.id = $1 and e.source = 'walk_in' and e.status = 'enrolled'
     and not exists (select 1 from attendance a where a.enrolment_id = e.id)`;

/** Who came: check-in at the door, corrections, and closing the sheet. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly db: Database,
    private readonly queries: AttendanceQueries,
    private readonly access: SessionAccess,
    private readonly lock: SessionLock,
    private readonly seats: DoorSeats,
    private readonly codes: BookingCodes,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN unless she gives the session or coordinates one of its networks */
  async sheet(me: Actor, sessionId: string, dateId: string | null): Promise<AttendanceSheet> {
    await this.access.toCheckIn(me, sessionId);
    const date = dateId ? await this.queries.date(dateId) : await this.queries.dateOfSession(sessionId);
    if (date.sessionId !== sessionId) throw notFound('Session date');
    return this.queries.sheet(date);
  }

  /** Checks somebody in by her QR code or the letters of her booking code. A second scan changes nothing. */
  async checkInByCode(me: Actor, dateId: string, text: string, method: CheckInMethod): Promise<CheckInOutcome> {
    return this.atDoor(me, dateId, async (door) => {
      const code = this.codes.read(text);
      const person = code && (await this.listed(LISTED_BY_CODE, [code, dateId]));
      return person ? this.admit(door, person, method) : { refused: 'UNKNOWN_CODE', row: null };
    });
  }

  /** Checks somebody in who was found on the sheet by name. @throws NOT_FOUND */
  async checkInByName(me: Actor, dateId: string, enrolmentId: string): Promise<CheckInOutcome> {
    return this.atDoor(me, dateId, async (door) => {
      const person = await this.listed(LISTED_BY_ID, [enrolmentId, dateId]);
      if (!person) throw notFound('Enrolment');
      return this.admit(door, person, 'name');
    });
  }

  /** Checks in, or seats, a person who says nothing but who she is. Null if she is not on the list at all. */
  async admitKnown(door: OpenDoor, volunteerId: string): Promise<CheckInOutcome | null> {
    const person = await this.listed(LISTED_ACTIVE, [volunteerId, door.date.id, door.session.id]);
    return person && this.admit(door, person, 'walk_in');
  }

  /** Notes somebody who holds a seat as present. */
  async notePresent({ date, keeper }: OpenDoor, id: string, method: AttendanceMethod): Promise<CheckInOutcome> {
    const values = [id, date.id, method, this.clock.now(), keeper.accountId];
    const noted = await this.db.query(NOTE_PRESENT, values);
    return { row: await this.queries.row(id, date.id), already: noted.length === 0 };
  }

  /**
   * Takes a note back: present or absent becomes not noted.
   * @throws NOT_FOUND if nothing is noted
   */
  async undo(me: Actor, dateId: string, enrolmentId: string): Promise<CheckInOutcome> {
    return this.atDoor(me, dateId, async ({ date }) => {
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
   * Marks everybody absent who holds a seat and was not checked in. Who comes later can still be checked in.
   * @throws BAD_USER_INPUT before the date has begun, or when the session does not take place
   */
  async close(me: Actor, dateId: string): Promise<AttendanceSheet> {
    return this.db.transaction(async () => {
      const { date, session } = await this.keep(me, dateId);
      const now = this.clock.now();
      const closed = whyDoorClosed(date, now);
      if (closed) throw userError('BAD_USER_INPUT', `enrolment.checkIn.${closed}`);
      if (now < date.startsAt) throw userError('BAD_USER_INPUT', 'enrolment.attendance.TOO_EARLY');
      await this.db.query(NOTE_ABSENT, [session.id, dateId, now, me.accountId]);
      const subject = { subjectType: 'session_date', subjectId: dateId };
      await this.audit.write({ actor: me, action: 'attendance.close', ...subject });
      return this.queries.sheet(date);
    });
  }

  /** Does something at the door of a date, unless it is closed. @throws NOT_FOUND, FORBIDDEN */
  async atDoor(me: Actor, dateId: string, work: (door: OpenDoor) => Promise<CheckInOutcome>): Promise<CheckInOutcome> {
    return this.db.transaction(async () => {
      const door = await this.keep(me, dateId);
      const closed = whyDoorClosed(door.date, this.clock.now());
      return closed ? { refused: closed, row: null } : work(door);
    });
  }

  private async keep(me: Actor, dateId: string): Promise<OpenDoor> {
    const { sessionId } = await this.queries.date(dateId);
    await this.access.toCheckIn(me, sessionId);
    const session = (await this.lock.sessions([sessionId])).get(sessionId);
    if (!session) throw notFound('Session');
    return { date: await this.queries.date(dateId), session, keeper: me };
  }

  private async admit(door: OpenDoor, person: ListedPerson, method: AttendanceMethod): Promise<CheckInOutcome> {
    const { date, session } = door;
    if (person.sessionId !== session.id) return { refused: 'OTHER_SESSION', row: null };
    const doorSeats = seatsGoAtTheDoor(date, this.clock.now());
    const refuse = async (refused: CheckInRefusal): Promise<CheckInOutcome> => ({
      refused,
      row: await this.queries.row(person.id, date.id),
    });
    switch (atTheDoor(person.status, person.markedAbsent, doorSeats)) {
      case 'refuse':
        return refuse('NOT_ENROLLED');
      case 'take-offer':
        await this.seats.takeOffer(person.id);
        break;
      case 'seat':
        if (!(await this.seats.free(session, date.id))) return refuse('FULL');
        await this.seats.giveTo(person.id, session);
        break;
      case 'check-in':
        break;
    }
    return this.notePresent(door, person.id, method);
  }

  private async listed(statement: string, values: unknown[]): Promise<ListedPerson | null> {
    const [person] = await this.db.query<ListedPerson>(statement, values);
    return person ?? null;
  }
}
