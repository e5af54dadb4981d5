import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Clock, type Locale } from '#platform/kernel';
import { Actor, type Grant } from './actor.js';

/** What is stored of a secret that a person carries: never the secret. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** The cookie is bound to this very host where the site is served over https. */
export const cookieName = (config: Config): string => (config.publicUrl.startsWith('https:') ? '__Host-sid' : 'sid');

interface ActorRow {
  account_id: string;
  sign_in_id: string;
  volunteer_id: string | null;
  email: string | null;
  locale: Locale;
  stale: boolean;
  strong_at: Date | null;
  by_card: boolean;
  grants: Grant[];
}

// One statement for every request of a signed-in person. It names the volunteer table because nearly every request
// needs that id: a second look-up in the domain would double the cost of each.
const ACTOR = `
  select a.id as account_id, s.id as sign_in_id, v.id as volunteer_id, a.email::text as email, a.locale, s.strong_at,
         s.card_id is not null as by_card,
         s.last_seen_at < $2::timestamptz - interval '10 minutes' as stale,
         coalesce((select json_agg(json_build_object('id', g.id, 'role', g.role, 'network', g.network,
                                                     'arrondissement', g.arrondissement) order by g.role)
                     from role_grant g
                    where g.account_id = a.id and g.revoked_at is null
                      and (g.expires_at is null or g.expires_at > $2)), '[]') as grants
    from sign_in s
    join account a on a.id = s.account_id
    left join volunteer v on v.account_id = a.id
   where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2 and a.disabled_at is null`;

/** Finds who is asking, from the sign-in cookie, once per request. */
@Injectable()
export class ActorLoader {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async of(req: FastifyRequest): Promise<Actor | null> {
    if (req.actor === undefined) {
      req.actor = await this.lookUp(req.cookies[cookieName(this.config)]);
      if (req.actor) req.locale = req.actor.locale;
    }
    return req.actor;
  }

  private async lookUp(token: string | undefined): Promise<Actor | null> {
    if (!token) return null;
    const now = this.clock.now();
    const [row] = await this.db.read<ActorRow>('actor-of-sign-in', ACTOR, [hashToken(token), now]);
    if (!row) return null;
    if (row.stale) await this.db.query('update sign_in set last_seen_at = $2 where id = $1', [row.sign_in_id, now]);
    return new Actor({
      accountId: row.account_id,
      signInId: row.sign_in_id,
      volunteerId: row.volunteer_id,
      email: row.email,
      locale: row.locale,
      grants: row.grants,
      strongAt: row.strong_at,
      byCard: row.by_card,
    });
  }
}
