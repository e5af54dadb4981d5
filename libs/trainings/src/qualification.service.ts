import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database, violatedConstraint } from '#platform/database';
import { notFound, userError } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Jobs } from '#platform/jobs';
import { Clock, parisDay } from '#platform/kernel';
import { networksOf } from './course.queries.js';
import { requireScope } from './course.service.js';
import { CourseQualification, Qualification, QualificationCourse, QualificationGrant } from './qualification.entity.js';
import type { ProofInput, QualificationInput } from './qualification.inputs.js';
import { lastDay } from './qualification.rules.js';

const HERS = `
  select exists (select 1 from volunteer where id = $1) as "isKnown",
         exists (select 1 from membership where volunteer_id = $1 and network = any($2::text[])) as "isHers"`;

const COURSES_IN_REACH = `
  select count(*)::int as n from course where id = any($1::uuid[]) and networks && $2::text[]`;

// Requirements of courses of other networks stay as they are.
const EDITABLE = `
  delete from course_qualification cq using course c
   where c.id = cq.course_id and cq.qualification_id = $1 and c.networks && $2::text[]`;

const fault = (path: string, rule: string): Error =>
  userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path, rule }]);

/** Writes qualifications, and grants or withdraws them by hand. */
@Injectable()
export class QualificationService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes or changes a qualification; who has earned it by the new rule is granted it soon after.
   * @returns its id
   * @throws NOT_FOUND, FORBIDDEN outside the editor's networks, CONFLICT if somebody else saved it, BAD_USER_INPUT
   */
  async save(input: QualificationInput, me: Actor): Promise<string> {
    requireScope(me, input.networks);
    if ((input.needs === 'courses') !== (input.amount === null || input.amount === undefined))
      throw fault('amount', 'qualificationAmount');
    if (input.requiredByCourseIds.some((id) => input.earningCourseIds.includes(id)))
      throw fault('requiredByCourseIds', 'qualificationCycle');
    return this.db.transaction(async () => {
      const before = input.id ? await this.locked(input.id, input.version ?? null, me) : new Qualification();
      const other = await this.db.repo(Qualification).findOneBy({ slug: input.slug });
      if (other && other.id !== before.id) throw fault('slug', 'slugTaken');
      await this.requireCourses(input, me);
      const { id } = await this.db.repo(Qualification).save(
        Object.assign(before, {
          slug: input.slug,
          networks: input.networks,
          name: input.name,
          description: input.description,
          locale: input.locale,
          needs: input.needs,
          amount: input.amount ?? null,
          validMonths: input.validMonths ?? null,
          minimumAge: input.minimumAge ?? null,
          archived: input.archived,
          updatedAt: this.clock.now(),
        }),
      );
      await this.writeCourses(id, input, me);
      await this.audit.write({ actor: me, action: 'qualification.save', subjectType: 'qualification', subjectId: id });
      await this.jobs.add('qualifications.grant', { qualificationId: id }, { key: `qualifications.grant:${id}` });
      return id;
    });
  }

  /**
   * Grants one for a diploma from elsewhere.
   * @returns the id of the grant
   * @throws NOT_FOUND, FORBIDDEN outside the networks of the coordinator, BAD_USER_INPUT for a day that does not exist or lies ahead, or when
   * she was granted it for a proof of that day already
   */
  async grant(input: ProofInput, me: Actor): Promise<string> {
    const { qualificationId, volunteerId, proof, grantedOn } = input;
    const qualification = await this.scoped(qualificationId, me);
    await this.requireHers(volunteerId, me);
    const day = new Date(`${grantedOn}T00:00:00Z`);
    if (
      Number.isNaN(day.getTime()) ||
      !day.toISOString().startsWith(grantedOn) ||
      grantedOn > parisDay(this.clock.now())
    )
      throw fault('grantedOn', 'dayPassed');
    try {
      return await this.db.transaction(async () => {
        const { identifiers } = await this.db.repo(QualificationGrant).insert({
          qualificationId,
          volunteerId,
          how: 'proof',
          grantedOn,
          validUntil: lastDay(grantedOn, qualification.validMonths),
          proof,
          grantedBy: me.accountId,
          createdAt: this.clock.now(),
        });
        const id = String((identifiers[0] as { id: string }).id);
        const subject = { subjectType: 'qualification_grant', subjectId: id, volunteerId };
        await this.audit.write({
          actor: me,
          action: 'qualification.grant',
          ...subject,
          details: { qualification: qualification.slug, grantedOn },
        });
        return id;
      });
    } catch (error) {
      if (violatedConstraint(error) === 'qualification_grant_once') throw fault('grantedOn', 'grantedAlready');
      throw error;
    }
  }

  /** Takes a grant back, for a reason that she reads. @throws NOT_FOUND, FORBIDDEN outside the coordinator's networks */
  async withdraw(id: string, reason: string, me: Actor): Promise<void> {
    await this.db.transaction(async () => {
      const repo = this.db.repo(QualificationGrant);
      const grant = await repo.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!grant || grant.withdrawnAt) throw notFound('Grant');
      const { volunteerId, qualificationId } = grant;
      const { slug } = await this.scoped(qualificationId, me);
      await this.requireHers(volunteerId, me);
      await repo.update({ id }, { withdrawnAt: this.clock.now(), withdrawnBy: me.accountId, withdrawnReason: reason });
      const subject = { subjectType: 'qualification_grant', subjectId: id, volunteerId };
      const details = { qualification: slug };
      await this.audit.write({ actor: me, action: 'qualification.withdraw', ...subject, purpose: reason, details });
    });
  }

  private async scoped(id: string, me: Actor): Promise<Qualification> {
    const found = await this.db.repo(Qualification).findOneBy({ id });
    if (!found) throw notFound('Qualification');
    requireScope(me, found.networks);
    return found;
  }

  private async locked(id: string, version: number | null, me: Actor): Promise<Qualification> {
    const found = await this.db.repo(Qualification).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!found) throw notFound('Qualification');
    requireScope(me, found.networks);
    if (found.version !== version) throw userError('CONFLICT', 'error.CONFLICT');
    return found;
  }

  private async requireHers(volunteerId: string, me: Actor): Promise<void> {
    const [row] = await this.db.query<{ isKnown: boolean; isHers: boolean }>(HERS, [volunteerId, networksOf(me)]);
    if (!row?.isKnown) throw notFound('Volunteer');
    if (!row.isHers) throw userError('FORBIDDEN', 'error.FORBIDDEN');
  }

  /** Courses that earn or renew may be anybody's; who closes a course to people must coordinate it. */
  private async requireCourses(input: QualificationInput, me: Actor): Promise<void> {
    const all = [...new Set([...input.earningCourseIds, ...input.renewingCourseIds])];
    const reach = async (ids: readonly string[], networks: readonly string[]): Promise<number> =>
      (await this.db.query<{ n: number }>(COURSES_IN_REACH, [ids, networks]))[0]?.n ?? 0;
    if ((await reach(all, ['solidarity', 'climate'])) !== all.length) throw fault('earningCourseIds', 'isUuid');
    if ((await reach(input.requiredByCourseIds, networksOf(me))) !== input.requiredByCourseIds.length)
      throw fault('requiredByCourseIds', 'isUuid');
  }

  private async writeCourses(id: string, input: QualificationInput, me: Actor): Promise<void> {
    await this.db.repo(QualificationCourse).delete({ qualificationId: id });
    const earns = input.earningCourseIds.map((courseId) => ({
      qualificationId: id,
      courseId,
      purpose: 'earns' as const,
    }));
    const renews = input.renewingCourseIds.map((courseId) => ({
      qualificationId: id,
      courseId,
      purpose: 'renews' as const,
    }));
    await this.db.repo(QualificationCourse).insert([...earns, ...renews]);
    await this.db.query(EDITABLE, [id, networksOf(me)]);
    await this.db
      .repo(CourseQualification)
      .insert(input.requiredByCourseIds.map((courseId) => ({ courseId, qualificationId: id })));
  }
}
