/** Tags, views, exported lists, and the frame of what coordinators write to many. */
export const audience = {
  'privacy.table.tag_change_person': 'Changements d’étiquettes qui peuvent être annulés',
  'privacy.table.tag_change': 'Étiquettes que vous avez mises ou retirées',
  'privacy.table.volunteer_tag': 'Vos étiquettes',
  'privacy.table.tag': 'Étiquettes que vous avez créées',
  'privacy.table.saved_view': 'Vues que vous gardez',
  'privacy.table.mailing_recipient': 'Messages de la coordination qui vous étaient destinés',
  'privacy.table.mailing': 'Messages que vous avez écrits à plusieurs personnes',
  'privacy.table.mail_refusal': 'Messages que vous refusez',
  'privacy.table.people_export': 'Listes que vous avez exportées',

  'audience.tag.taken': 'Le réseau a déjà une étiquette de ce nom.',
  'audience.view.tooMany': 'Vous gardez déjà {most} vues. Supprimez-en une.',

  'audience.mail.why': 'Vous recevez ce message parce que vous faites partie du réseau « {network} ».',
  'audience.mail.test': '[Essai] {subject}',
  'audience.mail.nobody': 'Personne ne recevrait ce message : il n’est pas parti.',
  'audience.mail.otherNumber':
    'La liste a changé : ce message irait maintenant à {count, plural, one {# personne} other {# personnes}}. Il n’est pas parti.',
  'audience.mail.sampleSubject': 'Une soirée pour préparer l’été',
  'audience.mail.sampleBody':
    'Nous préparons ensemble les **îlots de fraîcheur** du quartier.\n\n- jeudi à 18 h 30\n- à la Maison du climat\n\nVotre coordination',

  'audience.source.joined': 'inscription en ligne',
  'audience.source.imported': 'import d’une liste',
  'audience.source.reception': 'accueil',
  'audience.source.staff': 'équipe',

  'audience.column.displayName': 'Nom affiché',
  'audience.column.givenName': 'Prénom',
  'audience.column.familyName': 'Nom de famille',
  'audience.column.email': 'E-mail',
  'audience.column.phone': 'Téléphone',
  'audience.column.birthYear': 'Année de naissance',
  'audience.column.networks': 'Réseaux',
  'audience.column.arrondissement': 'Arrondissement',
  'audience.column.commune': 'Commune',
  'audience.column.languages': 'Langues',
  'audience.column.skills': 'Compétences',
  'audience.column.themes': 'Thèmes',
  'audience.column.availability': 'Disponibilités',
  'audience.column.tags': 'Étiquettes',
  'audience.column.trainings': 'Formations suivies',
  'audience.column.lastPresence': 'Dernière présence',
  'audience.column.source': 'Origine',
  'audience.column.joinedOn': 'Arrivée',
} as const;
