/** Signing in with a card, on a phone or a shared device. */
export const webCard = {
  'card.title': 'Entrer avec ma carte',
  'card.lede':
    'La carte donnée à l’accueil ouvre votre espace : vos réservations, votre place d’attente, vos attestations.',
  'card.code': 'Code de la carte',
  'card.codeHint': '12 lettres et chiffres, par groupes de 4. Les majuscules ne comptent pas.',
  'card.codeMissing': 'Écrivez le code de votre carte.',
  'card.submit': 'Entrer',
  'card.camera': 'Lire la carte avec la caméra',
  'card.lost': 'Carte perdue ?',
  'card.lostText': 'Demandez une nouvelle carte à l’accueil. Vos réservations ne sont pas perdues.',
  'card.bar': 'Espace ouvert avec une carte.',
  'card.end': 'Terminer',
  'card.address': 'Ajouter une adresse e-mail',
  'card.idle': 'Il ne se passe rien : votre espace se ferme dans une minute.',
  'card.stay': 'Je suis encore là',
  'card.ended': 'Votre espace est fermé. Rien de vous ne reste sur cet appareil.',
} as const;
