import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { notFound, userError } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock, parisDay } from '#platform/kernel';
import { Course } from './course.entity.js';
import { requireScope } from './course.service.js';
import { CourseChange, CourseSurvey, SurveyAnswer } from './survey.entity.js';
import { SurveyQueries } from './survey.queries.js';
import { type CommentState, surveyState } from './survey.rules.js';
import type { AnswerSurveyArgs, CourseChangeInput, SaveSurveyArgs } from './survey.types.js';

/** Takes answers without keeping whose they are, and writes what was changed because of them. */
@Injectable()
export class SurveyService {
  constructor(
    private readonly db: Database,
    private readonly queries: SurveyQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes an answer, one for each booking. Neither the journal nor the time tells whose it is.
   * @returns whether it was taken; false when she had answered, or may not now
   * @throws NOT_FOUND for a link that is not ours
   */
  async answer({ token, ratings, comment }: AnswerSurveyArgs): Promise<boolean> {
    return this.db.transaction(async () => {
      const row = await this.queries.ofLink(token);
      if (!row) throw notFound('Survey');
      if (surveyState(row, this.clock.now()) !== 'open') return false;
      const done = await this.db.query(
        'insert into survey_done (enrolment_id) values ($1) on conflict do nothing returning enrolment_id',
        [row.enrolmentId],
      );
      if (done.length === 0) return false;
      await this.db.repo(SurveyAnswer).insert({ sessionId: row.sessionId, ratings, comment: comment.trim() });
      return true;
    });
  }

  /** Shows a comment to trainers, or hides it. To be called for who may moderate. */
  async moderate(id: string, state: CommentState): Promise<void> {
    await this.db.repo(SurveyAnswer).update({ id }, { commentState: state });
  }

  /** Sets the questions of a course. The last one who saves is right. @throws NOT_FOUND, FORBIDDEN */
  async saveQuestions({ courseId, questions }: SaveSurveyArgs, me: Actor): Promise<void> {
    await this.requireCourse(courseId, me);
    await this.db.transaction(async () => {
      const texts = questions.map(({ fr, en }) => ({ fr, ...(en && { en }) }));
      await this.db
        .repo(CourseSurvey)
        .upsert({ courseId, questions: texts, updatedAt: this.clock.now() }, ['courseId']);
      await this.audit.write({ actor: me, action: 'survey.save', subjectType: 'course', subjectId: courseId });
    });
  }

  /** Says what was changed, for everybody. @throws NOT_FOUND, FORBIDDEN, BAD_USER_INPUT for a session of another course */
  async addChange({ courseId, sessionId, text }: CourseChangeInput, me: Actor): Promise<void> {
    await this.requireCourse(courseId, me);
    if (sessionId) {
      const own = await this.db.query('select from training_session where id = $1 and course_id = $2', [
        sessionId,
        courseId,
      ]);
      if (own.length === 0)
        throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path: 'sessionId', rule: 'isKnown' }]);
    }
    await this.db.transaction(async () => {
      const changedOn = parisDay(this.clock.now());
      await this.db.repo(CourseChange).insert({ courseId, sessionId: sessionId ?? null, text, changedOn });
      await this.audit.write({ actor: me, action: 'course.change', subjectType: 'course', subjectId: courseId });
    });
  }

  /** Takes such an entry back. @throws NOT_FOUND, FORBIDDEN */
  async removeChange(id: string, me: Actor): Promise<void> {
    const found = await this.db.repo(CourseChange).findOneBy({ id });
    if (!found) throw notFound('Change');
    await this.requireCourse(found.courseId, me);
    await this.db.transaction(async () => {
      await this.db.repo(CourseChange).delete({ id });
      const subject = { subjectType: 'course', subjectId: found.courseId };
      await this.audit.write({ actor: me, action: 'course.change-remove', ...subject });
    });
  }

  private async requireCourse(id: string, me: Actor): Promise<void> {
    const course = await this.db.repo(Course).findOneBy({ id });
    if (!course) throw notFound('Course');
    requireScope(me, course.networks);
  }
}
