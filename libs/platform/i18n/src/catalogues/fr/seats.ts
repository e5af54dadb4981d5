export const seats = {
  'validation.belowRoom': 'C’est moins que les places de la salle.',
  'validation.legalMaximum': 'C’est plus que ce que la loi admet dans ce lieu.',
  'validation.belowSessions': 'Des sessions à venir acceptent plus de personnes dans ce lieu.',
  'trainings.edit.QUOTAS_ABOVE_CAPACITY':
    'Les places réservées aux réseaux dépassent le nombre de places de la session. Réduisez-les d’abord.',
  'trainings.edit.QUOTAS_LEAVE_SOMEBODY_OUT':
    'Avec ce partage, une personne déjà inscrite n’aurait plus de place. Gardez plus de places ouvertes à tous.',
  'pair.refusal.INVITATION_UNKNOWN': 'Ce code d’invitation n’existe pas. Vérifiez les lettres.',
  'pair.refusal.INVITATION_ANSWERED': 'Cette invitation a déjà reçu une réponse.',
  'pair.refusal.INVITATION_WITHDRAWN': 'La personne qui vous invitait a retiré son invitation.',
  'pair.refusal.OWN_INVITATION': 'C’est votre propre invitation : donnez le code à la personne qui vient avec vous.',
  'pair.refusal.FRIEND_CANNOT':
    'La personne qui vous invite ne peut pas s’inscrire pour le moment. Parlez-en avec elle, ou inscrivez-vous seul.',
  'pair.refusal.ALREADY_MAILED': 'Cette invitation est déjà partie par e-mail. Vous pouvez aussi donner le code.',
  'pair.refusal.TOO_MANY_MAILS': 'Vous avez déjà envoyé beaucoup d’invitations aujourd’hui. Donnez plutôt le code.',
  'seats.mail.invitation.subject': '{name} vous propose de venir à deux : {course}',
  'seats.mail.invitation.heading': 'Venir à deux ?',
  'seats.mail.invitation.text':
    '{name} aimerait suivre cette formation avec vous. Rien n’est réservé pour l’instant : vos deux places sont prises au moment où vous acceptez.',
  'seats.mail.invitation.code': 'Vous pouvez aussi saisir ce code sur la page de la formation.',
  'seats.mail.invitation.button': 'Répondre à l’invitation',
  'seats.mail.invitation.why':
    'Vous recevez cet e-mail parce que {name} a saisi votre adresse. Nous n’utilisons pas votre adresse pour autre chose.',
  'seats.mail.declined.subject': 'Votre invitation : {course}',
  'seats.mail.declined.heading': 'La réponse est non',
  'seats.mail.declined.text':
    'La personne que vous avez invitée ne peut pas venir avec vous. Vous pouvez vous inscrire seul, ou inviter quelqu’un d’autre.',
  'seats.mail.declined.why': 'Vous recevez cet e-mail parce que vous avez invité quelqu’un à venir à deux.',
  'privacy.table.enrolment_pair': 'Invitations à venir à deux',
  'privacy.table.passing_over': 'Places passées devant vous deux',
  'privacy.table.overbooking': 'Décisions de surréservation',
  'seats.overbooking.TOO_FEW_SESSIONS':
    'Nous ne proposons pas de surréservation : il faut au moins 5 sessions passées de cette formation avec une feuille d’émargement remplie.',
  'seats.overbooking.NOTHING_TO_GAIN':
    'D’après les sessions passées, presque toutes les personnes inscrites viennent : nous ne proposons pas de surréservation.',
  'seats.overbooking.ABOVE_ADVICE': 'C’est plus que ce que les sessions passées permettent.',
  'seats.overbooking.BELOW_SEATS_TAKEN':
    'Il y a déjà plus de personnes inscrites. Personne ne perd sa place : choisissez un nombre plus grand.',
  'seats.overbooking.SESSION_OVER': 'La session a commencé ou est annulée.',
} as const;
