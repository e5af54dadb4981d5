import type { Network } from '#platform/kernel';
import type { EnrolmentStatus, SessionState } from './enrolment.rules.js';
import { leftIn, type Pool, type PoolSeats, type PoolState } from './seat-pools.rules.js';

/** A session that nobody else changes, nor enrols in, until the transaction ends. */
export interface LockedSession extends SessionState {
  id: string;
  courseId: string;
  networks: Network[];
  /** Youngest age of the course, in years. */
  minimumAge: number;
  /** Seats of the room. */
  capacity: number;
  /** Bookings accepted beyond them. */
  extraSeats: number;
  /** Seats held or offered. */
  seatsTaken: number;
  /** Null if the seats are not shared out between networks. */
  quotaReleaseDays: number | null;
  /** How they are shared out, with what is unused released if its time has come; null if they are not. */
  pools: PoolState[] | null;
  endsAt: Date;
}

/** Seats that nobody holds and that are not on offer. */
export const freeSeats = ({ capacity, extraSeats, seatsTaken }: LockedSession): number =>
  capacity + extraSeats - seatsTaken;

/** The same by pool. */
export const seatsLeft = (session: LockedSession): PoolSeats => leftIn(session.pools, freeSeats(session));

/** Notes that a seat of a locked session is taken. @returns its pool as a booking keeps it: null if they are not shared */
export function takeSeat(session: LockedSession, pool: Pool): Pool | null {
  count(session, pool, 1);
  return session.pools && pool;
}

/** Notes that a seat of a locked session came free. */
export function freeSeat(session: LockedSession, pool: Pool | null): void {
  count(session, pool, -1);
}

function count(session: LockedSession, pool: Pool | null, change: 1 | -1): void {
  session.seatsTaken += change;
  const counted = session.pools?.find((one) => one.pool === pool);
  if (counted) counted.seatsTaken += change;
}

/** A booking that stays as it is, with its session, until the transaction ends. */
export interface LockedEnrolment {
  id: string;
  volunteerId: string;
  status: EnrolmentStatus;
  /** Where her seat is from, if she has one and the seats are shared out. */
  pool: Pool | null;
  session: LockedSession;
}
