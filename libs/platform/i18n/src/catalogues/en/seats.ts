export const seats = {
  'validation.belowRoom': 'That is fewer than the room has seats.',
  'validation.legalMaximum': 'That is more than the law lets into this place.',
  'validation.belowSessions': 'Sessions to come accept more people at this place.',
  'trainings.edit.QUOTAS_ABOVE_CAPACITY':
    'The seats kept for the networks exceed the number of seats of the session. Lower them first.',
  'trainings.edit.QUOTAS_LEAVE_SOMEBODY_OUT':
    'Shared out this way, somebody who is enrolled would have no seat any more. Keep more seats open to all.',
  'pair.refusal.INVITATION_UNKNOWN': 'There is no invitation with this code. Check the letters.',
  'pair.refusal.INVITATION_ANSWERED': 'This invitation has been answered already.',
  'pair.refusal.INVITATION_WITHDRAWN': 'Whoever invited you has taken the invitation back.',
  'pair.refusal.OWN_INVITATION': 'This is your own invitation: give the code to the person who comes with you.',
  'pair.refusal.FRIEND_CANNOT':
    'Whoever invites you cannot enrol at the moment. Talk to each other, or enrol on your own.',
  'pair.refusal.ALREADY_MAILED': 'This invitation has been sent by e-mail already. You can also give the code.',
  'pair.refusal.TOO_MANY_MAILS': 'You have sent many invitations today already. Give the code instead.',
  'seats.mail.invitation.subject': '{name} suggests coming together: {course}',
  'seats.mail.invitation.heading': 'Come together?',
  'seats.mail.invitation.text':
    '{name} would like to take this training with you. Nothing is booked yet: both of your seats are taken at the moment you accept.',
  'seats.mail.invitation.code': 'You can also type this code on the page of the training.',
  'seats.mail.invitation.button': 'Answer the invitation',
  'seats.mail.invitation.why':
    'You get this e-mail because {name} typed your address. We use your address for nothing else.',
  'seats.mail.declined.subject': 'Your invitation: {course}',
  'seats.mail.declined.heading': 'The answer is no',
  'seats.mail.declined.text':
    'The person you invited cannot come with you. You can enrol on your own, or invite somebody else.',
  'seats.mail.declined.why': 'You get this e-mail because you invited somebody to come together.',
  'privacy.table.enrolment_pair': 'Invitations to come together',
  'privacy.table.passing_over': 'Seats that went past the two of you',
  'privacy.table.overbooking': 'Decisions to overbook',
  'seats.overbooking.TOO_FEW_SESSIONS':
    'We suggest no overbooking: it takes at least 5 past sessions of this training with a completed attendance sheet.',
  'seats.overbooking.NOTHING_TO_GAIN':
    'In past sessions nearly everybody who was enrolled came: we suggest no overbooking.',
  'seats.overbooking.ABOVE_ADVICE': 'That is more than past sessions allow.',
  'seats.overbooking.BELOW_SEATS_TAKEN':
    'More people are enrolled already. Nobody loses her seat: choose a larger number.',
  'seats.overbooking.SESSION_OVER': 'The session has begun or is cancelled.',
} as const;
