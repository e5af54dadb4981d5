import { Module } from '@nestjs/common';
import { CourseQueries } from './course.queries.js';
import { CourseResolver } from './course.resolver.js';
import { CourseService } from './course.service.js';
import { EligibilityQueries } from './eligibility.queries.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { SessionCards } from './session-cards.queries.js';
import { SessionCopies } from './session-copy.service.js';
import { SessionLists } from './session-lists.queries.js';
import { SessionLock } from './session-lock.js';
import { SessionNotices } from './session-notices.js';
import { SessionQueries } from './session.queries.js';
import { SessionResolver } from './session.resolver.js';
import { SessionService } from './session.service.js';
import { WaitingListJobs } from './waiting-list.jobs.js';
import { WaitingListQueries } from './waiting-list.queries.js';
import { WaitingList } from './waiting-list.service.js';

/** What is taught, when and where. */
const catalogue = [
  CourseQueries,
  CourseService,
  CourseResolver,
  SessionCards,
  SessionLists,
  SessionQueries,
  SessionNotices,
  SessionService,
  SessionCopies,
  SessionResolver,
];

/** Who holds and who awaits a seat. */
const seats = [SessionLock, EligibilityQueries, EnrolmentQueries, WaitingListQueries, WaitingList, WaitingListJobs];

/** Courses, their sessions, and who takes a seat in them. */
@Module({
  providers: [...catalogue, ...seats],
  exports: [],
})
export class TrainingsModule {}
