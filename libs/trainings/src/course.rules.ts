import type { SessionEditRefusal } from './session.rules.js';

export const COURSE_STATUSES = ['draft', 'published', 'archived'] as const;
export type CourseStatus = (typeof COURSE_STATUSES)[number];

/** What the rule needs to know of a course that is being saved. */
export interface CourseEdit {
  /** Version that the editor saw; null for a new course. */
  version: number | null;
  status: CourseStatus;
  material: string;
  /** How many files of the course have no text version. */
  filesWithoutText: number;
}

/**
 * Why a course may not be saved as asked, or null. Material must exist as text before a course is published: slides
 * alone shut out whoever cannot see them.
 */
export function whyNotSaveCourse(
  edit: CourseEdit,
  before: { version: number } | null,
  slugTaken: boolean,
): SessionEditRefusal | null {
  if (before && before.version !== edit.version) return 'STALE';
  if (slugTaken) return 'SLUG_TAKEN';
  if (edit.status === 'published' && edit.material.trim() === '') return 'NO_MATERIAL';
  if (edit.status === 'published' && edit.filesWithoutText > 0) return 'FILE_WITHOUT_TEXT';
  return null;
}

/** Whether a course has a page for everybody. */
export function hasPage(status: CourseStatus): boolean {
  return status !== 'draft';
}
