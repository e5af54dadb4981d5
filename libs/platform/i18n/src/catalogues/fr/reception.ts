/** What reception is answered. */
export const reception = {
  'reception.hasAddress': 'Cette personne a une adresse e-mail : elle se connecte avec cette adresse, sans carte.',
} as const;
