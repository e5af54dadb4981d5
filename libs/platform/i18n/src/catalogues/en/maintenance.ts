/** What everybody reads while the site is closed for a while. */
export const maintenance = {
  'maintenance.title': 'We will be back soon',
  'maintenance.until': 'Expected back on {day, date, long} at about {time, time, short}, Paris time.',
  'maintenance.soon': 'Try again a little later.',
  'maintenance.kept': 'Your bookings are kept. Nothing is lost.',
} as const;
