import type { mails as source } from '../fr/mails.js';

export const mails: Record<keyof typeof source, string> = {
  'mails.greeting': 'Hello {name},',
  'mails.greeting.unknown': 'Hello,',
  'mails.footer.sender': '{brand} writes to you automatically.',
  'mails.footer.unsubscribe': 'Stop receiving these messages',

  'mails.sign-in-code.subject': 'Your sign-in code',
  'mails.sign-in-code.heading': 'Your sign-in code',
  'mails.sign-in-code.ask': 'Copy these 6 digits to the sign-in page:',
  'mails.sign-in-code.limits':
    'This code works once, for {minutes, plural, one {# minute} other {# minutes}}. It also works on another device.',
  'mails.sign-in-code.secret': 'Give it to nobody: we will never ask you for it.',
  'mails.sign-in-code.why':
    'You get this message because somebody entered this address to sign in. If it was not you, there is nothing to do: without this code, nobody gets in.',

  'mails.fault.REFUSED': 'The recipient’s server refused this message. Its answer: {detail}',
  'mails.fault.DEFERRED': 'The recipient’s server asks to wait. Its answer: {detail}',
  'mails.fault.CONNECTION': 'The sending server could not be reached: {detail}',
  'mails.fault.SIGN_IN':
    'The sending server refuses our credentials or our sender address: check SMTP_URL and MAIL_FROM. Its answer: {detail}',
  'mails.fault.COMPOSE': 'The text could not be written: {detail}',
  'mails.fault.NO_TEMPLATE': 'There is no template for this kind of message.',
  'mails.fault.BAD_ADDRESS': 'The stored address is not a valid e-mail address.',
  'mails.fault.NO_ADDRESS': 'This person has no e-mail address: tell her another way.',
  'mails.fault.NO_LONGER_TRUE': 'Not sent: what this message was to say is no longer true.',
  'mails.resend.waiting': 'This message is already waiting to leave.',
  'mails.resend.spent': 'This message carried a secret code that is no longer kept: it cannot leave again.',
};
