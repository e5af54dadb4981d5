/** Presence in part, dates to make up, qualifications: refusals, faults of fields, mails. */
export const learning = {
  'enrolment.refusal.MISSING_QUALIFICATION':
    'Cette formation demande une qualification que vous n’avez pas, ou plus à cette date. Voici comment l’obtenir.',
  'presence.catchUp.NOT_MISSED': 'Vous n’avez pas de journée à rattraper à cette date.',
  'presence.catchUp.NOT_OPEN': 'Cette session n’est pas ouverte.',
  'presence.catchUp.DATE_BEGUN': 'Cette journée a commencé : choisissez une autre date.',
  'presence.catchUp.ALREADY_BOOKED': 'Vous êtes déjà sur la liste de cette session.',
  'presence.catchUp.FULL': 'Il n’y a plus de place à cette date : choisissez-en une autre.',
  'validation.presenceNeeded': 'Dites combien de dates il faut suivre.',
  'validation.presenceTooMany': 'La session n’a pas autant de dates.',
  'validation.presenceNamed': 'Choisissez au moins une date de cette session.',
  'validation.minutesOfDate': 'Cette durée dépasse celle de la séance.',
  'validation.qualificationAmount': 'Dites combien de jours ou d’heures il faut, ou laissez ce champ vide.',
  'validation.qualificationCycle': 'Une formation ne peut pas demander la qualification qu’elle donne.',
  'validation.slugTaken': 'Cette adresse est déjà prise.',
  'validation.dayPassed': 'Saisissez un jour qui existe et qui est passé.',
  'validation.grantedAlready': 'Cette qualification lui est déjà accordée pour ce jour.',
  'learning.granted.subject': 'Vous êtes qualifié·e : {name}',
  'learning.granted.heading': 'Bravo : {name}',
  'learning.granted.until': 'Vos formations vous donnent cette qualification. Elle est valable jusqu’au {until}.',
  'learning.granted.forEver': 'Vos formations vous donnent cette qualification. Elle n’a pas de date de fin.',
  'learning.ending.subject': '{name} : à renouveler avant le {until}',
  'learning.ending.heading': '{name} : pensez à renouveler',
  'learning.ending.text':
    'Votre qualification est valable jusqu’au {until}. Une formation de mise à jour la prolonge, sans perdre un seul jour.',
  'learning.ending.next': 'Les prochaines dates :',
  'learning.ending.session': '{title}, {when} ({url})',
  'learning.ending.noneYet':
    'Aucune date n’est encore ouverte. Vos qualifications indiquent les formations à suivre : les dates y paraîtront.',
  'trainings.edit.FILE_WITHOUT_TEXT':
    'Il manque la version texte de : {files}. Ajoutez-la plus bas, puis publiez. Un fichier seul exclut qui ne peut pas le voir.',
  'validation.materialTooLarge': 'Ce fichier dépasse 10 Mo.',
  'validation.materialType':
    'Ce type de fichier n’est pas accepté. Envoyez un PDF, une présentation, un document, une image, un son ou un film.',
  'validation.materialSource': 'Choisissez un fichier, ou donnez l’adresse d’un film.',
  'validation.materialText': 'La formation est publiée : ajoutez la version texte.',
  'privacy.table.material_file': 'Fichiers des formations',
  'privacy.table.catch_up': 'Journées rattrapées',
  'privacy.table.qualification_grant': 'Qualifications',
  'learning.mine': 'Voir mes qualifications',
  'learning.why': 'Vous recevez ce message parce que vous avez suivi nos formations.',
  'learning.whyReminder':
    'Vous recevez ce rappel parce que vous avez cette qualification. Vous pouvez couper les rappels dans votre profil.',
} as const;
