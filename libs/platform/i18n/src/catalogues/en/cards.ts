import type { cards as fr } from '../fr/cards.js';

export const cards: Record<keyof typeof fr, string> = {
  'cards.refusal.MISTYPED':
    'This code is not complete, or one letter is wrong. It has 12 letters and digits, in groups of 4.',
  'cards.refusal.UNKNOWN': 'No card in use has this code. If the card was replaced, reception can make a new one.',
  'cards.staff': 'This account has a role in the team: it cannot have a card.',
};
