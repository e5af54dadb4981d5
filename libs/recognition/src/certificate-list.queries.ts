import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, type Page, pageOf, pageSize, userError } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { type Locale, NETWORKS, type Network } from '#platform/kernel';
import { readCode } from './certificate-code.rules.js';
import type { AttendedDate, RevocationReason } from './certificate.rules.js';
import type { CertificateRow } from './certificate.types.js';
import { trainingOf } from './certificate.views.js';

interface Row {
  id: string;
  code: string;
  displayName: string | null;
  courseTitle: string;
  courseLocale: Locale;
  networks: Network[];
  partnerName: string | null;
  dates: AttendedDate[];
  minutes: number;
  issuedAt: Date;
  revokedAt: Date | null;
  revocationReason: RevocationReason | null;
  revocationNote: string | null;
  canReissue: boolean;
}

/** What a coordinator looks for. */
export interface CertificateSearch {
  /** A code, or part of a displayed name or of the title of a course. */
  text: string | null;
  revoked: boolean | null;
}

const ROW = `
  select k.id, k.code, v.display_name as "displayName", k.course_title as "courseTitle",
         k.course_locale as "courseLocale", k.networks, k.partner_name as "partnerName", k.dates, k.minutes,
         k.issued_at as "issuedAt", k.revoked_at as "revokedAt", k.revocation_reason as "revocationReason",
         k.revocation_note as "revocationNote",
         k.revocation_reason not in ('presence_corrected', 'replaced') and k.lifted_at is null
           and k.enrolment_id is not null as "canReissue"
    from certificate k left join volunteer v on v.id = k.volunteer_id`;

const MATCHES = `
  k.networks && $1::text[]
  and ($2::text is null or k.code = $2)
  and ($3::text is null
       or k.volunteer_id in (select id from volunteer where plain_text(display_name) like '%' || plain_text($3) || '%')
       or k.course_id in (select id from course where plain_text(title) like '%' || plain_text($3) || '%'))
  and ($4::boolean is null or (k.revoked_at is not null) = $4)`;

/** Certificates of the courses that somebody coordinates. */
@Injectable()
export class CertificateLists {
  constructor(private readonly db: Database) {}

  /** One page, the last issued first. */
  async page(
    me: Actor,
    search: CertificateSearch,
    { first, after, locale }: { first: number; after: string | null; locale: Locale },
  ): Promise<Omit<Page<CertificateRow>, 'total'>> {
    const size = pageSize(first);
    const [issuedAt, id] = after ? decodeCursor(after, 2) : [null, null];
    const rows = await this.db.query<Row>(
      `${ROW}
        where ${MATCHES} and ($5::timestamptz is null or (k.issued_at, k.id) < ($5, $6::uuid))
        order by k.issued_at desc, k.id desc limit $7`,
      [...parameters(me, search), issuedAt, id, size + 1],
    );
    const page = pageOf(rows, size, (row) => encodeCursor([row.issuedAt.toISOString(), row.id]));
    return { ...page, nodes: page.nodes.map((row) => rowOf(row, locale)) };
  }

  async count(me: Actor, search: CertificateSearch): Promise<number> {
    const [row] = await this.db.query<{ n: number }>(
      `select count(*)::int as n from certificate k left join volunteer v on v.id = k.volunteer_id where ${MATCHES}`,
      parameters(me, search),
    );
    return row?.n ?? 0;
  }

  /** One of them; null for one of a course that the actor does not coordinate, as for none. */
  async row(me: Actor, id: string, locale: Locale): Promise<CertificateRow | null> {
    const [row] = await this.db.query<Row>(`${ROW} where k.networks && $1::text[] and k.id = $2`, [scopeOf(me), id]);
    return row ? rowOf(row, locale) : null;
  }
}

/** @throws FORBIDDEN for a coordinator of no network */
function scopeOf(me: Actor): Network[] {
  const networks = NETWORKS.filter((network) => me.coordinates(network));
  if (networks.length === 0) throw userError('FORBIDDEN', 'error.FORBIDDEN');
  return networks;
}

function parameters(me: Actor, { text, revoked }: CertificateSearch): unknown[] {
  const wanted = text?.trim() || null;
  const code = wanted && readCode(wanted);
  return [scopeOf(me), code, code ? null : wanted, revoked];
}

function rowOf(row: Row, locale: Locale): CertificateRow {
  const { id, displayName, revocationNote, canReissue } = row;
  return { ...trainingOf(row, locale), id, displayName, revocationNote, canReissue: canReissue ?? false };
}
