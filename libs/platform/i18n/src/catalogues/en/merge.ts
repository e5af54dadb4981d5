import type { merge as fr } from '../fr/merge.js';

export const merge: Record<keyof typeof fr, string> = {
  'merge.purpose': 'Comparing two profiles that may be of one person',
  'merge.refusal.SAME_PROFILE': 'This is the same profile twice.',
  'merge.refusal.NOT_FOUND': 'One of these profiles no longer exists: it may have been joined with another already.',
  'merge.refusal.YOUR_OWN': 'One of these profiles is your own: ask somebody else of the coordination.',
  'merge.refusal.STAFF': 'The account that would go has a role in the team. Keep that profile instead.',
  'merge.refusal.BEING_ERASED': 'One of these people has asked to be erased.',
  'merge.clash.booking':
    'Two bookings of “{about}”: the better one stays, the other is cancelled and its seat goes to the waiting list.',
  'merge.clash.consent': 'Two agreements to “{about}”: the newer one stays in force, the other one stays as proof.',
  'merge.clash.card': 'Two reception cards: that of the kept profile goes on working, the other one ends.',
  'merge.clash.account': 'Two accounts: that of the kept profile stays, the other address no longer signs in.',
  'merge.clash.lived-experience': 'Two accounts of lived experience: that of the kept profile stays.',
  'merge.consent.terms': 'terms of use',
  'merge.consent.network': 'membership of a network',
};
