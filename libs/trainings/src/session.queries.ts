import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Database } from '#platform/database';
import type { Actor } from '#platform/identity';
import { coordinatesOneOf, courseJson } from './course.queries.js';
import { isPublic } from './session.rules.js';
import type { SessionDateView, SessionView } from './session.types.js';

const VIEWS = `
  select s.id, ${courseJson('$2')} as course, s.mode,
         (select json_build_object('id', p.id, 'name', p.name, 'address', p.address, 'arrondissement', p.arrondissement,
                                   'accessDetails', p.access_details, 'stepFree', p.step_free,
                                   'hearingLoop', p.hearing_loop, 'latitude', p.latitude, 'longitude', p.longitude)
            from place p where p.id = s.place_id) as place,
         s.online_url as "onlineUrl",
         (select json_build_object('id', r.id, 'name', r.name) from partner r where r.id = s.partner_id) as partner,
         s.capacity, s.extra_seats as "extraSeats", s.capacity + s.extra_seats - s.seats_taken as "seatsLeft",
         s.quota_release_days as "quotaReleaseDays",
         case when s.quota_release_days is not null then
           (select json_agg(json_build_object('pool', p.pool, 'quota', p.quota, 'seats', p.seats,
                                              'seatsTaken', p.seats_taken))
              from seat_pool p where p.session_id = s.id) end as pools,
         (select count(*)::int from enrolment e where e.session_id = s.id and e.status = 'waiting') as "waitingCount",
         s.enrolment_opens_at as "enrolmentOpensAt", s.enrolment_closes_at as "enrolmentClosesAt",
         s.starts_at as "startsAt", s.ends_at as "endsAt",
         coalesce((select json_agg(json_build_object('id', d.id, 'startsAt', d.starts_at, 'endsAt', d.ends_at)
                                   order by d.starts_at)
                     from session_date d where d.session_id = s.id), '[]') as dates,
         array(select v.display_name from session_trainer st join volunteer v on v.id = st.volunteer_id
                where st.session_id = s.id order by v.display_name) as trainers,
         array(select st.volunteer_id from session_trainer st where st.session_id = s.id) as "trainerIds",
         s.languages, s.accessibility, s.notes, s.status, s.cancel_reason as "cancelReason",
         s.template_name as "templateName", s.version,
         $2::uuid is not null and (
           exists (select 1 from enrolment e
                    where e.session_id = s.id and e.volunteer_id = $2 and e.status = 'enrolled')
           or exists (select 1 from session_trainer st where st.session_id = s.id and st.volunteer_id = $2)) as "isInside"
    from training_session s
    join course c on c.id = s.course_id
   where s.id = any ($1::uuid[])`;

interface SessionRow extends SessionView {
  /** The reader holds a seat or gives the session. */
  isInside: boolean;
}

/** Sessions with all there is to know about them. */
@Injectable()
export class SessionQueries {
  constructor(private readonly db: Database) {}

  /** A session that the reader may see, else null. */
  async view(id: string, me: Actor | null): Promise<SessionView | null> {
    return isUUID(id) ? ((await this.views([id], me)).get(id) ?? null) : null;
  }

  /** Several sessions by one statement, by id; those that the reader may not see are left out. */
  async views(ids: readonly string[], me: Actor | null): Promise<Map<string, SessionView>> {
    const rows = await this.db.read<SessionRow>('session-views', VIEWS, [ids, me?.volunteerId ?? null]);
    const visible = rows.filter(
      (row) => isPublic(row.status) || row.isInside || coordinatesOneOf(me, row.course.networks),
    );
    return new Map(visible.map((row) => [row.id, viewFor(row, me)]));
  }

  /** A session as its own machinery sees it, whoever acts (links in mails, jobs). */
  async unguarded(ids: readonly string[]): Promise<Map<string, SessionView>> {
    const rows = await this.db.read<SessionRow>('session-views', VIEWS, [ids, null]);
    return new Map(rows.map((row) => [row.id, { ...row, dates: row.dates.map(withInstants) }]));
  }
}

function viewFor(row: SessionRow, me: Actor | null): SessionView {
  const { isInside, ...session } = row;
  const mayEdit = coordinatesOneOf(me, row.course.networks);
  const onlineUrl = isInside || mayEdit ? row.onlineUrl : null;
  return { ...session, onlineUrl, trainerIds: mayEdit ? row.trainerIds : [], dates: row.dates.map(withInstants) };
}

/** JSON made by the database carries instants as text. */
function withInstants(date: SessionDateView): SessionDateView {
  return { id: date.id, startsAt: new Date(date.startsAt), endsAt: new Date(date.endsAt) };
}
