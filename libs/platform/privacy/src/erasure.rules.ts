import { createHmac, randomInt } from 'node:crypto';

/** Days between the wish and the deed, during which a sign-in is enough to take it back. */
export const GRACE_DAYS = 14;

/** How a wish is confirmed: a code of six digits, as for signing in. */
export const ERASURE_CODE = { minutes: 10, attempts: 5, resendAfterSeconds: 60 } as const;

/** How long after a sign-in all data may be taken out or erased without signing in again. */
export const FRESH_MINUTES = 30;

/** How long the last mail is tried before somebody is erased without it. */
export const FAREWELL_TRIES_HOURS = 24;

export function newErasureCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0');
}

/** What is stored of the code: bound to its row, with the key of this platform. */
export function hashErasureCode(secret: string, id: string, code: string): string {
  return createHmac('sha256', secret).update(`erasure:${id}:${code}`).digest('base64url');
}

/** The day on which somebody goes who confirms now. */
export function dueAfter(confirmedAt: Date): Date {
  return new Date(confirmedAt.getTime() + GRACE_DAYS * 86_400_000);
}

/** Whether a sign-in is recent enough for what a stolen phone must not do. */
export function isFresh(signedInAt: Date, now: Date): boolean {
  return now.getTime() - signedInAt.getTime() <= FRESH_MINUTES * 60_000;
}
