import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TrainingSession } from './session.entity.js';

/** A decision to accept more bookings than the room has seats, or to do so no longer; the latest counts. */
@Entity('overbooking')
@Check('overbooking_seats_plausible', 'accepted_seats >= room_seats and room_seats > 0')
@Check(
  'overbooking_rests_on_evidence',
  'accepted_seats = room_seats or (chance between 1 and 100 and past_sessions > 0)',
)
@Index('overbooking_by_session', ['sessionId', 'decidedAt'])
export class Overbooking {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'overbooking_pk' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => TrainingSession, { name: 'overbooking_session_fk', onDelete: 'CASCADE' })
  sessionId: string;

  @Column('int')
  roomSeats: number;

  @Column('int')
  acceptedSeats: number;

  /** Chance, 1 to 100, that no more people come than the room has seats, as it was computed then. */
  @Column('int', { nullable: true })
  chance: number | null;

  @Column('int', { nullable: true })
  pastSessions: number | null;

  /** Why, in the words of who decided. */
  @Column('text')
  reason: string;

  @Index('overbooking_by_account')
  @Column('uuid', { nullable: true })
  @ForeignKey('Account', { name: 'overbooking_decided_by_fk', onDelete: 'SET NULL' })
  decidedBy: string | null;

  @Column('timestamptz')
  decidedAt: Date;
}
