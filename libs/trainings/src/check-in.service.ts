import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { AttendanceQueries } from './attendance.queries.js';
import {
  type AttendanceMethod,
  atTheDoor,
  type CheckInMethod,
  type CheckInRefusal,
  seatsGoAtTheDoor,
} from './attendance.rules.js';
import { BookingCodes } from './booking-codes.js';
import { type CheckInOutcome, Door, type OpenDoor } from './door.js';
import { DoorSeats } from './door-seats.js';
import type { EnrolmentStatus } from './enrolment.rules.js';

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
const LISTED_BY_CARD = `${LISTED}
  where e.volunteer_id = (select v.id from volunteer v where v.account_id = $1) and e.session_id = $3
    and e.status in ('waiting', 'offered', 'enrolled')`;

// Who was marked absent and comes late is present; who is present stays as she was noted first.
const NOTE_PRESENT = `
  insert into attendance (enrolment_id, session_date_id, status, method, recorded_at, recorded_by)
  values ($1, $2, 'present', $3, $4, $5)
  on conflict (enrolment_id, session_date_id) do update
    set status = 'present', method = excluded.method, recorded_at = excluded.recorded_at,
        recorded_by = excluded.recorded_by
  where attendance.status = 'absent'
  returning enrolment_id`;

/** Lets people in who are on the list. */
@Injectable()
export class CheckInService {
  constructor(
    private readonly db: Database,
    private readonly door: Door,
    private readonly queries: AttendanceQueries,
    private readonly seats: DoorSeats,
    private readonly codes: BookingCodes,
    private readonly clock: Clock,
  ) {}

  /**
   * Checks somebody in by her QR code, the letters of her booking code, or her card if she is on the list of this
   * session. A second scan changes nothing.
   */
  async byCode(me: Actor, dateId: string, text: string, method: CheckInMethod): Promise<CheckInOutcome> {
    return this.door.open(me, dateId, async (door) => {
      const code = this.codes.read(text);
      const person = code ? await this.listed(LISTED_BY_CODE, [code, dateId]) : await this.holderOf(text, door);
      return person ? this.admit(door, person, method) : { refused: 'UNKNOWN_CODE', row: null };
    });
  }

  /** Checks somebody in who was found on the sheet by name. @throws NOT_FOUND */
  async byName(me: Actor, dateId: string, enrolmentId: string): Promise<CheckInOutcome> {
    return this.door.open(me, dateId, async (door) => {
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

  private async holderOf(card: string, { date, session }: OpenDoor): Promise<ListedPerson | null> {
    const accountId = await this.codes.holderOfCard(card);
    return accountId === null ? null : this.listed(LISTED_BY_CARD, [accountId, date.id, session.id]);
  }

  private async listed(statement: string, values: unknown[]): Promise<ListedPerson | null> {
    const [person] = await this.db.query<ListedPerson>(statement, values);
    return person ?? null;
  }
}
