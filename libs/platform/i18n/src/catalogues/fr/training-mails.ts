/** What mails about trainings say. `status` is that of the booking, `mode` that of the session. */
export const trainingMails = {
  'trainingMails.when.period': '{day} de {from} à {until}',
  'trainingMails.when.instant': '{day} à {time}',
  'trainingMails.when.across': 'du {day} à {from} au {lastDay} à {until}',
  'trainingMails.fact.course': 'Formation',
  'trainingMails.fact.when': 'Quand',
  'trainingMails.fact.where': 'Où',
  'trainingMails.fact.access': 'Accès',
  'trainingMails.fact.notes': 'À savoir',
  'trainingMails.fact.before': 'Avant',
  'trainingMails.fact.now': 'Maintenant',
  'trainingMails.where.online': 'En ligne : {url}',
  'trainingMails.where.onlineLater': 'En ligne',
  'trainingMails.where.visit': 'Point de rendez-vous : {place}',
  'trainingMails.where.unknown': 'Lieu à préciser',
  'trainingMails.button.booking': 'Voir ma réservation',
  'trainingMails.button.accept': 'J’accepte la place',
  'trainingMails.button.decline': 'Je laisse la place',
  'trainingMails.button.cancel': 'Annuler ma réservation',
  'trainingMails.button.leave': 'Quitter la liste d’attente',
  'trainingMails.button.material': 'Relire le support de la formation',
  'trainingMails.button.catalogue': 'Voir les autres dates',
  'trainingMails.button.sheet': 'Ouvrir la feuille de présence',
  'trainingMails.cannotCome': 'Un empêchement ? Annulez en un geste : la place ira à la personne suivante.',
  'trainingMails.showCode': 'À l’arrivée, montrez le QR code de votre réservation ou dites ce code :',
  'trainingMails.alternatives': 'D’autres dates proches :',
  'trainingMails.alternative': '{course}, {when} ({url})',
  'trainingMails.why.booking': 'Vous recevez ce message parce que vous avez réservé cette formation.',
  'trainingMails.why.waiting': 'Vous recevez ce message parce que vous êtes sur la liste d’attente de cette formation.',
  'trainingMails.why.reminder':
    'Vous recevez ce rappel parce que vous avez réservé. Vous pouvez couper les rappels dans votre profil.',
  'trainingMails.why.trainer': 'Vous recevez ce message parce que vous animez des formations.',
  'trainingMails.why.attended': 'Vous recevez ce message parce que vous avez suivi cette formation.',

  'trainingMails.enrolment-confirmed.subject': 'Votre place est réservée : {course}',
  'trainingMails.enrolment-confirmed.heading': 'Votre place est réservée',
  'trainingMails.enrolment-confirmed.text': 'C’est noté : nous vous attendons.',

  'trainingMails.waiting-list-joined.subject': 'Liste d’attente, {rank}{rank, plural, one {re} other {e}} : {course}',
  'trainingMails.waiting-list-joined.heading':
    'Vous êtes {rank}{rank, plural, one {re} other {e}} sur la liste d’attente',
  'trainingMails.waiting-list-joined.text':
    'La session est complète. Dès qu’une place se libère, elle est proposée à la première personne de la liste, qui a un délai pour répondre. Vous n’avez rien à faire d’ici là.',

  'trainingMails.seat-offered.subject': 'Une place est pour vous : {course}',
  'trainingMails.seat-offered.heading': 'Une place s’est libérée',
  'trainingMails.seat-offered.text':
    'Elle est gardée pour vous jusqu’au {deadline}. Sans réponse d’ici là, elle passera à la personne suivante.',

  'trainingMails.seat-accepted.subject': 'La place est à vous : {course}',
  'trainingMails.seat-accepted.heading': 'La place est à vous',
  'trainingMails.seat-accepted.text': 'Vous avez accepté la place proposée : nous vous attendons.',

  'trainingMails.offer-expired.subject': 'La place proposée est passée à la suite : {course}',
  'trainingMails.offer-expired.heading': 'Le délai est passé',
  'trainingMails.offer-expired.text':
    'Nous n’avons pas reçu de réponse à temps : la place a été proposée à la personne suivante. Vous pouvez vous inscrire de nouveau, à la fin de la liste.',

  'trainingMails.session-changed.subject': 'Changement : {course}',
  'trainingMails.session-changed.heading': 'Votre formation a changé',
  'trainingMails.session-changed.text.enrolled':
    'Votre place reste réservée. Si cela ne vous convient plus, annulez en un geste.',
  'trainingMails.session-changed.text.waiting': 'Vous gardez votre rang sur la liste d’attente.',
  'trainingMails.session-changed.text.offered': 'La place qui vous est proposée l’est aux nouvelles conditions.',

  'trainingMails.session-cancelled.subject': 'Annulée : {course}',
  'trainingMails.session-cancelled.heading': 'La session est annulée',
  'trainingMails.session-cancelled.text': 'La session n’aura pas lieu. Raison donnée : {reason}',

  'trainingMails.enrolment-cancelled.subject': 'Votre réservation est annulée : {course}',
  'trainingMails.enrolment-cancelled.heading': 'Votre réservation est annulée',
  'trainingMails.enrolment-cancelled.text':
    'C’est fait, comme vous l’avez demandé. Merci d’avoir prévenu : la place sert à quelqu’un d’autre.',

  'trainingMails.enrolment-removed.subject': 'Votre inscription a été retirée : {course}',
  'trainingMails.enrolment-removed.heading': 'Votre inscription a été retirée',
  'trainingMails.enrolment-removed.text':
    'L’équipe de coordination a retiré votre inscription. Si vous ne savez pas pourquoi, écrivez-nous en répondant à ce message.',

  'trainingMails.enrolled-by-staff.subject': 'Vous êtes inscrit·e : {course}',
  'trainingMails.enrolled-by-staff.heading': 'L’équipe vous a inscrit·e à une formation',
  'trainingMails.enrolled-by-staff.text.enrolled':
    'Une place est réservée pour vous. Si elle ne vous convient pas, annulez en un geste.',
  'trainingMails.enrolled-by-staff.text.waiting':
    'La session est complète : vous êtes {rank}{rank, plural, one {re} other {e}} sur la liste d’attente.',

  'trainingMails.reminder-7-days.subject': 'Dans une semaine : {course}',
  'trainingMails.reminder-7-days.heading': 'C’est dans une semaine',
  'trainingMails.reminder-7-days.text': 'Votre place est réservée. Pouvez-vous toujours venir ?',

  'trainingMails.reminder-1-day.subject': 'C’est bientôt : {course}, {day}',
  'trainingMails.reminder-1-day.heading': 'C’est pour bientôt',
  'trainingMails.reminder-1-day.text': 'Voici ce qu’il faut pour venir.',

  'trainingMails.thanks.subject': 'Merci d’être venu·e : {course}',
  'trainingMails.thanks.heading': 'Merci d’être venu·e',
  'trainingMails.thanks.text': 'Votre présence est notée. Le support reste en ligne, en texte lisible partout.',

  'trainingMails.waiting-list-closed.subject': 'Pas de place cette fois : {course}',
  'trainingMails.waiting-list-closed.heading': 'Aucune place ne s’est libérée',
  'trainingMails.waiting-list-closed.text': 'La liste d’attente est close. Merci de votre patience.',

  'trainingMails.trainer-session-changed.subject.assigned': 'Vous animez : {course}',
  'trainingMails.trainer-session-changed.subject.released': 'Vous n’animez plus : {course}',
  'trainingMails.trainer-session-changed.subject.changed': 'Changement : {course}',
  'trainingMails.trainer-session-changed.subject.cancelled': 'Annulée : {course}',
  'trainingMails.trainer-session-changed.heading.assigned': 'Une session à animer',
  'trainingMails.trainer-session-changed.heading.released': 'Une session de moins',
  'trainingMails.trainer-session-changed.heading.changed': 'Une session que vous animez a changé',
  'trainingMails.trainer-session-changed.heading.cancelled': 'Une session que vous animez est annulée',
  'trainingMails.trainer-session-changed.text.assigned': 'La coordination vous a confié cette session.',
  'trainingMails.trainer-session-changed.text.released': 'La coordination a confié cette session à quelqu’un d’autre.',
  'trainingMails.trainer-session-changed.text.changed':
    'Voici les informations à jour. Les personnes inscrites sont prévenues.',
  'trainingMails.trainer-session-changed.text.cancelled':
    'Elle n’aura pas lieu. Raison donnée : {reason}. Les personnes inscrites sont prévenues.',
} as const;
