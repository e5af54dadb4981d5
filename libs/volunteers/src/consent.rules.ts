import { currentText, isConsentPurpose } from './consent-texts.js';

/** What somebody says she read and agreed to. */
export interface ConsentGiven {
  purpose: string;
  version: number;
}

/** Why a set of consents is not enough. */
export type ConsentFault = 'CONSENT_MISSING' | 'CONSENT_OUTDATED';

/**
 * Why the consents given now, with those already in force, do not cover all that is needed; null if they do.
 * A consent given now to another version than the current one is outdated, even when nobody asked for it: the person
 * agreed to a text that is no longer the one that counts.
 */
export function whyNotEnough(
  needed: readonly string[],
  given: readonly ConsentGiven[],
  inForce: readonly ConsentGiven[] = [],
): ConsentFault | null {
  if (given.some((consent) => !isCurrent(consent))) return 'CONSENT_OUTDATED';
  const have = new Set([...given, ...inForce].map((consent) => consent.purpose));
  return needed.every((purpose) => have.has(purpose)) ? null : 'CONSENT_MISSING';
}

/** Whether this is the version of the text that people are shown today. */
export function isCurrent(consent: ConsentGiven): boolean {
  return isConsentPurpose(consent.purpose) && currentText(consent.purpose).version === consent.version;
}
