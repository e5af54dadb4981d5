import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { LIKELY, likeness, type LikenessReason, type PersonTraits } from './duplicate.rules.js';
import { type RowChoice, type RowState, rowState } from './import-state.rules.js';

interface Candidate {
  line: number;
  choice: RowChoice | null;
  volunteerId: string;
  hers: PersonTraits;
  row: PersonTraits;
}

interface Mark {
  line: number;
  volunteerId: string;
  reasons: LikenessReason[];
  state: RowState;
  choice: RowChoice | null;
}

const TRAITS = (alias: string): string =>
  `json_build_object('givenName', ${alias}.given_name, 'familyName', ${alias}.family_name, 'email', ${alias}.email,
     'phone', ${alias}.phone, 'birthYear', ${alias}.birth_year)`;
const FOUND = `select r.line, r.choice, c.volunteer_id as "volunteerId", ${TRAITS('c')} as hers, ${TRAITS('r')} as row
  from volunteer_import_row r`;
const OPEN = `r.import_id = $1 and r.state = 'sound' and ($2::int[] is null or r.line = any($2))`;

/** Rows whose address belongs to somebody of another name. */
const SAME_ADDRESS = `${FOUND} join contact c on c.email = r.email::citext
  where ${OPEN} and (r.match_id is null or r.choice = 'create') and plain_text(c.given_name) <> plain_text(r.given_name)
    and not (coalesce(plain_text(c.family_name) = plain_text(r.family_name), false)
             and coalesce(c.birth_year = r.birth_year, true))
    and coalesce(name_key(c.given_name, c.family_name) <> name_key(r.given_name, r.family_name), true)`;

/** Rows of nobody's address with the names and the year of birth, or the telephone, of somebody known. */
const OTHER_ADDRESS = `with open_row as materialized (
    select r.* from volunteer_import_row r
     where ${OPEN} and r.match_id is null and not r.homonym
       and not exists (select from contact e where e.email = r.email::citext))
  ${FOUND.replace('volunteer_import_row', 'open_row')}
    join contact c on name_key(c.given_name, c.family_name) = name_key(r.given_name, r.family_name)
                  and c.birth_year = r.birth_year and c.birth_year is not null and c.family_name is not null
  union all
  ${FOUND.replace('volunteer_import_row', 'open_row')} join contact c on c.phone = r.phone`;

/** Finds the rows that may be of somebody known, so that a person decides and no profile is changed by mistake. */
@Injectable()
export class ImportDoubts {
  constructor(private readonly db: Database) {}

  /**
   * Marks sound rows as doubts. What somebody decided stays decided, unless the address is another person's by now.
   * @param lines only these; all, if left out
   */
  async find(importId: string, lines: readonly number[] | null = null): Promise<void> {
    await this.db.transaction(async () => {
      const best = new Map<number, Mark & { score: number }>();
      for (const sql of [SAME_ADDRESS, OTHER_ADDRESS])
        for (const found of await this.db.query<Candidate>(sql, [importId, lines])) {
          const mark = markOf(found);
          const known = best.get(found.line);
          if (mark && (!known || known.score < mark.score)) best.set(found.line, mark);
        }
      if (best.size === 0) return;
      await this.db.query(
        `update volunteer_import_row r
            set state = m.state, choice = m.choice, match_id = m."volunteerId", match_reasons = m.reasons
           from json_to_recordset($2::json)
             as m(line int, "volunteerId" uuid, reasons text[], state text, choice text)
          where r.import_id = $1 and r.line = m.line`,
        [importId, JSON.stringify([...best.values()])],
      );
    });
  }
}

/** The rules judge what the base proposes; null for who is only one of a family. */
function markOf({ line, volunteerId, choice, hers, row }: Candidate): (Mark & { score: number }) | null {
  const { score, reasons } = likeness(hers, row);
  const match = reasons.includes('email') ? 'same-address' : 'other-address';
  if (score < LIKELY && match === 'other-address') return null;
  const state = rowState({ faults: 0, match, homonym: false, choice });
  return { line, volunteerId, reasons, score, state, choice: state === 'doubt' ? null : choice };
}
