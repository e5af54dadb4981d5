/** Second factors: what is refused, and the mails that tell of every change. */
export const secondFactor = {
  'second-factor.refusal.WRONG_CODE':
    'Ce code n’est pas le bon. {attemptsLeft, plural, =-1 {Vérifiez que l’heure de votre téléphone est juste, puis saisissez le code affiché.} one {Il vous reste # essai.} other {Il vous reste # essais.}}',
  'second-factor.refusal.CODE_USED': 'Ce code a déjà servi. Attendez le suivant : il arrive dans la demi-minute.',
  'second-factor.refusal.TOO_MANY_ATTEMPTS':
    'Trop de codes faux. Réessayez dans {minutes, plural, one {# minute} other {# minutes}}, ou utilisez une clé d’accès.',
  'second-factor.refusal.NOTHING_TO_CONFIRM': 'Il n’y a rien à confirmer ici. Recommencez depuis la page Sécurité.',
  'second-factor.refusal.PASSKEY_REFUSED': 'Cette clé d’accès n’a pas pu être vérifiée.',
  'second-factor.refusal.PASSKEY_EXPIRED': 'La demande a expiré. Réessayez.',
  'second-factor.refusal.TOO_MANY_PASSKEYS': 'Vous avez déjà 10 clés d’accès. Supprimez-en une d’abord.',
  'second-factor.again': 'Pour changer la protection d’un compte, confirmez d’abord que c’est bien vous.',
  'second-factor.has-totp': 'Une application est déjà en place. Supprimez-la d’abord pour en mettre une autre.',
  'second-factor.none': 'Mettez d’abord en place une application ou une clé d’accès.',
  'second-factor.not-own':
    'Personne ne réinitialise sa propre protection : demandez à quelqu’un d’autre de l’administration.',
  'second-factor.not-by-card':
    'Une connexion par carte ne peut pas protéger un compte. Connectez-vous avec une adresse e-mail.',

  'second-factor.mail.subject': 'Sécurité de votre compte',
  'second-factor.mail.totp-added': 'Une application de codes protège maintenant votre compte',
  'second-factor.mail.totp-removed': 'L’application de codes de votre compte a été supprimée',
  'second-factor.mail.passkey-added': 'Une clé d’accès a été ajoutée à votre compte',
  'second-factor.mail.passkey-removed': 'Une clé d’accès de votre compte a été supprimée',
  'second-factor.mail.codes-renewed': 'Vos codes de secours ont été remplacés',
  'second-factor.mail.code-used': 'Un code de secours a servi pour votre compte',
  'second-factor.mail.reset': 'La protection de votre compte a été réinitialisée',
  'second-factor.mail.when': 'C’était le {day, date, long} à {time, time, short}, heure de Paris.',
  'second-factor.mail.not-you':
    'Si c’était vous, vous n’avez rien à faire. Sinon, écrivez tout de suite à une personne de l’administration : quelqu’un d’autre utilise votre compte.',
  'second-factor.mail.next':
    'Une personne de l’administration l’a fait et en a écrit la raison. Vous êtes déconnecté·e partout. À votre prochaine connexion, vous mettrez en place une nouvelle protection. Si vous n’avez rien demandé, écrivez-nous tout de suite.',
  'second-factor.mail.look': 'Voir la protection de mon compte',
  'second-factor.mail.why':
    'Vous recevez ce message à chaque changement de la protection de votre compte. Il ne peut pas être refusé.',

  'privacy.table.totp_factor': 'Applications de codes',
  'privacy.table.passkey': 'Clés d’accès',
  'privacy.table.passkey_challenge': 'Demandes à une clé d’accès',
  'privacy.table.recovery_code': 'Codes de secours',
  'privacy.table.factor_tries': 'Codes faux saisis',
} as const;
