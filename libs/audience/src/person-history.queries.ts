import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Actor } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { readerInWords } from '#lib/volunteers';
import type { PersonEvent } from './person-history.types.js';
import { PeopleQueries } from './people.queries.js';
import { sightOf } from './sight.js';

const MOST = 100;

// What happened, each part with the same five columns. Contact data and what is guarded apart have no part here.
const HISTORY = `
  select at, kind, what, detail, actor from (
    select created_at as at, 'known' as kind, source as what, null::text as detail, null::text as actor
      from volunteer where id = $1
    union all select joined_at, 'joined', network, null, null from membership where volunteer_id = $1
    union all select left_at, 'left', network, null, null from membership where volunteer_id = $1 and left_at is not null
    union all
    select e.changed_at, 'enrolment', c.title, e.status, null
      from enrolment e join training_session s on s.id = e.session_id join course c on c.id = s.course_id
     where e.volunteer_id = $1
    union all
    select d.starts_at, a.status, c.title, null, null
      from enrolment e join attendance a on a.enrolment_id = e.id join session_date d on d.id = a.session_date_id
      join training_session s on s.id = e.session_id join course c on c.id = s.course_id
     where e.volunteer_id = $1
    union all select given_at, 'consentGiven', purpose, null, null from consent where volunteer_id = $1
    union all
    select withdrawn_at, 'consentWithdrawn', purpose, null, null from consent
     where volunteer_id = $1 and withdrawn_at is not null
    union all
    select g.added_at, 'tagged', t.name::text, null, null from volunteer_tag g join tag t on t.id = g.tag_id
     where g.volunteer_id = $1 and t.network = any($2::text[])
    union all
    select sent_at, 'mail', coalesce(subject, kind), null, null from mail
     where volunteer_id = $1 and status = 'sent' and sent_at is not null
    union all
    select at, 'journal', action, purpose, actor_label from audit_entry where volunteer_id = $1
  ) happened
  order by at desc, kind, what limit ${MOST}`;

/** What happened with one person, for those who coordinate her. */
@Injectable()
export class PersonHistoryQueries {
  constructor(
    private readonly db: Database,
    private readonly people: PeopleQueries,
  ) {}

  /** The latest hundred events, last first. @throws NOT_FOUND for somebody out of sight */
  async of(actor: Actor, volunteerId: string, locale: Locale): Promise<PersonEvent[]> {
    const sight = sightOf(actor);
    if (!(await this.people.one(sight, volunteerId))) throw notFound('Person');
    const events = await this.db.query<PersonEvent>(HISTORY, [volunteerId, sight.networks]);
    return events.map((event) => ({ ...event, actor: event.actor && readerInWords(event.actor, locale) }));
  }
}
