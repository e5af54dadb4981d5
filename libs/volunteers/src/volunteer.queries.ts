import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, notFound, type Page, pageOf, pageSize } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Membership } from './membership.entity.js';
import type { VolunteerFilter } from './volunteer.inputs.js';
import { Volunteer } from './volunteer.entity.js';
import { inScopeSql, reachOf } from './reach.rules.js';
import type { VolunteerRow } from './volunteer.types.js';

type Bind = (value: unknown) => string;

function matches(actor: Actor, filter: VolunteerFilter, bind: Bind): string {
  const text = filter.text?.trim().replace(/[\\%_]/g, '\\$&') || null;
  const { network, arrondissement, hasAccount } = filter;
  return [
    inScopeSql(reachOf(actor), bind),
    text && `plain_text(v.display_name) like '%' || plain_text(${bind(text)}) || '%'`,
    network &&
      `exists (select 1 from membership m
         where m.volunteer_id = v.id and m.network = ${bind(network)} and m.left_at is null)`,
    arrondissement && `v.arrondissement = ${bind(arrondissement)}`,
    typeof hasAccount === 'boolean' && `(v.account_id is not null) = ${bind(hasAccount)}`,
  ]
    .filter(Boolean)
    .join(' and ');
}

const ROW = `
  select v.id, v.display_name as "displayName", v.arrondissement, v.source, v.created_at as "createdAt",
         v.account_id is not null as "hasAccount",
         array(select m.network from membership m
                where m.volunteer_id = v.id and m.left_at is null order by m.network) as networks
    from volunteer v`;

/** Volunteers as they see themselves, and as coordinators list them. */
@Injectable()
export class VolunteerQueries {
  constructor(private readonly db: Database) {}

  async byId(id: string): Promise<Volunteer> {
    const volunteer = await this.db.repo(Volunteer).findOneBy({ id });
    if (!volunteer) throw notFound('Volunteer');
    return volunteer;
  }

  memberships(volunteerId: string): Promise<Membership[]> {
    return this.db.repo(Membership).find({ where: { volunteerId, leftAt: IsNull() }, order: { network: 'ASC' } });
  }

  /** One page of those whom the actor coordinates, by name. */
  async page(
    actor: Actor,
    filter: VolunteerFilter,
    first: number,
    after: string | null,
  ): Promise<Omit<Page<VolunteerRow>, 'total'>> {
    const size = pageSize(first);
    const keys = after ? decodeCursor(after, 2) : null;
    const values: unknown[] = [];
    const bind: Bind = (value) => `$${values.push(value)}`;
    const from = keys ? `and (v.display_name, v.id) > (${bind(keys[0])}, ${bind(keys[1])}::uuid)` : '';
    const rows = await this.db.query<VolunteerRow>(
      `${ROW} where ${matches(actor, filter, bind)} ${from} order by v.display_name, v.id limit ${bind(size + 1)}`,
      values,
    );
    return pageOf(rows, size, (row) => encodeCursor([row.displayName, row.id]));
  }

  async count(actor: Actor, filter: VolunteerFilter): Promise<number> {
    const values: unknown[] = [];
    const [row] = await this.db.query<{ n: number }>(
      `select count(*)::int as n from volunteer v where ${matches(actor, filter, (value) => `$${values.push(value)}`)}`,
      values,
    );
    return row?.n ?? 0;
  }

  /** Everybody who holds the role of trainer at that moment, by name, whatever the network. */
  trainers(now: Date): Promise<VolunteerRow[]> {
    return this.db.query<VolunteerRow>(
      `${ROW}
        where exists (select 1 from role_grant g
                       where g.account_id = v.account_id and g.role = 'trainer' and g.revoked_at is null
                         and (g.expires_at is null or g.expires_at > $1))
        order by v.display_name, v.id`,
      [now],
    );
  }

  /** Whether the actor coordinates this person. */
  async isInScope(actor: Actor, volunteerId: string): Promise<boolean> {
    const values: unknown[] = [volunteerId];
    const scope = inScopeSql(reachOf(actor), (value) => `$${values.push(value)}`);
    const rows = await this.db.query(`select 1 from volunteer v where v.id = $1 and ${scope}`, values);
    return rows.length > 0;
  }
}
