import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Database, violatedConstraint } from '#platform/database';
import { notFound, userError } from '#platform/graphql';
import { t } from '#platform/i18n';
import type { Actor } from '#platform/identity';
import { Clock, type Network } from '#platform/kernel';
import type { TagColour } from './audience.enums.js';
import { statement, whichPeople } from './condition-sql.rules.js';
import type { PeopleFilter } from './condition.rules.js';
import { filterFacts } from './filter-facts.rules.js';
import { PeopleQueries } from './people.queries.js';
import { mustWorkFor, sightOf } from './sight.js';
import { Tag, TagChangeRow } from './tag.entity.js';
import type { TagChange } from './tag.types.js';

/** How long a change of tags may be taken back, in hours. */
const UNDO_HOURS = 24;

/** Tags of a network, and putting them on many people at once. */
@Injectable()
export class TagService {
  constructor(
    private readonly db: Database,
    private readonly people: PeopleQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Tags of the networks that the actor works for, by name. */
  list(actor: Actor): Promise<Tag[]> {
    return this.db.query<Tag>(
      'select id, network, name, colour from tag where network = any($1::text[]) order by network, name',
      [sightOf(actor).networks],
    );
  }

  /** @throws BAD_USER_INPUT on `name` when the network has such a tag */
  async create(actor: Actor, network: Network, name: string, colour: TagColour): Promise<Tag> {
    mustWorkFor(actor, network);
    try {
      const [tag] = await this.db.query<Tag>(
        `insert into tag (network, name, colour, created_by, created_at) values ($1, $2, $3, $4, $5)
         returning id, network, name, colour`,
        [network, name, colour, actor.accountId, this.clock.now()],
      );
      return tag as Tag;
    } catch (error) {
      if (violatedConstraint(error) !== 'tag_name_unique') throw error;
      const message = t(actor.locale, 'audience.tag.taken');
      throw userError('BAD_USER_INPUT', message, [{ path: 'name', rule: 'unique', message }]);
    }
  }

  /** Takes a tag from everybody and forgets it. @throws NOT_FOUND for a tag of a network that is not the actor's */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async () => {
      const tag = await this.mine(actor, id);
      const subject = { subjectType: 'tag', subjectId: id };
      await this.audit.write({ actor, action: 'tag.delete', ...subject, details: { network: tag.network } });
      await this.db.repo(Tag).delete({ id });
    });
  }

  /**
   * Puts the tag on everybody whom the filter finds, or takes it from them. Counts those for whom it changed something.
   * Two at once end with the tag on or off; each takes back only what it changed itself.
   */
  async change(actor: Actor, tagId: string, added: boolean, filter: PeopleFilter): Promise<TagChange> {
    return this.db.transaction(async () => {
      await this.mine(actor, tagId);
      const now = this.clock.now();
      const { identifiers } = await this.db
        .repo(TagChangeRow)
        .insert({ tagId, added, doneBy: actor.accountId, doneAt: now });
      const id = (identifiers[0] as { id: string }).id;
      const rows = await this.people.ask<{ n: number }>(
        filter,
        statement((bind) => {
          const found = `select v.id from volunteer v where ${whichPeople(filter, sightOf(actor), bind)} order by v.id`;
          const changed = added
            ? `insert into volunteer_tag (volunteer_id, tag_id, added_by, added_at)
               select f.id, ${bind(tagId)}, ${bind(actor.accountId)}, ${bind(now)}::timestamptz from (${found}) f
               on conflict do nothing returning volunteer_id`
            : `delete from volunteer_tag g using (${found}) f
                where g.volunteer_id = f.id and g.tag_id = ${bind(tagId)} returning g.volunteer_id`;
          return `with changed as (${changed}),
            noted as (insert into tag_change_person (change_id, volunteer_id)
                      select ${bind(id)}, volunteer_id from changed returning 1)
            select count(*)::int as n from noted`;
        }),
      );
      const count = rows[0]?.n ?? 0;
      const details = { added, count, filter: filterFacts(filter) };
      await this.audit.write({ actor, action: 'people.tag', subjectType: 'tag', subjectId: tagId, details });
      return { id, count };
    });
  }

  /** Takes a change of one's own back, once, within a day. @throws NOT_FOUND otherwise */
  async undo(actor: Actor, changeId: string): Promise<TagChange> {
    return this.db.transaction(async () => {
      const now = this.clock.now();
      const [change] = await this.db.query<{ tagId: string; added: boolean }>(
        `update tag_change set undone_at = $3
          where id = $1 and done_by = $2 and undone_at is null and done_at > $3::timestamptz - make_interval(hours => $4)
         returning tag_id as "tagId", added`,
        [changeId, actor.accountId, now, UNDO_HOURS],
      );
      if (!change) throw notFound('TagChange');
      await this.mine(actor, change.tagId);
      const rows = await this.db.query<{ n: number }>(
        change.added
          ? `with gone as (delete from volunteer_tag g using tag_change_person p
               where p.change_id = $1 and g.volunteer_id = p.volunteer_id and g.tag_id = $2 returning 1)
             select count(*)::int as n from gone`
          : `with back as (insert into volunteer_tag (volunteer_id, tag_id, added_by, added_at)
               select volunteer_id, $2, $3, $4 from tag_change_person where change_id = $1 on conflict do nothing returning 1)
             select count(*)::int as n from back`,
        change.added ? [changeId, change.tagId] : [changeId, change.tagId, actor.accountId, now],
      );
      return { id: changeId, count: rows[0]?.n ?? 0 };
    });
  }

  /** Forgets what can no longer be taken back. */
  async forgetChanges(): Promise<void> {
    await this.db.query('delete from tag_change where done_at <= $1::timestamptz - make_interval(hours => $2)', [
      this.clock.now(),
      UNDO_HOURS,
    ]);
  }

  private async mine(actor: Actor, id: string): Promise<Tag> {
    const tag = await this.db.repo(Tag).findOneBy({ id });
    if (!tag || !sightOf(actor).networks.includes(tag.network)) throw notFound('Tag');
    return tag;
  }
}
