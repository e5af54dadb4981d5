export const identity = {
  'identity.refusal.WRONG_CODE':
    'Este código no es el bueno. {attemptsLeft, plural, =0 {Pida un código nuevo.} one {Le queda # intento.} other {Le quedan # intentos.}}',
  'identity.refusal.CODE_EXPIRED': 'Este código ya no es válido: dura 10 minutos y sirve una sola vez. Pida otro.',
  'identity.refusal.TOO_MANY_ATTEMPTS': 'Demasiados intentos con este código. Pida otro.',
  'identity.refusal.LINK_INVALID': 'Este enlace ya se ha usado o ya no es válido. Conéctese con su correo electrónico.',
  'identity.refusal.ACCOUNT_DISABLED': 'Esta cuenta está cerrada. Escríbanos en la página Contacto.',
  'identity.refusal.PASSKEY_REFUSED':
    'Esta llave de acceso no se conoce aquí, o la petición ha caducado. Inténtelo de nuevo, o conéctese con su correo electrónico.',
  'identity.last-admin': 'Es la última persona de la administración: dé primero esta función a otra persona.',
} as const;
