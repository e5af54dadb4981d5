export const reception = {
  'reception.hasAddress': 'Esta persona tiene correo electrónico: se conecta con él, sin tarjeta.',
} as const;
