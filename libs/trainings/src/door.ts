import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { AttendanceQueries, type DateRow } from './attendance.queries.js';
import { type CheckInRefusal, whyDoorClosed } from './attendance.rules.js';
import type { AttendeeRow } from './attendance.types.js';
import { SessionAccess } from './session-access.js';
import type { LockedSession } from './locked-session.js';
import { SessionLock } from './session-lock.js';

export type CheckInOutcome =
  { row: AttendeeRow; already: boolean } | { refused: CheckInRefusal; row: AttendeeRow | null };

/** A date of a session whose door somebody keeps, under the lock of the session. */
export interface OpenDoor {
  date: DateRow;
  session: LockedSession;
  keeper: Actor;
}

/** The entrance of a date of a session: who may stand there, and when it is open. */
@Injectable()
export class Door {
  constructor(
    private readonly db: Database,
    private readonly queries: AttendanceQueries,
    private readonly access: SessionAccess,
    private readonly lock: SessionLock,
    private readonly clock: Clock,
  ) {}

  /** Does something at the door of a date, unless it is closed. @throws NOT_FOUND, FORBIDDEN */
  async open(me: Actor, dateId: string, work: (door: OpenDoor) => Promise<CheckInOutcome>): Promise<CheckInOutcome> {
    return this.db.transaction(async () => {
      const door = await this.keep(me, dateId);
      const closed = whyDoorClosed(door.date, this.clock.now());
      return closed ? { refused: closed, row: null } : work(door);
    });
  }

  /** Locks the session of a date for whoever may check people in there. To be called in a transaction. @throws NOT_FOUND, FORBIDDEN */
  async keep(me: Actor, dateId: string): Promise<OpenDoor> {
    const { sessionId } = await this.queries.date(dateId);
    await this.access.toCheckIn(me, sessionId);
    const session = (await this.lock.sessions([sessionId])).get(sessionId);
    if (!session) throw notFound('Session');
    return { date: await this.queries.date(dateId), session, keeper: me };
  }
}
