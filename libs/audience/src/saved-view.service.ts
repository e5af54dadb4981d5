import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { notFound, userError } from '#platform/graphql';
import { t } from '#platform/i18n';
import type { Actor } from '#platform/identity';
import { Clock, type Network } from '#platform/kernel';
import { SavedView, type ViewState } from './saved-view.entity.js';
import type { PeopleView } from './saved-view.types.js';
import { mustWorkFor, sightOf } from './sight.js';

/** Most views that one person keeps. */
const MOST_VIEWS = 100;

/** Views of the table: one's own, and those that others share within a network. A view shows each reader her own people. */
@Injectable()
export class SavedViewService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Own views and those shared in the networks that the actor works for, by name. */
  async list(actor: Actor): Promise<PeopleView[]> {
    const rows = await this.db.query<SavedView>(
      `select id, account_id as "accountId", network, name, state from saved_view
        where account_id = $1 or network = any($2::text[]) order by lower(name), id limit 500`,
      [actor.accountId, sightOf(actor).networks],
    );
    return rows.map((row) => viewOf(row, actor));
  }

  /** Keeps a view; one of the actor's with that name is replaced. @throws BAD_USER_INPUT when there are too many */
  async save(actor: Actor, name: string, network: Network | null, state: ViewState): Promise<PeopleView> {
    if (network !== null) mustWorkFor(actor, network);
    return this.db.transaction(async () => {
      const kept = await this.db.repo(SavedView).countBy({ accountId: actor.accountId });
      if (kept >= MOST_VIEWS) {
        const message = t(actor.locale, 'audience.view.tooMany', { most: MOST_VIEWS });
        throw userError('BAD_USER_INPUT', message, [{ path: 'name', rule: 'most', message }]);
      }
      const [row] = await this.db.query<SavedView>(
        `insert into saved_view (account_id, name, network, state, created_at) values ($1, $2, $3, $4, $5)
         on conflict (account_id, name) do update set network = excluded.network, state = excluded.state
         returning id, account_id as "accountId", network, name, state`,
        [actor.accountId, name, network, JSON.stringify(state), this.clock.now()],
      );
      return viewOf(row as SavedView, actor);
    });
  }

  /** @throws NOT_FOUND for a view of somebody else */
  async remove(actor: Actor, id: string): Promise<void> {
    const { affected } = await this.db.repo(SavedView).delete({ id, accountId: actor.accountId });
    if (!affected) throw notFound('PeopleView');
  }
}

function viewOf({ id, name, network, accountId, state }: SavedView, actor: Actor): PeopleView {
  const { filter, sort, descending, columns } = state;
  const { conditions } = filter;
  return { id, name, network, mine: accountId === actor.accountId, conditions, sort, descending, columns };
}
