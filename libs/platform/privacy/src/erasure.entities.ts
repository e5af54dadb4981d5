import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Why somebody is erased: on her own wish, after years without contact, by an operator, or again after a restore. */
export type ErasureCause = 'asked' | 'inactive' | 'operator' | 'restore';

/** Somebody who will be erased on a day, unless she takes it back or shows up again. Gone with the person. */
@Entity('pending_erasure')
@Unique('pending_erasure_account_unique', ['accountId'])
@Unique('pending_erasure_volunteer_unique', ['volunteerId'])
@Check('pending_erasure_somebodys', 'account_id is not null or volunteer_id is not null')
@Check('pending_erasure_cause_known', `cause in ('asked', 'inactive')`)
@Check('pending_erasure_attempts_not_negative', 'attempts_left >= 0')
@Check('pending_erasure_due_once_confirmed', '(confirmed_at is null) = (due_at is null)')
@Index('pending_erasure_due', ['dueAt'], { where: 'due_at is not null' })
export class PendingErasure {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pending_erasure_pk' })
  id: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('Account', { name: 'pending_erasure_account_fk', onDelete: 'CASCADE' })
  accountId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Volunteer', { name: 'pending_erasure_volunteer_fk', onDelete: 'CASCADE' })
  volunteerId: string | null;

  @Column('text')
  cause: ErasureCause;

  @Column('timestamptz')
  askedAt: Date;

  /** Keyed hash of the code that confirms it. */
  @Column('text', { nullable: true })
  codeHash: string | null;

  @Column('timestamptz', { nullable: true })
  codeExpiresAt: Date | null;

  @Column('int', { default: 5 })
  attemptsLeft: number;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  dueAt: Date | null;
}

/**
 * That somebody was erased. The pseudonyms are `pseudonym_of(id)` in SQL: who restores an older backup finds by them whom
 * to erase again, and nobody else finds anything.
 */
@Entity('erasure')
@Check('erasure_cause_known', `cause in ('asked', 'inactive', 'operator', 'restore')`)
export class Erasure {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'erasure_pk' })
  id: string;

  @Index('erasure_by_volunteer')
  @Column('text', { nullable: true })
  volunteerPseudonym: string | null;

  @Index('erasure_by_account')
  @Column('text', { nullable: true })
  accountPseudonym: string | null;

  @Column('text')
  cause: ErasureCause;

  @Column('timestamptz')
  doneAt: Date;
}

/** What one rule of retention did on one run; runs that touched nothing leave no row. */
@Entity('retention_run')
@Index('retention_run_recent', { synchronize: false })
export class RetentionRun {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'retention_run_pk' })
  id: string;

  @Column('timestamptz')
  ranAt: Date;

  @Column('text')
  tableName: string;

  /** Place of the rule among those of its table, from 0. */
  @Column('int')
  rule: number;

  @Column('int')
  rowCount: number;
}
