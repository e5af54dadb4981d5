import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Locale } from '#platform/kernel';
import { Course } from './course.entity.js';
import type { MaterialAudience } from './material.rules.js';

/** The bytes of a material. One that no material names is an upload that was given up; it goes after a day. */
@Entity('material_file')
@Check('material_file_size_limited', 'size between 1 and 10485760 and octet_length(bytes) = size')
export class MaterialFile {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'material_file_pk' })
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  mime: string;

  /** In bytes. */
  @Column('int')
  size: number;

  @Column('text')
  sha256: string;

  @Column({ type: 'bytea', select: false })
  bytes: Buffer;

  /** Account of who sent it. */
  @Column('uuid', { nullable: true })
  uploadedBy: string | null;

  @Column('timestamptz')
  uploadedAt: Date;
}

/** A file or a film that belongs to a course, with the same as text. A published course takes none without text. */
@Entity('course_material')
@Check('course_material_audience_known', `audience in ('public', 'attendees')`)
@Check('course_material_one_source', 'replaced_by is not null or (file_id is null) <> (video_url is null)')
@Check('course_material_not_itself', 'replaced_by <> id')
@Unique('course_material_file_once', ['fileId'])
export class CourseMaterial {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'course_material_pk' })
  id: string;

  @Index('course_material_by_course')
  @Column('uuid')
  @ForeignKey(() => Course, { name: 'course_material_course_fk', onDelete: 'CASCADE' })
  courseId: string;

  @Column('text')
  title: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => MaterialFile, { name: 'course_material_file_fk' })
  fileId: string | null;

  @Column('text', { nullable: true })
  videoUrl: string | null;

  /** The same as text: structured text, the description of an image, the transcript of a sound or a film. */
  @Column('text', { default: '' })
  textVersion: string;

  @Column('text', { default: 'fr' })
  locale: Locale;

  @Column('text', { default: 'public' })
  audience: MaterialAudience;

  /** Counts the files that took each other's place, from 1. */
  @Column('int', { default: 1 })
  edition: number;

  /** What took its place; its own file is gone then. */
  @Index('course_material_by_successor')
  @Column('uuid', { nullable: true })
  @ForeignKey(() => CourseMaterial, { name: 'course_material_replaced_fk' })
  replacedBy: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
