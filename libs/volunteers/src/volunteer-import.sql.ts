import type { Network } from '#platform/kernel';
import type { ConsentPurpose } from './consent-texts.js';

/** The rows of the file, only those without a fault, as they are copied in. */
export const CREATE_ROWS = `
  create temp table import_row (
    line int, given_name text, family_name text, display_name text, email citext, phone text, birth_year int,
    arrondissement int, commune text, languages text[], skills text[], themes text[], locale text, access_needs text,
    consent_on date, consent_version int, homonym boolean
  ) on commit drop`;

export const COPY_ROWS = 'copy import_row from stdin';

/** So that Postgres knows how many rows came; only their number matters, and the other columns are costly to sort. */
export const COUNT_ROWS = 'analyze import_row (line)';

/** The same for the base after a change of many rows, which otherwise waits for the next autovacuum. */
export const TAKE_STOCK =
  'analyze volunteer (id), contact (volunteer_id, email), membership (volunteer_id, network), consent (volunteer_id, purpose)';

/** Rows whose address belongs in the base to somebody of another name. */
export const OTHER_PEOPLE = `
  select r.line, r.email::text as value, count(*) over ()::int as total
    from import_row r join contact c on c.email = r.email
   where plain_text(c.given_name) <> plain_text(r.given_name)
     and (plain_text(c.family_name) <> plain_text(r.family_name) or c.birth_year <> r.birth_year)
   order by r.line limit $1`;

/** Rows whose person is in the base under another address, unless somebody checked that they are two people. */
export const OTHER_ADDRESSES = `
  select r.line, r.family_name as value, count(*) over ()::int as total
    from import_row r
   where not r.homonym
     and exists (select 1 from contact c
                  where plain_text(c.given_name) = plain_text(r.given_name)
                    and plain_text(c.family_name) = plain_text(r.family_name) and c.birth_year = r.birth_year)
     and not exists (select 1 from contact c where c.email = r.email)
   order by r.line limit $1`;

// Who has signed in keeps her own data: the file only fills what she left empty. Of anybody else the file knows better.
const scalar = (table: string, column: string): string =>
  `case when v.account_id is null then coalesce(r.${column}, ${table}.${column})
        else coalesce(${table}.${column}, r.${column}) end as ${column}`;
const list = (column: string): string =>
  `case when (v.account_id is null and r.${column} <> '{}') or coalesce(v.${column}, '{}') = '{}'
        then r.${column} else v.${column} end as ${column}`;

const PROFILE = [
  'display_name',
  'locale',
  'arrondissement',
  'commune',
  'access_needs',
  'languages',
  'skills',
  'themes',
];
const CONTACT = ['given_name', 'family_name', 'phone', 'birth_year'];
const differ = (columns: readonly string[], table: string): string =>
  `(${columns.map((column) => `n.${column}`).join(', ')}) is distinct from
   (${columns.map((column) => `${table}.${column}`).join(', ')})`;

/**
 * What importing does with each row: the person as she will be (n) against her as she is (v, c). A membership that was
 * left is entered again, and a consent that was taken back given again, only by an agreement that is younger than that.
 */
export const planOf = (network: Network, purpose: ConsentPurpose): string => `
  create temp table import_plan on commit drop as
  with agreed as (
    select k.volunteer_id, bool_or(k.withdrawn_at is null) as in_force, max(k.withdrawn_at) as withdrawn_at
      from import_row r
      join contact c on c.email = r.email
      join consent k on k.volunteer_id = c.volunteer_id and k.purpose = '${purpose}'
     group by k.volunteer_id),
  planned as (
    select r.line, v.id as known_id, coalesce(v.id, gen_random_uuid()) as id, r.email, r.consent_version, n.*,
           ${differ(PROFILE, 'v')} as profile_changes,
           ${differ(CONTACT, 'c')} as contact_changes,
           coalesce(m.volunteer_id is null or m.left_at < n.consent_at, false) as enters,
           coalesce(n.consent_at is not null
                    and (a.volunteer_id is null or not a.in_force and a.withdrawn_at < n.consent_at), false) as agrees
      from import_row r
      left join contact c on c.email = r.email
      left join volunteer v on v.id = c.volunteer_id
      left join membership m on m.volunteer_id = v.id and m.network = '${network}'
      left join agreed a on a.volunteer_id = v.id
      cross join lateral (
        select case when v.id is null or (v.account_id is null and r.family_name is not null)
                    then r.display_name else v.display_name end as display_name,
               case when v.account_id is null then coalesce(r.locale, v.locale, 'fr') else v.locale end as locale,
               ${['arrondissement', 'commune', 'access_needs'].map((column) => scalar('v', column)).join(', ')},
               ${['languages', 'skills', 'themes'].map(list).join(', ')},
               ${CONTACT.map((column) => scalar('c', column)).join(', ')},
               r.consent_on::timestamp at time zone 'Europe/Paris' as consent_at) n)
  select p.*,
         case when known_id is null then 'create'
              when profile_changes or contact_changes or enters or agrees then 'update'
              else 'unchanged' end as outcome
    from planned p`;

export const COUNT_PLAN = `
  select count(*) filter (where outcome = 'create')::int as created,
         count(*) filter (where outcome = 'update')::int as updated,
         count(*) filter (where outcome = 'unchanged')::int as unchanged
    from import_plan`;

/** Each step of an import: its statement, and what it needs of `network`, `purpose`, `importId`, `now`. */
export const STEPS: readonly { sql: string; needs: readonly ('network' | 'purpose' | 'importId' | 'now')[] }[] = [
  {
    sql: `insert into volunteer (id, display_name, locale, arrondissement, commune, access_needs, languages, skills,
                                 themes, source, import_id, created_at, updated_at)
          select id, display_name, locale, arrondissement, commune, access_needs, languages, skills, themes,
                 'imported', $1::uuid, $2::timestamptz, $2
            from import_plan where outcome = 'create'`,
    needs: ['importId', 'now'],
  },
  {
    // In the order of the addresses, which grow their index at one end: at random, it is most of the cost.
    sql: `insert into contact (volunteer_id, given_name, family_name, email, phone, birth_year, updated_at)
          select id, given_name, family_name, email, phone, birth_year, $1 from import_plan where outcome = 'create'
           order by email::text collate "C"`,
    needs: ['now'],
  },
  {
    sql: `update volunteer v
             set display_name = p.display_name, locale = p.locale, arrondissement = p.arrondissement,
                 commune = p.commune, access_needs = p.access_needs, languages = p.languages, skills = p.skills,
                 themes = p.themes, updated_at = $1, version = v.version + 1
            from import_plan p where p.known_id = v.id and p.profile_changes`,
    needs: ['now'],
  },
  {
    sql: `update contact c
             set given_name = p.given_name, family_name = p.family_name, phone = p.phone, birth_year = p.birth_year,
                 updated_at = $1
            from import_plan p where p.known_id = c.volunteer_id and p.contact_changes`,
    needs: ['now'],
  },
  {
    sql: `insert into membership (volunteer_id, network, joined_at) select id, $1, $2 from import_plan where enters
          on conflict (volunteer_id, network) do update set joined_at = excluded.joined_at, left_at = null`,
    needs: ['network', 'now'],
  },
  {
    sql: `insert into consent (volunteer_id, purpose, version, locale, given_at, source)
          select id, $1, consent_version, locale, consent_at, 'import' from import_plan where agrees
          on conflict (volunteer_id, purpose) where withdrawn_at is null do nothing`,
    needs: ['purpose'],
  },
];
