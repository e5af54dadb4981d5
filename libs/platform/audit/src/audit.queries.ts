import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, type Page, pageOf, pageSize } from '#platform/graphql';
import type { AuditEntry } from './audit.types.js';

const MATCHES = `($1::text is null or e.action ilike '%' || $1 || '%' or e.subject_id = $1 or e.actor_label ilike '%' || $1 || '%')`;

/** The journal as an administrator reads it, newest first. */
@Injectable()
export class AuditQueries {
  constructor(private readonly db: Database) {}

  async page(text: string | null, first: number, after: string | null): Promise<Omit<Page<AuditEntry>, 'total'>> {
    const size = pageSize(first);
    const before = after ? decodeCursor(after, 1)[0] : null;
    const rows = await this.db.query<AuditEntry>(
      `select e.id, e.at, coalesce(a.email::text, e.actor_label) as actor, e.action, e.subject_type as "subjectType",
              e.subject_id as "subjectId", e.purpose
         from audit_entry e left join account a on a.id = e.actor_account_id
        where ${MATCHES} and ($2::bigint is null or e.id < $2)
        order by e.id desc limit $3`,
      [text, before, size + 1],
    );
    return pageOf(rows, size, (row) => encodeCursor([row.id]));
  }

  async count(text: string | null): Promise<number> {
    const [row] = await this.db.query<{ n: number }>(`select count(*)::int as n from audit_entry e where ${MATCHES}`, [
      text,
    ]);
    return row?.n ?? 0;
  }
}
