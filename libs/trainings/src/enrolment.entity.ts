import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { EnrolmentStatus } from './enrolment.rules.js';
import { EnrolmentPair } from './pair.entity.js';
import type { Pool } from './seat-pools.rules.js';
import { TrainingSession } from './session.entity.js';

/** How somebody came onto the list: by herself, booked by a coordinator, or at the door. */
export type EnrolmentSource = 'self' | 'staff' | 'walk_in';

/**
 * One person's booking of, or wait for, a seat in a session. Who leaves and comes back gets a new row and with it a new
 * place in the queue: nothing returns by itself.
 */
@Entity('enrolment')
@Unique('enrolment_idempotent', ['volunteerId', 'idempotencyKey'])
@Unique('enrolment_booking_code_unique', ['bookingCode'])
@Check(
  'enrolment_status_known',
  `status in ('waiting', 'offered', 'enrolled', 'cancelled', 'declined', 'expired', 'removed')`,
)
@Check('enrolment_active_is_somebodys', `volunteer_id is not null or status not in ('waiting', 'offered')`)
@Check('enrolment_source_known', `source in ('self', 'staff', 'walk_in')`)
@Check('enrolment_pool_known', `pool in ('solidarity', 'climate', 'open')`)
@Index('enrolment_one_active', ['sessionId', 'volunteerId'], {
  unique: true,
  where: `status in ('waiting', 'offered', 'enrolled')`,
})
@Index('enrolment_queue', ['sessionId', 'queueNo'], { where: `status = 'waiting'` })
@Index('enrolment_by_pair', ['pairId'], { where: 'pair_id is not null' })
export class Enrolment {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'enrolment_pk' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => TrainingSession, { name: 'enrolment_session_fk' })
  sessionId: string;

  @Index('enrolment_by_volunteer')
  /** Null once the person was erased: the attendance still counts, and is nobody's. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Volunteer', { name: 'enrolment_volunteer_fk', onDelete: 'CASCADE' })
  volunteerId: string | null;

  @Column('text')
  status: EnrolmentStatus;

  /** Order of arrival over all sessions; numbers grow, they are not without gaps. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  queueNo: string;

  /** Where her seat is from, in a session whose seats are shared out; counts while she holds it or it is offered. */
  @Column('text', { nullable: true })
  pool: Pool | null;

  /** With whom she came onto the list, if with somebody; counts for both as long as both wait. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => EnrolmentPair, { name: 'enrolment_pair_fk', onDelete: 'SET NULL' })
  pairId: string | null;

  /** Key of the tap that made it, so that a repeated tap finds it again. */
  @Column('text', { nullable: true })
  idempotencyKey: string | null;

  /** What she shows or says at the door. */
  @Column('text')
  bookingCode: string;

  @Column('text', { default: 'self' })
  source: EnrolmentSource;

  /** Raised by each change of status that calendars must show; adds to that of the session. */
  @Column('int', { default: 0 })
  calendarSequence: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  changedAt: Date;
}
