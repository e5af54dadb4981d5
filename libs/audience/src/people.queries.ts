import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, type Page, pageOf, pageSize } from '#platform/graphql';
import type { PeopleFilter } from './condition.rules.js';
import { LIKENESS, type Sight, type Statement, statement, whichPeople } from './condition-sql.rules.js';
import { CURSOR_KEYS, orderOf, type PeopleSort } from './people-order.rules.js';
import type { PeopleCount, PersonRow } from './people.types.js';

/** Which page of the table. */
export interface PageWish {
  filter: PeopleFilter;
  sort: PeopleSort;
  descending: boolean;
  first: number;
  after: string | null;
}

/** Above this a count says "more than": counting a million exactly costs more than the page. */
export const COUNTED_UP_TO = 100_000;

// The page is found first, by an index where there is one; what is shown of its people is then looked up for them alone.
const SHOWN = (page: string, networks: string): string => `
  select p.key, v.id, v.display_name as "displayName", v.arrondissement, v.commune, v.languages, v.source,
         v.created_at as "createdAt", v.account_id is not null as "hasAccount",
         array(select m.network from membership m
                where m.volunteer_id = v.id and m.left_at is null order by m.network) as networks,
         coalesce((select json_agg(json_build_object('id', t.id, 'network', t.network, 'name', t.name, 'colour', t.colour)
                                   order by t.name)
                     from volunteer_tag g join tag t on t.id = g.tag_id
                    where g.volunteer_id = v.id and t.network = any(${networks}::text[])), '[]') as tags,
         (select count(distinct h.course_id)::int from held_course h where h.volunteer_id = v.id) as trainings,
         (select max(d.starts_at) from enrolment e
            join attendance a on a.enrolment_id = e.id and a.status = 'present'
            join session_date d on d.id = a.session_date_id
           where e.volunteer_id = v.id) as "lastPresenceAt"
    from (${page}) p join volunteer v on v.id = p.id
   order by p.at`;

type Row = PersonRow & { key: string };

/** The table of people: pages and counts. */
@Injectable()
export class PeopleQueries {
  constructor(private readonly db: Database) {}

  /** One page of those within sight who match. */
  async page(sight: Sight, wish: PageWish): Promise<Omit<Page<PersonRow>, 'total'>> {
    const size = pageSize(wish.first);
    const rows = await this.ask<Row>(wish.filter, pageStatement(sight, wish, size + 1));
    return pageOf(rows, size, ({ key, displayName, id }) => encodeCursor([key, displayName, id]));
  }

  /** How many there are, exactly up to `COUNTED_UP_TO`. */
  async count(sight: Sight, filter: PeopleFilter): Promise<PeopleCount> {
    const [row] = await this.ask<{ n: number }>(filter, countStatement(sight, filter));
    const count = row?.n ?? 0;
    return { count: Math.min(count, COUNTED_UP_TO), exact: count <= COUNTED_UP_TO };
  }

  /** One person of the table, or null when she is out of sight. */
  async one(sight: Sight, id: string): Promise<PersonRow | null> {
    const filter = { text: null, conditions: [], only: [id] };
    const wish: PageWish = { filter, sort: 'name', descending: false, first: 1, after: null };
    const [row] = await this.ask<Row>(filter, pageStatement(sight, wish, 1));
    return row ?? null;
  }

  /** A search by name needs its measure of likeness for the length of its transaction. */
  async ask<T>(filter: PeopleFilter, { text, values }: Statement): Promise<T[]> {
    if (filter.text === null) return this.db.query<T>(text, values);
    return this.db.transaction(async () => {
      await forgiving(this.db);
      return this.db.query<T>(text, values);
    });
  }
}

/** Sets the likeness at which a word of a name counts as found, until the running transaction ends. */
export async function forgiving(db: Database): Promise<void> {
  await db.query(`select set_config('pg_trgm.word_similarity_threshold', $1, true)`, [String(LIKENESS)]);
}

/** The statement of a page, with one row more than shown. */
export function pageStatement(sight: Sight, wish: PageWish, limit: number): Statement {
  const { filter, sort, descending, after } = wish;
  return statement((bind) => {
    const order = orderOf(sort, descending, filter.text, bind);
    const keys = after === null ? null : decodeCursor(after, CURSOR_KEYS);
    const from = keys ? `\n  and ${order.after(keys)}` : '';
    const page = `select v.id, ${order.key} as key, row_number() over (order by ${order.by}) as at from volunteer v
      where ${whichPeople(filter, sight, bind)}${from} order by ${order.by} limit ${bind(limit)}`;
    return SHOWN(page, bind(sight.networks));
  });
}

/** The statement of a count. */
export function countStatement(sight: Sight, filter: PeopleFilter): Statement {
  return statement(
    (bind) => `select count(*)::int as n from (select 1 from volunteer v
      where ${whichPeople(filter, sight, bind)} limit ${bind(COUNTED_UP_TO + 1)}) x`,
  );
}
