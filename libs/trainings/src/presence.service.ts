import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { notFound, userError } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { SessionPresence, SessionPresenceDate } from './presence.entity.js';
import type { PresenceInput } from './presence.inputs.js';
import { PresenceQueries } from './presence.queries.js';
import { faultsOfPresence } from './presence.rules.js';
import type { PresenceAsked } from './presence.types.js';
import { SessionAccess } from './session-access.js';
import { SessionLock } from './session-lock.js';

/** Says which dates of a session must be attended. */
@Injectable()
export class PresenceService {
  constructor(
    private readonly db: Database,
    private readonly access: SessionAccess,
    private readonly lock: SessionLock,
    private readonly queries: PresenceQueries,
    private readonly audit: Audit,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN unless she gives the session or coordinates one of its networks */
  async of(me: Actor, sessionId: string): Promise<PresenceAsked> {
    await this.access.toCheckIn(me, sessionId);
    return this.found(sessionId);
  }

  /**
   * Sets it. Who meets the new demand already holds the course from then on.
   * @throws NOT_FOUND, FORBIDDEN outside the editor's networks, BAD_USER_INPUT for a demand that nobody can meet
   */
  async save(me: Actor, input: PresenceInput): Promise<PresenceAsked> {
    const { sessionId, rule, dateIds } = input;
    const needed = rule === 'some' ? (input.needed ?? null) : null;
    await this.access.toCoordinate(me, sessionId);
    return this.db.transaction(async () => {
      await this.lock.sessions([sessionId]);
      const dates = await this.db.query<{ id: string }>('select id from session_date where session_id = $1', [
        sessionId,
      ]);
      const known = dates.map(({ id }) => id);
      const faults = faultsOfPresence({ rule, needed, dateIds }, known);
      if (faults.length > 0) throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', faults);
      await this.db.repo(SessionPresence).delete({ sessionId });
      if (rule !== 'all') await this.db.repo(SessionPresence).insert({ sessionId, rule, needed });
      if (rule === 'named')
        await this.db.repo(SessionPresenceDate).insert(dateIds.map((sessionDateId) => ({ sessionId, sessionDateId })));
      const subject = { subjectType: 'session', subjectId: sessionId };
      await this.audit.write({ actor: me, action: 'session.presence', ...subject, details: { rule, needed } });
      return this.found(sessionId);
    });
  }

  private async found(sessionId: string): Promise<PresenceAsked> {
    const asked = await this.queries.asked(sessionId);
    if (!asked) throw notFound('Session');
    return asked;
  }
}
