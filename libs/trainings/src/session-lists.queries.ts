import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, type Page, pageOf, pageSize } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Clock, type Network } from '#platform/kernel';
import { networksOf } from './course.queries.js';
import type { SessionStatus } from './session.rules.js';
import type { CoordinatorSessionRow } from './session.types.js';

/** Which sessions a coordinator wants to see; null means no wish. */
export interface CoordinatorSearch {
  network: Network | null;
  status: SessionStatus | null;
  text: string | null;
  past: boolean;
}

const ROW = `
  s.id, c.title as "courseTitle", c.slug as "courseSlug", s.starts_at as "startsAt", s.status,
  s.template_name as "templateName", p.name as "placeName", s.capacity, s.extra_seats as "extraSeats",
  s.seats_taken as "seatsTaken",
  (select count(*)::int from enrolment e where e.session_id = s.id and e.status = 'waiting') as "waitingCount",
  (select count(*)::int from enrolment e where e.session_id = s.id and e.status = 'offered') as "offeredCount"`;

const TABLES = `
  training_session s
  join course c on c.id = s.course_id
  left join place p on p.id = s.place_id`;

// Not prepared: a plan for all wishes at once would be a bad one for each (see SessionCards).
// Templates have no time of their own, so they are neither past nor to come: they are listed only when asked for.
const WANTED = `
  c.networks && $1::text[]
  and ($2::text is null or $2 = any (c.networks))
  and case when $3::text is null then s.status <> 'template' else s.status = $3 end
  and ($4::text is null or position(unaccent(lower($4)) in
        unaccent(lower(concat_ws(' ', c.title, p.name, s.template_name)))) > 0)
  and (s.status = 'template' or (s.ends_at <= $5) = $6::boolean)`;

const KEY = `($7::timestamptz is null or (s.starts_at, s.id)`;
const UPCOMING = `select ${ROW} from ${TABLES} where ${WANTED} and ${KEY} > ($7, $8::uuid))
  order by s.starts_at, s.id limit $9`;
const PAST = `select ${ROW} from ${TABLES} where ${WANTED} and ${KEY} < ($7, $8::uuid))
  order by s.starts_at desc, s.id desc limit $9`;
const COUNT = `select count(*)::int as n from ${TABLES} where ${WANTED}`;

const OF_TRAINER = `
  select ${ROW} from ${TABLES}
    join session_trainer st on st.session_id = s.id
   where st.volunteer_id = $1 and s.status in ('published', 'cancelled') and s.ends_at > $2::timestamptz - interval '30 days'
   order by s.starts_at, s.id
   limit 200`;

/** Lists of sessions for those who run them. */
@Injectable()
export class SessionLists {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Sessions of the networks that the reader coordinates: the next first, or the latest first among past ones. */
  async page(
    me: Actor,
    search: CoordinatorSearch,
    first: number,
    after: string | null,
  ): Promise<Omit<Page<CoordinatorSessionRow>, 'total'>> {
    const size = pageSize(first);
    const [startsAt, id] = after ? decodeCursor(after, 2) : [null, null];
    const values = [...this.wishes(me, search), startsAt, id, size + 1];
    const rows = search.past
      ? await this.db.query<CoordinatorSessionRow>(PAST, values)
      : await this.db.query<CoordinatorSessionRow>(UPCOMING, values);
    return pageOf(rows, size, (row) => encodeCursor([row.startsAt.toISOString(), row.id]));
  }

  /** How many sessions the whole list has. */
  async count(me: Actor, search: CoordinatorSearch): Promise<number> {
    const [row] = await this.db.query<{ n: number }>(COUNT, this.wishes(me, search));
    return row?.n ?? 0;
  }

  /** Sessions that somebody gives, from those of the last 30 days on. */
  ofTrainer(volunteerId: string): Promise<CoordinatorSessionRow[]> {
    return this.db.read<CoordinatorSessionRow>('trainer-sessions', OF_TRAINER, [volunteerId, this.clock.now()]);
  }

  private wishes(me: Actor, search: CoordinatorSearch): unknown[] {
    const { network, status, text, past } = search;
    return [networksOf(me), network === 'paris' ? null : network, status, text?.trim() || null, this.clock.now(), past];
  }
}
