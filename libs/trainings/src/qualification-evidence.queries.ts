import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { AttendedDate, Evidence, Granted, HeldCourse, QualificationRule } from './qualification.rules.js';
import type { QualificationView } from './qualification.types.js';

const DATES = `
  select h.volunteer_id as "volunteerId", h.course_id as "courseId", h.position, h.minutes, h.counts,
         (h.starts_at at time zone 'Europe/Paris')::date::text as day
    from attended_hours h where h.volunteer_id = any($1::uuid[]) and h.course_id = any($2::uuid[])
   order by h.starts_at`;

const HELD = `
  select h.volunteer_id as "volunteerId", h.course_id as "courseId",
         h.held_on::text as day
    from held_course h where h.volunteer_id = any($1::uuid[]) and h.course_id = any($2::uuid[])
   order by h.held_at`;

const GRANTS = `
  select volunteer_id as "volunteerId", qualification_id as "qualificationId", how, granted_on::text as "grantedOn",
         valid_until::text as "validUntil", withdrawn_at is not null as "isWithdrawn"
    from qualification_grant where volunteer_id = any($1::uuid[])
   order by granted_on`;

/** What somebody did for a qualification, and every grant of it that stands. */
export interface KnownEvidence extends Evidence {
  granted: Granted[];
}

interface GrantRow extends Granted {
  volunteerId: string;
  qualificationId: string;
  isWithdrawn: boolean;
}

type Of<T> = T & { volunteerId: string };

/** What people did that may qualify them. */
@Injectable()
export class EvidenceQueries {
  /** Of somebody who did nothing yet. */
  static readonly NONE: KnownEvidence = { attended: [], held: [], proofs: [], withdrawn: [], granted: [] };

  constructor(private readonly db: Database) {}

  static ruleOf({ needs, amount, earnedBy, renewedBy, validMonths }: QualificationView): QualificationRule {
    return {
      needs,
      amount,
      validMonths,
      earningCourseIds: earnedBy.map(({ id }) => id),
      renewingCourseIds: renewedBy.map(({ id }) => id),
    };
  }

  /** By volunteer, then by qualification; by three statements for any number of people. */
  async of(
    volunteerIds: readonly string[],
    qualifications: readonly QualificationView[],
  ): Promise<Map<string, Map<string, KnownEvidence>>> {
    const courses = qualifications.flatMap(({ earnedBy, renewedBy }) =>
      [...earnedBy, ...renewedBy].map(({ id }) => id),
    );
    const values = [volunteerIds, [...new Set(courses)]];
    const dates = grouped(await this.db.query<Of<AttendedDate>>(DATES, values));
    const held = grouped(await this.db.query<Of<HeldCourse>>(HELD, values));
    const grants = grouped(await this.db.query<GrantRow>(GRANTS, [volunteerIds]));
    return new Map(
      volunteerIds.map((id) => {
        const mine = grants.get(id) ?? [];
        const evidence = { attended: dates.get(id) ?? [], held: held.get(id) ?? [] };
        return [id, new Map(qualifications.map((one) => [one.id, { ...evidence, ...grantsFor(one.id, mine) }]))];
      }),
    );
  }
}

function grantsFor(qualificationId: string, rows: readonly GrantRow[]): Omit<KnownEvidence, 'attended' | 'held'> {
  const own = rows.filter((row) => row.qualificationId === qualificationId);
  const granted = own.filter(({ isWithdrawn }) => !isWithdrawn);
  return {
    granted,
    proofs: granted.filter(({ how }) => how === 'proof'),
    withdrawn: own.filter(({ isWithdrawn, how }) => isWithdrawn && how !== 'proof'),
  };
}

function grouped<T extends { volunteerId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.volunteerId, [...(groups.get(row.volunteerId) ?? []), row]);
  return groups;
}
