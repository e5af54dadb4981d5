/** Profile, consents, and the import of lists. Labels of languages, skills and themes are read in files too. */
export const volunteers = {
  'volunteers.language.fr': 'français',
  'volunteers.language.en': 'anglais',
  'volunteers.language.es': 'espagnol',
  'volunteers.language.ar': 'arabe',
  'volunteers.language.pt': 'portugais',
  'volunteers.language.de': 'allemand',
  'volunteers.language.it': 'italien',
  'volunteers.language.ru': 'russe',
  'volunteers.language.uk': 'ukrainien',
  'volunteers.language.ro': 'roumain',
  'volunteers.language.pl': 'polonais',
  'volunteers.language.tr': 'turc',
  'volunteers.language.fa': 'persan',
  'volunteers.language.ps': 'pachto',
  'volunteers.language.bn': 'bengali',
  'volunteers.language.ta': 'tamoul',
  'volunteers.language.zh': 'chinois',
  'volunteers.language.vi': 'vietnamien',
  'volunteers.language.wo': 'wolof',
  'volunteers.language.fsl': 'langue des signes française',
  'volunteers.skill.listening': 'écoute',
  'volunteers.skill.first-aid': 'premiers secours',
  'volunteers.skill.teaching': 'enseignement',
  'volunteers.skill.translation': 'traduction',
  'volunteers.skill.writing': 'écriture',
  'volunteers.skill.digital': 'numérique',
  'volunteers.skill.cooking': 'cuisine',
  'volunteers.skill.gardening': 'jardinage',
  'volunteers.skill.repair': 'réparation',
  'volunteers.skill.driving': 'conduite',
  'volunteers.skill.logistics': 'logistique',
  'volunteers.skill.events': 'organisation d’événements',
  'volunteers.skill.photography': 'photographie',
  'volunteers.theme.outreach': 'aller vers',
  'volunteers.theme.homeless-women': 'femmes sans abri',
  'volunteers.theme.isolation': 'isolement',
  'volunteers.theme.food-aid': 'aide alimentaire',
  'volunteers.theme.access-to-rights': 'accès aux droits',
  'volunteers.theme.heat-wave': 'canicule',
  'volunteers.theme.waste': 'déchets',
  'volunteers.theme.food': 'alimentation',
  'volunteers.theme.mobility': 'mobilité du quotidien',
  'volunteers.theme.purchases': 'achats',
  'volunteers.theme.nature': 'nature en ville',
  'volunteers.refusal.TOO_YOUNG':
    'Il faut avoir {age} ans cette année ou plus pour rejoindre ce réseau. Revenez nous voir à ce moment-là.',
  'volunteers.refusal.CONSENT_MISSING':
    'Pour rejoindre, lisez et acceptez la charte et le texte de chaque réseau choisi.',
  'volunteers.refusal.CONSENT_OUTDATED':
    'Un texte a changé depuis que la page est ouverte. Rechargez-la pour lire la version en vigueur.',
  'volunteers.refusal.ALREADY_JOINED': 'Vous en faites déjà partie.',
  'volunteers.reader.coordinator': 'Coordination',
  'volunteers.reader.admin': 'Administration de la plateforme',
  'volunteers.reader.trainer': 'Formation',
  'volunteers.reader.association': 'Association',
  'volunteers.reader.volunteer': 'Bénévole',
  'volunteers.reader.platform': 'La plateforme',
  'volunteers.import-too-large': 'Ce fichier dépasse 200 Mo. Découpez la liste en plusieurs fichiers.',
  'volunteers.import.EMPTY_FILE': 'Le fichier est vide. Exportez à nouveau la liste et envoyez le nouveau fichier.',
  'volunteers.import.NOT_TEXT':
    'Ce n’est pas un fichier CSV mais un classeur, une archive ou une image. Dans le tableur, choisissez « Enregistrer sous », puis « CSV UTF-8 ».',
  'volunteers.import.NO_ROWS': 'Le fichier n’a que sa ligne de titres. Ajoutez une ligne par personne.',
  'volunteers.import.NO_HEADER':
    'La première ligne est déjà une personne. Ajoutez au-dessus une ligne de titres : prénom, nom, courriel…',
  'volunteers.import.COLUMN_MISSING':
    'Aucune colonne ne donne : {field, select, givenName {le prénom} email {l’adresse e-mail} other {un champ obligatoire}}. Ajoutez-la, ou dites plus haut quelle colonne c’est.',
  'volunteers.import.HEADER_DUPLICATED':
    'Ce titre est déjà celui de la colonne {other}. Renommez ou retirez l’une des deux.',
  'volunteers.import.FIELD_MAPPED_TWICE':
    'Cette colonne est lue comme la colonne {other}. Laissez l’une des deux de côté.',
  'volunteers.import.UNKNOWN_MAPPING':
    'Cette correspondance ne désigne aucune colonne ou aucun champ connu. Choisissez à nouveau.',
  'volunteers.import.TOO_FEW_CELLS':
    'La ligne a {found} cellules au lieu de {expected} : il manque des séparateurs. Complétez-la.',
  'volunteers.import.TOO_MANY_CELLS':
    'La ligne a {found} cellules au lieu de {expected} : une valeur contient le séparateur. Mettez-la entre guillemets.',
  'volunteers.import.BROKEN_QUOTES':
    'Un guillemet n’est pas fermé, ou du texte le suit. Fermez-le, ou doublez-le s’il fait partie du texte.',
  'volunteers.import.BAD_ENCODING':
    'Des lettres sont abîmées. Retapez la valeur, ou exportez à nouveau en « CSV UTF-8 ».',
  'volunteers.import.CONTROL_CHARACTER': 'La cellule contient un caractère invisible. Effacez-la et retapez sa valeur.',
  'volunteers.import.LINE_BREAK': 'La cellule contient un retour à la ligne. Écrivez la valeur sur une seule ligne.',
  'volunteers.import.FORMULA':
    'Cette valeur serait exécutée comme une formule par un tableur. Remplacez-la par son texte, sans =, +, - ni @ au début.',
  'volunteers.import.TOO_LONG': 'Ce texte dépasse {limit} caractères. Raccourcissez-le.',
  'volunteers.import.MISSING_GIVEN_NAME':
    'Le prénom manque. Ajoutez-le : c’est ainsi que l’on s’adressera à la personne.',
  'volunteers.import.MISSING_EMAIL': 'L’adresse e-mail manque. Ajoutez-la : c’est par elle que la personne confirmera.',
  'volunteers.import.NOT_A_NAME': 'Ce n’est pas un nom : on attend des lettres. Corrigez la valeur.',
  'volunteers.import.BAD_EMAIL': 'Cette adresse n’est pas valable. Écrivez-la comme prenom@exemple.org.',
  'volunteers.import.BAD_PHONE':
    'Ce numéro n’est pas valable. Écrivez-le comme 06 12 34 56 78, ou +32 … avec l’indicatif du pays.',
  'volunteers.import.SWAPPED_COLUMNS':
    'Cette valeur ressemble à celle d’une autre colonne. Vérifiez que les colonnes ne sont pas interverties.',
  'volunteers.import.UNREADABLE_DATE': 'Cette date n’est pas lisible. Écrivez jour/mois/année, comme 31/12/1990.',
  'volunteers.import.IMPOSSIBLE_DATE': 'Ce jour n’existe pas. Vérifiez la date, dans l’ordre jour/mois/année.',
  'volunteers.import.BIRTH_OUT_OF_RANGE': 'Cette naissance est dans l’avenir ou avant 1900. Corrigez l’année.',
  'volunteers.import.TOO_YOUNG':
    'Cette personne aura moins de {age} ans cette année : elle ne peut pas rejoindre ce réseau. Retirez la ligne.',
  'volunteers.import.BAD_ARRONDISSEMENT':
    'Un arrondissement de Paris va de 1 à 20. Corrigez-le, ou videz la cellule si la personne habite ailleurs.',
  'volunteers.import.BAD_POSTCODE': 'Ce code postal n’existe pas. Écrivez cinq chiffres, comme 75019.',
  'volunteers.import.UNKNOWN_LANGUAGE':
    '« {word} » n’est pas une langue connue ici. Écrivez par exemple : français, anglais, langue des signes.',
  'volunteers.import.UNKNOWN_SKILL':
    '« {word} » n’est pas une compétence de la liste. Choisissez dans la liste du profil, ou laissez la colonne de côté.',
  'volunteers.import.UNKNOWN_THEME':
    '« {word} » n’est pas un thème de la liste. Choisissez dans la liste du profil, ou laissez la colonne de côté.',
  'volunteers.import.UNKNOWN_LOCALE':
    'On écrit aux gens en français ou en anglais. Indiquez l’un des deux, ou videz la cellule.',
  'volunteers.import.UNKNOWN_NETWORK': 'Ce réseau n’existe pas. Écrivez Solidarité, Climat ou Volontaires de Paris.',
  'volunteers.import.OTHER_NETWORK':
    'Cette ligne est d’un autre réseau que celui de l’import. Mettez-la dans un fichier à part.',
  'volunteers.import.NOT_YES_OR_NO': 'Écrivez oui ou non, ou videz la cellule.',
  'volunteers.import.CONSENT_WITHOUT_DATE':
    'Un consentement sans date ne prouve rien. Donnez la date, ou videz la cellule du consentement.',
  'volunteers.import.CONSENT_WITHOUT_VERSION':
    'Un consentement sans la version du texte ne prouve rien. Donnez-la, ou videz la cellule du consentement.',
  'volunteers.import.CONSENT_UNKNOWN_VERSION':
    'Aucun texte de ce réseau n’a cette version. Donnez celle que la personne a lue.',
  'volunteers.import.CONSENT_IN_FUTURE': 'Ce consentement est daté dans l’avenir. Corrigez la date.',
  'volunteers.import.CONSENT_BEFORE_TEXT':
    'Ce consentement est antérieur au texte, publié le {published}. Vérifiez la date ou la version.',
  'volunteers.import.DUPLICATE_EMAIL':
    'Cette adresse est déjà celle de la ligne {other}. Gardez une seule des deux lignes.',
  'volunteers.import.DUPLICATE_PERSON':
    'Même nom et même année de naissance que la ligne {other}. Gardez-en une, ou, si ce sont deux personnes, écrivez « oui » dans une colonne « homonyme ».',
} as const;
