/** Help and compulsory pages in short sentences, one idea each. What is not here is short in French already. */
export const webNotices = {
  'notice.accessibility.intro': 'Ce site est pour tout le monde. Voici ce qui marche et ce qui reste à faire.',
  'notice.accessibility.stateText': 'Personne n’a encore vérifié tout le site. Donc nous disons : non conforme.',
  'notice.accessibility.tested1': 'Un programme cherche les défauts des pages. Il n’en trouve qu’une partie.',
  'notice.accessibility.tested2': 'On peut réserver avec le clavier seulement. On peut réserver sur un petit écran.',
  'notice.accessibility.tested3': 'Sur un petit écran, la page ne dépasse pas.',
  'notice.accessibility.tested4': 'Les textes existent en cinq langues.',
  'notice.accessibility.untested3': 'Aucune personne concernée n’a encore relu les textes.',
  'notice.accessibility.reportText':
    'Quelque chose vous bloque ? Écrivez-nous. Dites la page. Dites ce que vous vouliez faire. Nous vous aidons.',
  'notice.accessibility.remedyText':
    'Vous pouvez aussi écrire au Défenseur des droits. C’est gratuit, sans timbre. L’adresse : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
  'notice.help.a1':
    'Choisissez une date. Donnez votre e-mail. Recopiez le code reçu. Donnez votre prénom et votre année de naissance. La place est à vous.',
  'notice.help.a2':
    'Regardez dans les indésirables. Attendez une minute. Demandez un autre code. Le dernier code est le bon.',
  'notice.help.a3':
    'Mettez-vous sur la liste d’attente. Une place se libère : elle va à la première personne. Vous voyez toujours votre rang.',
  'notice.help.a4': 'Annulez dans votre espace. Ou cliquez dans votre e-mail. Une autre personne aura la place.',
  'notice.help.a5': 'Pas besoin de téléphone. Dites votre nom à l’accueil. Ou dites votre code.',
  'notice.help.a6': 'L’e-mail contient une invitation. Votre espace donne aussi une adresse pour votre agenda.',
  'notice.contact.notYet': 'L’adresse pour écrire n’est pas encore connue.',
  'notice.contact.barrierText': 'Dites la page. Dites ce que vous vouliez faire. Pas besoin de compte.',
  'notice.contact.dataText': 'Vous voulez lire ou effacer vos données ? Écrivez avec l’e-mail de votre compte.',
  'notice.contact.associationText': 'Vous voulez travailler avec nous ? Dites ce que vous faites. Dites où et quand.',
  'notice.privacy.intro': 'Nous demandons très peu. Un e-mail, un prénom, une année de naissance.',
  'notice.privacy.what2': 'Votre prénom et votre année de naissance. Votre nom et votre téléphone, si vous voulez.',
  'notice.privacy.what3': 'Ce que vous dites de vous. Vous n’êtes pas obligé.',
  'notice.privacy.what4': 'Vos réservations. Vos présences. Ce que vous avez accepté.',
  'notice.privacy.whyText': 'Pour préparer les formations. Pour rien d’autre. Pas de publicité. Nous ne vendons rien.',
  'notice.privacy.whoText':
    'La personne qui forme voit votre prénom. L’équipe peut lire votre téléphone. Elle doit dire pourquoi. Vous voyez qui a lu.',
  'notice.privacy.cookiesText': 'Un seul petit fichier vous garde connecté. Aucun autre site ne vous suit.',
  'notice.privacy.rightsText': 'Vous pouvez lire, changer ou effacer vos données. Un problème ? Écrivez à la CNIL.',
  'notice.legal.softwareText': 'Tout le monde peut lire et reprendre ce programme.',
  'notice.legal.imagesText': 'Les dessins sont faits pour ce site. Tout le monde peut les reprendre.',
} as const;
