import { parisDay } from '#platform/kernel';
import type { EnrolmentStatus } from './enrolment.rules.js';
import type { SessionStatus } from './session.rules.js';
import { listClosesAt } from './waiting-list.rules.js';

export const ATTENDANCE_STATUSES = ['present', 'absent'] as const;
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number];

/** How somebody was checked in by a person at the door. */
export const CHECK_IN_METHODS = ['qr', 'code', 'name'] as const;
export type CheckInMethod = (typeof CHECK_IN_METHODS)[number];
export type AttendanceMethod = CheckInMethod | 'walk_in' | 'closing';

/** Why somebody cannot be checked in. */
export const CHECK_IN_REFUSALS = [
  'UNKNOWN_CODE',
  'OTHER_SESSION',
  'NOT_ENROLLED',
  'FULL',
  'NOT_OPEN_YET',
  'SESSION_CANCELLED',
] as const;
export type CheckInRefusal = (typeof CHECK_IN_REFUSALS)[number];

/** What the rules need to know of a date of a session. */
export interface DoorState {
  sessionStatus: SessionStatus;
  /** Start of the session's first date. */
  sessionStartsAt: Date;
  /** Start of the date itself. */
  startsAt: Date;
}

/** For a date that begins soon after midnight the door opens the evening before. */
const DOOR_OPENS_BEFORE_MS = 2 * 3_600_000;

/** Why nobody can be checked in on a date now, or null. The door opens on the day, in Paris, or two hours before. */
export function whyDoorClosed(door: DoorState, now: Date): CheckInRefusal | null {
  if (door.sessionStatus === 'cancelled') return 'SESSION_CANCELLED';
  const opens = new Date(door.startsAt.getTime() - DOOR_OPENS_BEFORE_MS);
  const isOpen = now >= opens || parisDay(now) >= parisDay(door.startsAt);
  return door.sessionStatus === 'published' && isOpen ? null : 'NOT_OPEN_YET';
}

/** Whether free seats go to who stands at the door: once the waiting list makes no more offers. */
export function seatsGoAtTheDoor(door: DoorState, now: Date): boolean {
  return now >= listClosesAt(door.sessionStartsAt);
}

/** Seats that can be given away at the door. */
export interface DoorSeats {
  /** Seats of the room. */
  room: number;
  /** Bookings accepted in all: more than the room has seats, where experience says that some do not come. */
  accepted: number;
  taken: number;
  /** Held by people who were marked absent on this date. */
  ofAbsent: number;
}

/**
 * Which seat somebody without one gets at the door, or null when there is none. The room counts, not what was accepted:
 * as long as all who are expected may still come and fill it, nobody is added.
 */
export function seatAtTheDoor({ room, accepted, taken, ofAbsent }: DoorSeats): 'free' | 'of-absent' | null {
  if (taken - ofAbsent >= room) return null;
  return taken < accepted ? 'free' : 'of-absent';
}

/**
 * What happens to somebody on the list who shows up.
 * `check-in`: she holds a seat; `take-offer`: the seat offered to her becomes hers; `seat`: she needs one at the door;
 * `refuse`: her booking does not count.
 */
export function atTheDoor(
  status: EnrolmentStatus,
  markedAbsent: boolean,
  doorSeats: boolean,
): 'check-in' | 'take-offer' | 'seat' | 'refuse' {
  if (status === 'enrolled') return 'check-in';
  if (status === 'offered') return 'take-offer';
  // Who was marked absent and lost the seat to somebody at the door came after all; who waited came to try her luck.
  if (doorSeats && (status === 'waiting' || (status === 'removed' && markedAbsent))) return 'seat';
  return 'refuse';
}
