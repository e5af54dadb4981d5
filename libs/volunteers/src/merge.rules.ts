/** What one person has once and two profiles may have twice, differently: somebody chooses which one stays. */
export const MERGE_FIELDS = [
  'displayName',
  'givenName',
  'familyName',
  'email',
  'phone',
  'birthYear',
  'locale',
  'arrondissement',
  'commune',
  'accessNeeds',
] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

/** Lists of which nothing is given up: both are put together. */
export const MERGE_LISTS = ['languages', 'skills', 'themes', 'availability'] as const;

export type FieldValues = Record<MergeField, string | number | null>;
export type MergeChoice = 'kept' | 'gone';

/** Whose value stays if nobody chooses: that of the profile that stays, unless it has none. */
export function defaultChoices(kept: FieldValues, gone: FieldValues): Record<MergeField, MergeChoice> {
  const choice = (field: MergeField): MergeChoice => (kept[field] === null && gone[field] !== null ? 'gone' : 'kept');
  return Object.fromEntries(MERGE_FIELDS.map((field) => [field, choice(field)])) as Record<MergeField, MergeChoice>;
}

/** The values of the profile that stays, after the choices that were made. */
export function mergedValues(
  kept: FieldValues,
  gone: FieldValues,
  chosen: Partial<Record<MergeField, MergeChoice>>,
): FieldValues {
  const choices = { ...defaultChoices(kept, gone), ...chosen };
  const value = (field: MergeField) => (choices[field] === 'gone' ? gone[field] : kept[field]);
  return Object.fromEntries(MERGE_FIELDS.map((field) => [field, value(field)])) as FieldValues;
}

/** Both lists as one, in the order of the first. */
export const together = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

/** Why two profiles are not merged. */
export const MERGE_REFUSALS = ['SAME_PROFILE', 'NOT_FOUND', 'YOUR_OWN', 'STAFF', 'BEING_ERASED'] as const;
export type MergeRefusal = (typeof MERGE_REFUSALS)[number];

/** What the rule needs to know of the two. */
export interface MergeFacts {
  same: boolean;
  bothExist: boolean;
  /** The one who merges is one of the two, and does so as staff. */
  own: boolean;
  /** The account that goes holds a role: whoever merges must not take it away, or give it. */
  goneIsStaff: boolean;
  /** One of them has asked to be erased. */
  beingErased: boolean;
}

/** Why two profiles may not become one, or null. */
export function whyNotMerge(facts: MergeFacts): MergeRefusal | null {
  if (facts.same) return 'SAME_PROFILE';
  if (!facts.bothExist) return 'NOT_FOUND';
  if (facts.own) return 'YOUR_OWN';
  if (facts.goneIsStaff) return 'STAFF';
  return facts.beingErased ? 'BEING_ERASED' : null;
}
