import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Actor } from '#platform/identity';
import type { MailingView } from './mailing.types.js';
import { sightOf } from './sight.js';

const VIEWS = `
  select g.id, g.network, g.subject, g.locale, g.status, g.created_at as "createdAt", r.recipients, r.handed,
         m.sent, m.failed
    from mailing g
    cross join lateral (select count(*)::int as recipients, count(r.handed_at)::int as handed
                          from mailing_recipient r where r.mailing_id = g.id) r
    cross join lateral (select count(*) filter (where m.status = 'sent')::int as sent,
                               count(*) filter (where m.status = 'failed')::int as failed
                          from mailing_recipient r
                          join mail m on m.dedupe_key = 'mailing:' || g.id || ':' || r.volunteer_id
                         where r.mailing_id = g.id and r.handed_at is not null) m`;

/** Mails to many of one's networks, and how far they are. */
@Injectable()
export class MailingQueries {
  constructor(private readonly db: Database) {}

  /** The latest twenty. */
  latest(actor: Actor): Promise<MailingView[]> {
    return this.db.query<MailingView>(
      `${VIEWS} where g.network = any($1::text[]) order by g.created_at desc, g.id limit 20`,
      [sightOf(actor).networks],
    );
  }

  async one(id: string): Promise<MailingView> {
    const [view] = await this.db.query<MailingView>(`${VIEWS} where g.id = $1`, [id]);
    return view as MailingView;
  }
}
