export const maintenance = {
  'maintenance.title': 'Volvemos pronto',
  'maintenance.until': 'Vuelta prevista el {day, date, long} hacia las {time, time, short}, hora de París.',
  'maintenance.soon': 'Vuelva a intentarlo un poco más tarde.',
  'maintenance.kept': 'Sus reservas se conservan. No se pierde nada.',
} as const;
