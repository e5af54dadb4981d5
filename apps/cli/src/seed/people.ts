import type { Database } from '#platform/database';
import { uuidOf, uuidSql } from './identifiers.js';
import { FAMILY_NAMES, GIVEN_NAMES } from './names.js';

/** Rows written by one statement. */
const STEP = 50_000;

// Everything about a person follows from her number and the seed, so that the database can make her by itself.
// Remainders by numbers without a common divisor mix the features.
const PEOPLE = `
  with person as (
    select i, ${uuidSql("$1 || ':' || i")} as id, ${uuidSql("$1 || ':account:' || i")} as account_id,
           ($4::text[])[1 + i % cardinality($4)] as given,
           ($5::text[])[1 + (i / cardinality($4)) % cardinality($5)] as family,
           i % 10 < 7 as joined, i % 13 < 7 as in_solidarity, i % 13 > 3 as in_climate,
           'personne' || i || '@exemple.org' as email,
           $6::timestamptz - make_interval(hours => (i::bigint * 7919 % 13000)::int) as since
      from generate_series($2::int, $3::int) i),
  accounts as (
    insert into account (id, email, locale, created_at, confirmed_at)
    select account_id, email, case when i % 17 = 0 then 'en' else 'fr' end, since, since from person where joined),
  volunteers as (
    insert into volunteer (id, account_id, display_name, locale, arrondissement, commune, languages, themes, availability,
                           source, created_at, updated_at)
    select id, case when joined then account_id end, given || ' ' || family,
           case when i % 17 = 0 then 'en' else 'fr' end,
           case when i % 11 = 0 then null else 1 + i % 20 end, case when i % 11 = 0 then 'Montreuil' end,
           case i % 6 when 0 then '{fr,en}' when 1 then '{fr,ar}' when 2 then '{fr,es}' else '{fr}' end::text[],
           case when in_climate then '{heat-wave,waste}' else '{outreach}' end::text[],
           case i % 4 when 0 then '{mon-evening,thu-evening}' when 1 then '{sat-morning}' else '{}' end::text[],
           case when joined then 'joined' else 'imported' end, since, since
      from person),
  contacts as (
    insert into contact (volunteer_id, given_name, family_name, email, birth_year, updated_at)
    select id, given, family, email, extract(year from $6::timestamptz)::int - 18 - i % 60, since from person),
  memberships as (
    insert into membership (volunteer_id, network, joined_at)
    select id, n.network, since from person
      join lateral (values ('solidarity', in_solidarity), ('climate', in_climate)) n(network, belongs) on n.belongs)
  insert into consent (volunteer_id, purpose, version, locale, given_at, source)
  select p.id, t.purpose, t.version, 'fr', p.since, 'site'
    from person p
    join (select purpose, max(version) as version from consent_text where locale = 'fr' group by purpose) t
      on t.purpose = 'terms' or t.purpose = 'network:solidarity' and p.in_solidarity
         or t.purpose = 'network:climate' and p.in_climate
   where p.joined`;

/** Identifier of the person with a number, the same as the database computes. */
export function personId(seed: number, number: number): string {
  return uuidOf(`${seed}:${number}`);
}

/** Writes that many plainly fictional people, numbered from 1; seven in ten have an account. */
export async function writePeople(
  db: Database,
  people: { count: number; seed: number; now: Date },
  log: (line: string) => void,
): Promise<void> {
  for (let from = 1; from <= people.count; from += STEP) {
    const until = Math.min(from + STEP - 1, people.count);
    await db.query(PEOPLE, [String(people.seed), from, until, GIVEN_NAMES, FAMILY_NAMES, people.now]);
    if (until < people.count) log(`People: ${until.toLocaleString('en')} of ${people.count.toLocaleString('en')}`);
  }
}
