import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, type Page, pageOf, pageSize } from '#platform/graphql';
import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import { maskAddress, readFault } from './mail-faults.rules.js';
import type { MailStatus } from './mail.entity.js';
import type { MailRow } from './mail.types.js';

/** What an administrator looks for. */
export interface MailFilter {
  status: MailStatus | null;
  /** Part of a kind or of a subject. */
  text: string | null;
}

interface StoredRow extends Omit<MailRow, 'to'> {
  address: string | null;
  /** With all the digits Postgres has: a JavaScript date would lose rows between two pages. */
  position: string;
}

const COLUMNS = `m.id, m.kind, m.status, m.subject, m.created_at as "createdAt", m.not_before as "notBefore",
  m.sent_at as "sentAt", m.attempts, m.last_error as "lastError", m.created_at::text as position,
  coalesce(m.to_address, c.email, a.email)::text as address`;
const TABLES = `mail m left join volunteer v on v.id = m.volunteer_id
  left join contact c on c.volunteer_id = v.id left join account a on a.id = v.account_id`;
const MATCHES = `($1::text is null or m.status = $1)
  and ($2::text is null or strpos(lower(m.kind), lower($2)) > 0 or strpos(lower(m.subject), lower($2)) > 0)`;

/** Mails as an administrator sees them: never a whole address, never a text. */
@Injectable()
export class MailQueries {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  async page(
    filter: MailFilter,
    first: number,
    after: string | null,
    locale: Locale,
  ): Promise<Omit<Page<MailRow>, 'total'>> {
    const size = pageSize(first);
    const [position, id] = after ? decodeCursor(after, 2) : [null, null];
    const rows = await this.db.query<StoredRow>(
      `select ${COLUMNS} from ${TABLES}
        where ${MATCHES} and ($3::timestamptz is null or (m.created_at, m.id) < ($3, $4::uuid))
        order by m.created_at desc, m.id desc limit $5`,
      [filter.status, filter.text, position ?? null, id ?? null, size + 1],
    );
    const page = pageOf(rows, size, (row) => encodeCursor([row.position, row.id]));
    return { ...page, nodes: page.nodes.map((row) => shown(row, locale)) };
  }

  async count(filter: MailFilter): Promise<number> {
    const [row] = await this.db.query<{ n: number }>(`select count(*)::int as n from mail m where ${MATCHES}`, [
      filter.status,
      filter.text,
    ]);
    return row?.n ?? 0;
  }

  async find(id: string, locale: Locale): Promise<MailRow | null> {
    const [row] = await this.db.query<StoredRow>(`select ${COLUMNS} from ${TABLES} where m.id = $1`, [id]);
    return row ? shown(row, locale) : null;
  }
}

function shown(row: StoredRow, locale: Locale): MailRow {
  const { address, ...rest } = row;
  return {
    ...rest,
    to: address === null ? '' : maskAddress(address),
    lastError: rest.lastError === null ? null : faultInWords(rest.lastError, locale),
  };
}

function faultInWords(stored: string, locale: Locale): string {
  const fault = readFault(stored);
  return fault ? t(locale, `mails.fault.${fault.code}`, { detail: fault.detail }) : stored;
}
