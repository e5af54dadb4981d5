export const webCard = {
  'card.title': 'Entrar con mi tarjeta',
  'card.lede':
    'La tarjeta que le dio la recepción abre su espacio: sus reservas, su lugar en espera, sus certificados.',
  'card.code': 'Código de la tarjeta',
  'card.codeHint': '12 letras y cifras, en grupos de 4. Las mayúsculas no importan.',
  'card.codeMissing': 'Escriba el código de su tarjeta.',
  'card.submit': 'Entrar',
  'card.camera': 'Leer la tarjeta con la cámara',
  'card.lost': '¿Ha perdido la tarjeta?',
  'card.lostText': 'Pida una tarjeta nueva en la recepción. Sus reservas no se pierden.',
  'card.bar': 'Está en su espacio con una tarjeta.',
  'card.end': 'Terminar',
  'card.address': 'Añadir un correo electrónico',
  'card.idle': 'No pasa nada: su espacio se cierra dentro de un minuto.',
  'card.stay': 'Sigo aquí',
  'card.ended': 'Su espacio está cerrado. Nada suyo queda en este aparato.',
} as const;
