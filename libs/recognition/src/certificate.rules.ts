import type { Locale } from '#platform/kernel';

/** A date of a session that somebody was present at; instants as ISO 8601 in UTC. */
export interface AttendedDate {
  startsAt: string;
  endsAt: string;
  /** How long she was there. */
  minutes: number;
}

/**
 * Why a certificate is no longer valid. The first two are said by the platform itself: presence was withdrawn, or the
 * facts were corrected and a new certificate stands for them. The others are said by a coordinator.
 */
export const REVOCATION_REASONS = ['presence_corrected', 'replaced', 'issued_in_error', 'not_hers', 'other'] as const;
export type RevocationReason = (typeof REVOCATION_REASONS)[number];

/** What a coordinator may say. */
export const REASONS_BY_HAND = ['issued_in_error', 'not_hers', 'other'] as const;
export type ReasonByHand = (typeof REASONS_BY_HAND)[number];

/** What attendance says of a booking now. */
export interface Attended {
  held: boolean;
  /** When its last date ends, also one that she made up elsewhere. */
  endsAt: Date;
  dates: readonly AttendedDate[];
  minutes: number;
}

/** The valid certificate of a booking, as far as its facts go. */
export interface Certified {
  dates: readonly AttendedDate[];
  minutes: number;
}

export type Verdict = 'wait' | 'issue' | 'replace' | 'revoke' | 'nothing';

/**
 * What becomes of a booking's certificate. A course that is still going on is waited for; what a coordinator revoked by
 * hand is not issued again by itself.
 */
export function verdictOn(attended: Attended, certified: Certified | null, revokedByHand: boolean, now: Date): Verdict {
  if (certified === null) {
    if (!attended.held || attended.minutes <= 0 || revokedByHand) return 'nothing';
    return attended.endsAt > now ? 'wait' : 'issue';
  }
  if (!attended.held || attended.minutes <= 0) return 'revoke';
  if (sameFacts(attended, certified)) return 'nothing';
  return attended.endsAt > now ? 'wait' : 'replace';
}

function sameFacts(a: Certified, b: Certified): boolean {
  const inWords = ({ dates, minutes }: Certified): string =>
    JSON.stringify([minutes, dates.map((date) => [Date.parse(date.startsAt), Date.parse(date.endsAt), date.minutes])]);
  return inWords(a) === inWords(b);
}

/**
 * Initials as a stranger sees them: `L. B.` of Lina Bouleau, `J.-P. M.` of Jean-Paul Martin. They let whoever knows the
 * holder recognise her, and tell others nothing.
 */
export function initialsOf(name: string): string {
  const initial = (word: string): string => {
    const letter = [...word].find((character) => /[\p{L}\p{N}]/u.test(character));
    return letter ? `${letter.toLocaleUpperCase('fr')}.` : '';
  };
  return name
    .split(/\s+/)
    .map((word) => word.split(/[-‐‑]/).map(initial).filter(Boolean).join('-'))
    .filter(Boolean)
    .join(' ');
}

/** `2 h 30` in French, `2 h 30 min` elsewhere; the spaces do not break. */
export function durationInWords(minutes: number, locale: Locale): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}\u00a0min`;
  if (rest === 0) return `${hours}\u00a0h`;
  return locale === 'fr'
    ? `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}`
    : `${hours}\u00a0h\u00a0${rest}\u00a0min`;
}
