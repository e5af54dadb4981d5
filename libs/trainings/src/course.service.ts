import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database } from '#platform/database';
import { notFound, userError } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import { Course, CoursePrerequisite } from './course.entity.js';
import type { CourseInput, ThemeArgs } from './course.inputs.js';
import { coordinatesOneOf } from './course.queries.js';
import { whyNotSaveCourse } from './course.rules.js';
import { MaterialQueries } from './material.queries.js';
import type { SessionEditRefusal } from './session.rules.js';
import { Theme } from './theme.entity.js';
import { explainUnknown } from './unknown-reference.js';

/** Whether any of the courses $2 requires the course $1, directly or through others. */
const REQUIRES_ITSELF = `
  with recursive needed(id) as (
    select unnest($2::uuid[])
    union
    select cp.required_course_id from course_prerequisite cp join needed n on n.id = cp.course_id)
  select exists (select 1 from needed where id = $1) as "requiresItself"`;

/** What became of a course that was to be saved; with the names of files that lack a text, if that is why not. */
export type CourseOutcome = { id: string } | { refused: SessionEditRefusal; files: string[] };

/** Writes what is taught and under which theme. */
@Injectable()
export class CourseService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly materials: MaterialQueries,
  ) {}

  /**
   * Makes or changes a course.
   * @returns its id, or why it was not saved
   * @throws NOT_FOUND, FORBIDDEN outside the networks of the editor, BAD_USER_INPUT if it would require itself
   */
  async save(input: CourseInput, me: Actor): Promise<CourseOutcome> {
    requireScope(me, input.networks);
    const work = async (): Promise<CourseOutcome> => {
      const course = input.id ? await this.locked(input.id, me) : new Course();
      const { slug } = input;
      const other = await this.db.repo(Course).findOneBy({ slug });
      const files = input.id ? await this.materials.withoutText(input.id) : [];
      const refused = whyNotSaveCourse(
        {
          version: input.version ?? null,
          status: input.status,
          material: input.material,
          filesWithoutText: files.length,
        },
        input.id ? course : null,
        other !== null && other.id !== course.id,
      );
      if (refused) return { refused, files: refused === 'FILE_WITHOUT_TEXT' ? files : [] };
      const saved = await this.db.repo(Course).save(
        Object.assign(course, {
          slug,
          networks: input.networks,
          themeId: input.themeId ?? null,
          title: input.title,
          summary: input.summary,
          description: input.description,
          material: input.material,
          locale: input.locale,
          minimumAge: input.minimumAge,
          status: input.status,
          updatedAt: this.clock.now(),
        }),
      );
      await this.require(saved.id, input.prerequisiteIds);
      await this.audit.write({ actor: me, action: 'course.save', subjectType: 'course', subjectId: saved.id });
      return { id: saved.id };
    };
    return this.db.transaction(work).catch(explainUnknown);
  }

  /** Makes or changes the theme of a network's quarter. */
  async saveTheme(args: ThemeArgs, me: Actor): Promise<Theme> {
    requireScope(me, [args.network]);
    return this.db.transaction(async () => {
      await this.db.repo(Theme).upsert({ ...args }, ['network', 'quarter']);
      const theme = await this.db.repo(Theme).findOneByOrFail({ network: args.network, quarter: args.quarter });
      await this.audit.write({ actor: me, action: 'theme.save', subjectType: 'theme', subjectId: theme.id });
      return theme;
    });
  }

  private async locked(id: string, me: Actor): Promise<Course> {
    const course = await this.db.repo(Course).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!course) throw notFound('Course');
    requireScope(me, course.networks);
    return course;
  }

  private async require(courseId: string, requiredIds: readonly string[]): Promise<void> {
    const [row] = await this.db.query<{ requiresItself: boolean }>(REQUIRES_ITSELF, [courseId, requiredIds]);
    if (row?.requiresItself)
      throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [
        { path: 'prerequisiteIds', rule: 'prerequisiteCycle' },
      ]);
    await this.db.repo(CoursePrerequisite).delete({ courseId });
    await this.db
      .repo(CoursePrerequisite)
      .insert(requiredIds.map((requiredCourseId) => ({ courseId, requiredCourseId })));
  }
}

/** @throws FORBIDDEN unless the editor coordinates one of the networks */
export function requireScope(me: Actor, networks: Course['networks']): void {
  if (!coordinatesOneOf(me, networks)) throw userError('FORBIDDEN', 'error.FORBIDDEN');
}
