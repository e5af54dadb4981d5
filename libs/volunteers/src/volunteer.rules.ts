import type { Network } from '#platform/kernel';
import type { ConsentGiven } from './consent.rules.js';
import { whyNotEnough } from './consent.rules.js';
import { purposeOf } from './consent-texts.js';

/** Why somebody may not join; the closed list that the interface translates. */
export const JOIN_REFUSALS = ['TOO_YOUNG', 'CONSENT_MISSING', 'CONSENT_OUTDATED', 'ALREADY_JOINED'] as const;
export type JoinRefusalReason = (typeof JOIN_REFUSALS)[number];

/**
 * Youngest age of a member. The two networks meet the public, hence 16; the wider list only writes to people, and 15
 * is the age at which one consents to that alone in France (loi Informatique et Libertés, article 45).
 */
export const MINIMUM_AGE: Record<Network, number> = { solidarity: 16, climate: 16, paris: 15 };

/** Years of birth that somebody who joins may have; older ones are typing errors. */
export const OLDEST_BIRTH_YEAR = 1900;

/**
 * Whether somebody is of an age. Only the year of birth is asked, so the age is the one reached in the course of the
 * year: on 1 January everybody born in the same year is as old.
 * @param year the year in Paris on the day in question
 */
export function isAtLeast(age: number, birthYear: number, year: number): boolean {
  return year - birthYear >= age;
}

export interface JoinFacts {
  alreadyIn: boolean;
  birthYear: number;
  /** Year in Paris today. */
  year: number;
  networks: readonly Network[];
  given: readonly ConsentGiven[];
  /** Consents that she gave before and did not withdraw. */
  inForce?: readonly ConsentGiven[];
}

/** Why somebody may not become a volunteer, or a member of more networks; null if she may. */
export function whyNotJoin(facts: JoinFacts): JoinRefusalReason | null {
  if (facts.alreadyIn) return 'ALREADY_JOINED';
  const age = Math.max(...facts.networks.map((network) => MINIMUM_AGE[network]));
  if (!isAtLeast(age, facts.birthYear, facts.year)) return 'TOO_YOUNG';
  return whyNotEnough(['terms', ...facts.networks.map(purposeOf)], facts.given, facts.inForce);
}

/** How a person is shown to others who only know her file: first name and initial, never the whole family name. */
export function displayNameOf(givenName: string, familyName: string | null): string {
  const initial = familyName?.trim().at(0);
  return initial ? `${givenName.trim()} ${initial.toUpperCase()}.` : givenName.trim();
}
