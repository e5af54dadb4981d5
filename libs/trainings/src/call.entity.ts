import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { CallAnswerState } from './call.rules.js';
import { Course } from './course.entity.js';
import { Qualification } from './qualification.entity.js';
import { TrainingSession } from './session.entity.js';

/** A coordinator asks who can give sessions of a course. */
@Entity('trainer_call')
export class TrainerCall {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'trainer_call_pk' })
  id: string;

  @Index('trainer_call_by_course')
  @Column('uuid')
  @ForeignKey(() => Course, { name: 'trainer_call_course_fk', onDelete: 'CASCADE' })
  courseId: string;

  /** What one must be qualified for; nothing if null. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => Qualification, { name: 'trainer_call_qualification_fk' })
  qualificationId: string | null;

  @Column('text')
  message: string;

  /** Last day to answer, `YYYY-MM-DD`. */
  @Column('date')
  deadlineOn: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;
}

/** A session that somebody is wanted for. */
@Entity('trainer_call_session')
export class TrainerCallSession {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'trainer_call_session_pk' })
  @ForeignKey(() => TrainerCall, { name: 'trainer_call_session_call_fk', onDelete: 'CASCADE' })
  callId: string;

  @Index('trainer_call_session_by_session')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'trainer_call_session_pk' })
  @ForeignKey(() => TrainingSession, { name: 'trainer_call_session_session_fk', onDelete: 'CASCADE' })
  sessionId: string;
}

/** Somebody says for which sessions she is free; nobody is left without an answer. */
@Entity('call_answer')
@Unique('call_answer_once', ['callId', 'volunteerId'])
@Check('call_answer_state_known', `state in ('waiting', 'chosen', 'declined')`)
@Check('call_answer_explained', `(state = 'waiting') = (reason is null)`)
@Check('call_answer_names_a_session', 'cardinality(session_ids) > 0')
export class CallAnswer {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'call_answer_pk' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => TrainerCall, { name: 'call_answer_call_fk', onDelete: 'CASCADE' })
  callId: string;

  @Index('call_answer_by_volunteer')
  @Column('uuid')
  @ForeignKey('Volunteer', { name: 'call_answer_volunteer_fk', onDelete: 'CASCADE' })
  volunteerId: string;

  /** Sessions that she can give. */
  @Column('uuid', { array: true })
  sessionIds: string[];

  @Column('text', { default: '' })
  message: string;

  @Column('text', { default: 'waiting' })
  state: CallAnswerState;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;
}
