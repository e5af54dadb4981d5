import type { Network } from '#platform/kernel';
import type { ConsentPurpose } from './consent-texts.js';

/** The rows that are imported by one transaction, each with the known person it is of, if any. */
export const CREATE_ROWS = `
  create temp table import_row (like volunteer_import_row, target_id uuid, address_owner uuid) on commit drop`;

const taken = (which: string): string => `
  insert into import_row
  select r.*, case when r.choice = 'update' then m.id else e.volunteer_id end, e.volunteer_id
    from (select * from volunteer_import_row where import_id = $1 and state = 'sound' and ${which}) r
    left join contact e on e.email = r.email::citext
    left join volunteer m on m.id = r.match_id`;

/** The next sound rows after a line. */
export const TAKE_ROWS = taken('line > $2 order by line limit $3');
export const TAKE_LINES = taken('line = any($2::int[])');

/** Two rows of one person are imported one after the other: the later one waits for the next turn. */
export const ONE_ROW_EACH = `
  delete from import_row r using import_row o where r.target_id = o.target_id and o.line < r.line`;

export const COUNT_ROWS = 'analyze import_row (line, target_id)';

/** So that Postgres knows of many new rows, which otherwise waits for the next autovacuum. */
export const TAKE_STOCK =
  'analyze volunteer (id), contact (volunteer_id, email), membership (volunteer_id, network), consent (volunteer_id, purpose)';

// Who has signed in keeps her own data: the file only fills what she left empty. Of anybody else the file knows better,
// save her names where somebody had to say that it is she: they stand in another order there, or with a slip.
const scalar = (table: string, column: string): string =>
  `case when v.account_id is null then coalesce(r.${column}, ${table}.${column})
        else coalesce(${table}.${column}, r.${column}) end as ${column}`;
const name = (column: string): string =>
  `case when v.account_id is null and r.choice is distinct from 'update' then coalesce(r.${column}, c.${column})
        else coalesce(c.${column}, r.${column}) end as ${column}`;
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
const CONTACT = ['given_name', 'family_name', 'email', 'phone', 'birth_year'];
const differ = (columns: readonly string[], table: string): string =>
  `(${columns.map((column) => `n.${column}`).join(', ')}) is distinct from
   (${columns.map((column) => `${table}.${column}`).join(', ')})`;

/**
 * What importing does with each row: the person as she will be (n) against her as she is (v, c). A membership that was
 * left is entered again, and a consent that was taken back given again, only by an agreement that is younger than that.
 * An address is only given to somebody who has none and no account, and nobody loses hers.
 */
const planned = (network: Network, purpose: ConsentPurpose): string => `
  with agreed as (
    select k.volunteer_id, bool_or(k.withdrawn_at is null) as in_force, max(k.withdrawn_at) as withdrawn_at
      from import_row r
      join consent k on k.volunteer_id = r.target_id and k.purpose = '${purpose}'
     group by k.volunteer_id),
  planned as (
    select r.line, v.id as known_id, coalesce(v.id, gen_random_uuid()) as id, r.consent_version, n.*,
           ${differ(PROFILE, 'v')} as profile_changes,
           ${differ(CONTACT, 'c')} as contact_changes,
           coalesce(m.volunteer_id is null or m.left_at < n.consent_at, false) as enters,
           coalesce(n.consent_at is not null
                    and (a.volunteer_id is null or not a.in_force and a.withdrawn_at < n.consent_at), false) as agrees
      from import_row r
      left join volunteer v on v.id = r.target_id
      left join contact c on c.volunteer_id = v.id
      left join membership m on m.volunteer_id = v.id and m.network = '${network}'
      left join agreed a on a.volunteer_id = v.id
      cross join lateral (
        select case when v.id is null
                      or (v.account_id is null and r.family_name is not null and r.choice is distinct from 'update')
                    then r.display_name else v.display_name end as display_name,
               case when v.account_id is null then coalesce(r.locale, v.locale, 'fr') else v.locale end as locale,
               case when v.id is null then r.email::citext
                    when c.email is null and v.account_id is null and r.address_owner is null then r.email::citext
                    else c.email end as email,
               ${['arrondissement', 'commune', 'access_needs'].map((column) => scalar('v', column)).join(', ')},
               ${['languages', 'skills', 'themes'].map(list).join(', ')},
               ${['given_name', 'family_name'].map(name).join(', ')},
               ${['phone', 'birth_year'].map((column) => scalar('c', column)).join(', ')},
               r.consent_on::timestamp at time zone 'Europe/Paris' as consent_at) n)
  select p.*,
         case when known_id is null then 'create'
              when profile_changes or contact_changes or enters or agrees then 'update'
              else 'unchanged' end as outcome
    from planned p`;

export const planOf = (network: Network, purpose: ConsentPurpose): string =>
  `create temp table import_plan on commit drop as ${planned(network, purpose)}`;

const COUNTS = `count(*) filter (where outcome = 'create')::int as created,
         count(*) filter (where outcome = 'update')::int as updated,
         count(*) filter (where outcome = 'unchanged')::int as unchanged`;

export const COUNT_PLAN = `select ${COUNTS} from import_plan`;

/** What importing would do with the rows that were taken, without writing it down. */
export const forecast = (network: Network, purpose: ConsentPurpose): string =>
  `select ${COUNTS} from (${planned(network, purpose)}) p`;

/** The same for a few rows one by one. */
export const outcomes = (network: Network, purpose: ConsentPurpose): string =>
  `select line, outcome from (${planned(network, purpose)}) p`;

type Need = 'network' | 'purpose' | 'importId' | 'now';

/** Each step of an import: for whom alone if not for all, its statement, and what that needs. */
export const STEPS: readonly { for?: 'created' | 'updated'; sql: string; needs: readonly Need[] }[] = [
  {
    for: 'updated',
    sql: `insert into volunteer_import_change (import_id, volunteer_id, line, before)
          select $1, p.known_id, p.line,
                 jsonb_build_object('volunteer', to_jsonb(v), 'contact', to_jsonb(c), 'membership', to_jsonb(m),
                   'consents', (select coalesce(jsonb_agg(k.id), '[]') from consent k where k.volunteer_id = v.id))
            from import_plan p
            join volunteer v on v.id = p.known_id
            join contact c on c.volunteer_id = v.id
            left join membership m on m.volunteer_id = v.id and m.network = $2
           where p.outcome = 'update'
              on conflict (import_id, volunteer_id) do nothing`,
    needs: ['importId', 'network'],
  },
  {
    for: 'created',
    sql: `insert into volunteer (id, display_name, locale, arrondissement, commune, access_needs, languages, skills,
                                 themes, source, import_id, created_at, updated_at)
          select id, display_name, locale, arrondissement, commune, access_needs, languages, skills, themes,
                 'imported', $1::uuid, $2::timestamptz, $2
            from import_plan where outcome = 'create'`,
    needs: ['importId', 'now'],
  },
  {
    for: 'created',
    // In the order of the addresses, which grow their index at one end: at random, it is most of the cost.
    sql: `insert into contact (volunteer_id, given_name, family_name, email, phone, birth_year, updated_at)
          select id, given_name, family_name, email, phone, birth_year, $1 from import_plan where outcome = 'create'
           order by email::text collate "C"`,
    needs: ['now'],
  },
  {
    for: 'updated',
    sql: `update volunteer v
             set display_name = p.display_name, locale = p.locale, arrondissement = p.arrondissement,
                 commune = p.commune, access_needs = p.access_needs, languages = p.languages, skills = p.skills,
                 themes = p.themes, updated_at = $1, version = v.version + 1
            from import_plan p where p.known_id = v.id and p.profile_changes`,
    needs: ['now'],
  },
  {
    for: 'updated',
    sql: `update contact c
             set given_name = p.given_name, family_name = p.family_name, email = p.email, phone = p.phone,
                 birth_year = p.birth_year, updated_at = $1
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

/** Rows that were taken and carried out have nothing more to tell. */
export const FORGET_ROWS = `
  delete from volunteer_import_row s using import_row r where s.import_id = $1 and s.line = r.line`;
