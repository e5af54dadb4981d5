import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import type { BoardLine } from './reception-desk.types.js';

// Only what may hang on a wall: no family name, no code that opens anything.
const LINES = `
  select e.id as "enrolmentId", e.volunteer_id as "volunteerId", e.status, v.display_name as "displayName",
         k.label as "cardEnd", d.id as "sessionDateId", d.starts_at as "startsAt", d.ends_at as "endsAt",
         s.id as "sessionId", c.title as "courseTitle", c.locale as "courseLocale", p.name as "placeName",
         exists (select 1 from attendance t
                  where t.enrolment_id = e.id and t.session_date_id = d.id and t.status = 'present') as present
    from session_date d
    join training_session s on s.id = d.session_id and s.status = 'published'
    join course c on c.id = s.course_id
    left join place p on p.id = s.place_id
    join enrolment e on e.session_id = s.id and e.status in ('enrolled', 'offered')
    join volunteer v on v.id = e.volunteer_id
    left join contact o on o.volunteer_id = v.id
    left join account a on a.id = v.account_id
    left join card k on k.account_id = v.account_id and k.revoked_at is null
   where d.ends_at > $1 and d.starts_at < $1::timestamptz + make_interval(days => $2)
     and o.email is null and a.email is null
   order by d.starts_at, plain_text(v.display_name), e.id
   limit 1000`;

/** Who of the people without an address is expected where. */
@Injectable()
export class NoticeBoard {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Dates that are not over and begin within so many days, in their order. */
  lines(days: number): Promise<BoardLine[]> {
    return this.db.query<BoardLine>(LINES, [this.clock.now(), days]);
  }
}
