import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '#platform/graphql';
import { COURSE_STATUSES } from './course.rules.js';
import { SESSION_EDIT_REFUSALS, SESSION_MODES, SESSION_STATUSES } from './session.rules.js';

export const SessionModeEnum = enumOf(SESSION_MODES);
registerEnumType(SessionModeEnum, {
  name: 'SessionMode',
  description: 'How a session is held.',
  valuesMap: {
    on_site: { description: 'In a room.' },
    online: { description: 'By video call.' },
    visit: { description: 'A visit outside, starting from a meeting point.' },
  },
});

export const SessionStatusEnum = enumOf(SESSION_STATUSES);
registerEnumType(SessionStatusEnum, {
  name: 'SessionStatus',
  description: 'Where a session stands.',
  valuesMap: {
    template: { description: 'A model to make sessions from; never shown to the public.' },
    draft: { description: 'Being prepared; only coordinators see it.' },
    published: { description: 'In the catalogue.' },
    cancelled: { description: 'Will not take place; stays visible with the reason.' },
  },
});

export const CourseStatusEnum = enumOf(COURSE_STATUSES);
registerEnumType(CourseStatusEnum, {
  name: 'CourseStatus',
  description: 'Where a course stands.',
  valuesMap: {
    draft: { description: 'Being written; only coordinators see it.' },
    published: { description: 'Sessions of it may be published.' },
    archived: { description: 'No longer given; its page stays.' },
  },
});

export const SessionEditRefusalEnum = enumOf(SESSION_EDIT_REFUSALS);
registerEnumType(SessionEditRefusalEnum, {
  name: 'SessionEditRefusal',
  description: 'Why a course or a session cannot be saved as asked.',
  valuesMap: {
    CAPACITY_BELOW_SEATS_TAKEN: { description: 'More people hold a seat than the new capacity allows.' },
    STALE: { description: 'Somebody else saved it in the meantime.' },
    DATES_IN_PAST: { description: 'A new or moved date lies in the past, or a past date was changed.' },
    NO_MATERIAL: { description: 'A published course must give its material as text that everybody can read.' },
    FILE_WITHOUT_TEXT: { description: 'A file of the course has no text version.' },
    COURSE_NOT_PUBLISHED: { description: 'The course itself is not published.' },
    ALREADY_CANCELLED: { description: 'The session was cancelled; that cannot be undone.' },
    DATES_OVERLAP: { description: 'Two dates of the session overlap.' },
    SLUG_TAKEN: { description: 'Another course has this address.' },
    QUOTAS_ABOVE_CAPACITY: { description: 'The seats of the networks are more than the session has.' },
    QUOTAS_LEAVE_SOMEBODY_OUT: { description: 'Somebody who holds a seat would have none.' },
  },
});
