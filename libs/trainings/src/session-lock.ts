import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { LockedEnrolment, LockedSession } from './locked-session.js';
import { SeatPools } from './seat-pools.service.js';

const LOCK_SESSIONS = `
  select s.id, s.course_id as "courseId", c.networks, c.minimum_age as "minimumAge", s.status, s.capacity,
         s.extra_seats as "extraSeats", s.seats_taken as "seatsTaken", s.quota_release_days as "quotaReleaseDays",
         s.enrolment_opens_at as "enrolmentOpensAt", s.enrolment_closes_at as "enrolmentClosesAt",
         s.starts_at as "startsAt", s.ends_at as "endsAt"
    from training_session s
    join course c on c.id = s.course_id
   where s.id = any($1::uuid[])
   order by s.id
     for no key update of s`;

const LOCK_PEOPLE = `select id from volunteer where id = any($1::uuid[]) order by id for no key update`;

const SESSION_OF = 'select session_id as "sessionId" from enrolment where id = $1';
const STATE_OF = 'select id, volunteer_id as "volunteerId", status, pool from enrolment where id = $1';

/**
 * The order in which everything about seats is done: whoever gives, frees or counts seats of a session holds its lock
 * first. Locks are taken in the order of the identifiers, sessions before people, so that two never wait for each other.
 */
@Injectable()
export class SessionLock {
  constructor(
    private readonly db: Database,
    private readonly pools: SeatPools,
  ) {}

  /**
   * Locks sessions until the running transaction ends. Those that do not exist are missing from the answer. Quotas whose
   * time has come are released on the way, so that nobody waits for a seat because a worker is late.
   */
  async sessions(ids: readonly string[]): Promise<Map<string, LockedSession>> {
    const rows = await this.db.read<Omit<LockedSession, 'pools'>>('lock-sessions', LOCK_SESSIONS, [[...new Set(ids)]]);
    const sessions = await this.pools.attach(rows);
    return new Map(sessions.map((session) => [session.id, session]));
  }

  /** Locks people, so that what they hold in other sessions stays as it is read next. */
  async people(volunteerIds: readonly string[]): Promise<void> {
    await this.db.read('lock-people', LOCK_PEOPLE, [[...new Set(volunteerIds)]]);
  }

  /** Locks a booking through its session. @throws NOT_FOUND */
  async enrolment(id: string): Promise<LockedEnrolment> {
    const [found] = await this.db.read<{ sessionId: string }>('enrolment-session', SESSION_OF, [id]);
    const session = found && (await this.sessions([found.sessionId])).get(found.sessionId);
    const [row] = await this.db.read<Omit<LockedEnrolment, 'session'>>('enrolment-state', STATE_OF, [id]);
    if (!session || !row) throw notFound('Enrolment');
    return { ...row, session };
  }
}
