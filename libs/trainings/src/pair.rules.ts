/** What became of an invitation to come together. */
export const PAIR_ANSWERS = ['accepted', 'declined', 'withdrawn'] as const;
export type PairAnswer = (typeof PAIR_ANSWERS)[number];

/**
 * Why a seat went to somebody behind a pair.
 * `ONE_SEAT`: only one was free for them; `NOT_FOR_BOTH`: some were free, but kept for a network that one of them is not
 * in; `ONE_CANNOT`: one of them could not take a seat at that moment.
 */
export const PASSING_OVER_REASONS = ['ONE_SEAT', 'NOT_FOR_BOTH', 'ONE_CANNOT'] as const;
export type PassingOverReason = (typeof PASSING_OVER_REASONS)[number];

/** Why an invitation cannot be made, sent or answered. */
export const PAIR_REFUSALS = [
  'INVITATION_UNKNOWN',
  'INVITATION_ANSWERED',
  'INVITATION_WITHDRAWN',
  'OWN_INVITATION',
  'FRIEND_CANNOT',
  'ALREADY_MAILED',
  'TOO_MANY_MAILS',
] as const;
export type PairRefusal = (typeof PAIR_REFUSALS)[number];

/** Where an invitation stands. */
export const PAIR_STATES = ['open', ...PAIR_ANSWERS] as const;
export type PairState = (typeof PAIR_STATES)[number];

/** Most addresses that one person may have invitations sent to within 24 hours. */
export const MOST_INVITATIONS_A_DAY = 5;

/** An answer that says why nothing was done. */
export interface PairRefusedBecause {
  pairRefused: PairRefusal;
}

/** What the rules need to know of an invitation. */
export interface InvitationState {
  inviterId: string;
  friendId: string | null;
  answer: PairAnswer | null;
}

/** Why somebody may not answer an invitation, or null. */
export function whyNotAnswerInvitation(invitation: InvitationState | null, volunteerId: string): PairRefusal | null {
  if (!invitation) return 'INVITATION_UNKNOWN';
  if (invitation.inviterId === volunteerId) return 'OWN_INVITATION';
  if (invitation.answer === 'withdrawn') return 'INVITATION_WITHDRAWN';
  return invitation.answer === null ? null : 'INVITATION_ANSWERED';
}
