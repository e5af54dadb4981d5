/** Cards of people without an address, and their sign-in. */
export const cards = {
  'cards.refusal.MISTYPED':
    'Ce code n’est pas complet ou une lettre n’est pas la bonne. Il a 12 lettres et chiffres, par groupes de 4.',
  'cards.refusal.UNKNOWN':
    'Aucune carte en service n’a ce code. Si la carte a été remplacée, l’accueil peut en faire une nouvelle.',
  'cards.staff': 'Ce compte a un rôle dans l’équipe : il ne peut pas avoir de carte.',
} as const;
