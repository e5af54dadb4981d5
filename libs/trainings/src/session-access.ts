import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { notFound, userError } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { coordinatesOneOf } from './course.queries.js';
import type { CourseView } from './course.types.js';

interface SessionScope {
  networks: CourseView['networks'];
  isTrainer: boolean;
}

const SCOPE = `
  select c.networks,
         exists (select 1 from session_trainer t where t.session_id = s.id and t.volunteer_id = $2) as "isTrainer"
    from training_session s
    join course c on c.id = s.course_id
   where s.id = $1`;

/** Whose session it is: roles say what somebody may do at all, this says with which sessions. */
@Injectable()
export class SessionAccess {
  constructor(private readonly db: Database) {}

  /** @throws NOT_FOUND, FORBIDDEN unless she coordinates a network that gives the course */
  async toCoordinate(me: Actor, sessionId: string): Promise<void> {
    const { networks } = await this.scopeOf(me, sessionId);
    if (!coordinatesOneOf(me, networks)) throw userError('FORBIDDEN', 'error.FORBIDDEN');
  }

  /** @throws NOT_FOUND, FORBIDDEN unless she gives this very session, or coordinates a network that gives the course */
  async toCheckIn(me: Actor, sessionId: string): Promise<void> {
    const { networks, isTrainer } = await this.scopeOf(me, sessionId);
    if (!isTrainer && !coordinatesOneOf(me, networks)) throw userError('FORBIDDEN', 'error.FORBIDDEN');
  }

  private async scopeOf(me: Actor, sessionId: string): Promise<SessionScope> {
    const [scope] = await this.db.read<SessionScope>('session-scope', SCOPE, [sessionId, me.volunteerId]);
    if (!scope) throw notFound('Session');
    return scope;
  }
}
