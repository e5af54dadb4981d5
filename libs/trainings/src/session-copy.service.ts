import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { Course } from './course.entity.js';
import { requireScope } from './course.service.js';
import { SeatSharing } from './seat-sharing.service.js';
import { nextSameWeekday, timetableFrom } from './session-copy.rules.js';
import { SessionDate, SessionTrainer, TrainingSession } from './session.entity.js';

/** Makes sessions from sessions and from templates. */
@Injectable()
export class SessionCopies {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly sharing: SeatSharing,
  ) {}

  /**
   * Copies a session with its dates, trainers and all, but nobody enrolled: as a draft at another time, or as a
   * template under a name.
   * @param startsAt start of the first date; without it the same weekday and hour in the next week to come
   * @returns the id of the copy
   * @throws NOT_FOUND, FORBIDDEN outside the networks of the editor
   */
  async copy(id: string, options: { asTemplate: string | null; startsAt: Date | null }, me: Actor): Promise<string> {
    return this.db.transaction(async () => {
      const model = await this.db.repo(TrainingSession).findOneBy({ id });
      if (!model) throw notFound('Session');
      const course = await this.db.repo(Course).findOneByOrFail({ id: model.courseId });
      requireScope(me, course.networks);
      const startsAt = options.startsAt ?? (options.asTemplate ? model.startsAt : this.nextStart(model));
      const dates = await this.db.repo(SessionDate).findBy({ sessionId: id });
      const copyId = await this.write(model, timetableFrom({ ...model, dates }, startsAt), options.asTemplate);
      await this.sharing.copy(id, copyId);
      const trainers = await this.db.repo(SessionTrainer).findBy({ sessionId: id });
      await this.db
        .repo(SessionTrainer)
        .insert(trainers.map(({ volunteerId }) => ({ sessionId: copyId, volunteerId })));
      const subject = { subjectType: 'session', subjectId: copyId };
      await this.audit.write({ actor: me, action: 'session.copy', ...subject, details: { from: id } });
      return copyId;
    });
  }

  private nextStart(model: TrainingSession): Date {
    return nextSameWeekday(model.startsAt, this.clock.now());
  }

  private async write(
    model: TrainingSession,
    timetable: ReturnType<typeof timetableFrom>,
    templateName: string | null,
  ): Promise<string> {
    const { dates, enrolmentOpensAt, enrolmentClosesAt } = timetable;
    const now = this.clock.now();
    const copy = await this.db.repo(TrainingSession).save(
      Object.assign(new TrainingSession(), {
        courseId: model.courseId,
        mode: model.mode,
        placeId: model.placeId,
        onlineUrl: model.onlineUrl,
        partnerId: model.partnerId,
        capacity: model.capacity,
        quotaReleaseDays: model.quotaReleaseDays,
        languages: model.languages,
        accessibility: model.accessibility,
        notes: model.notes,
        enrolmentOpensAt,
        enrolmentClosesAt,
        startsAt: new Date(Math.min(...dates.map((date) => date.startsAt.getTime()))),
        endsAt: new Date(Math.max(...dates.map((date) => date.endsAt.getTime()))),
        status: templateName === null ? 'draft' : 'template',
        templateName,
        createdAt: now,
        updatedAt: now,
      }),
    );
    await this.db
      .repo(SessionDate)
      .insert(dates.map(({ startsAt, endsAt }) => ({ sessionId: copy.id, startsAt, endsAt })));
    return copy.id;
  }
}
