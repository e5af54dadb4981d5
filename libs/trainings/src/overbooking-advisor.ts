import { Injectable } from '@nestjs/common';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { OverbookingQueries, type RoomToFill } from './overbooking.queries.js';
import {
  advise,
  type Advice,
  beliefsFrom,
  chanceOfRoom,
  comparable,
  type Likeness,
  MOST_PAST_SESSIONS,
  percentOf,
} from './overbooking.rules.js';
import { SessionAccess } from './session-access.js';

/** What is advised for one session. */
export interface SessionAdvice {
  now: Date;
  room: RoomToFill;
  /** How many past sessions of the course there are, whether they count or not. */
  pastSessions: number;
  advice:
    (Advice & { likeness: Likeness; chanceOf: (seats: number) => number }) | 'TOO_FEW_SESSIONS' | 'NOTHING_TO_GAIN';
}

/** Says how many bookings the past sessions of a course allow. */
@Injectable()
export class OverbookingAdvisor {
  constructor(
    private readonly queries: OverbookingQueries,
    private readonly access: SessionAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN outside the coordinator's networks */
  async of(me: Actor, sessionId: string): Promise<SessionAdvice> {
    await this.access.toCoordinate(me, sessionId);
    const room = await this.queries.room(sessionId);
    if (!room) throw notFound('Session');
    const past = await this.queries.past(room.courseId);
    const known = { now: this.clock.now(), room, pastSessions: past.length };
    const alike = comparable(room, past);
    if (!alike) return { ...known, advice: 'TOO_FEW_SESSIONS' };
    const shows = alike.sessions.slice(0, MOST_PAST_SESSIONS);
    const advice = advise(room.roomSeats, room.legalMaximum, shows);
    if (typeof advice === 'string') return { ...known, advice };
    const beliefs = beliefsFrom(shows);
    const chanceOf = (seats: number): number => percentOf(chanceOfRoom(beliefs, room.roomSeats, seats));
    return { ...known, advice: { ...advice, likeness: alike.likeness, chanceOf } };
  }
}
