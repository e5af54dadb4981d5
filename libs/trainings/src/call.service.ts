import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database, violatedConstraint } from '#platform/database';
import { notFound, userError } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock, parisDay } from '#platform/kernel';
import { Outbox } from '#platform/mail';
import { CallAnswer, TrainerCall, TrainerCallSession } from './call.entity.js';
import { CallQueries } from './call.queries.js';
import { faultsOfAnswer, isCallOpen } from './call.rules.js';
import type { AnswerCallArgs, CallInput, DecideCallArgs } from './call.types.js';
import { Course } from './course.entity.js';
import { requireScope } from './course.service.js';

const fault = (path: string, rule: string): Error =>
  userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path, rule }]);

const COURSES = `
  select distinct course_id as id from training_session
   where id = any($1::uuid[]) and status in ('draft', 'published') and ends_at > $2`;

// Who checks people in needs the role; an admin gives it.
const IS_TRAINER = `
  select 1 from volunteer v join role_grant g on g.account_id = v.account_id
   where v.id = $1 and g.role = 'trainer' and g.revoked_at is null and (g.expires_at is null or g.expires_at > $2)`;

const ASSIGN = `
  insert into session_trainer (session_id, volunteer_id)
  select s.id, $2 from training_session s where s.id = any($1::uuid[]) and s.status in ('draft', 'published')
  on conflict do nothing`;

/** Publishes calls for trainers, takes answers, and sees to it that everybody is answered. */
@Injectable()
export class CallService {
  constructor(
    private readonly db: Database,
    private readonly queries: CallQueries,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws FORBIDDEN outside the networks of the coordinator, BAD_USER_INPUT for sessions of several courses or a day that is past */
  async publish({ sessionIds, qualificationId, message, deadlineOn }: CallInput, me: Actor): Promise<void> {
    const now = this.clock.now();
    const courses = await this.db.query<{ id: string }>(COURSES, [sessionIds, now]);
    const [course, ...others] = courses;
    if (!course || others.length > 0) throw fault('sessionIds', 'callCourse');
    if (deadlineOn < parisDay(now)) throw fault('deadlineOn', 'callDeadline');
    await this.requireCourse(course.id, me);
    const work = async (): Promise<void> => {
      const call = await this.db.repo(TrainerCall).save(
        Object.assign(new TrainerCall(), {
          courseId: course.id,
          qualificationId: qualificationId ?? null,
          message,
          deadlineOn,
          createdAt: now,
          createdBy: me.accountId,
        }),
      );
      await this.db.repo(TrainerCallSession).insert(sessionIds.map((sessionId) => ({ callId: call.id, sessionId })));
      await this.audit.write({ actor: me, action: 'call.save', subjectType: 'trainer_call', subjectId: call.id });
    };
    await this.db.transaction(work).catch((error: unknown) => {
      if (violatedConstraint(error) === 'trainer_call_qualification_fk') throw fault('qualificationId', 'isKnown');
      throw error;
    });
  }

  /** Answers a call, or changes the answer as long as nobody has decided. @throws NOT_FOUND, BAD_USER_INPUT */
  async answer({ callId, sessionIds, message }: AnswerCallArgs, me: Actor): Promise<void> {
    const { volunteerId } = me;
    if (!volunteerId || !(await this.queries.isFor(me, callId))) throw notFound('Call');
    await this.db.transaction(async () => {
      const call = await this.locked(callId);
      const wanted = await this.db.repo(TrainerCallSession).findBy({ callId });
      const state = {
        deadlineOn: call.deadlineOn,
        isClosed: call.closedAt !== null,
        sessionIds: wanted.map(({ sessionId }) => sessionId),
      };
      if (!isCallOpen(state, parisDay(this.clock.now()))) throw fault('callId', 'callOpen');
      const faults = faultsOfAnswer(state, sessionIds);
      if (faults.length > 0) throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', faults);
      const repo = this.db.repo(CallAnswer);
      const before = await repo.findOneBy({ callId, volunteerId });
      if (before && before.state !== 'waiting') throw fault('callId', 'callDecided');
      if (before) await repo.update({ id: before.id }, { sessionIds, message });
      else await repo.insert({ callId, volunteerId, sessionIds, message, createdAt: this.clock.now() });
    });
  }

  /**
   * Chooses somebody for sessions, or declines; she is told with the reason. Decided once.
   * @throws NOT_FOUND, FORBIDDEN, BAD_USER_INPUT for a session that she did not offer, or when she lacks the role of trainer
   */
  async decide({ answerId, sessionIds, reason }: DecideCallArgs, me: Actor): Promise<void> {
    await this.db.transaction(async () => {
      const found = await this.db.repo(CallAnswer).findOneBy({ id: answerId });
      if (!found) throw notFound('Answer');
      const call = await this.locked(found.callId);
      await this.requireCourse(call.courseId, me);
      const answer = await this.db.repo(CallAnswer).findOneByOrFail({ id: answerId });
      if (answer.state !== 'waiting') throw fault('answerId', 'callDecided');
      if (sessionIds.some((id) => !answer.sessionIds.includes(id))) throw fault('sessionIds', 'callSessions');
      if (sessionIds.length > 0) {
        const isTrainer = await this.db.query(IS_TRAINER, [answer.volunteerId, this.clock.now()]);
        if (isTrainer.length === 0) throw fault('sessionIds', 'callRole');
        await this.db.query(ASSIGN, [sessionIds, answer.volunteerId]);
      }
      await this.settle([answer], sessionIds.length > 0 ? 'chosen' : 'declined', reason, me);
    });
  }

  /** Ends a call; who still waits for an answer is thanked and told why. @throws NOT_FOUND, FORBIDDEN */
  async close(callId: string, reason: string, me: Actor): Promise<void> {
    await this.db.transaction(async () => {
      const call = await this.locked(callId);
      await this.requireCourse(call.courseId, me);
      const waiting = await this.db.repo(CallAnswer).findBy({ callId, state: 'waiting' });
      await this.settle(waiting, 'declined', reason, me);
      await this.db.repo(TrainerCall).update({ id: callId }, { closedAt: call.closedAt ?? this.clock.now() });
    });
  }

  private async settle(
    answers: readonly CallAnswer[],
    state: 'chosen' | 'declined',
    reason: string,
    me: Actor,
  ): Promise<void> {
    const decision = { state, reason, decidedAt: this.clock.now(), decidedBy: me.accountId };
    for (const { id, volunteerId } of answers) {
      await this.db.repo(CallAnswer).update({ id }, decision);
      const subject = { subjectType: 'trainer_call', subjectId: id, volunteerId };
      await this.audit.write({ actor: me, action: 'call.decide', ...subject, details: { state } });
    }
    await this.outbox.send(
      answers.map(({ id, volunteerId }) => ({
        kind: 'call-answered',
        volunteerId,
        params: { answerId: id },
        dedupeKey: `call-answered:${id}`,
      })),
    );
  }

  private async locked(id: string): Promise<TrainerCall> {
    const call = await this.db.repo(TrainerCall).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!call) throw notFound('Call');
    return call;
  }

  private async requireCourse(id: string, me: Actor): Promise<void> {
    const course = await this.db.repo(Course).findOneBy({ id });
    if (!course) throw notFound('Course');
    requireScope(me, course.networks);
  }
}
