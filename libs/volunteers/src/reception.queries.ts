import { Injectable } from '@nestjs/common';
import { CardService } from '#platform/accounts';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { ReceptionPerson } from './reception.types.js';

// People whom no mail reaches and who have come to a desk: others are none of reception's business.
const PERSON = `
  select v.id, v.display_name as "displayName", k.label as "cardEnd", v.locale, v.created_at as since,
         coalesce(c.birth_year, c.vouched_age) is not null as "ageKnown"
    from volunteer v
    left join contact c on c.volunteer_id = v.id
    left join account a on a.id = v.account_id
    left join card k on k.account_id = v.account_id and k.revoked_at is null
   where c.email is null and a.email is null and (v.source = 'reception' or v.account_id is not null)`;

const BY_ID = `${PERSON}
   and v.id = coalesce((select m.volunteer_id from merged_profile m where m.old_id = $1), $1)`;
const BY_ACCOUNT = `${PERSON} and v.account_id = $1`;
const BY_WORDS = `${PERSON}
   and (plain_text(v.display_name) like plain_text($1) || '%' or plain_text(v.display_name) like '% ' || plain_text($1) || '%'
        or k.label = upper($2) or plain_text(v.display_name) % plain_text($2))
   order by k.label = upper($2) desc nulls last, similarity(plain_text(v.display_name), plain_text($2)) desc, v.created_at desc, v.id
   limit 20`;

/** Finds people at reception. */
@Injectable()
export class ReceptionQueries {
  constructor(
    private readonly db: Database,
    private readonly cards: CardService,
  ) {}

  /** @throws NOT_FOUND for nobody, and for somebody whom a mail reaches */
  async person(id: string): Promise<ReceptionPerson> {
    const [person] = await this.db.query<ReceptionPerson>(BY_ID, [id]);
    if (!person) throw notFound('Volunteer');
    return person;
  }

  /** By a whole card, the end of a card, or a first name with small faults; the best 20. */
  async find(text: string): Promise<ReceptionPerson[]> {
    const holder = await this.cards.holder(text);
    if (typeof holder !== 'string') return this.db.query<ReceptionPerson>(BY_ACCOUNT, [holder.accountId]);
    const words = text.trim();
    if (words === '') return [];
    return this.db.query<ReceptionPerson>(BY_WORDS, [words.replace(/[\\%_]/g, '\\$&'), words]);
  }
}
