import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, notFound, type Page, pageOf, pageSize } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import { Membership } from './membership.entity.js';
import type { VolunteerFilter } from './volunteer.inputs.js';
import { Volunteer } from './volunteer.entity.js';
import type { VolunteerRow } from './volunteer.types.js';

/** Parts of the list that somebody coordinates: of one network or all, of one arrondissement or all. */
const IN_SCOPE = `
  exists (select 1 from jsonb_to_recordset($1::jsonb) as g (network text, arrondissement int)
           where (g.arrondissement is null or g.arrondissement = v.arrondissement)
             and (g.network is null or exists (select 1 from membership m
                   where m.volunteer_id = v.id and m.network = g.network and m.left_at is null)))`;

const MATCHES = `
  ${IN_SCOPE}
  and ($2::text is null or plain_text(v.display_name) like '%' || plain_text($2) || '%')
  and ($3::text is null or exists (select 1 from membership m
        where m.volunteer_id = v.id and m.network = $3 and m.left_at is null))
  and ($4::int is null or v.arrondissement = $4)
  and ($5::boolean is null or (v.account_id is not null) = $5)`;

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
    const [name, id] = after ? decodeCursor(after, 2) : [null, null];
    const rows = await this.db.query<VolunteerRow>(
      `${ROW}
        where ${MATCHES} and ($6::text is null or (v.display_name, v.id) > ($6, $7::uuid))
        order by v.display_name, v.id limit $8`,
      [...parameters(actor, filter), name, id, size + 1],
    );
    return pageOf(rows, size, (row) => encodeCursor([row.displayName, row.id]));
  }

  async count(actor: Actor, filter: VolunteerFilter): Promise<number> {
    const [row] = await this.db.query<{ n: number }>(
      `select count(*)::int as n from volunteer v where ${MATCHES}`,
      parameters(actor, filter),
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
    const rows = await this.db.query(`select 1 from volunteer v where ${IN_SCOPE} and v.id = $2`, [
      scopeOf(actor),
      volunteerId,
    ]);
    return rows.length > 0;
  }
}

function scopeOf(actor: Actor): string {
  const everywhere = [{ network: null, arrondissement: null }];
  const own = actor.grants.filter((grant) => grant.role === 'coordinator');
  return JSON.stringify(actor.has('admin') ? everywhere : own);
}

function parameters(actor: Actor, filter: VolunteerFilter): unknown[] {
  const text = filter.text?.trim().replace(/[\\%_]/g, '\\$&') || null;
  return [scopeOf(actor), text, filter.network ?? null, filter.arrondissement ?? null, filter.hasAccount ?? null];
}
