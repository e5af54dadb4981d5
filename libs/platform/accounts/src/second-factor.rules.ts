import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** An authenticator program: 6 digits every 30 seconds (RFC 6238); one step of clock drift each way is let through. */
export const AUTHENTICATOR = { digits: 6, seconds: 30, drift: 1 } as const;

/** Ten codes, as people keep them on one sheet. */
export const RECOVERY_CODES = 10;

/** After how long a change of the factors asks for a factor again. */
export const FRESH_MINUTES = 15;

/** How long somebody may take to answer the question of her passkey. */
export const CHALLENGE_MINUTES = 5;

/** More than anybody has devices; keeps the list readable. */
export const PASSKEYS_AT_MOST = 10;

/** Guessing is slowed down by account (NIST SP 800-63B, 5.2.2): five tries, then a wait that doubles with each round. */
export const TRIES = { perRound: 5, firstWaitMinutes: 15, longestWaitMinutes: 12 * 60 } as const;

/** Digits and letters that are not taken for one another on paper. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const HALF = 5;

/** A recovery code as `k7m2p-9xq4t`: 49 bits. */
export function newRecoveryCode(): string {
  const letters = Array.from({ length: 2 * HALF }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${letters.slice(0, HALF)}-${letters.slice(HALF)}`;
}

/** What was typed, without the spaces and hyphens that people put or leave out. */
export const bareCode = (typed: string): string => typed.replace(/[\s-]/g, '').toLowerCase();

/** Whether it looks like the six digits of an authenticator program; recovery codes are longer. */
export const isAuthenticatorCode = (bare: string): boolean => /^\d{6}$/.test(bare);

/** Minutes to wait after this many wrong codes in a row; 0 while there are tries left. */
export function minutesToWait(failures: number): number {
  if (failures === 0 || failures % TRIES.perRound !== 0) return 0;
  const round = failures / TRIES.perRound;
  return Math.min(TRIES.firstWaitMinutes * 2 ** (round - 1), TRIES.longestWaitMinutes);
}

/** Tries left before the next wait. */
export const triesLeft = (failures: number): number =>
  failures > 0 && failures % TRIES.perRound === 0 ? 0 : TRIES.perRound - (failures % TRIES.perRound);

/** Whether a second factor was proved recently enough to change the factors themselves. */
export function isFresh(strongAt: Date | null, now: Date): boolean {
  return strongAt !== null && now.getTime() - strongAt.getTime() < FRESH_MINUTES * 60_000;
}

/** A secret for a new authenticator program: 160 bits, as RFC 4226 (section 4, R6) asks, in base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The address that an authenticator program reads from the QR code. */
export function totpUri(secret: string, account: string, site: string): string {
  return authenticator(secret, account, site).toString();
}

/**
 * The half minute whose code this is, or null for a wrong code. What was used before is not asked here: the caller takes
 * a step once, and none before it.
 */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  // The comparison takes constant time, and for that only texts of one length.
  if (!/^\d{6}$/.test(code)) return null;
  const timestamp = now.getTime();
  const delta = authenticator(secret).validate({ token: code, timestamp, window: AUTHENTICATOR.drift });
  return delta === null ? null : Math.floor(timestamp / (AUTHENTICATOR.seconds * 1000)) + delta;
}

function authenticator(secret: string, label = '', issuer = ''): TOTP {
  return new TOTP({ secret, label, issuer, digits: AUTHENTICATOR.digits, period: AUTHENTICATOR.seconds });
}
