import { NETWORKS } from '#platform/kernel';

/** What can be asked about a person; a closed list, each with its own statement in `condition-sql.rules.ts`. */
export const CONDITION_KINDS = [
  'network',
  'arrondissement',
  'commune',
  'language',
  'skill',
  'theme',
  'availability',
  'attended',
  'trained',
  'enrolled',
  'noShows',
  'joined',
  'written',
  'consent',
  'mailable',
  'email',
  'account',
  'tag',
  'source',
] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

/** One part of a filter. All parts must hold; within a part any of the values is enough. */
export interface Condition {
  kind: ConditionKind;
  /** Turns it round: "without the training ...". */
  negated: boolean;
  /** Codes, identifiers or names, as the kind has it; empty for a plain yes or no. */
  values: string[];
  /** First day in Paris, `YYYY-MM-DD`. */
  since: string | null;
  /** Last day in Paris, `YYYY-MM-DD`. */
  until: string | null;
}

/** Which people: all of it must hold. An empty filter is everybody whom the reader coordinates. */
export interface PeopleFilter {
  /** Words of the displayed name, whatever the accents, and with slips of the pen. */
  text: string | null;
  conditions: Condition[];
  /** People chosen one by one; empty means no such choice. */
  only: string[];
}

export type ConditionFault =
  | 'VALUES_MISSING'
  | 'VALUES_UNWANTED'
  | 'VALUES_TOO_MANY'
  | 'VALUE_UNKNOWN'
  | 'DAY_MISSING'
  | 'DAY_UNWANTED'
  | 'DAY_WRONG';

interface Shape {
  /** What a value must look like; null if the kind takes none. */
  value: RegExp | null;
  /** Which days may be given. */
  days: 'none' | 'since' | 'period';
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const CODE = /^[a-z][a-z0-9-]{1,40}$/;
const NETWORK = new RegExp(`^(${NETWORKS.join('|')})$`);

const SHAPES: Record<ConditionKind, Shape> = {
  network: { value: NETWORK, days: 'none' },
  arrondissement: { value: /^([1-9]|1[0-9]|20)$/, days: 'none' },
  commune: { value: /^[^\p{C}]{1,80}$/u, days: 'none' },
  language: { value: CODE, days: 'none' },
  skill: { value: CODE, days: 'none' },
  theme: { value: CODE, days: 'none' },
  availability: { value: /^(mon|tue|wed|thu|fri|sat|sun)-(morning|afternoon|evening)$/, days: 'none' },
  attended: { value: UUID, days: 'since' },
  trained: { value: null, days: 'since' },
  enrolled: { value: UUID, days: 'none' },
  noShows: { value: /^[1-9][0-9]?$/, days: 'none' },
  joined: { value: null, days: 'period' },
  written: { value: null, days: 'since' },
  consent: { value: /^[a-z-]+(:[a-z]+)?$/, days: 'none' },
  mailable: { value: NETWORK, days: 'none' },
  email: { value: null, days: 'none' },
  account: { value: null, days: 'none' },
  tag: { value: UUID, days: 'none' },
  source: { value: /^(joined|imported|reception|staff)$/, days: 'none' },
};

/** Most parts of one filter, and most values of one part. */
export const MOST_CONDITIONS = 20;
export const MOST_VALUES = 60;
/** Most people chosen one by one. */
export const MOST_CHOSEN = 1000;

/** Why a part cannot be asked as it stands, with the field that is at fault; null if it can. */
export function whyNotAskable(
  condition: Condition,
): { field: 'values' | 'since' | 'until'; fault: ConditionFault } | null {
  const { value, days } = SHAPES[condition.kind];
  const { values, since, until } = condition;
  if (value === null && values.length > 0) return { field: 'values', fault: 'VALUES_UNWANTED' };
  if (values.length > MOST_VALUES) return { field: 'values', fault: 'VALUES_TOO_MANY' };
  if (value !== null && values.length === 0) return { field: 'values', fault: 'VALUES_MISSING' };
  if (value !== null && values.some((one) => !value.test(one))) return { field: 'values', fault: 'VALUE_UNKNOWN' };
  if (since !== null && days === 'none') return { field: 'since', fault: 'DAY_UNWANTED' };
  if (until !== null && days !== 'period') return { field: 'until', fault: 'DAY_UNWANTED' };
  if (since !== null && !isDay(since)) return { field: 'since', fault: 'DAY_WRONG' };
  if (until !== null && (!isDay(until) || (since !== null && until < since)))
    return { field: 'until', fault: 'DAY_WRONG' };
  if (condition.kind === 'joined' && since === null && until === null) return { field: 'since', fault: 'DAY_MISSING' };
  return null;
}

/** Whether a day exists in the calendar. */
function isDay(text: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
