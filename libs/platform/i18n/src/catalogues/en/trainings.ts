import type { trainings as source } from '../fr/trainings.js';

export const trainings: Record<keyof typeof source, string> = {
  'trainings.edit.CAPACITY_BELOW_SEATS_TAKEN':
    'More people hold a seat than this number allows. Keep at least as many seats, or take people off the list first.',
  'trainings.edit.STALE': 'Somebody else saved in the meantime. Reload the page to see their version.',
  'trainings.edit.DATES_IN_PAST': 'A date lies in the past: it cannot be added, changed or removed.',
  'trainings.edit.NO_MATERIAL': 'Give the material as text before publishing: everybody must be able to read it.',
  'trainings.edit.COURSE_NOT_PUBLISHED': 'Publish the course itself first.',
  'trainings.edit.ALREADY_CANCELLED': 'This session is cancelled, which cannot be undone. Duplicate it for a new date.',
  'trainings.edit.DATES_OVERLAP': 'Two dates of the session overlap.',
  'trainings.edit.SLUG_TAKEN': 'Another course already has this address. Choose another one.',
  'validation.endsAfterStart': 'The end must come after the start.',
  'validation.placeNeeded': 'Choose a place or a meeting point.',
  'validation.onlineUrlNeeded': 'Give the address of the video call before publishing.',
  'validation.templateName': 'A template has a name; a session has none.',
  'validation.enrolmentWindow': 'Enrolment must close after it opens.',
  'validation.enrolmentBeforeStart': 'Enrolment closes at the start of the first date at the latest.',
  'validation.statusStep': 'A session cannot go from where it stands to this.',
  'validation.courseFixed': 'The course of a published session can no longer change.',
  'validation.prerequisiteCycle': 'A course cannot require itself, not even through others.',
  'validation.nameTaken': 'This name is taken already.',
  'validation.isKnown': 'This no longer exists. Choose another one.',
};
