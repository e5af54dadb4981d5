/** What everybody reads while the site is closed for a while. */
export const maintenance = {
  'maintenance.title': 'Nous revenons bientôt',
  'maintenance.until': 'Retour prévu le {day, date, long} vers {time, time, short}, heure de Paris.',
  'maintenance.soon': 'Réessayez un peu plus tard.',
  'maintenance.kept': 'Vos réservations sont gardées. Rien n’est perdu.',
} as const;
