import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type PersonalTable, PersonalRegistry } from '#platform/privacy';
import type { MergePair } from './merge-steps.js';
import { MergeSteps } from './merge-steps.js';

// Columns that lead to a volunteer, but for those of the profile itself.
const LEADING = `
  select conrelid::regclass::text as "table",
         (select a.attname from pg_attribute a where a.attrelid = c.conrelid and a.attnum = c.conkey[1]) as "column"
    from pg_constraint c
   where c.contype = 'f' and c.confrelid = 'volunteer'::regclass and c.connamespace = 'public'::regnamespace
   order by 1, 2`;

/** Moves the rows of one profile to another, table by table, as the declarations of personal data say. */
@Injectable()
export class TableMerger {
  constructor(
    private readonly db: Database,
    private readonly registry: PersonalRegistry,
    private readonly steps: MergeSteps,
  ) {}

  /**
   * Moves everything, and sees to it that nothing is left.
   * @throws Error when a table was forgotten: its rows would go with the profile
   */
  async run(pair: MergePair): Promise<void> {
    const custom = new Set(this.registry.tables.flatMap(({ merge }) => (merge.do === 'custom' ? [merge.by] : [])));
    for (const declared of this.registry.tables) await this.table(declared, pair);
    for (const declared of this.registry.tables) await this.mentions(declared, pair);
    for (const name of custom) await this.steps.named(name).run(pair);
    await this.requireNothingLeft(pair.goneId);
  }

  private async table({ table, merge, behind }: PersonalTable, pair: MergePair): Promise<void> {
    if (merge.do === 'custom' || merge.do === 'leave') return;
    if (behind !== undefined) await this.db.query('select set_config($1, $2, true)', [behind, '*']);
    const columns = [
      { column: merge.volunteer, from: pair.goneId, to: pair.keptId },
      { column: merge.account, from: pair.goneAccountId, to: pair.keptAccountId },
    ];
    for (const { column, from, to } of columns) {
      // An account that has no other beside it goes on being hers: nothing about it changes.
      if (column === undefined || from === null || to === null) continue;
      if (merge.do === 'move-unless-clash') await this.settle(table, column, merge, { from, to });
      await this.db.query(`update ${table} set ${column} = $2 where ${column} = $1`, [from, to]);
    }
  }

  /** Where both have the same, one of the two goes. */
  private async settle(
    table: string,
    column: string,
    rule: Extract<PersonalTable['merge'], { do: 'move-unless-clash' }>,
    { from, to }: { from: string; to: string },
  ): Promise<void> {
    const { unique, where, stays } = rule;
    const partition = `partition by ${unique.length > 0 ? unique.join(', ') : 'true'}`;
    const order = stays === 'kept' ? `(${column} = $2) desc` : `${stays.firstBy}, (${column} = $2) desc`;
    await this.db.query(
      `delete from ${table} t using (
         select ctid as at, row_number() over (${partition} order by ${order}) as place,
                min(${column}::text) over (${partition}) <> max(${column}::text) over (${partition}) as clash
           from ${table} where ${column} in ($1::uuid, $2::uuid) and (${where ?? 'true'})) ranked
        where t.ctid = ranked.at and ranked.clash and ranked.place > 1`,
      [from, to],
    );
  }

  private async mentions({ table, mentions = [], behind }: PersonalTable, pair: MergePair): Promise<void> {
    // The journal has a way of its own.
    if (table === 'audit_entry') return;
    if (behind !== undefined && mentions.length > 0)
      await this.db.query('select set_config($1, $2, true)', [behind, '*']);
    for (const { column, is } of mentions) {
      const [from, to] = is === 'account' ? [pair.goneAccountId, pair.keptAccountId] : [pair.goneId, pair.keptId];
      if (from !== null && to !== null)
        await this.db.query(`update ${table} set ${column} = $2 where ${column} = $1`, [from, to]);
    }
  }

  private async requireNothingLeft(goneId: string): Promise<void> {
    for (const { table, column } of await this.db.query<{ table: string; column: string }>(LEADING)) {
      const left = await this.db.query(`select 1 from ${table} where ${column} = $1 limit 1`, [goneId]);
      if (left.length > 0) throw new Error(`The merge would lose rows of ${table}.${column}`);
    }
  }
}
