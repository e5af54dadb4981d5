import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Network } from '#platform/kernel';
import { purposeOf } from './consent-texts.js';
import * as sql from './volunteer-import.sql.js';

/** What importing some rows would do. */
export interface Outlook {
  created: number;
  updated: number;
  unchanged: number;
}

/** How many rows are in which state, and what importing them would do. */
@Injectable()
export class ImportCounts {
  constructor(private readonly db: Database) {}

  /** Counts everything anew. */
  async all(importId: string, network: Network): Promise<void> {
    await this.db.transaction(async () => {
      await this.states(importId);
      await this.add(importId, await this.outlook(importId, network, null), null);
    });
  }

  /** Counts again after some rows changed. @param before what importing them would have done */
  async after(importId: string, before: Outlook, now: Outlook): Promise<void> {
    await this.states(importId);
    await this.add(importId, now, before);
  }

  /** @param lines only these; all, if left out */
  async outlook(importId: string, network: Network, lines: readonly number[] | null): Promise<Outlook> {
    return this.withRows(importId, lines, async () => {
      const [counts] = await this.db.query<Outlook>(sql.forecast(network, purposeOf(network)));
      return counts ?? { created: 0, updated: 0, unchanged: 0 };
    });
  }

  /** What importing would do with each of a few rows. */
  async outcomes(importId: string, network: Network, lines: readonly number[]): Promise<Map<number, string>> {
    return this.withRows(importId, lines, async () => {
      const rows = await this.db.query<{ line: number; outcome: string }>(sql.outcomes(network, purposeOf(network)));
      return new Map(rows.map(({ line, outcome }) => [line, outcome]));
    });
  }

  private withRows<T>(importId: string, lines: readonly number[] | null, work: () => Promise<T>): Promise<T> {
    return this.db.transaction(async () => {
      await this.db.query(sql.CREATE_ROWS);
      if (lines) await this.db.query(sql.TAKE_LINES, [importId, lines]);
      else await this.db.query(sql.TAKE_ROWS, [importId, 0, null]);
      if (!lines) await this.db.query(sql.COUNT_ROWS);
      const result = await work();
      await this.db.query('drop table import_row');
      return result;
    });
  }

  private async states(importId: string): Promise<void> {
    await this.db.query(
      `update volunteer_import i
          set faulty_count = s.faulty, doubt_count = s.doubt, left_out_count = s.left_out,
              sound_count = i.row_count - s.faulty - s.doubt - s.left_out
         from (select count(*) filter (where state = 'faulty') as faulty, count(*) filter (where state = 'doubt') as doubt,
                      count(*) filter (where state = 'left_out') as left_out
                 from volunteer_import_row where import_id = $1 and state <> 'sound') s
        where i.id = $1`,
      [importId],
    );
  }

  private async add(importId: string, { created, updated, unchanged }: Outlook, before: Outlook | null): Promise<void> {
    const set = before ? ['to_create + ', 'to_update + ', 'to_leave + '] : ['', '', ''];
    const less = before ?? { created: 0, updated: 0, unchanged: 0 };
    await this.db.query(
      `update volunteer_import set to_create = ${set[0]}$2, to_update = ${set[1]}$3, to_leave = ${set[2]}$4 where id = $1`,
      [importId, created - less.created, updated - less.updated, unchanged - less.unchanged],
    );
  }
}
