import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { t } from '#platform/i18n';
import type { Actor } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { type PendingErasure, RetentionRun } from './erasure.entities.js';
import type { LegalReason } from './legal-reasons.js';
import type { ErasureUnderWay, MyDataTable, PersonalDataRule, RetentionRunView } from './my-data.types.js';
import { parametersOf, PersonFinder, TYPED } from './person.js';
import { PersonalRegistry } from './personal-registry.js';
import type { ErasureRule, PersonalTable, RetentionRule } from './personal-table.js';

const OUTCOMES = { delete: 'deleted', unlink: 'unlinked', step: 'unlinked', keep: 'kept' } as const;

/** The declarations of personal data in words, and how much of it there is about somebody. */
@Injectable()
export class MyDataQueries {
  constructor(
    private readonly db: Database,
    private readonly registry: PersonalRegistry,
    private readonly people: PersonFinder,
  ) {}

  rules(locale: Locale): PersonalDataRule[] {
    return this.registry.tables.map((declared) => this.inWords(declared, locale));
  }

  async tables(me: Actor, locale: Locale): Promise<MyDataTable[]> {
    const person = await this.people.byAccount(me.accountId);
    if (!person) return [];
    return this.db.transaction(async () => {
      const tables: MyDataTable[] = [];
      for (const declared of this.registry.tables) {
        const { table, belongsTo, behind } = declared;
        if (behind !== undefined)
          await this.db.query('select set_config($1, $2, true)', [behind, person.volunteerId ?? '']);
        const [counted] = await this.db.query<{ n: number }>(
          `select count(*)::int as n from ${table} where ${TYPED} and (${belongsTo})`,
          parametersOf(person),
        );
        tables.push({ rule: this.inWords(declared, locale), rows: counted?.n ?? 0 });
      }
      return tables;
    });
  }

  /** What retention did last, latest first. */
  async runs(locale: Locale): Promise<RetentionRunView[]> {
    const runs = await this.db.repo(RetentionRun).find({ order: { ranAt: 'DESC', tableName: 'ASC' }, take: 200 });
    return runs.flatMap(({ ranAt, tableName, rule, rowCount }) => {
      const declared = this.registry.tables.find(({ table }) => table === tableName);
      const retention = declared?.retention[rule];
      if (!declared || !retention) return [];
      const when = this.when(retention, locale);
      return [{ ranAt, table: tableName, title: t(locale, declared.title), when, rows: rowCount }];
    });
  }

  private inWords({ table, title, erasure, retention }: PersonalTable, locale: Locale): PersonalDataRule {
    const because = becauseOf(erasure);
    return {
      table,
      title: t(locale, title),
      erasure: OUTCOMES[erasure.do],
      because: because === null ? null : t(locale, `privacy.because.${because}`),
      retention: retention.map((rule) => ({
        when:
          'with' in rule && erasure.do !== 'delete'
            ? t(locale, 'privacy.retention.with-person-then-nobody')
            : this.when(rule, locale),
        because: 'after' in rule ? t(locale, `privacy.because.${rule.because}`) : null,
      })),
    };
  }

  private when(rule: RetentionRule, locale: Locale): string {
    if ('with' in rule) return t(locale, 'privacy.retention.with-person');
    if ('never' in rule)
      return t(locale, 'privacy.retention.never', { because: t(locale, `privacy.because.${rule.never}`) });
    if ('days' in rule.after) return t(locale, 'privacy.retention.days', { days: rule.after.days });
    const months = this.registry.months(rule.after.setting);
    return rule.do === 'erase-person'
      ? t(locale, `privacy.retention.no-contact.${rule.after.setting}`, { months })
      : t(locale, 'privacy.retention.months', { months });
  }
}

function becauseOf(erasure: ErasureRule): LegalReason | null {
  return 'because' in erasure && erasure.because !== undefined ? erasure.because : null;
}

export function underWay({ askedAt, confirmedAt, dueAt }: PendingErasure): ErasureUnderWay {
  return { askedAt, isConfirmed: confirmedAt !== null, dueAt };
}
