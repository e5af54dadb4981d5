import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, type Page, pageOf, pageSize } from '#platform/graphql';
import { Clock, type Network } from '#platform/kernel';
import type { SessionMode } from './session.rules.js';
import type { HomeNetwork, SessionCard } from './session.types.js';

/** What a reader of the catalogue looks for; null means no wish. */
export interface SessionSearch {
  network?: Network | null;
  theme?: string | null;
  courseSlug?: string | null;
  language?: string | null;
  arrondissement?: number | null;
  mode?: SessionMode | null;
  stepFree?: boolean | null;
  evenings?: boolean | null;
  weekends?: boolean | null;
  withSeats?: boolean | null;
  text?: string | null;
  from?: Date | null;
}

const CARD = `
  s.id, c.slug as "courseSlug", c.title as "courseTitle", c.summary as "courseSummary", c.locale as "courseLocale",
  c.networks, t.title as "themeTitle", s.mode, p.name as "placeName", p.arrondissement,
  s.starts_at as "startsAt", s.ends_at as "endsAt",
  (select count(*)::int from session_date d where d.session_id = s.id) as "dateCount",
  s.capacity, s.capacity - s.seats_taken as "seatsLeft",
  (select count(*)::int from enrolment e where e.session_id = s.id and e.status = 'waiting') as "waitingCount",
  s.languages, p.step_free as "stepFree", s.accessibility, r.name as "partnerName",
  s.enrolment_opens_at as "enrolmentOpensAt", s.enrolment_closes_at as "enrolmentClosesAt"`;

const TABLES = `
  training_session s
  join course c on c.id = s.course_id
  left join theme t on t.id = c.theme_id
  left join place p on p.id = s.place_id
  left join partner r on r.id = s.partner_id`;

// One text for every wish, so that it is prepared once: a wish that is null costs one comparison.
const WANTED = `
  s.status = 'published' and s.ends_at > $1
  and ($2::text is null or $2 = 'paris' or $2 = any (c.networks))
  and ($3::uuid is null or c.theme_id = $3)
  and ($4::text is null or c.slug = $4)
  and ($5::text is null or $5 = any (s.languages))
  and ($6::int is null or p.arrondissement = $6)
  and ($7::text is null or s.mode = $7)
  and ($8::boolean is not true or s.mode = 'online' or p.step_free)
  and (($9::boolean is not true and $10::boolean is not true)
       or ($9 and extract(hour from s.starts_at at time zone 'Europe/Paris') >= 18)
       or ($10 and extract(isodow from s.starts_at at time zone 'Europe/Paris') >= 6))
  and ($11::boolean is not true or s.seats_taken < s.capacity)
  and ($12::text is null or position(unaccent(lower($12)) in
        unaccent(lower(concat_ws(' ', c.title, c.summary, t.title, p.name, r.name)))) > 0)
  and (s.starts_at, s.id) > ($13::timestamptz, $14::uuid)`;

const PAGE = `select ${CARD} from ${TABLES} where ${WANTED} order by s.starts_at, s.id limit $15`;
const COUNT = `select count(*)::int as n from ${TABLES} where ${WANTED}`;

// Sessions with several dates may have begun weeks ago; nobody can join those any more, so the list starts here.
const BEGUN_AT_MOST_HOURS_AGO = 12;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

const HOME = `
  select n.network,
         (select count(*)::int from membership m where m.network = n.network and m.left_at is null) as members,
         (select row_to_json(card) from (
            select ${CARD} from ${TABLES}
             where s.status = 'published' and s.starts_at > $1 and n.network = any (c.networks)
             order by s.starts_at, s.id limit 1) card) as "nextSession",
         (select row_to_json(th) from theme th
           where th.network = n.network
             and th.quarter = to_char($1::timestamptz at time zone 'Europe/Paris', 'YYYY-"Q"Q')) as theme,
         (select count(*)::int from training_session s join course c on c.id = s.course_id
           where s.status = 'published' and s.starts_at > $1 and n.network = any (c.networks)
             and s.enrolment_opens_at <= $1 and s.enrolment_closes_at > $1) as "openSessions"
    from (values ('solidarity'), ('climate')) as n(network)`;

/**
 * The lists that most visitors read, each by one prepared statement into plain objects: no entity, no field resolver.
 */
@Injectable()
export class SessionCards {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Published sessions that are not over, by start; running ones only during their first hours. */
  async page(search: SessionSearch, first: number, after: string | null): Promise<Omit<Page<SessionCard>, 'total'>> {
    const size = pageSize(first);
    const rows = await this.db.read<SessionCard>('session-cards', PAGE, [...this.wishes(search, after), size + 1]);
    return pageOf(rows, size, (row) => encodeCursor([row.startsAt.toISOString(), row.id]));
  }

  /** How many sessions the whole list has. */
  async count(search: SessionSearch): Promise<number> {
    const [row] = await this.db.read<{ n: number }>('session-cards-count', COUNT, this.wishes(search, null));
    return row?.n ?? 0;
  }

  /** What the home page says about each network. */
  async home(): Promise<HomeNetwork[]> {
    const rows = await this.db.read<HomeNetwork>('home', HOME, [this.clock.now()]);
    return rows.map((row) => ({ ...row, nextSession: row.nextSession && withDates(row.nextSession) }));
  }

  private wishes(search: SessionSearch, after: string | null): unknown[] {
    const now = this.clock.now();
    const [startsAt, id] = after ? decodeCursor(after, 2) : [null, null];
    const earliest = new Date(now.getTime() - BEGUN_AT_MOST_HOURS_AGO * 3_600_000);
    const from = search.from && search.from > earliest ? search.from : earliest;
    return [
      now,
      search.network ?? null,
      search.theme ?? null,
      search.courseSlug ?? null,
      search.language ?? null,
      search.arrondissement ?? null,
      search.mode ?? null,
      search.stepFree ?? null,
      search.evenings ?? null,
      search.weekends ?? null,
      search.withSeats ?? null,
      search.text?.trim() || null,
      startsAt ?? from,
      id ?? BEFORE_ALL,
    ];
  }
}

/** JSON made by the database carries instants as text. */
function withDates(card: SessionCard): SessionCard {
  return {
    ...card,
    startsAt: new Date(card.startsAt),
    endsAt: new Date(card.endsAt),
    enrolmentOpensAt: new Date(card.enrolmentOpensAt),
    enrolmentClosesAt: new Date(card.enrolmentClosesAt),
  };
}
