import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, notFound, type Page, pageOf, pageSize } from '#platform/graphql';
import type { Actor, Role } from '#platform/identity';
import { Clock } from '#platform/kernel';
import type { AccountRow, SignIn, Viewer } from './accounts.types.js';

const ROLES_OF = `coalesce((
  select json_agg(json_build_object('id', g.id, 'role', g.role, 'network', g.network, 'arrondissement', g.arrondissement,
                                    'grantedAt', g.granted_at, 'expiresAt', g.expires_at) order by g.granted_at)
    from role_grant g where g.account_id = a.id and g.revoked_at is null and (g.expires_at is null or g.expires_at > $1)), '[]')`;

const HAS_FACTOR = `(exists (select from totp_factor t where t.account_id = a.id and t.confirmed_at is not null)
  or exists (select from passkey p where p.account_id = a.id))`;

const ROW = `
  select a.id, a.email::text as email, a.created_at as "createdAt", a.disabled_at is not null as disabled,
         (select max(s.last_seen_at) from sign_in s where s.account_id = a.id) as "lastSeenAt",
         ${ROLES_OF} as roles, ${HAS_FACTOR} as "hasSecondFactor", v.display_name as "displayName"
    from account a left join volunteer v on v.account_id = a.id`;

const MATCHES = `
  ($2::text is null or a.email::text ilike '%' || $2 || '%' or v.display_name ilike '%' || $2 || '%')
  and ($3::text is null or exists (select 1 from role_grant g where g.account_id = a.id and g.role = $3
        and g.revoked_at is null and (g.expires_at is null or g.expires_at > $1)))`;

/** Accounts as their holder or an administrator sees them. */
@Injectable()
export class AccountsQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @param signInId the sign-in that asks; without it the answer says that none has proved a second factor */
  async viewer(accountId: string, signInId: string | null = null): Promise<Viewer> {
    const [row] = await this.db.read<Viewer>(
      'viewer',
      `select a.id as "accountId", a.email::text as email, a.locale, ${ROLES_OF} as roles, v.id as "volunteerId",
              exists (select from sign_in s where s.id = $3 and s.strong_at is not null) as strong
         from account a left join volunteer v on v.account_id = a.id where a.id = $2`,
      [this.clock.now(), accountId, signInId],
    );
    if (!row) throw notFound('Account');
    return row;
  }

  async signIns(me: Actor): Promise<SignIn[]> {
    return this.db.query<SignIn>(
      `select id, device, created_at as "createdAt", last_seen_at as "lastSeenAt", id = $2 as current
         from sign_in where account_id = $1 and revoked_at is null and expires_at > $3 order by last_seen_at desc`,
      [me.accountId, me.signInId, this.clock.now()],
    );
  }

  async account(id: string): Promise<AccountRow> {
    const [row] = await this.db.query<AccountRow>(`${ROW} where a.id = $2`, [this.clock.now(), id]);
    if (!row) throw notFound('Account');
    return row;
  }

  async page(
    text: string | null,
    role: Role | null,
    first: number,
    after: string | null,
  ): Promise<Omit<Page<AccountRow>, 'total'>> {
    const size = pageSize(first);
    const [email, id] = after ? decodeCursor(after, 2) : [null, null];
    const rows = await this.db.query<AccountRow>(
      `${ROW} where ${MATCHES} and ($4::text is null or (coalesce(a.email::text, ''), a.id) > ($4, $5::uuid))
        order by coalesce(a.email::text, ''), a.id limit $6`,
      [this.clock.now(), text, role, email, id, size + 1],
    );
    return pageOf(rows, size, (row) => encodeCursor([row.email ?? '', row.id]));
  }

  async count(text: string | null, role: Role | null): Promise<number> {
    const [row] = await this.db.query<{ n: number }>(
      `select count(*)::int as n from account a left join volunteer v on v.account_id = a.id where ${MATCHES}`,
      [this.clock.now(), text, role],
    );
    return row?.n ?? 0;
  }
}
