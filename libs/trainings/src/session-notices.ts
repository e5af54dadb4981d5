import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type MailRequest, Outbox } from '#platform/mail';
import type { SessionFacts } from './session.rules.js';

/** A session at the moment when people are told about it. */
interface Told {
  id: string;
  /** Number of the change that they are told about. */
  calendarSequence: number;
}

/** Why a trainer hears about a session. */
export type TrainerNews = 'assigned' | 'released' | 'changed' | 'cancelled';

/** Those who hold, are offered or await a seat. */
const CONCERNED = `
  select id as "enrolmentId", volunteer_id as "volunteerId" from enrolment
   where session_id = $1 and status in ('enrolled', 'offered', 'waiting')
   order by queue_no`;

/** Tells everyone concerned when a session changes, in the transaction of the change. */
@Injectable()
export class SessionNotices {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Tells those who have or await a seat, and the trainers, what changed.
   * @param before what they knew; the mail compares it with what is true when it leaves
   * @returns how many people are told
   */
  async changed(session: Told, before: SessionFacts, trainerIds: readonly string[]): Promise<number> {
    const known = JSON.stringify(before);
    const mails = (await this.concerned(session.id)).map(({ enrolmentId, volunteerId }): MailRequest => ({
      kind: 'session-changed',
      volunteerId,
      params: { enrolmentId, before: known },
      dedupeKey: `session-changed:${session.calendarSequence}:${enrolmentId}`,
    }));
    await this.outbox.send(mails);
    return mails.length + (await this.tellTrainers(session, 'changed', trainerIds));
  }

  /**
   * Tells those who have or await a seat, and the trainers, that it will not take place.
   * @returns how many people are told
   */
  async cancelled(session: Told, trainerIds: readonly string[]): Promise<number> {
    const mails = (await this.concerned(session.id)).map(({ enrolmentId, volunteerId }): MailRequest => ({
      kind: 'session-cancelled',
      volunteerId,
      params: { enrolmentId },
      dedupeKey: `session-cancelled:${enrolmentId}`,
    }));
    await this.outbox.send(mails);
    return mails.length + (await this.tellTrainers(session, 'cancelled', trainerIds));
  }

  /** @returns how many trainers are told */
  async tellTrainers(session: Told, news: TrainerNews, trainerIds: readonly string[]): Promise<number> {
    const mails = trainerIds.map((volunteerId): MailRequest => ({
      kind: 'trainer-session-changed',
      volunteerId,
      params: { sessionId: session.id, news },
      // She may be released and assigned again without a change for anybody else, hence no key for those.
      ...((news === 'changed' || news === 'cancelled') && {
        dedupeKey: `trainer-session-${news}:${session.id}:${session.calendarSequence}:${volunteerId}`,
      }),
    }));
    await this.outbox.send(mails);
    return mails.length;
  }

  private concerned(sessionId: string): Promise<{ enrolmentId: string; volunteerId: string }[]> {
    return this.db.query(CONCERNED, [sessionId]);
  }
}
