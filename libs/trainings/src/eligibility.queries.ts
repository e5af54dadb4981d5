import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Network } from '#platform/kernel';
import type { QualificationLink } from './course.types.js';
import type { PersonState } from './enrolment.rules.js';
import { WAYS_TO_QUALIFY as WAYS } from './qualification-ways.js';

/** A person with regard to a session, and the key of the tap by which she asks. */
export interface Asked {
  sessionId: string;
  volunteerId: string;
  idempotencyKey?: string | null;
}

/** A course somebody must attend first. */
export interface MissingCourse {
  id: string;
  slug: string;
  title: string;
  /** The qualification that she lacks and this course gives, if the course itself is not what is required. */
  gives?: QualificationLink;
}

/** Another booking at the same time. */
export interface Overlap {
  sessionId: string;
  courseTitle: string;
  startsAt: Date;
  endsAt: Date;
}

/** What the rules and the answers need to know of a person with regard to a session. */
export interface PersonFacts extends PersonState {
  missing: MissingCourse[];
  overlap: Overlap | null;
  /** Her active booking in this session. */
  hereId: string | null;
  /** The booking that the same tap made before. */
  sameTapId: string | null;
  /** People on the waiting list of this session. */
  waitingCount: number;
  /** Networks that she is in, if the seats of this session are shared out between them; else none are looked up. */
  networks: Network[];
}

interface FactsRow {
  networks: Network[] | null;
  hasProfile: boolean;
  oldEnough: boolean | null;
  missing: MissingCourse[] | null;
  ways: MissingCourse[] | null;
  hereId: string | null;
  sameTapId: string | null;
  overlap: { sessionId: string; courseTitle: string; startsAt: string; endsAt: string } | null;
  waitingCount: number;
}

// One statement for any number of people and sessions: the batch of enrolments, the head of a waiting list and the
// button of one page ask the same. Of the contact data only the comparison of the year of birth leaves the database.
const FACTS = `
  with queue as materialized (
    select session_id, count(*)::int as length
      from enrolment where session_id = any($1::uuid[]) and status = 'waiting' group by session_id)
  select v.id is not null as "hasProfile",
         (select case when k.birth_year is not null
                   then extract(year from s.starts_at at time zone 'Europe/Paris') - k.birth_year >= c.minimum_age
                   when k.vouched_age >= c.minimum_age then true end
            from contact k where k.volunteer_id = a.volunteer_id) as "oldEnough",
         case when exists (select 1 from course_prerequisite p where p.course_id = s.course_id) then
           (select json_agg(json_build_object('id', r.id, 'slug', r.slug, 'title', r.title) order by r.title)
              from course_prerequisite p
              join course r on r.id = p.required_course_id
             where p.course_id = s.course_id
               and not exists (select 1 from held_course h
                                where h.volunteer_id = a.volunteer_id and h.course_id = r.id)) end as missing,
         case when exists (select 1 from course_qualification cq where cq.course_id = s.course_id) then
           ${WAYS} end as ways,
         (select e.id from enrolment e
           where e.session_id = a.session_id and e.volunteer_id = a.volunteer_id
             and e.status in ('waiting', 'offered', 'enrolled')) as "hereId",
         (select e.id from enrolment e
           where e.volunteer_id = a.volunteer_id and e.idempotency_key = a.key) as "sameTapId",
         (select json_build_object('sessionId', os.id, 'courseTitle', oc.title,
                                   'startsAt', od.starts_at, 'endsAt', od.ends_at)
            from enrolment oe
            join training_session os on os.id = oe.session_id and os.status = 'published'
            join course oc on oc.id = os.course_id
            join session_date od on od.session_id = os.id
            join session_date d on d.session_id = a.session_id
                               and d.starts_at < od.ends_at and od.starts_at < d.ends_at
           where oe.volunteer_id = a.volunteer_id and oe.session_id <> a.session_id
             and oe.status in ('enrolled', 'offered')
           order by od.starts_at limit 1) as overlap,
         case when s.quota_release_days is not null then
           array(select m.network from membership m where m.volunteer_id = a.volunteer_id and m.left_at is null)
         end as networks,
         coalesce(q.length, 0) as "waitingCount"
    from unnest($1::uuid[], $2::uuid[], $3::text[]) with ordinality as a(session_id, volunteer_id, key, ord)
    left join training_session s on s.id = a.session_id
    left join course c on c.id = s.course_id
    left join volunteer v on v.id = a.volunteer_id
    left join queue q on q.session_id = a.session_id
   order by a.ord`;

/** What is known of people with regard to sessions. */
@Injectable()
export class EligibilityQueries {
  constructor(private readonly db: Database) {}

  /** The facts of each, in the order in which they were asked. */
  async of(asked: readonly Asked[]): Promise<PersonFacts[]> {
    if (asked.length === 0) return [];
    const values = [
      asked.map(({ sessionId }) => sessionId),
      asked.map(({ volunteerId }) => volunteerId),
      asked.map(({ idempotencyKey }) => idempotencyKey ?? null),
    ];
    // For many it is planned anew each time: a plan kept from when the tables were small would read them whole for each
    // person, and the rush that makes them grow is when it matters.
    const rows =
      asked.length === 1
        ? await this.db.read<FactsRow>('person-facts', FACTS, values)
        : await this.db.query<FactsRow>(FACTS, values);
    return rows.map(({ missing, ways, networks, ...row }) => ({
      ...row,
      networks: networks ?? [],
      missing: [...(missing ?? []), ...(ways ?? [])],
      overlap: row.overlap && {
        ...row.overlap,
        startsAt: new Date(row.overlap.startsAt),
        endsAt: new Date(row.overlap.endsAt),
      },
      missingCount: missing?.length ?? 0,
      unqualified: ways !== null && ways.length > 0,
      activeHere: row.hereId !== null,
      overlaps: row.overlap !== null,
    }));
  }
}
