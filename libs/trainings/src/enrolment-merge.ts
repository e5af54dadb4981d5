import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MergeAgain, type MergeClash, type MergePair, MergeSteps } from '#lib/volunteers';
import { Database } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { Clock } from '#platform/kernel';
import { SessionLock } from './session-lock.js';

// Sessions where both hold, are offered or await a seat: one person has one booking there.
const DOUBLE = `
  select s.id as "sessionId", c.title from enrolment k
    join enrolment g on g.session_id = k.session_id and g.volunteer_id = $2
     and g.status in ('waiting', 'offered', 'enrolled')
    join training_session s on s.id = k.session_id
    join course c on c.id = s.course_id
   where k.volunteer_id = $1 and k.status in ('waiting', 'offered', 'enrolled')
   order by s.id`;

// The better one first: a seat before an offer before a wait, then whoever was noted present, then who came first.
const BOTH = `
  select e.id, e.volunteer_id as "volunteerId" from enrolment e
   where e.session_id = $1 and e.volunteer_id in ($2::uuid, $3::uuid) and e.status in ('waiting', 'offered', 'enrolled')
   order by array_position(array['enrolled', 'offered', 'waiting'], e.status),
            (select count(*) from attendance a where a.enrolment_id = e.id and a.status = 'present') desc, e.queue_no`;

// Presence that only the booking that ends has noted is hers all the same.
const FOLLOW_PRESENCE = `
  update attendance a set enrolment_id = $2
   where a.enrolment_id = $1
     and not exists (select 1 from attendance o where o.enrolment_id = $2 and o.session_date_id = a.session_date_id)`;

const END = `
  with withdrawn as (
    update seat_offer set answer = 'withdrawn', answered_at = $2 where enrolment_id = $1 and answer is null)
  update enrolment set status = 'cancelled', pair_id = null, changed_at = $2, calendar_sequence = calendar_sequence + 1
   where id = $1`;

// One cannot come together with oneself, nor have two open invitations to one session.
const PAIRS_WITH_HERSELF = `
  select id from enrolment_pair where (inviter_id, friend_id) in (($1::uuid, $2::uuid), ($2::uuid, $1::uuid))`;
const OPEN_INVITATIONS = `
  update enrolment_pair p set answer = 'withdrawn', answered_at = $3
   where p.inviter_id = $2 and p.answer is null
     and exists (select 1 from enrolment_pair k
                  where k.session_id = p.session_id and k.inviter_id = $1 and k.answer is null)`;

/** How the bookings of two profiles become one person's: all of them stay, and at most one of a session is in force. */
@Injectable()
export class EnrolmentMerge implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly steps: MergeSteps,
    private readonly lock: SessionLock,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.steps.register('enrolments', {
      lock: async ({ goneId }) => void (await this.lock.sessions(await this.sessionsOf(goneId))),
      run: (pair) => this.run(pair),
      clashes: (pair) => this.clashes(pair),
    });
  }

  private async run(pair: MergePair): Promise<void> {
    const { keptId, goneId } = pair;
    await this.requireLocked(pair);
    await this.partPairs(pair);
    for (const sessionId of await this.doubleSessions(pair)) await this.settle(sessionId, pair);
    await this.db.query(
      `update enrolment g set idempotency_key = null
        where g.volunteer_id = $2 and exists (select 1 from enrolment k
                where k.volunteer_id = $1 and k.idempotency_key = g.idempotency_key)`,
      [keptId, goneId],
    );
    await this.db.query('update enrolment set volunteer_id = $1 where volunteer_id = $2', [keptId, goneId]);
  }

  /**
   * Ends the lesser of two bookings of one session. A seat that it held is offered to who waits by a job, once this is
   * done: nobody else is locked on the way.
   */
  private async settle(sessionId: string, { keptId, goneId }: MergePair): Promise<void> {
    const [better, ...others] = await this.db.query<{ id: string }>(BOTH, [sessionId, keptId, goneId]);
    for (const { id } of others) {
      if (better) await this.db.query(FOLLOW_PRESENCE, [id, better.id]);
      await this.db.query(END, [id, this.clock.now()]);
    }
    await this.jobs.add('offer.expire', { sessionId });
  }

  /** Sessions that she came to book in the moment before she was locked are locked without waiting, or not at all. */
  private async requireLocked({ goneId }: MergePair): Promise<void> {
    const sessions = await this.sessionsOf(goneId);
    const held = await this.db.query(
      'select 1 from training_session where id = any($1::uuid[]) for no key update skip locked',
      [sessions],
    );
    if (held.length < sessions.length) throw new MergeAgain();
  }

  private async sessionsOf(goneId: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select distinct session_id as id from enrolment
        where volunteer_id = $1 and status in ('waiting', 'offered', 'enrolled')`,
      [goneId],
    );
    return rows.map(({ id }) => id);
  }

  private async partPairs({ keptId, goneId }: MergePair): Promise<void> {
    const pairs = await this.db.query<{ id: string }>(PAIRS_WITH_HERSELF, [keptId, goneId]);
    for (const { id } of pairs) {
      await this.db.query('update enrolment set pair_id = null where pair_id = $1', [id]);
      await this.db.query('delete from enrolment_pair where id = $1', [id]);
    }
    await this.db.query(OPEN_INVITATIONS, [keptId, goneId, this.clock.now()]);
  }

  private async doubleSessions({ keptId, goneId }: MergePair): Promise<string[]> {
    const rows = await this.db.query<{ sessionId: string }>(DOUBLE, [keptId, goneId]);
    return rows.map(({ sessionId }) => sessionId);
  }

  private async clashes({ keptId, goneId }: MergePair): Promise<MergeClash[]> {
    const rows = await this.db.query<{ title: string }>(DOUBLE, [keptId, goneId]);
    return rows.map(({ title }) => ({ kind: 'booking', about: title }));
  }
}
