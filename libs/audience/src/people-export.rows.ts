import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { isMessageKey, t } from '#platform/i18n';
import { type Locale, type Network, parisDay } from '#platform/kernel';
import type { ExportColumn } from './export-columns.rules.js';
import type { PeopleExport } from './people-export.entity.js';

/** A value of a cell before it is made safe. */
export type Cell = string | number | null;

interface Row extends Record<Exclude<ExportColumn, 'joinedOn' | 'lastPresence'>, string | number | string[] | null> {
  joinedOn: Date;
  lastPresence: Date | null;
}

/** Rows fetched at a time: enough to be quick, few enough to be nothing in memory. */
const STEP = 500;

// The lines of the journal say who is in the file: exactly those who were told.
const ROWS = `
  declare exported no scroll cursor for
  select v.display_name as "displayName", c.given_name as "givenName", c.family_name as "familyName",
         coalesce(c.email, a.email)::text as email, c.phone, c.birth_year as "birthYear",
         array(select m.network from membership m
                where m.volunteer_id = v.id and m.left_at is null order by m.network) as networks,
         v.arrondissement, v.commune, v.languages, v.skills, v.themes, v.availability,
         array(select t.name::text from volunteer_tag g join tag t on t.id = g.tag_id
                where g.volunteer_id = v.id and t.network = any($2::text[]) order by t.name) as tags,
         -- What costs is only looked up when the file shows it.
         case when 'trainings' = any($3::text[]) then
           (select count(distinct h.course_id)::int from held_course h where h.volunteer_id = v.id) end as trainings,
         case when 'lastPresence' = any($3::text[]) then
         (select max(d.starts_at) from enrolment e
            join attendance p on p.enrolment_id = e.id and p.status = 'present'
            join session_date d on d.id = p.session_date_id
           where e.volunteer_id = v.id) end as "lastPresence",
         v.source, v.created_at as "joinedOn"
    from audit_entry l
    join volunteer v on v.id = l.volunteer_id
    left join contact c on c.volunteer_id = v.id
    left join account a on a.id = v.account_id
   where l.subject_type = 'people_export' and l.subject_id = $1 and l.volunteer_id is not null
   order by v.display_name, v.id`;

/** Reads the people of an opened export, a few at a time. */
@Injectable()
export class ExportRows {
  constructor(private readonly db: Database) {}

  /**
   * Hands over the cells of each person, in the order of the columns. The next people are read only when the last
   * ones were taken, so that memory stays the same for ten people and a million.
   */
  async each(
    wish: PeopleExport,
    networks: readonly Network[],
    locale: Locale,
    take: (rows: Cell[][]) => Promise<void>,
  ): Promise<void> {
    await this.db.transaction(async () => {
      await this.db.query(ROWS, [wish.id, networks, wish.columns]);
      for (;;) {
        const rows = await this.db.query<Row>(`fetch ${STEP} from exported`);
        if (rows.length === 0) return;
        await take(rows.map((row) => wish.columns.map((column) => cellOf(row, column, locale))));
      }
    });
  }
}

function cellOf(row: Row, column: ExportColumn, locale: Locale): Cell {
  if (column === 'joinedOn' || column === 'lastPresence') return row[column] && parisDay(row[column]);
  const value = row[column];
  if (column === 'networks' && Array.isArray(value))
    return value.map((one) => word(`common.network.${one}`, one, locale)).join(', ');
  if (column === 'source') return word(`audience.source.${String(value)}`, String(value), locale);
  return Array.isArray(value) ? value.join(', ') : value;
}

/** A code in words where the catalogue has it. */
function word(key: string, code: string, locale: Locale): string {
  return isMessageKey(key) ? t(locale, key) : code;
}

/** The heading of a column. */
export function headingOf(column: ExportColumn, locale: Locale): string {
  return t(locale, `audience.column.${column}`);
}
