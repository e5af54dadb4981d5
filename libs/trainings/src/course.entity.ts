import {
  Check,
  Column,
  Entity,
  ForeignKey,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
  VersionColumn,
} from 'typeorm';
import type { Locale, Network } from '#platform/kernel';
import type { CourseStatus } from './course.rules.js';
import { Theme } from './theme.entity.js';

/** What is taught; its sessions say when and where. */
@Entity('course')
@Unique('course_slug_unique', ['slug'])
@Check('course_slug_format', `slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('course_networks_known', `cardinality(networks) > 0 and networks <@ array['solidarity', 'climate']`)
@Check('course_minimum_age_plausible', 'minimum_age between 16 and 99')
@Check('course_status_known', `status in ('draft', 'published', 'archived')`)
export class Course {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'course_pk' })
  id: string;

  @Column('text')
  slug: string;

  @Column('text', { array: true })
  networks: Network[];

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Theme, { name: 'course_theme_fk' })
  themeId: string | null;

  @Column('text')
  title: string;

  @Column('text', { default: '' })
  summary: string;

  @Column('text', { default: '' })
  description: string;

  /** What is handed out, as structured text: headings, lists, bold and links, never HTML. */
  @Column('text', { default: '' })
  material: string;

  @Column('text', { default: 'fr' })
  locale: Locale;

  @Column('int', { default: 16 })
  minimumAge: number;

  @Column('text', { default: 'draft' })
  status: CourseStatus;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @VersionColumn({ default: 1 })
  version: number;
}

/** A course that must have been attended before another. */
@Entity('course_prerequisite')
@Check('course_prerequisite_not_itself', 'course_id <> required_course_id')
export class CoursePrerequisite {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_prerequisite_pk' })
  @ForeignKey(() => Course, { name: 'course_prerequisite_course_fk', onDelete: 'CASCADE' })
  courseId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_prerequisite_pk' })
  @ForeignKey(() => Course, { name: 'course_prerequisite_required_fk' })
  requiredCourseId: string;
}
