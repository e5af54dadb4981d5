export const maintenance = {
  'maintenance.title': 'Ми скоро повернемося',
  'maintenance.until': 'Повернення {day, date, long} близько {time, time, short} за паризьким часом.',
  'maintenance.soon': 'Спробуйте трохи пізніше.',
  'maintenance.kept': 'Ваші бронювання збережено. Нічого не втрачено.',
} as const;
