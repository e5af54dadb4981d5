import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
  VersionColumn,
} from 'typeorm';
import type { Locale, Network } from '#platform/kernel';
import { Course } from './course.entity.js';
import type { GrantedHow, QualificationNeeds } from './qualification.rules.js';

/** What somebody is able and allowed to do, and by which courses one comes to it. */
@Entity('qualification')
@Unique('qualification_slug_unique', ['slug'])
@Check('qualification_slug_format', `slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('qualification_networks_known', `cardinality(networks) > 0 and networks <@ array['solidarity', 'climate']`)
@Check('qualification_needs_known', `needs in ('courses', 'days', 'hours')`)
@Check('qualification_amount_given', `(needs = 'courses') = (amount is null)`)
@Check('qualification_amount_plausible', 'amount between 1 and 500')
@Check('qualification_months_plausible', 'valid_months between 1 and 240')
@Check('qualification_age_plausible', 'minimum_age between 16 and 99')
export class Qualification {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'qualification_pk' })
  id: string;

  @Column('text')
  slug: string;

  @Column('text', { array: true })
  networks: Network[];

  @Column('text')
  name: string;

  @Column('text', { default: '' })
  description: string;

  @Column('text', { default: 'fr' })
  locale: Locale;

  /** Whether its courses must be held, or days or hours of them added up. */
  @Column('text')
  needs: QualificationNeeds;

  /** How many days or hours. */
  @Column('int', { nullable: true })
  amount: number | null;

  /** How long it lasts; null for ever. */
  @Column('int', { nullable: true })
  validMonths: number | null;

  @Column('int', { nullable: true })
  minimumAge: number | null;

  /** No longer granted; who has it keeps it. */
  @Column('boolean', { default: false })
  archived: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @VersionColumn({ default: 1 })
  version: number;
}

/** A course that earns a qualification, or renews it. */
@Entity('qualification_course')
@Check('qualification_course_purpose_known', `purpose in ('earns', 'renews')`)
export class QualificationCourse {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'qualification_course_pk' })
  @ForeignKey(() => Qualification, { name: 'qualification_course_qualification_fk', onDelete: 'CASCADE' })
  qualificationId: string;

  @Index('qualification_course_by_course')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'qualification_course_pk' })
  @ForeignKey(() => Course, { name: 'qualification_course_course_fk' })
  courseId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'qualification_course_pk' })
  purpose: 'earns' | 'renews';
}

/** A qualification that somebody must have on the first day of a session of the course. */
@Entity('course_qualification')
export class CourseQualification {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_qualification_pk' })
  @ForeignKey(() => Course, { name: 'course_qualification_course_fk', onDelete: 'CASCADE' })
  courseId: string;

  @Index('course_qualification_by_qualification')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_qualification_pk' })
  @ForeignKey(() => Qualification, { name: 'course_qualification_qualification_fk' })
  qualificationId: string;
}

/** A qualification that somebody has, had, or lost. Days are those of Paris, the last one included. */
@Entity('qualification_grant')
@Check('qualification_grant_how_known', `how in ('courses', 'refresher', 'proof')`)
@Check('qualification_grant_proof_told', `(how = 'proof') = (proof is not null)`)
@Check('qualification_grant_lasts', 'valid_until >= granted_on')
@Check('qualification_grant_withdrawn_explained', '(withdrawn_at is null) = (withdrawn_reason is null)')
@Index('qualification_grant_once', ['volunteerId', 'qualificationId', 'how', 'grantedOn'], {
  unique: true,
  where: `how <> 'proof' or withdrawn_at is null`,
})
@Index('qualification_grant_by_end', ['validUntil'], { where: 'withdrawn_at is null' })
export class QualificationGrant {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'qualification_grant_pk' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => Qualification, { name: 'qualification_grant_qualification_fk' })
  qualificationId: string;

  @Column('uuid')
  @ForeignKey('Volunteer', { name: 'qualification_grant_volunteer_fk', onDelete: 'CASCADE' })
  volunteerId: string;

  @Column('text')
  how: GrantedHow;

  /** `YYYY-MM-DD` */
  @Column('date')
  grantedOn: string;

  /** Last day on which it is valid, `YYYY-MM-DD`; null for ever. */
  @Column('date', { nullable: true })
  validUntil: string | null;

  /** What was shown to the coordinator, in her words. */
  @Column('text', { nullable: true })
  proof: string | null;

  /** Account of the coordinator; null when courses earned it. */
  @Column('uuid', { nullable: true })
  grantedBy: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  @Column('uuid', { nullable: true })
  withdrawnBy: string | null;

  @Column('text', { nullable: true })
  withdrawnReason: string | null;
}
