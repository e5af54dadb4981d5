import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { notFound, userError } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { Course } from './course.entity.js';
import { requireScope } from './course.service.js';
import { explainUnknown } from './unknown-reference.js';
import { Place } from './place.entity.js';
import { RemovedDate } from './presence.entity.js';
import { SeatSharing } from './seat-sharing.service.js';
import { SessionNotices } from './session-notices.js';
import { SessionDate, SessionTrainer, TrainingSession } from './session.entity.js';
import type { SessionInput } from './session.inputs.js';
import {
  changesToTell,
  extraSeatsAfter,
  faultsOfSession,
  matchDates,
  type Period,
  type SessionEditRefusal,
  type SessionFacts,
  type StoredPeriod,
  whyNotCancelSession,
  whyNotSaveSession,
} from './session.rules.js';
import type { SessionOutcome } from './session-outcome.js';
import { WaitingList } from './waiting-list.service.js';

/** Seats kept for somebody are kept no longer; she is back among those who wait, and hears of it with all others. */
const WITHDRAW_OFFERS = `
  with withdrawn as (
    update seat_offer o set answer = 'withdrawn', answered_at = $2
      from enrolment e
     where e.id = o.enrolment_id and e.session_id = $1 and o.answer is null
    returning o.enrolment_id)
  update enrolment set status = 'waiting', changed_at = $2, calendar_sequence = calendar_sequence + 1
   where id in (select enrolment_id from withdrawn)`;

/** Undoes the change of a session whose seats could no longer be shared out as they are. */
class Unfit extends Error {
  constructor(readonly refused: SessionEditRefusal) {
    super(refused);
  }
}

function explainUnfit(error: unknown): SessionOutcome {
  if (error instanceof Unfit) return { refused: error.refused };
  throw error;
}

/** A session that is being changed, with what belongs to it. */
interface Before {
  session: TrainingSession;
  dates: StoredPeriod[];
  trainerIds: string[];
  facts: SessionFacts;
}

/** Makes, changes and cancels sessions, and sees to it that everyone concerned hears of it. */
@Injectable()
export class SessionService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly notices: SessionNotices,
    private readonly waitingList: WaitingList,
    private readonly sharing: SeatSharing,
  ) {}

  /**
   * Makes or changes a session.
   * @throws NOT_FOUND, FORBIDDEN outside the networks of the editor, BAD_USER_INPUT for fields that contradict each other
   */
  async save(input: SessionInput, me: Actor): Promise<SessionOutcome> {
    const work = async (): Promise<SessionOutcome> => {
      const before = input.id ? await this.locked(input.id, me) : null;
      const course = await this.courseOf(input.courseId, me);
      const after = await this.factsOf(input);
      this.requireSound(input, after, before);
      const edit = { ...input, version: input.version ?? null };
      const stored = before && { ...before.session, dates: before.dates };
      const refused = whyNotSaveSession(edit, stored, course.status === 'published', this.clock.now());
      if (refused) return { refused };
      const changes = before?.session.status === 'published' ? changesToTell(before.facts, after) : [];
      const session = await this.write(input, before, changes.length > 0);
      const unfit = before && (await this.sharing.fit(session));
      if (unfit) throw new Unfit(unfit);
      await this.writeDates(session.id, before?.dates ?? [], input.dates);
      await this.writeTrainers(session.id, input.trainerIds);
      await this.audit.write({
        actor: me,
        action: before ? 'session.save' : 'session.create',
        subjectType: 'session',
        subjectId: session.id,
        details: { status: session.status, capacity: session.capacity, changes },
      });
      if (session.status !== 'published') return { id: session.id, effect: { notified: 0, offersMade: 0 } };
      return { id: session.id, effect: await this.tell(session, before, changes.length > 0, input.trainerIds) };
    };
    return this.db.transaction(work).catch(explainUnfit).catch(explainUnknown);
  }

  /**
   * Cancels a session: nobody is taken off it, so that everybody still finds what became of it.
   * @throws NOT_FOUND, FORBIDDEN outside the networks of the editor
   */
  async cancel(id: string, reason: string, me: Actor): Promise<SessionOutcome> {
    return this.db.transaction(async () => {
      const { session, trainerIds } = await this.locked(id, me);
      const now = this.clock.now();
      const refused = whyNotCancelSession(session, now);
      if (refused) return { refused };
      const wasPublished = session.status === 'published';
      await this.db.repo(TrainingSession).save(
        Object.assign(session, {
          status: 'cancelled',
          templateName: null,
          cancelReason: reason,
          cancelledAt: now,
          calendarSequence: session.calendarSequence + 1,
          updatedAt: now,
        }),
      );
      await this.db.query(WITHDRAW_OFFERS, [id, now]);
      const notified = wasPublished ? await this.notices.cancelled(session, trainerIds) : 0;
      const subject = { subjectType: 'session', subjectId: id };
      await this.audit.write({
        actor: me,
        action: 'session.cancel',
        ...subject,
        purpose: reason,
        details: { notified },
      });
      return { id, effect: { notified, offersMade: 0 } };
    });
  }

  private async tell(
    session: TrainingSession,
    before: Before | null,
    isMoved: boolean,
    trainerIds: readonly string[],
  ): Promise<{ notified: number; offersMade: number }> {
    const isNews = before?.session.status !== 'published';
    const known = isNews ? [] : (before?.trainerIds ?? []);
    const stayed = trainerIds.filter((id) => known.includes(id));
    let notified = await this.notices.tellTrainers(
      session,
      'assigned',
      trainerIds.filter((id) => !known.includes(id)),
    );
    notified += await this.notices.tellTrainers(
      session,
      'released',
      known.filter((id) => !trainerIds.includes(id)),
    );
    if (isNews || !before) return { notified, offersMade: 0 };
    if (isMoved) notified += await this.notices.changed(session, before.facts, stayed);
    // More seats, or other dates that suit other people: who waits may now be next.
    const offersMade = await this.waitingList.passOn([session.id]);
    return { notified, offersMade };
  }

  private async locked(id: string, me: Actor): Promise<Before> {
    const found = await this.db.repo(TrainingSession).findOne({ where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!found) throw notFound('Session');
    await this.courseOf(found.courseId, me);
    const dates = await this.db.repo(SessionDate).find({ where: { sessionId: id }, order: { startsAt: 'ASC' } });
    const trainers = await this.db.repo(SessionTrainer).findBy({ sessionId: id });
    const facts = await this.factsOf({ ...found, dates });
    return { session: { ...found }, dates, trainerIds: trainers.map((trainer) => trainer.volunteerId), facts };
  }

  private async courseOf(courseId: string, me: Actor): Promise<Course> {
    const course = await this.db.repo(Course).findOneBy({ id: courseId });
    if (!course) throw notFound('Course');
    requireScope(me, course.networks);
    return course;
  }

  private async factsOf(
    of: Pick<SessionInput, 'mode' | 'placeId' | 'onlineUrl'> & { dates: readonly Period[] },
  ): Promise<SessionFacts> {
    const place = of.placeId ? await this.db.repo(Place).findOneBy({ id: of.placeId }) : null;
    const dates = of.dates.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
    return {
      dates,
      mode: of.mode,
      place: place && { name: place.name, address: place.address },
      onlineUrl: of.onlineUrl ?? null,
    };
  }

  private requireSound(input: SessionInput, facts: SessionFacts, before: Before | null): void {
    const faults = faultsOfSession(
      { ...input, ...facts, placeId: input.placeId ?? null, templateName: input.templateName ?? null },
      before?.session.status ?? null,
    );
    if (before && before.session.status !== 'draft' && before.session.courseId !== input.courseId)
      faults.push({ path: 'courseId', rule: 'courseFixed' });
    if (faults.length > 0) throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', faults);
  }

  private write(input: SessionInput, before: Before | null, isMoved: boolean): Promise<TrainingSession> {
    const starts = input.dates.map((date) => date.startsAt.getTime());
    const ends = input.dates.map((date) => date.endsAt.getTime());
    const session = Object.assign(new TrainingSession(), before?.session, {
      courseId: input.courseId,
      mode: input.mode,
      placeId: input.placeId ?? null,
      onlineUrl: input.onlineUrl ?? null,
      partnerId: input.partnerId ?? null,
      capacity: input.capacity,
      extraSeats: before ? extraSeatsAfter(before.session, input.capacity) : 0,
      enrolmentOpensAt: input.enrolmentOpensAt,
      enrolmentClosesAt: input.enrolmentClosesAt,
      startsAt: new Date(Math.min(...starts)),
      endsAt: new Date(Math.max(...ends)),
      languages: input.languages,
      accessibility: input.accessibility,
      notes: input.notes,
      status: input.status,
      templateName: input.templateName ?? null,
      calendarSequence: (before?.session.calendarSequence ?? 0) + (isMoved ? 1 : 0),
      updatedAt: this.clock.now(),
    });
    return this.db.repo(TrainingSession).save(session);
  }

  private async writeDates(
    sessionId: string,
    stored: readonly StoredPeriod[],
    wanted: readonly Period[],
  ): Promise<void> {
    const { moved, added, removed } = matchDates(stored, wanted);
    const removedAt = this.clock.now();
    await this.db.repo(RemovedDate).insert(removed.map((date) => ({ ...date, sessionId, removedAt })));
    for (const { id } of removed) await this.db.repo(SessionDate).delete({ id });
    for (const { id, to } of moved)
      await this.db.repo(SessionDate).update({ id }, { startsAt: to.startsAt, endsAt: to.endsAt });
    await this.db.repo(SessionDate).insert(added.map(({ startsAt, endsAt }) => ({ sessionId, startsAt, endsAt })));
  }

  private async writeTrainers(sessionId: string, trainerIds: readonly string[]): Promise<void> {
    await this.db.repo(SessionTrainer).delete({ sessionId });
    await this.db.repo(SessionTrainer).insert(trainerIds.map((volunteerId) => ({ sessionId, volunteerId })));
  }
}
