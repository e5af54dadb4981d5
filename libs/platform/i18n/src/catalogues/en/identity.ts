import type { identity as source } from '../fr/identity.js';

export const identity: Record<keyof typeof source, string> = {
  'identity.refusal.WRONG_CODE':
    'This is not the right code. {attemptsLeft, plural, =0 {Ask for a new one.} one {You have # try left.} other {You have # tries left.}}',
  'identity.refusal.CODE_EXPIRED': 'This code no longer works: it lasts 10 minutes and serves once. Ask for a new one.',
  'identity.refusal.TOO_MANY_ATTEMPTS': 'Too many tries with this code. Ask for a new one.',
  'identity.refusal.LINK_INVALID': 'This link has been used or no longer works. Sign in with your e-mail address.',
  'identity.refusal.ACCOUNT_DISABLED': 'This account is closed. Write to us from the Contact page.',
  'identity.refusal.PASSKEY_REFUSED':
    'This passkey is not known here, or the request has expired. Try again, or sign in with your e-mail address.',
  'identity.last-admin': 'This is the last administrator: give the role to somebody else first.',
};
