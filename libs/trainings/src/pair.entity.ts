import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { PairAnswer, PassingOverReason } from './pair.rules.js';
import { TrainingSession } from './session.entity.js';

/**
 * Two people who want to come together. It begins as an invitation, which holds no seat; when the friend accepts it,
 * both are enrolled, or both wait, in one transaction.
 */
@Entity('enrolment_pair')
@Unique('enrolment_pair_code_unique', ['code'])
@Check('enrolment_pair_answer_known', `answer in ('accepted', 'declined', 'withdrawn')`)
@Check('enrolment_pair_answered_when', '(answer is null) = (answered_at is null)')
@Index('enrolment_pair_one_open', ['sessionId', 'inviterId'], { unique: true, where: 'answer is null' })
export class EnrolmentPair {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'enrolment_pair_pk' })
  id: string;

  @Index('enrolment_pair_by_session')
  @Column('uuid')
  @ForeignKey(() => TrainingSession, { name: 'enrolment_pair_session_fk', onDelete: 'CASCADE' })
  sessionId: string;

  @Index('enrolment_pair_by_inviter')
  @Column('uuid')
  @ForeignKey('Volunteer', { name: 'enrolment_pair_inviter_fk', onDelete: 'CASCADE' })
  inviterId: string;

  /** Who accepted or declined; null before. */
  @Index('enrolment_pair_by_friend')
  @Column('uuid', { nullable: true })
  @ForeignKey('Volunteer', { name: 'enrolment_pair_friend_fk', onDelete: 'SET NULL' })
  friendId: string | null;

  /** What the friend types, or follows as a link. */
  @Column('text')
  code: string;

  @Column('timestamptz')
  invitedAt: Date;

  /** When the invitation was sent to the friend by mail; once at most. Her address is not kept here. */
  @Column('timestamptz', { nullable: true })
  mailedAt: Date | null;

  /** Null while the invitation is open. */
  @Column('text', { nullable: true })
  answer: PairAnswer | null;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;
}

/** That a seat went to somebody although a pair waited before her, and why. */
@Entity('passing_over')
@Check('passing_over_reason_known', `reason in ('ONE_SEAT', 'NOT_FOR_BOTH', 'ONE_CANNOT')`)
export class PassingOver {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'passing_over_pk' })
  @ForeignKey(() => EnrolmentPair, { name: 'passing_over_pair_fk', onDelete: 'CASCADE' })
  pairId: string;

  /** The booking that got the seat. */
  @Index('passing_over_by_enrolment')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'passing_over_pk' })
  @ForeignKey('Enrolment', { name: 'passing_over_enrolment_fk', onDelete: 'CASCADE' })
  enrolmentId: string;

  @Column('text')
  reason: PassingOverReason;

  @Column('timestamptz')
  passedAt: Date;
}
