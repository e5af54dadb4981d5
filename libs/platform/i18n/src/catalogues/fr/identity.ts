/** Sign-in, roles, journal. */
export const identity = {
  'identity.refusal.WRONG_CODE':
    'Ce code n’est pas le bon. {attemptsLeft, plural, =0 {Demandez un nouveau code.} one {Il vous reste # essai.} other {Il vous reste # essais.}}',
  'identity.refusal.CODE_EXPIRED':
    'Ce code n’est plus valable : il dure 10 minutes et ne sert qu’une fois. Demandez-en un nouveau.',
  'identity.refusal.TOO_MANY_ATTEMPTS': 'Trop d’essais avec ce code. Demandez-en un nouveau.',
  'identity.refusal.LINK_INVALID':
    'Ce lien a déjà servi ou n’est plus valable. Connectez-vous avec votre adresse e-mail.',
  'identity.refusal.ACCOUNT_DISABLED': 'Ce compte est fermé. Écrivez-nous par la page Contact.',
  'identity.refusal.PASSKEY_REFUSED':
    'Cette clé d’accès n’est pas connue ici, ou la demande a expiré. Réessayez, ou connectez-vous avec votre adresse e-mail.',
  'identity.last-admin': 'C’est la dernière personne de l’administration : donnez d’abord ce rôle à quelqu’un d’autre.',
} as const;
