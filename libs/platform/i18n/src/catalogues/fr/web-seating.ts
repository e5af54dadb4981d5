/** Quotas, pairs and overbooking, as coordinators and people at the door read them. */
export const webSeating = {
  'seating.quotas.title': 'Places partagées entre les réseaux',
  'seating.quotas.hint':
    'Chaque réseau garde ses places. Une personne des deux réseaux en prend une seule. Personne ne perd la sienne quand vous changez le partage.',
  'seating.quotas.solidarity': 'Places pour les Volontaires de la Solidarité',
  'seating.quotas.climate': 'Places pour les Volontaires du Climat',
  'seating.quotas.open': 'Le reste des {capacity} places est ouvert à tous.',
  'seating.quotas.release': 'Jours avant le début où les places non prises s’ouvrent à tous',
  'seating.quotas.releaseHint': 'De 1 à 60 ; 7 le plus souvent.',
  'seating.quotas.save': 'Enregistrer le partage',
  'seating.quotas.saved': 'Le partage est enregistré.',
  'seating.quotas.effect':
    '{offers, plural, =0 {Aucune place n’a été proposée.} one {# place a été proposée à une personne qui attendait.} other {# places ont été proposées à des personnes qui attendaient.}}',
  'seating.quotas.remove': 'Ouvrir toutes les places à tous',
  'seating.quotas.removed': 'Toutes les places sont ouvertes à tous.',
  'seating.quotas.notSaved': 'Le partage n’a pas été enregistré',
  'seating.quotas.fault.number': 'Donnez un nombre entier, 0 ou plus.',
  'seating.quotas.fault.sum': 'Les deux réseaux ensemble dépassent les {capacity} places.',
  'seating.quotas.fault.days': 'Donnez un nombre de jours, de 1 à 60.',
  'seating.quotas.now': 'En ce moment',
  'seating.quotas.line.solidarity': 'Solidarité : {taken, plural, one {# prise} other {# prises}} sur {seats}',
  'seating.quotas.line.climate': 'Climat : {taken, plural, one {# prise} other {# prises}} sur {seats}',
  'seating.quotas.line.open': 'Ouvertes à tous : {taken, plural, one {# prise} other {# prises}} sur {seats}',
  'seating.quotas.releasedAt': 'Les places non prises s’ouvrent à tous le {moment}.',
  'seating.quotas.isReleased': 'Les places non prises sont ouvertes à tous depuis le {moment}.',
  'seating.over.title': 'Accepter plus d’inscriptions que de places',
  'seating.over.hint':
    'Aux formations gratuites, des personnes inscrites ne viennent pas. Le calcul se fait sur les feuilles d’émargement passées de la même formation.',
  'seating.over.advice':
    'Accepter {seats} inscriptions pour {room} places : {chance} % de chances que {room} personnes ou moins viennent.',
  'seating.over.evidence':
    'D’après {sessions} sessions passées ({likeness}), où {percent} % des personnes inscrites sont venues.',
  'seating.over.SEASON_AND_WEEKDAY': 'même jour de la semaine, même saison',
  'seating.over.WEEKDAY': 'même jour de la semaine',
  'seating.over.MODE': 'même façon de se réunir',
  'seating.over.TOO_FEW_SESSIONS':
    'Nous ne devinons pas : il faut au moins 5 sessions passées semblables avec une feuille d’émargement. Il y en a {sessions} pour cette formation.',
  'seating.over.NOTHING_TO_GAIN':
    'Presque toutes les personnes inscrites viennent, ou la salle est à sa limite : {room} places, {room} inscriptions.',
  'seating.over.legal': 'La loi admet {legal} personnes dans ce lieu : jamais plus.',
  'seating.over.seats': 'Inscriptions acceptées',
  'seating.over.seatsHint': 'De {room} (aucune de plus) à {most}.',
  'seating.over.reason': 'Pourquoi',
  'seating.over.reasonHint': 'Pour vos collègues. Cela reste dans le journal.',
  'seating.over.save': 'Enregistrer la décision',
  'seating.over.saved': 'C’est enregistré : {seats} inscriptions acceptées pour {room} places.',
  'seating.over.notSaved': 'La décision n’a pas été enregistrée',
  'seating.over.fault.seats': 'Donnez un nombre de {room} à {most}.',
  'seating.over.fault.reason': 'Dites pourquoi, en 3 à 300 signes.',
  'seating.over.decision': 'Dernière décision, le {moment} : {seats} inscriptions pour cette salle. Motif : {reason}',
  'seating.over.decidedBy': 'Décidée par {name}.',
  'seating.people.with': 'Avec {name}',
  'seating.people.passed':
    '{count, plural, one {# place est passée devant} other {# places sont passées devant}} : {reason}',
  'seating.people.ONE_SEAT': 'il n’y en avait qu’une pour deux',
  'seating.people.NOT_FOR_BOTH': 'réservée au réseau d’une seule des deux',
  'seating.people.ONE_CANNOT': 'l’une des deux ne pouvait pas à ce moment-là',
  'seating.door.overbooked': '{expected} personnes sont attendues pour {seats} places.',
  'seating.door.overbookedText': 'C’est voulu : d’habitude, des personnes inscrites ne viennent pas.',
  'seating.door.full': 'La salle est pleine',
  'seating.door.fullText':
    '{present} personnes sont là pour {seats} places. {coming, plural, =0 {Plus personne n’est attendu.} one {# personne inscrite peut encore venir : prévoyez où l’asseoir.} other {# personnes inscrites peuvent encore venir : prévoyez où les asseoir.}}',
  'seating.place.legal': 'Nombre de personnes que la loi admet',
  'seating.place.legalHint':
    'Le chiffre du classement de sécurité, s’il est connu. Aucune session n’en acceptera plus.',
  'seating.place.fault': 'Donnez un nombre entier, ou laissez vide.',
} as const;
