import { Injectable } from '@nestjs/common';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { AttendanceQueries } from './attendance.queries.js';
import type { AttendanceSheet } from './attendance.types.js';
import { SessionAccess } from './session-access.js';

/** Attendance sheets for those who may see them. */
@Injectable()
export class AttendanceSheets {
  constructor(
    private readonly access: SessionAccess,
    private readonly queries: AttendanceQueries,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN unless she gives the session or coordinates one of its networks */
  async of(me: Actor, sessionId: string, dateId: string | null): Promise<AttendanceSheet> {
    await this.access.toCheckIn(me, sessionId);
    const date = dateId ? await this.queries.date(dateId) : await this.queries.dateOfSession(sessionId);
    if (date.sessionId !== sessionId) throw notFound('Session date');
    return this.queries.sheet(date);
  }
}
