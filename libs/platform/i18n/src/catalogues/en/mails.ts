import type { mails as source } from '../fr/mails.js';

export const mails: Record<keyof typeof source, string> = {
  'mails.greeting': 'Hello {name},',
  'mails.greeting.unknown': 'Hello,',
  'mails.footer.sender': 'This message is sent by {brand}.',
  'mails.footer.automatic': 'A machine sends it.',
};
