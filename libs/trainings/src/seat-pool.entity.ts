import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Pool } from './seat-pools.rules.js';
import { TrainingSession } from './session.entity.js';

/**
 * Seats of a shared session that are kept for one network, or open to all. A session that is not shared has none.
 * `seatsTaken` is kept by the database alone (triggers on `enrolment`); nothing here writes it.
 */
@Entity('seat_pool')
@Check('seat_pool_known', `pool in ('solidarity', 'climate', 'open')`)
@Check('seat_pool_quota_positive', 'quota >= 0')
@Check('seat_pool_never_overbooked', 'seats_taken between 0 and seats')
export class SeatPool {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'seat_pool_pk' })
  @ForeignKey(() => TrainingSession, { name: 'seat_pool_session_fk', onDelete: 'CASCADE' })
  sessionId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'seat_pool_pk' })
  pool: Pool;

  /** Seats that the coordinator gave it. */
  @Column('int')
  quota: number;

  /** Seats that it has now: unused ones go to the open pool when the quotas are released. */
  @Column('int')
  seats: number;

  @Column({ type: 'int', default: 0, update: false })
  seatsTaken: number;
}
