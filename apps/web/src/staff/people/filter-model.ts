import type { ConditionKind } from './people-data.js';

/** One part of the sentence, as the address keeps it. */
export interface Condition {
  kind: ConditionKind;
  negated: boolean;
  values: string[];
  since: string | null;
  until: string | null;
}

/** How a part is asked for. */
export interface ConditionShape {
  /** `many`: some of a list; `text` and `number` are typed; `none` is a plain yes or no. */
  values: 'none' | 'many' | 'text' | 'number';
  days: 'none' | 'since' | 'period';
}

/** Every kind in the order in which they are offered. */
export const SHAPES: Record<ConditionKind, ConditionShape> = {
  network: { values: 'many', days: 'none' },
  arrondissement: { values: 'many', days: 'none' },
  commune: { values: 'text', days: 'none' },
  language: { values: 'many', days: 'none' },
  skill: { values: 'many', days: 'none' },
  theme: { values: 'many', days: 'none' },
  availability: { values: 'many', days: 'none' },
  attended: { values: 'many', days: 'since' },
  trained: { values: 'none', days: 'since' },
  enrolled: { values: 'many', days: 'none' },
  noShows: { values: 'number', days: 'none' },
  tag: { values: 'many', days: 'none' },
  mailable: { values: 'many', days: 'none' },
  consent: { values: 'many', days: 'none' },
  email: { values: 'none', days: 'none' },
  account: { values: 'none', days: 'none' },
  written: { values: 'none', days: 'since' },
  joined: { values: 'none', days: 'period' },
  source: { values: 'many', days: 'none' },
};

export const KINDS = Object.keys(SHAPES) as ConditionKind[];

/** A part as a piece of the address: `-attended:a,b@2026-01-01`, `joined@2026-01-01..2026-02-01`. */
export function written({ kind, negated, values, since, until }: Condition): string {
  const list = values.length > 0 ? `:${values.map(encodeURIComponent).join(',')}` : '';
  const days = since === null && until === null ? '' : `@${since ?? ''}${until === null ? '' : `..${until}`}`;
  return `${negated ? '-' : ''}${kind}${list}${days}`;
}

/** Reads a piece of the address; null for one that nobody wrote with this page. */
export function conditionOf(text: string): Condition | null {
  const found = /^(-?)([a-zA-Z]+)(?::([^@]*))?(?:@([0-9-]*)(?:\.\.([0-9-]+))?)?$/.exec(text);
  const kind = KINDS.find((one) => one === found?.[2]);
  if (!found || !kind) return null;
  const values = decoded(found[3] ?? '');
  if (values === null) return null;
  return { kind, negated: found[1] === '-', values, since: found[4] || null, until: found[5] ?? null };
}

function decoded(list: string): string[] | null {
  try {
    return list
      .split(',')
      .filter(Boolean)
      .map((value) => decodeURIComponent(value));
  } catch {
    return null;
  }
}

/** The parts of the address, in order. */
export function conditionsIn(search: URLSearchParams): Condition[] {
  return search
    .getAll('si')
    .map(conditionOf)
    .filter((condition) => condition !== null);
}
