import { plain } from './vocabulary.js';

/** What two descriptions of people are compared by. */
export interface PersonTraits {
  givenName: string | null;
  familyName: string | null;
  email: string | null;
  /** As +33612345678. */
  phone: string | null;
  birthYear: number | null;
}

/** Why two descriptions may be of one person, the most telling first. */
export const LIKENESS_REASONS = ['email', 'email-variant', 'name', 'phone', 'similar-name', 'birth-year'] as const;
export type LikenessReason = (typeof LIKENESS_REASONS)[number];

export interface Likeness {
  /** From 0 to 100; `LIKELY` and more are worth somebody's look. */
  score: number;
  reasons: LikenessReason[];
}

/** From here on two descriptions are shown to somebody who decides; nothing is ever joined by the score alone. */
export const LIKELY = 60;

const WEIGHT: Record<LikenessReason, number> = {
  email: 60,
  'email-variant': 45,
  name: 40,
  phone: 35,
  'similar-name': 35,
  'birth-year': 25,
};
/** Two years of birth that differ speak against one person, but one of them may be a slip. */
const OTHER_BIRTH_YEAR = 40;

/**
 * How likely two descriptions are of one person. One trait alone is not enough, except the address: a telephone is
 * shared in families, a name by strangers.
 */
export function likeness(a: PersonTraits, b: PersonTraits): Likeness {
  const reasons = [emailReason(a.email, b.email), nameReason(a, b)].filter((reason) => reason !== null);
  if (a.phone !== null && a.phone === b.phone) reasons.push('phone');
  const years = a.birthYear !== null && b.birthYear !== null;
  if (years && a.birthYear === b.birthYear) reasons.push('birth-year');
  const sum = reasons.reduce((total, reason) => total + WEIGHT[reason], 0);
  const against = years && a.birthYear !== b.birthYear ? OTHER_BIRTH_YEAR : 0;
  return { score: Math.max(0, Math.min(100, sum - against)), reasons: inOrder(reasons) };
}

/** All words of a name, without accents and signs, in the order of the alphabet: of "Éloïse Du-Pont" "du eloise pont". */
export function nameKey({ givenName, familyName }: Pick<PersonTraits, 'givenName' | 'familyName'>): string {
  return plain(`${givenName ?? ''} ${familyName ?? ''}`)
    .split(' ')
    .sort()
    .join(' ');
}

/** An address as its mailbox knows it: what follows a + is a note of its owner, and Gmail does not see dots. */
export function emailKey(email: string): string {
  const [local = '', host = ''] = email.toLowerCase().split('@');
  const name = local.replace(/\+.*$/, '');
  return /^(gmail|googlemail)\.com$/.test(host) ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${host}`;
}

function emailReason(a: string | null, b: string | null): LikenessReason | null {
  if (a === null || b === null) return null;
  if (a.toLowerCase() === b.toLowerCase()) return 'email';
  return emailKey(a) === emailKey(b) ? 'email-variant' : null;
}

/** A first name alone says nothing: half a city shares it. */
function nameReason(a: PersonTraits, b: PersonTraits): LikenessReason | null {
  if (!a.familyName || !b.familyName) return null;
  if (nameKey(a) === nameKey(b)) return 'name';
  const [first, second] = [partsOf(a), partsOf(b)];
  const straight = isSlip(first.given, second.given) && isSlip(first.family, second.family);
  const crossed = isSlip(first.given, second.family) && isSlip(first.family, second.given);
  return straight || crossed ? 'similar-name' : null;
}

function partsOf({ givenName, familyName }: PersonTraits): { given: string; family: string } {
  return { given: plain(givenName ?? ''), family: plain(familyName ?? '') };
}

/** Equal, or one slip of the keyboard apart; a second one is forgiven in long words. */
function isSlip(a: string, b: string): boolean {
  if (a === b) return true;
  const longest = Math.max(a.length, b.length);
  if (longest < 4) return false;
  return distance(a, b) <= (longest >= 9 ? 2 : 1);
}

/** Letters to change, add, drop or swap with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const best = Math.min(changed, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      row.push(swapped ? Math.min(best, (before[j - 2] ?? 0) + 1) : best);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

function inOrder(reasons: readonly LikenessReason[]): LikenessReason[] {
  return LIKENESS_REASONS.filter((reason) => reasons.includes(reason));
}
