export const merge = {
  'merge.purpose': 'Comparar dos perfiles que quizás son de una sola persona',
  'merge.refusal.SAME_PROFILE': 'Es dos veces el mismo perfil.',
  'merge.refusal.NOT_FOUND': 'Uno de estos perfiles ya no existe: quizás ya se ha unido a otro.',
  'merge.refusal.YOUR_OWN': 'Uno de estos perfiles es el suyo: pídaselo a otra persona de la coordinación.',
  'merge.refusal.STAFF': 'La cuenta que desaparecería tiene una función en el equipo. Conserve más bien ese perfil.',
  'merge.refusal.BEING_ERASED': 'Una de estas personas ha pedido ser borrada.',
  'merge.clash.booking':
    'Dos reservas para «{about}»: la mejor se queda, la otra se anula y su plaza va a la lista de espera.',
  'merge.clash.consent': 'Dos acuerdos para «{about}»: el más reciente sigue valiendo, el otro queda como prueba.',
  'merge.clash.card': 'Dos tarjetas de recepción: la del perfil conservado sigue funcionando, la otra deja de servir.',
  'merge.clash.account': 'Dos cuentas: la del perfil conservado se queda, la otra dirección ya no permite conectarse.',
  'merge.clash.lived-experience': 'Dos relatos de experiencia vivida: el del perfil conservado se queda.',
  'merge.consent.terms': 'condiciones de uso',
  'merge.consent.network': 'pertenencia a una red',
} as const;
