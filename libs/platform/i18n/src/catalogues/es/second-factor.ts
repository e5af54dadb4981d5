export const secondFactor = {
  'second-factor.refusal.WRONG_CODE':
    'Este código no es el bueno. {attemptsLeft, plural, =-1 {Compruebe que la hora de su teléfono es correcta y escriba el código que se ve.} one {Le queda # intento.} other {Le quedan # intentos.}}',
  'second-factor.refusal.CODE_USED': 'Este código ya ha servido. Espere el siguiente: llega en medio minuto.',
  'second-factor.refusal.TOO_MANY_ATTEMPTS':
    'Demasiados códigos falsos. Vuelva a intentarlo dentro de {minutes, plural, one {# minuto} other {# minutos}}, o use una llave de acceso.',
  'second-factor.refusal.NOTHING_TO_CONFIRM':
    'Aquí no hay nada que confirmar. Empiece de nuevo en la página Seguridad.',
  'second-factor.refusal.PASSKEY_REFUSED': 'Esta llave de acceso no se ha podido comprobar.',
  'second-factor.refusal.PASSKEY_EXPIRED': 'La petición ha caducado. Inténtelo de nuevo.',
  'second-factor.refusal.TOO_MANY_PASSKEYS': 'Ya tiene 10 llaves de acceso. Quite una primero.',
  'second-factor.again': 'Para cambiar la protección de una cuenta, confirme primero que es usted.',
  'second-factor.has-totp': 'Ya hay una aplicación. Quítela primero para poner otra.',
  'second-factor.none': 'Ponga primero una aplicación o una llave de acceso.',
  'second-factor.not-own': 'Nadie restablece su propia protección: pídaselo a otra persona de la administración.',
  'second-factor.not-by-card':
    'Una conexión con tarjeta no puede proteger una cuenta. Conéctese con un correo electrónico.',
  'second-factor.mail.subject': 'Seguridad de su cuenta',
  'second-factor.mail.totp-added': 'Una aplicación de códigos protege ahora su cuenta',
  'second-factor.mail.totp-removed': 'La aplicación de códigos de su cuenta se ha quitado',
  'second-factor.mail.passkey-added': 'Se ha añadido una llave de acceso a su cuenta',
  'second-factor.mail.passkey-removed': 'Se ha quitado una llave de acceso de su cuenta',
  'second-factor.mail.codes-renewed': 'Sus códigos de reserva se han cambiado',
  'second-factor.mail.code-used': 'Un código de reserva ha servido para su cuenta',
  'second-factor.mail.reset': 'La protección de su cuenta se ha restablecido',
  'second-factor.mail.when': 'Fue el {day, date, long} a las {time, time, short}, hora de París.',
  'second-factor.mail.not-you':
    'Si fue usted, no tiene que hacer nada. Si no, escriba enseguida a una persona de la administración: otra persona usa su cuenta.',
  'second-factor.mail.next':
    'Lo ha hecho una persona de la administración y ha escrito el motivo. Su conexión se ha cerrado en todas partes. La próxima vez pondrá una nueva protección. Si no ha pedido nada, escríbanos enseguida.',
  'second-factor.mail.look': 'Ver la protección de mi cuenta',
  'second-factor.mail.why': 'Recibe este mensaje en cada cambio de la protección de su cuenta. No se puede rechazar.',
  'privacy.table.totp_factor': 'Aplicaciones de códigos',
  'privacy.table.passkey': 'Llaves de acceso',
  'privacy.table.passkey_challenge': 'Peticiones a una llave de acceso',
  'privacy.table.recovery_code': 'Códigos de reserva',
  'privacy.table.factor_tries': 'Códigos falsos escritos',
} as const;
