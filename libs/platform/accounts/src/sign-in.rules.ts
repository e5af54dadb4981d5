import { createHmac, randomInt } from 'node:crypto';

/** How long a code lasts, how often it may be tried and how many may be asked for (NIST SP 800-63B, 5.1.3 and 5.2.2). */
export const CODE = {
  minutes: 10,
  attempts: 5,
  resendAfterSeconds: 60,
  perAddressAndHour: 6,
} as const;

/** A device stays signed in for this long. */
export const SIGN_IN_DAYS = 60;

/** Six decimal digits, every one as likely. */
export function newCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0');
}

/** What is stored of a code: with the key of this platform, so that a stolen table cannot be tried out. */
export function hashCode(secret: string, email: string, code: string): string {
  return createHmac('sha256', secret).update(`code:${email.toLowerCase()}:${code}`).digest('base64url');
}

const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];
const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

/** Name of a device that its owner recognises in a list, such as "Firefox, Android"; empty when nothing is known. */
export function deviceName(userAgent: string | undefined): string {
  const known = [BROWSERS, SYSTEMS].map((list) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]);
  return known.filter((name) => name !== undefined).join(', ');
}
