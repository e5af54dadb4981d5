export const mails = {
  'mails.greeting': 'Hola, {name}:',
  'mails.greeting.unknown': 'Hola:',
  'mails.footer.sender': '{brand} le escribe automáticamente.',
  'mails.footer.unsubscribe': 'No recibir más estos mensajes',
  'mails.sign-in-code.subject': 'Su código de conexión',
  'mails.sign-in-code.heading': 'Su código de conexión',
  'mails.sign-in-code.ask': 'Copie estas 6 cifras en la página de conexión:',
  'mails.sign-in-code.limits':
    'Este código sirve una sola vez, durante {minutes, plural, one {# minuto} other {# minutos}}. Funciona también en otro aparato.',
  'mails.sign-in-code.secret': 'No se lo dé a nadie: nunca se lo pediremos.',
  'mails.sign-in-code.why':
    'Recibe este mensaje porque alguien ha escrito esta dirección para conectarse. Si no es usted, no tiene que hacer nada: sin este código nadie puede entrar.',
  'mails.fault.REFUSED': 'El servidor del destinatario ha rechazado este mensaje. Su respuesta: {detail}',
  'mails.fault.DEFERRED': 'El servidor del destinatario pide esperar. Su respuesta: {detail}',
  'mails.fault.CONNECTION': 'No se ha podido llegar al servidor de envío: {detail}',
  'mails.fault.SIGN_IN':
    'El servidor de envío rechaza nuestras claves o nuestra dirección: compruebe SMTP_URL y MAIL_FROM. Su respuesta: {detail}',
  'mails.fault.COMPOSE': 'El texto no se ha podido escribir: {detail}',
  'mails.fault.NO_TEMPLATE': 'No hay modelo para este tipo de mensaje.',
  'mails.fault.BAD_ADDRESS': 'La dirección guardada no es una dirección de correo válida.',
  'mails.fault.NO_ADDRESS': 'Esta persona no tiene correo electrónico: avísela de otra manera.',
  'mails.fault.NO_LONGER_TRUE': 'No enviado: lo que este mensaje debía decir ya no es verdad.',
  'mails.resend.waiting': 'Este mensaje ya espera su salida.',
  'mails.resend.spent': 'Este mensaje llevaba un código secreto que ya no se guarda: no puede volver a salir.',
} as const;
