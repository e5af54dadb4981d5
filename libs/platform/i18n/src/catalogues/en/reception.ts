import type { reception as fr } from '../fr/reception.js';

export const reception: Record<keyof typeof fr, string> = {
  'reception.hasAddress': 'This person has an e-mail address: she signs in with that address, without a card.',
};
