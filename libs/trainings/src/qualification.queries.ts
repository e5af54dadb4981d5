import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Actor } from '#platform/identity';
import { Clock, parisDay } from '#platform/kernel';
import { networksOf } from './course.queries.js';
import { EvidenceQueries } from './qualification-evidence.queries.js';
import { type Evidence, endOf, progressOf, plusMonths, stateOn } from './qualification.rules.js';
import type { CourseQualifications, GrantView, MyQualification, QualificationView } from './qualification.types.js';

/** Courses `r` as links, in the shape of `CourseLink`. */
const LINK = `json_build_object('id', r.id, 'slug', r.slug, 'title', r.title, 'held', null)`;
const coursesFor = (purpose: string): string => `
  coalesce((select json_agg(${LINK} order by r.title)
              from qualification_course qc join course r on r.id = qc.course_id
             where qc.qualification_id = q.id and qc.purpose = '${purpose}'), '[]')`;

const VIEWS = `
  select q.id, q.slug, q.networks, q.name, q.description, q.locale, q.needs, q.amount, q.valid_months as "validMonths",
         q.minimum_age as "minimumAge", q.archived, q.version,
         ${coursesFor('earns')} as "earnedBy", ${coursesFor('renews')} as "renewedBy",
         coalesce((select json_agg(${LINK} order by r.title)
                     from course_qualification cq join course r on r.id = cq.course_id
                    where cq.qualification_id = q.id), '[]') as "requiredBy"
    from qualification q`;
const ALL = `${VIEWS} order by q.archived, q.name, q.id`;
const BY_ID = `${VIEWS} where q.id = $1`;

const GRANTS = `
  select g.id, g.volunteer_id as "volunteerId", v.display_name as "displayName", g.how,
         g.granted_on::text as "grantedOn", g.valid_until::text as "validUntil", g.proof,
         g.withdrawn_at as "withdrawnAt", g.withdrawn_reason as "withdrawnReason"
    from qualification_grant g join volunteer v on v.id = g.volunteer_id`;
const HOLDERS = `
  ${GRANTS}
   where g.qualification_id = $1
     and exists (select 1 from membership m where m.volunteer_id = g.volunteer_id and m.network = any($2::text[]))
   order by g.granted_on desc, v.display_name, g.id
   limit 500`;
const GRANT_BY_ID = `${GRANTS} where g.id = $1`;

const OF_COURSE = `
  select q.id, 'required' as as from course_qualification cq join qualification q on q.id = cq.qualification_id
    join course c on c.id = cq.course_id where c.slug = $1
  union all
  select q.id, qc.purpose from qualification_course qc join qualification q on q.id = qc.qualification_id
    join course c on c.id = qc.course_id where c.slug = $1 and not q.archived`;

/** Reads about qualifications. */
@Injectable()
export class QualificationQueries {
  constructor(
    private readonly db: Database,
    private readonly evidence: EvidenceQueries,
    private readonly clock: Clock,
  ) {}

  /** All of them, those that are granted no longer last. */
  all(): Promise<QualificationView[]> {
    return this.db.query<QualificationView>(ALL);
  }

  async byId(id: string): Promise<QualificationView | null> {
    const [view] = await this.db.query<QualificationView>(BY_ID, [id]);
    return view ?? null;
  }

  /** Who was granted it, of the networks that the reader coordinates; the latest first, 500 at most. */
  holders(id: string, me: Actor): Promise<GrantView[]> {
    return this.db.query<GrantView>(HOLDERS, [id, networksOf(me)]);
  }

  async grant(id: string): Promise<GrantView | null> {
    const [grant] = await this.db.query<GrantView>(GRANT_BY_ID, [id]);
    return grant ?? null;
  }

  /** Where somebody stands with everything that is granted, and with what she was granted before. */
  async of(volunteerId: string | null): Promise<MyQualification[]> {
    const views = await this.all();
    const known = volunteerId ? (await this.evidence.of([volunteerId], views)).get(volunteerId) : undefined;
    return views
      .map((view) => this.standing(view, known?.get(view.id)))
      .filter(({ qualification, state }) => !qualification.archived || state !== 'none');
  }

  /** What a course asks for, earns and renews. */
  async ofCourse(slug: string, volunteerId: string | null): Promise<CourseQualifications> {
    const rows = await this.db.query<{ id: string; as: 'required' | 'earns' | 'renews' }>(OF_COURSE, [slug]);
    const answer: CourseQualifications = { required: [], earns: [], renews: [] };
    if (rows.length === 0) return answer;
    const mine = new Map((await this.of(volunteerId)).map((one) => [one.qualification.id, one]));
    for (const { id, as } of rows) {
      const one = mine.get(id);
      if (one && as === 'required') answer.required.push(one);
      else if (one && as !== 'required') answer[as].push(one.qualification);
    }
    return answer;
  }

  private standing(
    view: QualificationView,
    evidence: (Evidence & { granted: Evidence['proofs'] }) | undefined,
  ): MyQualification {
    const today = parisDay(this.clock.now());
    const rule = EvidenceQueries.ruleOf(view);
    const granted = evidence?.granted ?? [];
    const from = rule.validMonths === null ? null : plusMonths(today, -rule.validMonths);
    const counted = progressOf(rule, evidence ?? EvidenceQueries.NONE, from, today);
    const since = granted.map(({ grantedOn }) => grantedOn).sort();
    return {
      qualification: view,
      state: stateOn(granted, today),
      grantedOn: since.at(-1) ?? null,
      validUntil: endOf(granted),
      have: Math.min(counted.have, counted.needed),
      needed: counted.needed,
    };
  }
}
