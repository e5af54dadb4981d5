export const trainings = {
  'trainings.edit.CAPACITY_BELOW_SEATS_TAKEN':
    'Plus de personnes ont une place que ce nombre n’en permet. Gardez au moins autant de places, ou retirez d’abord des inscriptions.',
  'trainings.edit.STALE': 'Quelqu’un d’autre a enregistré entre-temps. Rechargez la page pour voir sa version.',
  'trainings.edit.DATES_IN_PAST': 'Une date est passée : elle ne peut être ni ajoutée, ni changée, ni retirée.',
  'trainings.edit.NO_MATERIAL': 'Donnez le support en texte avant de publier : tout le monde doit pouvoir le lire.',
  'trainings.edit.COURSE_NOT_PUBLISHED': 'Publiez d’abord la formation elle-même.',
  'trainings.edit.ALREADY_CANCELLED':
    'Cette session est annulée : cela ne se défait pas. Dupliquez-la pour une nouvelle date.',
  'trainings.edit.DATES_OVERLAP': 'Deux dates de la session se chevauchent.',
  'trainings.edit.SLUG_TAKEN': 'Une autre formation a déjà cette adresse. Choisissez-en une autre.',
  'validation.endsAfterStart': 'La fin doit venir après le début.',
  'validation.placeNeeded': 'Choisissez un lieu ou un point de rendez-vous.',
  'validation.onlineUrlNeeded': 'Donnez l’adresse de la visioconférence avant de publier.',
  'validation.templateName': 'Un modèle a un nom ; une session n’en a pas.',
  'validation.enrolmentWindow': 'Les inscriptions doivent fermer après leur ouverture.',
  'validation.enrolmentBeforeStart': 'Les inscriptions ferment au plus tard au début de la première date.',
  'validation.statusStep': 'Une session ne peut pas passer de son état actuel à celui-ci.',
  'validation.courseFixed': 'La formation d’une session publiée ne change plus.',
  'validation.prerequisiteCycle': 'Une formation ne peut pas se demander elle-même, même indirectement.',
  'validation.nameTaken': 'Ce nom est déjà pris.',
  'validation.isKnown': 'Cet élément n’existe plus. Choisissez-en un autre.',
} as const;
