import { Injectable } from '@nestjs/common';
import { ReceptionService } from '#lib/volunteers';
import { Audit } from '#platform/audit';
import { userError } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock, type Locale, parisDay } from '#platform/kernel';
import { seatsGoAtTheDoor } from './attendance.rules.js';
import type { WalkInInput } from './attendance.inputs.js';
import { CheckInService } from './check-in.service.js';
import { type CheckInOutcome, Door, type OpenDoor } from './door.js';
import { DoorSeats } from './door-seats.js';

/** Undoes the registration of somebody for whom there is no seat. */
class NoSeat extends Error {}

/** People who come without a booking. */
@Injectable()
export class WalkInService {
  constructor(
    private readonly door: Door,
    private readonly checkIns: CheckInService,
    private readonly reception: ReceptionService,
    private readonly seats: DoorSeats,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Checks somebody in who has no booking, if a seat is free or was left by somebody marked absent. Who is known by
   * her address and on the list is simply checked in; the answer does not tell whether she was known.
   * @throws NOT_FOUND, FORBIDDEN, BAD_USER_INPUT if she is too young
   */
  async checkIn(me: Actor, dateId: string, person: WalkInInput, locale: Locale): Promise<CheckInOutcome> {
    try {
      return await this.door.open(me, dateId, (door) => this.seat(door, person, locale));
    } catch (error) {
      if (error instanceof NoSeat) return { refused: 'FULL', row: null };
      throw error;
    }
  }

  private async seat(door: OpenDoor, person: WalkInInput, locale: Locale): Promise<CheckInOutcome> {
    const { date, session, keeper } = door;
    this.requireAge(person, session.minimumAge, session.startsAt);
    if (!seatsGoAtTheDoor(date, this.clock.now())) return { refused: 'NOT_OPEN_YET', row: null };
    const volunteerId = await this.reception.registerWalkIn({ ...person, locale });
    const subject = { subjectType: 'session_date', subjectId: date.id, volunteerId };
    await this.audit.write({ actor: keeper, action: 'attendance.walk-in', ...subject });
    const known = await this.checkIns.admitKnown(door, volunteerId);
    if (known) return known;
    if (!(await this.seats.free(session, date.id))) throw new NoSeat();
    const enrolmentId = await this.seats.giveToNewcomer(volunteerId, session);
    return this.checkIns.notePresent(door, enrolmentId, 'walk_in');
  }

  private requireAge({ birthYear }: WalkInInput, minimumAge: number, on: Date): void {
    if (birthYear === null || birthYear === undefined) return;
    const age = Number(parisDay(on).slice(0, 4)) - birthYear;
    if (age < minimumAge)
      throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path: 'input.birthYear', rule: 'oldEnough' }]);
  }
}
