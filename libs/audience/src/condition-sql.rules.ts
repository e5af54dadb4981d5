import { atParis, type Network, plusParisDays } from '#platform/kernel';
import { inScopeSql, type Reach } from '#lib/volunteers';
import type { Condition, ConditionKind, PeopleFilter } from './condition.rules.js';

/** Puts a value among the parameters of the statement and gives its place, as `$3`. */
export type Bind = (value: unknown) => string;

/** A statement with its parameters in order. */
export interface Statement {
  text: string;
  values: unknown[];
}

/** Least likeness of a word of a name with a typed word: "Bouleo" finds "Bouleau", "Marc" does not find "Marie". */
export const LIKENESS = 0.45;

/** What the coordinator may look at: whom she coordinates, and the tags of which networks she knows. */
export interface Sight {
  reach: Reach;
  networks: readonly Network[];
}

/** Name of the mailing list of a network; what a person refuses when she takes herself off it. */
export const listOf = (network: string): string => `coordination-${network}`;

const MEMBER = (networks: string): string =>
  `exists (select 1 from membership m where m.volunteer_id = v.id and m.left_at is null and m.network = any(${networks}::text[]))`;
const HAS_ADDRESS = `exists (select 1 from contact c left join account a on a.id = v.account_id
  where c.volunteer_id = v.id and coalesce(c.email, a.email) is not null)`;
const REFUSED = (list: string): string =>
  `exists (select 1 from mail_refusal f where f.volunteer_id = v.id and f.list = ${list})`;

/** SQL of why a network may not write to a person `v`: `NOT_MEMBER`, `REFUSED` or `NO_ADDRESS`; null if it may. */
export function whyNotWritableSql(network: Network, bind: Bind): string {
  return `case when not ${MEMBER(bind([network]))} then 'NOT_MEMBER'
    when ${REFUSED(bind(listOf(network)))} then 'REFUSED' when not ${HAS_ADDRESS} then 'NO_ADDRESS' end`;
}

const startOf = (day: string): Date => atParis(day, '00:00');
const endOf = (day: string): Date => plusParisDays(startOf(day), 1);

/** A course is attended by the rule of `held_course`; since a day, when she was there on or after it (again, if need be). */
function attended(courses: string | null, since: string | null, bind: Bind): string {
  const which = courses === null ? '' : ` and h.course_id = any(${courses}::uuid[])`;
  const when =
    since === null
      ? ''
      : ` and exists (select 1 from attended_hours t where t.enrolment_id = h.enrolment_id and t.counts
                        and t.starts_at >= ${bind(startOf(since))}::timestamptz)`;
  return `exists (select 1 from held_course h where h.volunteer_id = v.id${which}${when})`;
}

type Compile = (condition: Condition, bind: Bind, sight: Sight) => string;

const overlap =
  (column: string): Compile =>
  ({ values }, bind) =>
    `v.${column} && ${bind(values)}::text[]`;

const COMPILE: Record<ConditionKind, Compile> = {
  network: ({ values }, bind) => MEMBER(bind(values)),
  arrondissement: ({ values }, bind) => `v.arrondissement = any(${bind(values.map(Number))}::int[])`,
  commune: ({ values }, bind) =>
    `plain_text(v.commune) in (select plain_text(c) from unnest(${bind(values)}::text[]) c)`,
  language: overlap('languages'),
  skill: overlap('skills'),
  theme: overlap('themes'),
  availability: overlap('availability'),
  attended: ({ values, since }, bind) => attended(bind(values), since, bind),
  trained: ({ since }, bind) => attended(null, since, bind),
  enrolled: ({ values }, bind) => `exists (select 1 from enrolment e where e.volunteer_id = v.id
    and e.session_id = any(${bind(values)}::uuid[]) and e.status in ('waiting', 'offered', 'enrolled'))`,
  noShows: (
    { values },
    bind,
  ) => `(select count(*) from enrolment e where e.volunteer_id = v.id and e.status = 'enrolled'
    and exists (select 1 from attendance a where a.enrolment_id = e.id and a.status = 'absent')
    and not exists (select 1 from attendance a where a.enrolment_id = e.id and a.status = 'present'))
    >= ${bind(Math.min(...values.map(Number)))}::int`,
  joined: ({ since, until }, bind) =>
    [
      since === null ? [] : [`v.created_at >= ${bind(startOf(since))}::timestamptz`],
      until === null ? [] : [`v.created_at < ${bind(endOf(until))}::timestamptz`],
    ]
      .flat()
      .join(' and '),
  written: ({ since }, bind) =>
    `exists (select 1 from mail w where w.volunteer_id = v.id and w.status = 'sent'${
      since === null ? '' : ` and w.sent_at >= ${bind(startOf(since))}::timestamptz`
    })`,
  consent: ({ values }, bind) => `exists (select 1 from consent c where c.volunteer_id = v.id
    and c.withdrawn_at is null and c.purpose = any(${bind(values)}::text[]))`,
  mailable: ({ values }, bind) =>
    values.map((network) => `(${whyNotWritableSql(network as Network, bind)}) is null`).join(' or '),
  email: () => HAS_ADDRESS,
  account: () => 'v.account_id is not null',
  // A tag of a network that is not hers stays unknown to the reader.
  tag: ({ values }, bind, { networks }) => `exists (select 1 from volunteer_tag g join tag t on t.id = g.tag_id
    where g.volunteer_id = v.id and g.tag_id = any(${bind(values)}::uuid[]) and t.network = any(${bind(networks)}::text[]))`,
  source: ({ values }, bind) => `v.source = any(${bind(values)}::text[])`,
};

/** Each typed word is part of the name, or like a word of it. Both ways are found by the trigram index. */
function named(text: string, bind: Bind): string[] {
  return wordsOf(text).map((word) => {
    const at = bind(word);
    const part = bind(`%${word.replace(/[\\%_]/g, '\\$&')}%`);
    return `(plain_text(v.display_name) like plain_text(${part}) or plain_text(v.display_name) %> plain_text(${at}))`;
  });
}

/** The words of a search, at most eight. */
export function wordsOf(text: string): string[] {
  return text
    .split(/[\s,;]+/u)
    .filter(Boolean)
    .slice(0, 8);
}

/**
 * Which people, as the condition of a statement over `volunteer v`. This is the only place where a filter becomes SQL,
 * and it always begins with whom the reader coordinates: no filter reaches beyond. Every value is a parameter.
 */
export function whichPeople(filter: PeopleFilter, sight: Sight, bind: Bind): string {
  const parts = [inScopeSql(sight.reach, bind)];
  if (filter.only.length > 0) parts.push(`v.id = any(${bind(filter.only)}::uuid[])`);
  if (filter.text !== null) parts.push(...named(filter.text, bind));
  for (const condition of filter.conditions) {
    const sql = COMPILE[condition.kind](condition, bind, sight);
    // What is unknown does not hold: "not in the 19th" keeps those who have told no arrondissement.
    parts.push(condition.negated ? `(${sql}) is not true` : `(${sql})`);
  }
  return parts.join('\n  and ');
}

/** Builds a statement: `statement((bind) => `select ... ${bind(value)}`)`. */
export function statement(write: (bind: Bind) => string): Statement {
  const values: unknown[] = [];
  const text = write((value) => `$${values.push(value)}`);
  return { text, values };
}
