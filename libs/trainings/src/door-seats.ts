import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import { Outbox } from '#platform/mail';
import { seatAtTheDoor } from './attendance.rules.js';
import { BookingCodes } from './booking-codes.js';
import { freeSeat, type LockedSession, takeSeat } from './locked-session.js';
import type { Pool } from './seat-pools.rules.js';
import { SeatPools } from './seat-pools.service.js';
import { trainingMail } from './training-mail.requests.js';

const ABSENT_HOLDERS = `
  select e.id as "enrolmentId", e.volunteer_id as "volunteerId", e.pool
    from enrolment e join attendance a on a.enrolment_id = e.id and a.session_date_id = $2
   where e.session_id = $1 and e.status = 'enrolled' and a.status = 'absent'
   order by a.recorded_at, e.queue_no desc`;

const SET_STATUS = `
  update enrolment set status = $2, changed_at = $3, calendar_sequence = calendar_sequence + 1 where id = $1`;

const SEAT = `
  update enrolment set status = 'enrolled', pool = $3, changed_at = $2, calendar_sequence = calendar_sequence + 1
   where id = $1`;

const INSERT = `
  insert into enrolment (id, session_id, volunteer_id, status, booking_code, source, pool, created_at, changed_at)
  values ($1, $2, $3, 'enrolled', $4, 'walk_in', $6, $5, $5)`;

interface AbsentHolder {
  enrolmentId: string;
  volunteerId: string;
  pool: Pool | null;
}

/**
 * Seats given away at the door: quotas of networks were released days before, so all that is free is open. All of it happens
 * under the lock of the session.
 */
@Injectable()
export class DoorSeats {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly codes: BookingCodes,
    private readonly pools: SeatPools,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes sure that a seat is free: one that nobody holds or, failing that, one of somebody marked absent on this date,
   * who loses it and is told.
   * @returns whether there is one
   */
  async free(session: LockedSession, dateId: string): Promise<boolean> {
    const absent = await this.db.query<AbsentHolder>(ABSENT_HOLDERS, [session.id, dateId]);
    const seat = seatAtTheDoor({
      room: session.capacity,
      accepted: session.capacity + session.extraSeats,
      taken: session.seatsTaken,
      ofAbsent: absent.length,
    });
    const [holder] = absent;
    if (seat === 'of-absent' && holder) {
      await this.db.query(SET_STATUS, [holder.enrolmentId, 'removed', this.clock.now()]);
      await this.outbox.send([trainingMail.removed(holder)]);
      freeSeat(session, holder.pool);
      await this.pools.release(session);
    }
    return seat !== null;
  }

  /** Gives a free seat to somebody who is on the list without one. */
  async giveTo(enrolmentId: string, session: LockedSession): Promise<void> {
    await this.db.query(SEAT, [enrolmentId, this.clock.now(), takeSeat(session, 'open')]);
  }

  /** Makes the seat that was offered to somebody hers: she came, which says more than a tap. */
  async takeOffer(enrolmentId: string): Promise<void> {
    const now = this.clock.now();
    await this.db.query(
      `update seat_offer set answer = 'accepted', answered_at = $2 where enrolment_id = $1 and answer is null`,
      [enrolmentId, now],
    );
    await this.db.query(SET_STATUS, [enrolmentId, 'enrolled', now]);
  }

  /** Gives a free seat to somebody who is not on the list. @returns the identifier of her booking */
  async giveToNewcomer(volunteerId: string, session: LockedSession): Promise<string> {
    const id = randomUUID();
    const values = [id, session.id, volunteerId, this.codes.fresh(), this.clock.now(), takeSeat(session, 'open')];
    await this.db.query(INSERT, values);
    return id;
  }
}
