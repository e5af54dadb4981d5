/** Second factors: what is refused, and the mails that tell of every change. */
export const secondFactor = {
  'second-factor.refusal.WRONG_CODE':
    'This is not the right code. {attemptsLeft, plural, =-1 {Check that the time of your phone is right, then type the code it shows.} one {You have # try left.} other {You have # tries left.}}',
  'second-factor.refusal.CODE_USED':
    'This code was used already. Wait for the next one: it comes within half a minute.',
  'second-factor.refusal.TOO_MANY_ATTEMPTS':
    'Too many wrong codes. Try again in {minutes, plural, one {# minute} other {# minutes}}, or use a passkey.',
  'second-factor.refusal.NOTHING_TO_CONFIRM': 'There is nothing to confirm here. Start again from the Security page.',
  'second-factor.refusal.PASSKEY_REFUSED': 'This passkey could not be verified.',
  'second-factor.refusal.PASSKEY_EXPIRED': 'The request has expired. Try again.',
  'second-factor.refusal.TOO_MANY_PASSKEYS': 'You have 10 passkeys already. Remove one first.',
  'second-factor.again': 'To change how an account is protected, first confirm that it is you.',
  'second-factor.has-totp': 'An application is set up already. Remove it first to set up another one.',
  'second-factor.none': 'First set up an application or a passkey.',
  'second-factor.not-own': 'Nobody resets their own protection: ask another administrator.',
  'second-factor.not-by-card': 'A sign-in by card cannot protect an account. Sign in with an e-mail address.',

  'second-factor.mail.subject': 'Security of your account',
  'second-factor.mail.totp-added': 'An authenticator application now protects your account',
  'second-factor.mail.totp-removed': 'The authenticator application of your account was removed',
  'second-factor.mail.passkey-added': 'A passkey was added to your account',
  'second-factor.mail.passkey-removed': 'A passkey of your account was removed',
  'second-factor.mail.codes-renewed': 'Your recovery codes were replaced',
  'second-factor.mail.code-used': 'A recovery code was used for your account',
  'second-factor.mail.reset': 'The protection of your account was reset',
  'second-factor.mail.when': 'It was on {day, date, long} at {time, time, short}, Paris time.',
  'second-factor.mail.not-you':
    'If it was you, there is nothing to do. If not, write to an administrator at once: somebody else is using your account.',
  'second-factor.mail.next':
    'An administrator did it and wrote down why. You are signed out everywhere. The next time you sign in, you will set up a new protection. If you did not ask for this, write to us at once.',
  'second-factor.mail.look': 'See how my account is protected',
  'second-factor.mail.why':
    'You get this message whenever the protection of your account changes. It cannot be refused.',

  'privacy.table.totp_factor': 'Authenticator applications',
  'privacy.table.passkey': 'Passkeys',
  'privacy.table.passkey_challenge': 'Requests to a passkey',
  'privacy.table.recovery_code': 'Recovery codes',
  'privacy.table.factor_tries': 'Wrong codes typed',
} as const;
