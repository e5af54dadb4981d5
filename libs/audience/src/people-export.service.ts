import { Injectable } from '@nestjs/common';
import { Audit, labelOf } from '#platform/audit';
import { Database } from '#platform/database';
import type { Actor } from '#platform/identity';
import { Clock } from '#platform/kernel';
import type { ExportFormat } from './audience.enums.js';
import { statement, whichPeople } from './condition-sql.rules.js';
import type { PeopleFilter } from './condition.rules.js';
import { type ExportColumn, readsContact } from './export-columns.rules.js';
import { filterFacts } from './filter-facts.rules.js';
import { PeopleExport } from './people-export.entity.js';
import { PeopleQueries } from './people.queries.js';
import { sightOf } from './sight.js';

/** What a coordinator asks for as a file. */
export interface ExportWish {
  filter: PeopleFilter;
  columns: ExportColumn[];
  format: ExportFormat;
  purpose: string;
}

/** How long a file may be fetched after it was asked for. */
const FETCHED_WITHIN_MINUTES = 15;

/** What the journal calls a file with contact data, and one without. */
const actionOf = (columns: ExportColumn[]): string => (readsContact(columns) ? 'contact.read' : 'people.export');

/** What stays of a filter once it has served: no typed name, nobody chosen by hand. */
const forgotten = ({ conditions }: PeopleFilter): PeopleFilter => ({ text: null, conditions, only: [] });

/** Lists as files: asked for with a purpose, fetched once, each person in them told. */
@Injectable()
export class PeopleExports {
  constructor(
    private readonly db: Database,
    private readonly people: PeopleQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Writes the wish down; nothing is read yet. @returns identifier of the export, good for one fetch */
  async ask(actor: Actor, { filter, columns, format, purpose }: ExportWish): Promise<string> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + FETCHED_WITHIN_MINUTES * 60_000);
    const { identifiers } = await this.db
      .repo(PeopleExport)
      .insert({ accountId: actor.accountId, filter, columns, format, purpose, createdAt: now, expiresAt });
    return (identifiers[0] as { id: string }).id;
  }

  /**
   * Opens an export for its one fetch. The journal gets a line for the list and one for each person before a single
   * byte leaves: a file that breaks off was read all the same. Null when it was fetched, is too old, or another's.
   */
  async open(actor: Actor, id: string): Promise<PeopleExport | null> {
    const now = this.clock.now();
    return this.db.transaction(async () => {
      const wish = await this.db.repo(PeopleExport).findOne({
        where: { id, accountId: actor.accountId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!wish || wish.servedAt !== null || wish.expiresAt <= now) return null;
      const personCount = await this.noteEach(actor, wish);
      await this.db.repo(PeopleExport).update({ id }, { servedAt: now, personCount, filter: forgotten(wish.filter) });
      await this.audit.write({
        actor,
        action: 'people.export',
        subjectType: 'people_export',
        subjectId: id,
        purpose: wish.purpose,
        details: { count: personCount, columns: wish.columns, format: wish.format, filter: filterFacts(wish.filter) },
      });
      return { ...wish, servedAt: now, personCount };
    });
  }

  /** One line of the journal for each person of the list, by one statement. The lines also say who is in the file. */
  private async noteEach(actor: Actor, wish: PeopleExport): Promise<number> {
    const [row] = await this.people.ask<{ n: number }>(
      wish.filter,
      statement(
        (bind) => `with lines as (
          insert into audit_entry (at, actor_account_id, actor_label, action, subject_type, subject_id, volunteer_id, purpose)
          select ${bind(this.clock.now())}::timestamptz, ${bind(actor.accountId)}::uuid, ${bind(labelOf(actor))},
                 ${bind(actionOf(wish.columns))}, 'people_export', ${bind(wish.id)}::text, v.id, ${bind(wish.purpose)}
            from volunteer v where ${whichPeople(wish.filter, sightOf(actor), bind)}
          returning 1) select count(*)::int as n from lines`,
      ),
    );
    return row?.n ?? 0;
  }
}
