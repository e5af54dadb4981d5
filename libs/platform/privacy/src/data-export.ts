import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { t } from '#platform/i18n';
import { Clock, type Locale } from '#platform/kernel';
import { parametersOf, type Person, TYPED } from './person.js';
import { PersonalRegistry } from './personal-registry.js';
import type { PersonalTable } from './personal-table.js';

/** The rows about somebody in one table. */
export interface ExportedTable {
  table: string;
  /** What the rows are, in the reader's language. */
  title: string;
  columns: string[];
  rows: Record<string, unknown>[];
}

/** Everything about somebody at one moment. */
export interface PersonExport {
  exportedAt: Date;
  tables: ExportedTable[];
}

/** Adds to each row of a table what only a service can read. */
type Opener = (volunteerId: string) => Promise<Record<string, unknown>>;

/** All that is known about somebody, read from the declarations of personal data. */
@Injectable()
export class DataExport {
  private readonly openers = new Map<string, Opener>();

  constructor(
    private readonly db: Database,
    private readonly registry: PersonalRegistry,
    private readonly clock: Clock,
  ) {}

  /** For a table whose rows only a service can read: what it adds to the one row of a person. */
  opens(table: string, opener: Opener): void {
    this.openers.set(table, opener);
  }

  /** Every table of one moment, those without rows too: that there is nothing is an answer. */
  async of(person: Person, locale: Locale): Promise<PersonExport> {
    return this.db.transaction(async () => {
      await this.db.query('set transaction isolation level repeatable read');
      const tables: ExportedTable[] = [];
      for (const declared of this.registry.tables) tables.push(await this.table(declared, person, locale));
      return { exportedAt: this.clock.now(), tables };
    });
  }

  private async table(declared: PersonalTable, person: Person, locale: Locale): Promise<ExportedTable> {
    const {
      table,
      title,
      behind,
      belongsTo,
      export: { withheld = {}, plus = {} },
      mentions = [],
    } = declared;
    if (behind !== undefined)
      await this.db.query(`select set_config($1, $2, true)`, [behind, person.volunteerId ?? '']);
    const hidden = [...Object.keys(withheld), ...mentions.map(({ column }) => column)];
    const own = (await this.columns(table)).filter((column) => !hidden.includes(column));
    const selected = [
      ...own.map((column) => `"${column}"`),
      ...Object.entries(plus).map(([name, sql]) => `(${sql}) as "${name}"`),
    ];
    const rows = await this.db.query(
      `select ${selected.join(', ')} from ${table} where ${TYPED} and (${belongsTo}) order by ctid`,
      parametersOf(person),
    );
    const opener = this.openers.get(table);
    const opened = opener && person.volunteerId !== null && rows.length > 0 ? await opener(person.volunteerId) : {};
    return {
      table,
      title: t(locale, title),
      columns: [...own, ...Object.keys(plus), ...Object.keys(opened)],
      rows: rows.map((row) => ({ ...row, ...opened })),
    };
  }

  private async columns(table: string): Promise<string[]> {
    const rows = await this.db.query<{ name: string }>(
      `select attname as name from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
      [table],
    );
    return rows.map(({ name }) => name);
  }
}
