export const cards = {
  'cards.refusal.MISTYPED':
    'Este código no está completo o una letra no es la buena. Tiene 12 letras y cifras, en grupos de 4.',
  'cards.refusal.UNKNOWN':
    'Ninguna tarjeta en servicio tiene este código. Si la tarjeta fue cambiada, la recepción puede hacer otra.',
  'cards.staff': 'Esta cuenta tiene una función en el equipo: no puede tener tarjeta.',
} as const;
