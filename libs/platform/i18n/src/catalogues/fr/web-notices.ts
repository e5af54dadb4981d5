/** The pages that the law asks of a public site, and help. */
export const webNotices = {
  'notice.accessibility.title': 'Accessibilité',
  'notice.accessibility.intro':
    'Ce site doit pouvoir servir à tout le monde, quels que soient l’appareil et la façon de s’en servir. Voici où nous en sommes vraiment.',
  'notice.accessibility.state': 'État de conformité',
  'notice.accessibility.stateText':
    'Non conforme. Aucun audit selon le référentiel RGAA 4.1 n’a encore été fait par une personne ; tant qu’il ne l’est pas, le site se déclare non conforme.',
  'notice.accessibility.tested': 'Ce que des programmes vérifient à chaque changement',
  'notice.accessibility.tested1':
    'Les règles automatiques d’axe-core (WCAG 2.2, niveaux A et AA) sur les pages, en clair et en sombre. De telles règles trouvent une partie des défauts seulement.',
  'notice.accessibility.tested2':
    'La réservation d’une formation au clavier seul, sur un écran de 360 pixels de large.',
  'notice.accessibility.tested3': 'L’absence de défilement horizontal à 320 pixels de large.',
  'notice.accessibility.tested4': 'La présence de chaque texte des volontaires en cinq langues.',
  'notice.accessibility.untested': 'Ce que personne n’a encore vérifié',
  'notice.accessibility.untested1': 'L’usage avec un lecteur d’écran (NVDA, VoiceOver, TalkBack).',
  'notice.accessibility.untested2': 'Les 106 critères du RGAA, page par page.',
  'notice.accessibility.untested3': 'L’usage par des personnes concernées, et la lecture facile des textes.',
  'notice.accessibility.report': 'Signaler une difficulté',
  'notice.accessibility.reportText':
    'Si quelque chose vous empêche d’utiliser ce site, écrivez-nous en disant la page et ce que vous vouliez faire. Nous vous donnons l’information ou faisons la démarche avec vous, et corrigeons.',
  'notice.accessibility.remedy': 'Si la réponse ne suffit pas',
  'notice.accessibility.remedyText':
    'Vous pouvez saisir le Défenseur des droits, en ligne, par courrier sans timbre (Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07) ou auprès d’un délégué près de chez vous.',
  'notice.siteMap.public': 'Pour tout le monde',
  'notice.siteMap.home': 'Accueil',
  'notice.siteMap.card': 'Entrer avec une carte d’accueil',
  'notice.siteMap.verify': 'Vérifier une attestation',
  'notice.siteMap.staff': 'Pour les équipes',
  'notice.help.q1': 'Comment réserver une formation ?',
  'notice.help.a1':
    'Choisissez une date dans les formations, donnez votre adresse e-mail, recopiez le code à 6 chiffres qui vous est envoyé, puis votre prénom et votre année de naissance. La place est à vous aussitôt.',
  'notice.help.q2': 'Le code n’arrive pas',
  'notice.help.a2':
    'Regardez dans les indésirables. Au bout d’une minute, un bouton permet de demander un autre code ; le dernier reçu est le bon. Il reste valable 10 minutes.',
  'notice.help.q3': 'La formation est complète',
  'notice.help.a3':
    'Rejoignez la liste d’attente. Quand une place se libère, elle est proposée à la première personne de la liste qui peut la prendre, avec un délai pour répondre. Votre rang est affiché à tout moment.',
  'notice.help.q4': 'Je ne peux plus venir',
  'notice.help.a4':
    'Annulez depuis votre espace ou par le lien de votre e-mail de confirmation, même au dernier moment : la place part aussitôt à quelqu’un d’autre.',
  'notice.help.q5': 'Je n’ai pas de smartphone',
  'notice.help.a5':
    'Il n’en faut pas. Sur place, dites votre nom ou le code court écrit dans votre e-mail de confirmation.',
  'notice.help.q6': 'Comment mettre mes dates dans mon agenda ?',
  'notice.help.a6':
    'Chaque confirmation contient une invitation. Dans votre espace, une adresse d’abonnement privée tient votre agenda à jour, changements et annulations compris.',
  'notice.contact.write': 'Écrivez-nous à',
  'notice.contact.notYet': 'L’adresse de contact n’a pas encore été renseignée par l’organisme qui tient ce site.',
  'notice.contact.barrier': 'Une difficulté d’accès',
  'notice.contact.barrierText':
    'Dites la page, ce que vous vouliez faire et, si vous le voulez bien, avec quel matériel. Nous répondons même si vous n’avez pas de compte.',
  'notice.contact.data': 'Vos données',
  'notice.contact.dataText':
    'Pour lire, corriger ou faire effacer vos données, écrivez depuis l’adresse de votre compte : cela suffit à vous reconnaître.',
  'notice.contact.association': 'Vous êtes une association',
  'notice.contact.associationText':
    'Pour donner une formation avec nous ou accueillir des volontaires, dites ce que vous faites, où et quand.',
  'notice.privacy.intro':
    'Nous demandons le moins possible : une adresse e-mail, un prénom et une année de naissance suffisent pour se former.',
  'notice.privacy.what': 'Ce que nous gardons',
  'notice.privacy.what1': 'Votre adresse e-mail, qui sert à vous connecter. Il n’y a pas de mot de passe.',
  'notice.privacy.what2':
    'Votre prénom, votre année de naissance et, si vous les donnez, votre nom et votre téléphone. Ils sont rangés à part.',
  'notice.privacy.what3':
    'Ce que vous dites de vous : disponibilités, langues, savoir-faire, besoins d’accès. Tout cela est facultatif.',
  'notice.privacy.what4': 'Vos réservations, vos présences et les accords que vous avez donnés, avec leur texte exact.',
  'notice.privacy.why': 'Pourquoi',
  'notice.privacy.whyText':
    'Pour organiser les formations et les actions des réseaux que vous avez rejoints, et rien d’autre. Pas de publicité, pas de revente, pas de mesure d’audience.',
  'notice.privacy.who': 'Qui lit quoi',
  'notice.privacy.whoText':
    'La personne qui donne la formation voit votre prénom et vos besoins d’accès. La coordination d’un réseau peut lire vos coordonnées en disant pourquoi ; chaque lecture est notée et visible dans votre espace.',
  'notice.privacy.cookies': 'Cookies',
  'notice.privacy.cookiesText':
    'Un seul, qui vous garde connecté. Le choix de la langue et de l’apparence reste dans votre navigateur. Aucun autre site n’est appelé.',
  'notice.privacy.rights': 'Vos droits',
  'notice.privacy.rightsText':
    'Vous pouvez lire, corriger, emporter ou faire effacer vos données et retirer un accord à tout moment. En cas de désaccord, la CNIL peut être saisie.',
  'notice.legal.publisher': 'Éditeur',
  'notice.legal.host': 'Hébergement',
  'notice.legal.missing': 'À renseigner par l’organisme qui tient ce site.',
  'notice.legal.software': 'Logiciel',
  'notice.legal.softwareText':
    'Ce site repose sur un logiciel libre, publié sous la licence publique de l’Union européenne (EUPL 1.2).',
  'notice.legal.images': 'Dessins',
  'notice.legal.imagesText': 'Les dessins et le signe de ce site lui sont propres et suivent la même licence.',
} as const;
