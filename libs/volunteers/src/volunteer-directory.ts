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

  /** Access needs of those who have said some. */
  async accessNeeds(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.query<{ id: string; needs: string }>(
      'select id, access_needs as needs from volunteer where id = any($1::uuid[]) and access_needs is not null',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.needs]));
  }

  /** Whether somebody is of an age on a day; null when nobody knows her year of birth. The year itself stays here. */
  async isAtLeast(volunteerId: string, age: number, on: Date): Promise<boolean | null> {
    const [row] = await this.db.query<{ year: number | null }>(
      'select birth_year as year from contact where volunteer_id = $1',
      [volunteerId],
    );
    return row?.year ? isAtLeast(age, row.year, Number(parisDay(on).slice(0, 4))) : null;
  }
}
