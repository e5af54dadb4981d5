import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { parisDay } from '#platform/kernel';
import { isAtLeast } from './volunteer.rules.js';

/** What other parts of the platform may know of volunteers: names they chose, needs, and answers instead of data. */
@Injectable()
export class VolunteerDirectory {
  constructor(private readonly db: Database) {}

  /** Displayed name of each known volunteer. */
  async displayNames(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.query<{ id: string; name: string }>(
      'select id, display_name as name from volunteer where id = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  /** Those whom no mail reaches. */
  async withoutAddress(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.read<{ id: string }>(
      'volunteers-without-address',
      `select v.id from volunteer v
         left join contact c on c.volunteer_id = v.id
         left join account a on a.id = v.account_id
        where v.id = any($1::uuid[]) and c.email is null and a.email is null`,
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Access needs of those who have said some. */
  async accessNeeds(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.query<{ id: string; needs: string }>(
      'select id, access_needs as needs from volunteer where id = any($1::uuid[]) and access_needs is not null',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.needs]));
  }

  /**
   * Whether somebody is of an age on a day, by her year of birth or in the eyes of who received her; null when nobody
   * knows. The year itself stays here.
   */
  async isAtLeast(volunteerId: string, age: number, on: Date): Promise<boolean | null> {
    const [row] = await this.db.query<{ year: number | null; vouched: number | null }>(
      'select birth_year as year, vouched_age as vouched from contact where volunteer_id = $1',
      [volunteerId],
    );
    if (row?.year) return isAtLeast(age, row.year, Number(parisDay(on).slice(0, 4)));
    return row?.vouched && row.vouched >= age ? true : null;
  }
}
