import {
  Check,
  Column,
  Entity,
  Exclusion,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  VersionColumn,
} from 'typeorm';
import { Course } from './course.entity.js';
import { Partner } from './partner.entity.js';
import { Place } from './place.entity.js';
import type { SessionMode, SessionStatus } from './session.rules.js';

/**
 * A course given at certain dates to a limited number of people. `seatsTaken` is kept by the database alone (triggers
 * on `enrolment`); nothing here writes it.
 */
@Entity('training_session')
@Check('session_mode_known', `mode in ('on_site', 'online', 'visit')`)
@Check('session_capacity_positive', 'capacity between 1 and 5000')
@Check('session_never_overbooked', 'seats_taken between 0 and capacity + extra_seats')
@Check('session_extra_seats_plausible', 'extra_seats between 0 and capacity')
@Check('session_quota_release_plausible', 'quota_release_days between 1 and 60')
@Check('session_ends_after_start', 'ends_at > starts_at')
@Check('session_enrolment_window', 'enrolment_opens_at < enrolment_closes_at and enrolment_closes_at <= starts_at')
@Check('session_status_known', `status in ('template', 'draft', 'published', 'cancelled')`)
@Check('session_template_named', `(status = 'template') = (template_name is not null)`)
@Check('session_cancel_explained', `status <> 'cancelled' or (cancel_reason is not null and cancelled_at is not null)`)
@Index('training_session_upcoming', ['startsAt', 'id'], { where: `status = 'published'` })
export class TrainingSession {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'training_session_pk' })
  id: string;

  @Index('training_session_by_course')
  @Column('uuid')
  @ForeignKey(() => Course, { name: 'training_session_course_fk' })
  courseId: string;

  @Column('text', { default: 'on_site' })
  mode: SessionMode;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Place, { name: 'training_session_place_fk' })
  placeId: string | null;

  @Column('text', { nullable: true })
  onlineUrl: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Partner, { name: 'training_session_partner_fk' })
  partnerId: string | null;

  @Column('int')
  capacity: number;

  /** Bookings that are accepted beyond the seats of the room, because experience says that some will not come. */
  @Column('int', { default: 0 })
  extraSeats: number;

  @Column({ type: 'int', default: 0, update: false })
  seatsTaken: number;

  /**
   * Days before the start when unused seats of the networks become open to all. Null: the seats are not shared out
   * between networks; else the session has its rows of `seat_pool`.
   */
  @Column('int', { nullable: true })
  quotaReleaseDays: number | null;

  @Column('timestamptz')
  enrolmentOpensAt: Date;

  @Column('timestamptz')
  enrolmentClosesAt: Date;

  /** Start of the first date. */
  @Column('timestamptz')
  startsAt: Date;

  /** End of the last date. */
  @Column('timestamptz')
  endsAt: Date;

  @Column('text', { array: true, default: '{fr}' })
  languages: string[];

  @Column('text', { array: true, default: '{}' })
  accessibility: string[];

  @Column('text', { default: '' })
  notes: string;

  @Column('text', { default: 'draft' })
  status: SessionStatus;

  @Column('text', { nullable: true })
  templateName: string | null;

  @Column('text', { nullable: true })
  cancelReason: string | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt: Date | null;

  /** Raised by each change that calendars must show (RFC 5545, SEQUENCE). */
  @Column('int', { default: 0 })
  calendarSequence: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @VersionColumn({ default: 1 })
  version: number;
}

/** One date of a session. It keeps its identifier when it is moved: calendars know it by that. */
@Entity('session_date')
@Check('session_date_ends_after_start', 'ends_at > starts_at')
@Exclusion('session_dates_apart', 'using gist (session_id with =, tstzrange(starts_at, ends_at) with &&)', {
  deferrable: 'INITIALLY DEFERRED',
})
@Index('session_date_by_session', ['sessionId', 'startsAt'])
export class SessionDate {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'session_date_pk' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => TrainingSession, { name: 'session_date_session_fk', onDelete: 'CASCADE' })
  sessionId: string;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;
}

/** Who gives a session. */
@Entity('session_trainer')
export class SessionTrainer {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_trainer_pk' })
  @ForeignKey(() => TrainingSession, { name: 'session_trainer_session_fk', onDelete: 'CASCADE' })
  sessionId: string;

  @Index('session_trainer_by_volunteer')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_trainer_pk' })
  @ForeignKey('Volunteer', { name: 'session_trainer_volunteer_fk', onDelete: 'CASCADE' })
  volunteerId: string;
}
