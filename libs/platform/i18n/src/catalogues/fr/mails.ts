/** The frame that every mail shares, the sign-in code, and what an administrator reads about mails. What a domain has to say lives in its own area. */
export const mails = {
  'mails.greeting': 'Bonjour {name},',
  'mails.greeting.unknown': 'Bonjour,',
  'mails.footer.sender': '{brand} vous écrit automatiquement.',
  'mails.footer.unsubscribe': 'Ne plus recevoir ces messages',

  'mails.sign-in-code.subject': 'Votre code de connexion',
  'mails.sign-in-code.heading': 'Votre code de connexion',
  'mails.sign-in-code.ask': 'Recopiez ces 6 chiffres sur la page de connexion :',
  'mails.sign-in-code.limits':
    'Ce code sert une seule fois, pendant {minutes, plural, one {# minute} other {# minutes}}. Il marche aussi sur un autre appareil.',
  'mails.sign-in-code.secret': 'Ne le donnez à personne : nous ne vous le demanderons jamais.',
  'mails.sign-in-code.why':
    'Vous recevez ce message parce que quelqu’un a saisi cette adresse pour se connecter. Si ce n’est pas vous, vous n’avez rien à faire : sans ce code, personne ne peut entrer.',

  'mails.fault.REFUSED': 'Le serveur du destinataire a refusé ce message. Sa réponse : {detail}',
  'mails.fault.DEFERRED': 'Le serveur du destinataire demande d’attendre. Sa réponse : {detail}',
  'mails.fault.CONNECTION': 'Le serveur d’envoi n’a pas pu être joint : {detail}',
  'mails.fault.SIGN_IN':
    'Le serveur d’envoi refuse nos identifiants ou notre adresse d’expédition : vérifiez SMTP_URL et MAIL_FROM. Sa réponse : {detail}',
  'mails.fault.COMPOSE': 'Le texte n’a pas pu être écrit : {detail}',
  'mails.fault.NO_TEMPLATE': 'Aucun modèle n’existe pour ce genre de message.',
  'mails.fault.BAD_ADDRESS': 'L’adresse enregistrée n’est pas une adresse de courriel valable.',
  'mails.fault.NO_ADDRESS': 'Cette personne n’a pas d’adresse de courriel : prévenez-la autrement.',
  'mails.fault.NO_LONGER_TRUE': 'Non envoyé : ce que ce message devait dire n’est plus vrai.',
  'mails.resend.waiting': 'Ce message attend déjà son départ.',
  'mails.resend.spent': 'Ce message portait un code secret qui n’est plus gardé : il ne peut pas repartir.',
} as const;
