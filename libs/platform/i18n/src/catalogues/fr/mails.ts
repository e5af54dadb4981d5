/** The frame every mail shares, and the sign-in code. What a domain has to say lives in that domain's area. */
export const mails = {
  'mails.greeting': 'Bonjour {name},',
  'mails.greeting.unknown': 'Bonjour,',
  'mails.footer.sender': 'Ce message est envoyé par {brand}.',
  'mails.footer.automatic': 'Il part d’un automate.',
} as const;
