import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { Clock } from '#platform/kernel';
import { Outbox } from '#platform/mail';
import { RetentionRun } from './erasure.entities.js';
import { jobKey } from './erasure-notes.js';
import { assignments } from './eraser.js';
import { PersonalRegistry } from './personal-registry.js';
import type { PersonalTable } from './personal-table.js';
import { limitOf, type TimedRule, WARNING_DAYS } from './retention.rules.js';

/** Rows of one statement: short enough for everybody else not to wait. */
const BATCH = 5_000;

/** What one rule did. */
interface RuleDone {
  table: string;
  rule: number;
  rows: number;
}

/** Lets go of what is too old, table by table, as the declarations of personal data say. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly db: Database,
    private readonly registry: PersonalRegistry,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Carries every rule out once. Each batch is a transaction of its own, so that a crash loses nothing and stops nothing. */
  async run(): Promise<RuleDone[]> {
    const ranAt = this.clock.now();
    const done: RuleDone[] = [];
    for (const declared of this.registry.tables)
      for (const [rule, retention] of declared.retention.entries()) {
        if (!('after' in retention)) continue;
        const rows = await this.carryOut(declared, retention, ranAt);
        if (rows > 0) done.push({ table: declared.table, rule, rows });
      }
    if (done.length > 0)
      await this.db
        .repo(RetentionRun)
        .insert(done.map(({ table, rule, rows }) => ({ ranAt, tableName: table, rule, rowCount: rows })));
    await this.db.query(`delete from retention_run where ran_at < $1::timestamptz - interval '1 year'`, [ranAt]);
    return done;
  }

  private async carryOut(declared: PersonalTable, rule: TimedRule, now: Date): Promise<number> {
    const months = 'setting' in rule.after ? { months: this.registry.months(rule.after.setting) } : rule.after;
    const limit = limitOf(now, months);
    if (rule.do === 'erase-person') return this.warn(declared, rule, limit, now);
    let all = 0;
    for (let rows = BATCH; rows === BATCH; all += rows)
      rows = await this.db.transaction(() => this.batch(declared, rule, limit));
    return all;
  }

  private async batch({ table, behind }: PersonalTable, rule: TimedRule, limit: Date): Promise<number> {
    if (behind !== undefined) await this.db.query('select set_config($1, $2, true)', [behind, '*']);
    if (rule.through !== undefined) {
      const [gone] = await this.db.query<{ n: number }>(`select ${rule.through}($1, $2) as n`, [limit, BATCH]);
      return gone?.n ?? 0;
    }
    const change =
      typeof rule.do === 'string' ? `delete from ${table}` : `update ${table} set ${assignments(rule.do.set)}`;
    const rows = await this.db.query(
      `${change} where ctid in (select ctid from ${table}
         where (${rule.where ?? 'true'}) and (${rule.since}) < $1 limit ${BATCH}) returning 1`,
      [limit],
    );
    return rows.length;
  }

  /** People without contact get word, and a day on which they go unless they show up. */
  private async warn({ table }: PersonalTable, rule: TimedRule, limit: Date, now: Date): Promise<number> {
    const day = 86_400_000;
    const dueAt = new Date(now.getTime() + WARNING_DAYS * day);
    const soon = new Date(limit.getTime() + WARNING_DAYS * day);
    const [who, key, contact] =
      table === 'volunteer'
        ? [
            'account_id, id',
            'volunteer_id',
            `, lateral (select ${this.registry.lastContact} as last_contact) as latest`,
          ]
        : ['id, null::uuid', 'account_id', ''];
    return this.db.transaction(async () => {
      const pending = await this.db.query<{ id: string; volunteerId: string | null; email: string | null }>(
        `insert into pending_erasure (account_id, volunteer_id, cause, asked_at, confirmed_at, due_at)
         select ${who}, 'inactive', $2, $2, $3 from ${table}${contact}
          where (${rule.where ?? 'true'}) and (${rule.since}) < $1
            and not exists (select 1 from pending_erasure p where p.${key} = ${table}.id)
          limit ${BATCH}
         on conflict do nothing
         returning id, volunteer_id as "volunteerId", (select a.email::text from account a where a.id = account_id) as email`,
        [soon, now, dueAt],
      );
      await this.jobs.addMany(
        'erasure.carry-out',
        pending.map(({ id }) => ({ payload: { pendingId: id }, runAt: dueAt, key: jobKey(id) })),
      );
      await this.outbox.send(
        pending.flatMap(({ id, volunteerId, email }) => {
          const to = volunteerId !== null ? { volunteerId } : email !== null ? { toAddress: email } : null;
          return to ? [{ kind: 'erasure-soon', ...to, params: { pendingId: id } }] : [];
        }),
      );
      return pending.length;
    });
  }
}
