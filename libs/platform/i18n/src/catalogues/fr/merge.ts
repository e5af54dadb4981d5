/** Two profiles of one person: what is told about making them one. */
export const merge = {
  'merge.purpose': 'Comparer deux profils qui sont peut-être ceux d’une seule personne',
  'merge.refusal.SAME_PROFILE': 'C’est deux fois le même profil.',
  'merge.refusal.NOT_FOUND': 'Un de ces profils n’existe plus : il a peut-être déjà été réuni à un autre.',
  'merge.refusal.YOUR_OWN': 'Un de ces profils est le vôtre : demandez à une autre personne de la coordination.',
  'merge.refusal.STAFF': 'Le compte qui disparaîtrait a un rôle dans l’équipe. Gardez plutôt ce profil.',
  'merge.refusal.BEING_ERASED': 'Une de ces personnes a demandé à être effacée.',
  'merge.clash.booking':
    'Deux réservations pour « {about} » : la meilleure reste, l’autre est annulée et sa place va à la liste d’attente.',
  'merge.clash.consent': 'Deux accords pour « {about} » : le plus récent reste valable, l’autre reste comme preuve.',
  'merge.clash.card': 'Deux cartes d’accueil : celle du profil gardé continue de marcher, l’autre s’arrête.',
  'merge.clash.account': 'Deux comptes : celui du profil gardé reste, l’autre adresse ne permet plus de se connecter.',
  'merge.clash.lived-experience': 'Deux récits d’expérience vécue : celui du profil gardé reste.',
  'merge.consent.terms': 'conditions d’utilisation',
  'merge.consent.network': 'appartenance à un réseau',
} as const;
