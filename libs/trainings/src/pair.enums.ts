import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '#platform/graphql';
import { PAIR_REFUSALS, PAIR_STATES, PASSING_OVER_REASONS } from './pair.rules.js';

export const PassingOverReasonEnum = enumOf(PASSING_OVER_REASONS);
registerEnumType(PassingOverReasonEnum, {
  name: 'PassingOverReason',
  description: 'Why a seat went to somebody behind two people who wait together.',
  valuesMap: {
    ONE_SEAT: { description: 'Only one seat was free for them.' },
    NOT_FOR_BOTH: { description: 'Seats were free, but kept for a network that one of them is not in.' },
    ONE_CANNOT: { description: 'One of them could not take a seat at that moment.' },
  },
});

export const PairRefusalEnum = enumOf(PAIR_REFUSALS);
registerEnumType(PairRefusalEnum, {
  name: 'PairRefusal',
  description: 'Why an invitation to come together cannot be sent or answered.',
  valuesMap: {
    INVITATION_UNKNOWN: { description: 'There is no invitation with this code.' },
    INVITATION_ANSWERED: { description: 'It has been accepted or declined already.' },
    INVITATION_WITHDRAWN: { description: 'Who invited has taken it back.' },
    OWN_INVITATION: { description: 'It is the reader’s own.' },
    FRIEND_CANNOT: { description: 'Who invited cannot enrol at this moment; why is hers to tell.' },
    ALREADY_MAILED: { description: 'It was sent by mail already.' },
    TOO_MANY_MAILS: { description: 'Too many invitations were sent by mail today.' },
  },
});

export const PairStateEnum = enumOf(PAIR_STATES);
registerEnumType(PairStateEnum, {
  name: 'PairState',
  description: 'Where an invitation to come together stands.',
  valuesMap: {
    open: { description: 'The friend has not answered.' },
    accepted: { description: 'Both have a seat, or wait.' },
    declined: { description: 'The friend said no.' },
    withdrawn: { description: 'Who invited took it back.' },
  },
});
