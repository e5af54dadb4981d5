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
  s.capacity, s.capacity + s.extra_seats - s.seats_taken as "seatsLeft",
  (select count(*)::int from enrolment e where e.session_id = s.id and e.status = 'waiting') as "waitingCount",
  s.languages, p.step_free as "stepFree", s.accessibility, r.name as "partnerName",
  s.enrolment_opens_at as "enrolmentOpensAt", s.enrolment_closes_at as "enrolmentClosesAt"`;

const TABLES = `
  training_session s
  join course c on c.id = s.course_id
  left join theme t on t.id = c.theme_id
  left join place p on p.id = s.place_id
  left join partner r on r.id = s.partner_id`;

/** What each wish asks of a session; `?` stands for its value. */
const WISHES: { [Wish in keyof SessionSearch]-?: string } = {
  network: `(? = 'paris' or ? = any (c.networks))`,
  theme: `c.theme_id = ?::uuid`,
  courseSlug: `c.slug = ?`,
  language: `? = any (s.languages)`,
  arrondissement: `p.arrondissement = ?::int`,
  mode: `s.mode = ?`,
  stepFree: `? and (s.mode = 'online' or p.step_free)`,
  evenings: `? and extract(hour from s.starts_at at time zone 'Europe/Paris') >= 18`,
  weekends: `? and extract(isodow from s.starts_at at time zone 'Europe/Paris') >= 6`,
  withSeats: `? and s.seats_taken < s.capacity + s.extra_seats`,
  text: `position(unaccent(lower(?)) in
          unaccent(lower(concat_ws(' ', c.title, c.summary, t.title, p.name, r.name)))) > 0`,
  from: `s.starts_at >= ?::timestamptz`,
};

// Sessions with several dates may have begun weeks ago; nobody can join those any more, so the list starts here.
const BEGUN_AT_MOST_HOURS_AGO = 12;
/** Sizes of page that are worth a prepared statement: those that our pages ask for. */
const USUAL_PAGES = [4, 20];
const MEMBERS_KEPT_MS = 60_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

const HOME = `
  select n.network,
         case when $2 then
           (select count(*)::int from membership m where m.network = n.network and m.left_at is null) end as members,
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

/** A statement with its values, and its name if it is worth preparing. */
interface Statement {
  name: string | null;
  where: string;
  values: unknown[];
}

/**
 * The lists that most visitors read, each by one statement into plain objects: no entity, no field resolver.
 *
 * The text holds only the wishes that somebody has. One text for all of them ("is null or") would be planned for the
 * worst of them: measured at 50,000 sessions, 580 ms instead of 0.7. Texts with at most one wish are prepared under their
 * name; the many others are planned as they come, so that connections do not fill up with rare ones.
 */
@Injectable()
export class SessionCards {
  private members = new Map<Network, number>();
  private countedAt = -Infinity;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Published sessions that are not over, by start; running ones only during their first hours. */
  async page(search: SessionSearch, first: number, after: string | null): Promise<Omit<Page<SessionCard>, 'total'>> {
    const size = pageSize(first);
    const { name, where, values } = this.statement(search, after);
    // The limit is part of the text: of an unknown limit Postgres expects the worst, and plans anew each time.
    const text = `select ${CARD} from ${TABLES} where ${where} order by s.starts_at, s.id limit ${size + 1}`;
    const prepared = name !== null && USUAL_PAGES.includes(size) ? `session-cards-${size}${name}` : null;
    const rows = await this.run<SessionCard>(prepared, text, values);
    return pageOf(rows, size, (row) => encodeCursor([row.startsAt.toISOString(), row.id]));
  }

  /** How many sessions the whole list has. */
  async count(search: SessionSearch): Promise<number> {
    const { name, where, values } = this.statement(search, null);
    const text = `select count(*)::int as n from ${TABLES} where ${where}`;
    const [row] = await this.run<{ n: number }>(name && `session-cards-count${name}`, text, values);
    return row?.n ?? 0;
  }

  /** What the home page says about each network. How many belong to it may be a minute old. */
  async home(): Promise<HomeNetwork[]> {
    const now = this.clock.now();
    // Counting a million rows takes half a second, and nobody sees one more or less.
    const isOld = Math.abs(now.getTime() - this.countedAt) > MEMBERS_KEPT_MS;
    const rows = await this.db.read<Omit<HomeNetwork, 'members'> & { members: number | null }>('home', HOME, [
      now,
      isOld,
    ]);
    if (isOld) {
      this.members = new Map(rows.map((row) => [row.network, row.members ?? 0]));
      this.countedAt = now.getTime();
    }
    return rows.map((row) => ({
      ...row,
      members: row.members ?? this.members.get(row.network) ?? 0,
      nextSession: row.nextSession && withDates(row.nextSession),
    }));
  }

  private statement(search: SessionSearch, after: string | null): Statement {
    const now = this.clock.now();
    const [startsAt, id] = after ? decodeCursor(after, 2) : [null, null];
    const earliest = new Date(now.getTime() - BEGUN_AT_MOST_HOURS_AGO * 3_600_000);
    const values: unknown[] = [now, startsAt ?? earliest, id ?? BEFORE_ALL];
    const had = (Object.keys(WISHES) as (keyof SessionSearch)[]).filter((wish) => isWished(search[wish]));
    const clauses = had.map((wish) => {
      values.push(typeof search[wish] === 'string' ? search[wish].trim() : search[wish]);
      return WISHES[wish].replaceAll('?', `$${values.length}`);
    });
    const always = `s.status = 'published' and s.ends_at > $1 and (s.starts_at, s.id) > ($2::timestamptz, $3::uuid)`;
    const name = had.length > 1 ? null : had.map((wish) => `-${wish}`).join('');
    return { name, where: [always, ...eitherOf(had, clauses)].join(' and '), values };
  }

  private run<T>(name: string | null, text: string, values: unknown[]): Promise<T[]> {
    return name === null ? this.db.query<T>(text, values) : this.db.read<T>(name, text, values);
  }
}

function isWished(value: SessionSearch[keyof SessionSearch]): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null && value !== false;
}

/** Evenings and weekends are times that somebody has: with both wishes, either will do. */
function eitherOf(wishes: readonly string[], clauses: readonly string[]): string[] {
  const times = clauses.filter((_, i) => wishes[i] === 'evenings' || wishes[i] === 'weekends');
  const others = clauses.filter((clause) => !times.includes(clause));
  return times.length > 0 ? [...others, `(${times.map((time) => `(${time})`).join(' or ')})`] : others;
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
