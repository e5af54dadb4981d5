import type { webCard as fr } from '../fr/web-card.js';

export const webCard: Record<keyof typeof fr, string> = {
  'card.title': 'Enter with my card',
  'card.lede': 'The card from reception opens your space: your bookings, your place in the queue, your certificates.',
  'card.code': 'Code of the card',
  'card.codeHint': '12 letters and digits, in groups of 4. Capitals do not matter.',
  'card.codeMissing': 'Write the code of your card.',
  'card.submit': 'Enter',
  'card.camera': 'Read the card with the camera',
  'card.lost': 'Lost your card?',
  'card.lostText': 'Ask reception for a new one. Your bookings are not lost.',
  'card.bar': 'Space opened with a card.',
  'card.end': 'Finish',
  'card.address': 'Add an e-mail address',
  'card.idle': 'Nothing is happening: your space closes in one minute.',
  'card.stay': 'I am still here',
  'card.ended': 'Your space is closed. Nothing of yours stays on this device.',
};
