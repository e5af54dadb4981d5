import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LikenessReason } from './duplicate.rules.js';
import { Volunteer } from './volunteer.entity.js';

/** That a profile became part of another: old links and calendars lead there. */
@Entity('merged_profile')
@Unique('merged_profile_calendar_key_unique', ['calendarKey'])
@Check('merged_profile_into_another', 'old_id <> volunteer_id')
export class MergedProfile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'merged_profile_pk' })
  oldId: string;

  @Column('uuid')
  @Index('merged_profile_by_volunteer')
  @ForeignKey(() => Volunteer, { name: 'merged_profile_volunteer_fk', onDelete: 'CASCADE' })
  volunteerId: string;

  /** Secret of the calendar feed that the old profile had. */
  @Column('uuid')
  calendarKey: string;

  @Column('timestamptz')
  mergedAt: Date;

  @Column('uuid', { nullable: true })
  mergedBy: string | null;
}

/** Two profiles that may be of one person, in the order of their ids. Decided to be different, they are not shown again. */
@Entity('duplicate_pair')
@Check('duplicate_pair_ordered', 'low_id < high_id')
@Check('duplicate_pair_score_percent', 'score between 0 and 100')
@Index('duplicate_pair_open', { synchronize: false })
export class DuplicatePair {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'duplicate_pair_pk' })
  @ForeignKey(() => Volunteer, { name: 'duplicate_pair_low_fk', onDelete: 'CASCADE' })
  lowId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'duplicate_pair_pk' })
  @Index('duplicate_pair_by_high')
  @ForeignKey(() => Volunteer, { name: 'duplicate_pair_high_fk', onDelete: 'CASCADE' })
  highId: string;

  @Column('int')
  score: number;

  @Column('text', { array: true })
  reasons: LikenessReason[];

  @Column('timestamptz')
  foundAt: Date;

  @Column('timestamptz', { nullable: true })
  differentSince: Date | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;
}
