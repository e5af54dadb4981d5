import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { Clock } from '#platform/kernel';
import { likeness, LIKELY, type PersonTraits } from './duplicate.rules.js';

declare module '#platform/jobs' {
  interface JobMap {
    'duplicates.find': Record<string, never>;
  }
}

interface Candidate {
  lowId: string;
  highId: string;
}

interface Known extends PersonTraits {
  id: string;
}

// People are compared only with those who share a telephone, a mailbox, all words of the name, or a year of birth
// together with a word or the initials of the name: by hash joins, so that the time grows with the people and not with
// their square. What everybody shares (a switchboard's number) tells nothing: groups above 30 are
// left out, and above 300 those that must have names alike besides.
const CANDIDATES = `
  with p as materialized (
    select c.volunteer_id as id, c.phone, c.birth_year, n.name,
           case when c.email is not null then
             regexp_replace(split_part(lower(c.email::text), '@', 1), '\\+.*$', '') end as mailbox,
           split_part(lower(c.email::text), '@', 2) as host,
           array(select w from regexp_split_to_table(n.name, '[^a-z0-9]+') w where w <> '' order by w) as words
      from contact c, lateral (select plain_text(concat_ws(' ', c.given_name, c.family_name)) as name) n),
  keys as (
    select id, 'phone ' || phone as key, null::text as name from p where phone is not null
    union all
    select id, 'mail ' || case when host in ('gmail.com', 'googlemail.com') then replace(mailbox, '.', '')
                               else mailbox || '@' || host end, null from p where mailbox is not null
    union all
    select id, 'name ' || array_to_string(words, ' '), null from p where cardinality(words) > 1),
  crowded as (select key from keys group by key having count(*) > 30),
  near as (
    select id, birth_year || ' ' || word as key, name from p, unnest(words) as word
     where birth_year is not null and length(word) > 1
    union
    select id, birth_year || ' initials ' || (select string_agg(left(w, 1), '' order by w) from unnest(words) w), name
      from p where birth_year is not null and cardinality(words) > 1),
  common as (select key from near group by key having count(*) > 300)
  select a.id as "lowId", b.id as "highId" from keys a join keys b on a.key = b.key and a.id < b.id
   where a.key not in (select key from crowded)
  union
  select a.id, b.id from near a join near b on a.key = b.key and a.id < b.id and similarity(a.name, b.name) > 0.4
   where a.key not in (select key from common)`;

const TRAITS = `
  select volunteer_id as id, given_name as "givenName", family_name as "familyName", email::text as email, phone,
         birth_year as "birthYear" from contact where volunteer_id = any($1::uuid[])`;

// What somebody decided stays decided; what does not look alike any more goes.
const STORE = `
  with found as (
    select * from jsonb_to_recordset($1::jsonb) as f("lowId" uuid, "highId" uuid, score int, reasons text[])),
  gone as (
    delete from duplicate_pair d where d.different_since is null
       and not exists (select 1 from found f where f."lowId" = d.low_id and f."highId" = d.high_id))
  insert into duplicate_pair (low_id, high_id, score, reasons, found_at)
  select f."lowId", f."highId", f.score, f.reasons, $2 from found f
    join volunteer l on l.id = f."lowId" join volunteer h on h.id = f."highId"
  on conflict (low_id, high_id) do update set score = excluded.score, reasons = excluded.reasons`;

/** Looks for profiles that may be of one person, every night and when somebody asks. */
@Injectable()
export class DuplicateFinder implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('duplicates.find', async () => void (await this.find()));
    // 4:20 or 5:20 in Paris.
    this.jobs.every('duplicates.nightly', '20 3 * * *', async () => void (await this.find()));
  }

  /** Asks for a search now; several at once are one. */
  async ask(): Promise<void> {
    await this.jobs.add('duplicates.find', {}, { key: 'duplicates.find' });
  }

  /** @returns how many pairs were compared, and how many look alike */
  async find(): Promise<{ compared: number; found: number }> {
    const candidates = await this.db.query<Candidate>(CANDIDATES);
    const known = await this.traitsOf(candidates);
    const found = candidates.flatMap(({ lowId, highId }) => {
      const [low, high] = [known.get(lowId), known.get(highId)];
      if (!low || !high) return [];
      const { score, reasons } = likeness(low, high);
      return score >= LIKELY ? [{ lowId, highId, score, reasons }] : [];
    });
    await this.db.query(STORE, [JSON.stringify(found), this.clock.now()]);
    return { compared: candidates.length, found: found.length };
  }

  private async traitsOf(candidates: readonly Candidate[]): Promise<Map<string, Known>> {
    const ids = [...new Set(candidates.flatMap(({ lowId, highId }) => [lowId, highId]))];
    return new Map((await this.db.query<Known>(TRAITS, [ids])).map((known) => [known.id, known]));
  }
}
