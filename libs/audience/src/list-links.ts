import { Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { SignedLinks } from '#platform/identity';
import { Clock, type Network, NETWORKS } from '#platform/kernel';
import { listOf } from './condition-sql.rules.js';

/** Kind of the signed links that lead out of a list. */
const KIND = 'unsubscribe';

/** What a link out of a list is about. */
export interface ListLink {
  volunteerId: string;
  network: Network;
  refused: boolean;
}

/**
 * Links that take somebody off a list: one per person and list, good for ever, so that the button of an old mail still
 * works (RFC 8058). To have the link is the right to use it.
 */
@Injectable()
export class ListLinks {
  constructor(
    private readonly links: SignedLinks,
    private readonly db: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  urlOf(volunteerId: string, list: string): string {
    return `${this.config.publicUrl}/u/${this.links.sign(KIND, `${list}:${volunteerId}`)}`;
  }

  /** What a link is about; null if it is not one of ours or the person is gone. Changes nothing. */
  async read(token: string): Promise<ListLink | null> {
    const claim = this.links.read(token);
    const [list = '', volunteerId = ''] = claim?.kind === KIND ? claim.id.split(':') : [];
    const network = NETWORKS.find((one) => listOf(one) === list);
    if (!network) return null;
    const [row] = await this.db.query<{ refused: boolean }>(
      `select exists (select 1 from mail_refusal where volunteer_id = v.id and list = $2) as refused
         from volunteer v where v.id = $1`,
      [volunteerId, list],
    );
    return row ? { volunteerId, network, refused: row.refused } : null;
  }

  /** Takes the person off the list, or puts her on it again; twice is once. Null for a link that is not ours. */
  async answer(token: string, refused: boolean): Promise<ListLink | null> {
    const link = await this.read(token);
    if (!link) return null;
    const row = [link.volunteerId, listOf(link.network)];
    if (refused)
      await this.db.query(
        `insert into mail_refusal (volunteer_id, list, refused_at)
         select v.id, $2, $3 from volunteer v where v.id = $1 on conflict do nothing`,
        [...row, this.clock.now()],
      );
    else await this.db.query('delete from mail_refusal where volunteer_id = $1 and list = $2', row);
    return { ...link, refused };
  }
}
