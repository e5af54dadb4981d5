/** What the platform knows about people, table by table, and why something stays. */
export const privacy = {
  'privacy.table.account': 'Compte',
  'privacy.table.sign_in': 'Appareils connectés',
  'privacy.table.merged_profile': 'Anciens profils réunis au vôtre',
  'privacy.table.duplicate_pair': 'Profils qui ressemblent au vôtre',
  'privacy.table.card': 'Cartes d’accueil',
  'privacy.table.notice': 'Messages à dire à l’accueil',
  'privacy.table.sign_in_code': 'Codes de connexion',
  'privacy.table.one_time_link': 'Liens de connexion',
  'privacy.table.role_grant': 'Rôles',
  'privacy.table.mail': 'E-mails envoyés',
  'privacy.table.audit_entry': 'Journal',
  'privacy.table.pending_erasure': 'Demande d’effacement en cours',
  'privacy.table.erasure': 'Preuve d’effacement, sans nom',
  'privacy.table.lived_experience': 'Vécu de la rue ou sans logement',
  'privacy.table.lived_experience_reading': 'Lectures du vécu',
  'privacy.table.volunteer': 'Profil',
  'privacy.table.contact': 'Coordonnées',
  'privacy.table.membership': 'Réseaux',
  'privacy.table.consent': 'Consentements',
  'privacy.table.volunteer_import': 'Listes importées',
  'privacy.table.enrolment': 'Inscriptions aux formations',
  'privacy.table.seat_offer': 'Propositions de place',
  'privacy.table.attendance': 'Présences',
  'privacy.table.session_trainer': 'Formations données',
  'privacy.because.consent-proof': 'La loi demande de pouvoir prouver un consentement (RGPD, article 7).',
  'privacy.because.accountability': 'La Ville doit pouvoir expliquer ce qui a été fait en son nom (RGPD, article 5).',
  'privacy.because.security':
    'La sécurité demande un journal de ce qui a été fait (RGPD, article 32 ; CNIL, délibération 2021-122).',
  'privacy.because.totals': 'Les chiffres d’activité restent justes, sans mener à personne (RGPD, articles 17 et 89).',
  'privacy.because.need-over': 'Cela ne sert plus (RGPD, article 5).',
  'privacy.because.no-contact':
    'Sans nouvelles, les données ne servent plus (RGPD, article 5 ; CNIL, délibération 2021-028).',
  'privacy.because.verification': 'Une attestation déjà remise doit pouvoir être vérifiée (RGPD, article 17).',
  'privacy.because.erasure-proof':
    'L’effacement doit tenir même si une ancienne sauvegarde est rétablie (RGPD, articles 5 et 17).',
  'privacy.because.others-rights': 'D’autres personnes s’appuient sur cette donnée (RGPD, articles 15 et 17).',
  'privacy.retention.with-person': 'tant que vous êtes là, puis plus rien.',
  'privacy.retention.with-person-then-nobody': 'tant que vous êtes là, puis sans lien avec vous.',
  'privacy.retention.never': 'sans limite. {because}',
  'privacy.retention.days': '{days, plural, =1 {un jour.} one {# jour.} other {# jours.}}',
  'privacy.retention.months':
    '{months, plural, =12 {un an.} =24 {deux ans.} =36 {trois ans.} one {# mois.} other {# mois.}}',
  'privacy.retention.no-contact.contact':
    '{months, plural, =12 {un an} =24 {deux ans} =36 {trois ans} one {# mois} other {# mois}} sans nouvelles : tout est effacé, après un message 30 jours avant.',
  'privacy.retention.no-contact.accompanied':
    'si l’accueil vous a inscrit : {months, plural, =12 {un an} =24 {deux ans} =36 {trois ans} one {# mois} other {# mois}} sans nouvelles, et tout est effacé, après un message 30 jours avant.',
  'privacy.retention.no-contact.journal':
    '{months, plural, one {# mois} other {# mois}} sans nouvelles : tout est effacé.',
  'privacy.refusal.SIGN_IN_AGAIN':
    'Votre connexion date de plus d’une demi-heure. Par sécurité, connectez-vous à nouveau.',
  'privacy.refusal.LAST_ADMIN':
    'Vous êtes la dernière personne de l’administration. Donnez d’abord ce rôle à quelqu’un d’autre.',
  'privacy.refusal.WRONG_CODE': 'Ce code n’est pas le bon. Regardez le dernier e-mail reçu.',
  'privacy.refusal.CODE_EXPIRED': 'Ce code a expiré. Demandez-en un nouveau.',
  'privacy.refusal.TOO_MANY_ATTEMPTS': 'Trop d’essais avec ce code. Demandez-en un nouveau.',
  'privacy.export.readMe': 'LISEZ-MOI',
  'privacy.export.intro':
    'Voici tout ce que la plateforme sait de vous, le {at, date, long} à {at, time, short}. Le fichier donnees.json contient tout. Les fichiers CSV s’ouvrent avec un tableur.',
  'privacy.export.rows': '{count, plural, =0 {rien} one {# ligne} other {# lignes}}',
  'privacy.mail.code.subject': 'Votre code pour effacer votre compte',
  'privacy.mail.code.heading': 'Effacer toutes vos données ?',
  'privacy.mail.code.ask': 'Voici le code à recopier sur la page « Mes données ».',
  'privacy.mail.code.limits':
    'Il est valable {minutes} minutes. Si vous n’avez rien demandé, ne faites rien : rien ne sera effacé.',
  'privacy.mail.code.why': 'Vous recevez cet e-mail car l’effacement de ce compte a été demandé.',
  'privacy.mail.erasure-confirmed.subject': 'Vos données seront effacées dans 14 jours',
  'privacy.mail.erasure-confirmed.heading': 'C’est noté',
  'privacy.mail.erasure-confirmed.body':
    'Vos données seront effacées le {dueAt, date, long}. D’ici là, vous pouvez changer d’avis : connectez-vous, puis ouvrez la page « Mes données ».',
  'privacy.mail.erasure-confirmed.button': 'Changer d’avis',
  'privacy.mail.erasure-confirmed.why': 'Vous recevez cet e-mail car vous avez demandé l’effacement de vos données.',
  'privacy.mail.erasure-soon.subject': 'Voulez-vous garder votre compte ?',
  'privacy.mail.erasure-soon.heading': 'Nous n’avons plus de vos nouvelles',
  'privacy.mail.erasure-soon.body':
    'Vous n’êtes pas venu sur la plateforme depuis longtemps. Sans nouvelles de votre part, toutes vos données seront effacées le {dueAt, date, long}. Pour les garder, il suffit de vous connecter.',
  'privacy.mail.erasure-soon.button': 'Me connecter et garder mon compte',
  'privacy.mail.erasure-soon.why':
    'Vous recevez cet e-mail car la loi demande de ne pas garder de données sans raison.',
  'privacy.mail.erasure-withdrawn.subject': 'Vos données restent',
  'privacy.mail.erasure-withdrawn.heading': 'Rien ne sera effacé',
  'privacy.mail.erasure-withdrawn.body':
    'Vous avez changé d’avis : votre compte et vos données restent. Les réservations déjà annulées ne reviennent pas d’elles-mêmes.',
  'privacy.mail.erasure-withdrawn.why': 'Vous recevez cet e-mail car une demande d’effacement a été annulée.',
  'privacy.mail.farewell.subject': 'Vos données sont effacées',
  'privacy.mail.farewell.heading': 'Au revoir, et merci',
  'privacy.mail.farewell.body':
    'Toutes vos données sont effacées. C’est notre dernier message : votre adresse disparaît aussi.',
  'privacy.mail.farewell.kept':
    'Il reste des chiffres, comme le nombre de personnes présentes à une formation. Ils ne mènent plus à vous. Les sauvegardes s’effacent avec le temps.',
  'privacy.mail.farewell.why': 'Vous recevez cet e-mail car vos données viennent d’être effacées.',
} as const;
