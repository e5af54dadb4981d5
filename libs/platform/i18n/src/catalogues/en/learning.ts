import type { learning as fr } from '../fr/learning.js';

export const learning: Record<keyof typeof fr, string> = {
  'enrolment.refusal.MISSING_QUALIFICATION':
    'This training asks for a qualification that you do not have, or no longer have on that date. Here is how to get it.',
  'presence.catchUp.NOT_MISSED': 'You have no day to make up on that date.',
  'presence.catchUp.NOT_OPEN': 'This session is not open.',
  'presence.catchUp.DATE_BEGUN': 'That day has begun: choose another date.',
  'presence.catchUp.ALREADY_BOOKED': 'You are on the list of this session already.',
  'presence.catchUp.FULL': 'There is no seat left on that date: choose another one.',
  'validation.presenceNeeded': 'Say how many dates must be attended.',
  'validation.presenceTooMany': 'The session does not have that many dates.',
  'validation.presenceNamed': 'Choose at least one date of this session.',
  'validation.minutesOfDate': 'That is longer than the date lasts.',
  'validation.qualificationAmount': 'Say how many days or hours are needed, or leave this empty.',
  'validation.qualificationCycle': 'A course cannot ask for the qualification that it gives.',
  'validation.slugTaken': 'This address is taken already.',
  'validation.dayPassed': 'Enter a day that exists and has passed.',
  'validation.grantedAlready': 'This qualification is granted for that day already.',
  'learning.granted.subject': 'You are qualified: {name}',
  'learning.granted.heading': 'Well done: {name}',
  'learning.granted.until': 'Your trainings give you this qualification. It is valid until {until}.',
  'learning.granted.forEver': 'Your trainings give you this qualification. It does not end.',
  'learning.ending.subject': '{name}: renew it before {until}',
  'learning.ending.heading': '{name}: time to renew',
  'learning.ending.text':
    'Your qualification is valid until {until}. A refresher extends it, and you do not lose a single day.',
  'learning.ending.next': 'The next dates:',
  'learning.ending.session': '{title}, {when} ({url})',
  'learning.ending.noneYet':
    'No date is open yet. Your qualifications name the trainings to follow: dates will appear there.',
  'trainings.edit.FILE_WITHOUT_TEXT':
    'The text version of {files} is missing. Add it below, then publish. A file alone shuts out who cannot see it.',
  'validation.materialTooLarge': 'This file is larger than 10 MB.',
  'validation.materialType':
    'This type of file is not taken. Send a PDF, a presentation, a document, an image, a sound or a film.',
  'validation.materialSource': 'Choose a file, or give the address of a film.',
  'validation.materialText': 'The course is published: add the text version.',
  'privacy.table.material_file': 'Files of trainings',
  'learning.survey.useful': 'Is this training useful to you?',
  'learning.survey.clear': 'Were the explanations clear?',
  'learning.survey.welcome': 'Did you feel welcome?',
  'learning.survey.ask': 'What did you think of it? Three questions, one minute, without your name.',
  'learning.survey.button': 'Say what I think',
  'privacy.table.survey_done': 'Opinions given (not what they say)',
  'privacy.table.survey_answer': 'What opinions say, anonymous',
  'privacy.table.catch_up': 'Days made up',
  'privacy.table.qualification_grant': 'Qualifications',
  'learning.mine': 'See my qualifications',
  'learning.why': 'You get this message because you followed our trainings.',
  'learning.whyReminder':
    'You get this reminder because you have this qualification. You can turn reminders off in your profile.',
};
