export const webNotices = {
  'notice.accessibility.title': 'Accesibilidad',
  'notice.accessibility.intro':
    'Este sitio debe servir a todo el mundo, sea cual sea el aparato y la manera de usarlo. Así estamos de verdad.',
  'notice.accessibility.state': 'Estado de conformidad',
  'notice.accessibility.stateText':
    'No conforme. Ninguna persona ha hecho todavía una auditoría según la norma RGAA 4.1; mientras no se haga, el sitio se declara no conforme.',
  'notice.accessibility.tested': 'Lo que unos programas comprueban en cada cambio',
  'notice.accessibility.tested1':
    'Las reglas automáticas de axe-core (WCAG 2.2, niveles A y AA) en las páginas, en claro y en oscuro. Tales reglas solo encuentran una parte de los defectos.',
  'notice.accessibility.tested2':
    'La reserva de una formación solo con el teclado, en una pantalla de 360 píxeles de ancho.',
  'notice.accessibility.tested3': 'Que no haya desplazamiento horizontal a 320 píxeles de ancho.',
  'notice.accessibility.tested4': 'Que cada texto de los voluntarios exista en cinco idiomas.',
  'notice.accessibility.untested': 'Lo que nadie ha comprobado todavía',
  'notice.accessibility.untested1': 'El uso con un lector de pantalla (NVDA, VoiceOver, TalkBack).',
  'notice.accessibility.untested2': 'Los 106 criterios del RGAA, página por página.',
  'notice.accessibility.untested3': 'El uso por personas afectadas, y la lectura fácil de los textos.',
  'notice.accessibility.report': 'Señalar una dificultad',
  'notice.accessibility.reportText':
    'Si algo le impide usar este sitio, escríbanos diciendo la página y lo que quería hacer. Le damos la información o hacemos el trámite con usted, y corregimos.',
  'notice.accessibility.remedy': 'Si la respuesta no basta',
  'notice.accessibility.remedyText':
    'Puede acudir al Défenseur des droits, en línea, por carta sin sello (Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07) o ante un delegado cerca de su casa.',
  'notice.siteMap.public': 'Para todo el mundo',
  'notice.siteMap.home': 'Inicio',
  'notice.siteMap.card': 'Entrar con una tarjeta de recepción',
  'notice.siteMap.verify': 'Comprobar un certificado',
  'notice.siteMap.staff': 'Para los equipos',
  'notice.help.q1': '¿Cómo reservar una formación?',
  'notice.help.a1':
    'Elija una fecha en las formaciones, dé su correo electrónico, copie el código de 6 cifras que le enviamos, y después su nombre y su año de nacimiento. La plaza es suya enseguida.',
  'notice.help.q2': 'El código no llega',
  'notice.help.a2':
    'Mire en el correo no deseado. Al cabo de un minuto, un botón permite pedir otro código; el último recibido es el bueno. Es válido durante 10 minutos.',
  'notice.help.q3': 'La formación está completa',
  'notice.help.a3':
    'Entre en la lista de espera. Cuando queda una plaza libre, se propone a la primera persona de la lista que puede tomarla, con un plazo para responder. Su puesto se ve en todo momento.',
  'notice.help.q4': 'Ya no puedo venir',
  'notice.help.a4':
    'Anule desde su espacio o con el enlace de su correo de confirmación, incluso a última hora: la plaza pasa enseguida a otra persona.',
  'notice.help.q5': 'No tengo teléfono inteligente',
  'notice.help.a5': 'No hace falta. Al llegar, diga su nombre o el código corto escrito en su correo de confirmación.',
  'notice.help.q6': '¿Cómo poner mis fechas en mi agenda?',
  'notice.help.a6':
    'Cada confirmación contiene una invitación. En su espacio, una dirección privada mantiene su agenda al día, con cambios y anulaciones.',
  'notice.contact.write': 'Escríbanos a',
  'notice.contact.notYet': 'El organismo que lleva este sitio aún no ha dado la dirección de contacto.',
  'notice.contact.barrier': 'Una dificultad de acceso',
  'notice.contact.barrierText':
    'Diga la página, lo que quería hacer y, si quiere, con qué aparato. Respondemos aunque no tenga cuenta.',
  'notice.contact.data': 'Sus datos',
  'notice.contact.dataText':
    'Para leer, corregir o borrar sus datos, escriba desde la dirección de su cuenta: basta para reconocerle.',
  'notice.contact.association': 'Usted es una asociación',
  'notice.contact.associationText':
    'Para dar una formación con nosotros o recibir voluntarios, diga lo que hace, dónde y cuándo.',
  'notice.privacy.intro':
    'Pedimos lo menos posible: un correo electrónico, un nombre y un año de nacimiento bastan para formarse.',
  'notice.privacy.what': 'Lo que guardamos',
  'notice.privacy.what1': 'Su correo electrónico, que sirve para conectarse. No hay contraseña.',
  'notice.privacy.what2': 'Su nombre, su año de nacimiento y, si los da, su apellido y su teléfono. Se guardan aparte.',
  'notice.privacy.what3':
    'Lo que dice de usted: disponibilidad, idiomas, habilidades, necesidades de acceso. Todo es opcional.',
  'notice.privacy.what4': 'Sus reservas, sus presencias y los acuerdos que ha dado, con su texto exacto.',
  'notice.privacy.why': 'Por qué',
  'notice.privacy.whyText':
    'Para organizar las formaciones y acciones de las redes a las que se ha unido, y nada más. Sin publicidad, sin venta, sin medir la audiencia.',
  'notice.privacy.who': 'Quién lee qué',
  'notice.privacy.whoText':
    'Quien da la formación ve su nombre y sus necesidades de acceso. La coordinación de una red puede leer sus datos de contacto diciendo por qué; cada lectura se anota y se ve en su espacio.',
  'notice.privacy.cookies': 'Cookies',
  'notice.privacy.cookiesText':
    'Una sola, que mantiene su conexión. La elección del idioma y del aspecto queda en su navegador. No se llama a ningún otro sitio.',
  'notice.privacy.rights': 'Sus derechos',
  'notice.privacy.rightsText':
    'Puede leer, corregir, llevarse o borrar sus datos y retirar un acuerdo en cualquier momento. Si no está de acuerdo, puede acudir a la CNIL.',
  'notice.legal.publisher': 'Editor',
  'notice.legal.host': 'Alojamiento',
  'notice.legal.missing': 'A rellenar por el organismo que lleva este sitio.',
  'notice.legal.software': 'Programa',
  'notice.legal.softwareText':
    'Este sitio se apoya en un programa libre, publicado con la licencia pública de la Unión Europea (EUPL 1.2).',
  'notice.legal.images': 'Dibujos',
  'notice.legal.imagesText': 'Los dibujos y el signo de este sitio le son propios y siguen la misma licencia.',
} as const;
