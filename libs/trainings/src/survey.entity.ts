import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Locale } from '#platform/kernel';
import { Course } from './course.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { TrainingSession } from './session.entity.js';
import type { CommentState } from './survey.rules.js';

/** A question in the languages that it was written in; French is always one of them. */
export type QuestionTexts = { fr: string } & Partial<Record<Locale, string>>;

/** The three questions of a course; one without a row asks the usual ones. */
@Entity('course_survey')
@Check('course_survey_three', `jsonb_typeof(questions) = 'array' and jsonb_array_length(questions) = 3`)
export class CourseSurvey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_survey_pk' })
  @ForeignKey(() => Course, { name: 'course_survey_course_fk', onDelete: 'CASCADE' })
  courseId: string;

  @Column('jsonb')
  questions: QuestionTexts[];

  @Column('timestamptz')
  updatedAt: Date;
}

/** What somebody said after a session. Nothing leads to her: no person, no time, no order. */
@Entity('survey_answer')
@Check('survey_answer_three', 'cardinality(ratings) = 3 and ratings <@ array[1, 2, 3, 4, 5]')
@Check('survey_answer_state_known', `comment_state in ('waiting', 'shown', 'hidden')`)
export class SurveyAnswer {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'survey_answer_pk' })
  id: string;

  @Index('survey_answer_by_session')
  @Column('uuid')
  @ForeignKey(() => TrainingSession, { name: 'survey_answer_session_fk', onDelete: 'CASCADE' })
  sessionId: string;

  /** From 1 to 5, one for each question. */
  @Column('int', { array: true })
  ratings: number[];

  @Column('text', { default: '' })
  comment: string;

  @Column('text', { default: 'waiting' })
  commentState: CommentState;
}

/** That somebody has answered; what she said stands apart. */
@Entity('survey_done')
export class SurveyDone {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'survey_done_pk' })
  @ForeignKey(() => Enrolment, { name: 'survey_done_enrolment_fk', onDelete: 'CASCADE' })
  enrolmentId: string;
}

/** What was changed in a course because of what people said. */
@Entity('course_change')
@Check('course_change_said', 'length(btrim(text)) between 3 and 1000')
@Index('course_change_by_course', ['courseId', 'changedOn'])
export class CourseChange {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'course_change_pk' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => Course, { name: 'course_change_course_fk', onDelete: 'CASCADE' })
  courseId: string;

  /** The session after which people said so. */
  @Index('course_change_by_session')
  @Column('uuid', { nullable: true })
  @ForeignKey(() => TrainingSession, { name: 'course_change_session_fk', onDelete: 'SET NULL' })
  sessionId: string | null;

  /** `YYYY-MM-DD` */
  @Column('date')
  changedOn: string;

  @Column('text')
  text: string;
}
