import { Module } from '@nestjs/common';
import { VolunteersModule } from '#lib/volunteers';
import { AccountsModule } from '#platform/accounts';
import { AgendaQueries } from './agenda.queries.js';
import { AttendanceQueries } from './attendance.queries.js';
import { AttendanceResolver } from './attendance.resolver.js';
import { AttendanceSheets } from './attendance-sheets.js';
import { AttendanceService } from './attendance.service.js';
import { BookingCodes } from './booking-codes.js';
import { BookingFactsQueries } from './booking-facts.queries.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { CalendarFeed } from './calendar-feed.queries.js';
import { CalendarFeedResolver } from './calendar-feed.resolver.js';
import { CalendarFeedService } from './calendar-feed.service.js';
import { CalendarLinks } from './calendar-links.js';
import { CheckInService } from './check-in.service.js';
import { CourseQueries } from './course.queries.js';
import { CourseResolver } from './course.resolver.js';
import { CourseService } from './course.service.js';
import { DeskRight } from './desk-right.js';
import { Door } from './door.js';
import { DoorSeats } from './door-seats.js';
import { EligibilityQueries } from './eligibility.queries.js';
import { EnrolmentDesk } from './enrolment-desk.js';
import { EnrolmentFacts } from './enrolment-facts.js';
import { EnrolmentLeave } from './enrolment-leave.js';
import { EnrolmentLedger } from './enrolment-ledger.js';
import {
  EnrolmentFieldsResolver,
  MyEnrolmentFieldsResolver,
  SessionMineResolver,
} from './enrolment-fields.resolver.js';
import { EnrolmentMerge } from './enrolment-merge.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { EnrolmentResolver } from './enrolment.resolver.js';
import { EnrolmentService } from './enrolment.service.js';
import { MailLinkResolver } from './mail-link.resolver.js';
import { MailLinks } from './mail-link.service.js';
import { MyEnrolmentQuery } from './my-enrolment.queries.js';
import { NoticeBoard } from './notice-board.queries.js';
import { OfferResolver } from './offer.resolver.js';
import { OfferService } from './offer.service.js';
import { PairMails } from './pair-mails.js';
import { PairQueries } from './pair.queries.js';
import { PairMateResolver, PairResolver, SessionInvitationResolver } from './pair.resolver.js';
import { OverbookingAdvisor } from './overbooking-advisor.js';
import { OverbookingQueries } from './overbooking.queries.js';
import { OverbookingResolver } from './overbooking.resolver.js';
import { OverbookingService } from './overbooking.service.js';
import { PairDesk } from './pair-desk.js';
import { PairEnds } from './pair-ends.service.js';
import { PairInvitations } from './pair-invitations.service.js';
import { PassingOvers } from './passing-over.service.js';
import { SeatPools } from './seat-pools.service.js';
import { SeatSharingQueries } from './seat-sharing.queries.js';
import { ReservedRanksResolver, SeatSharingResolver } from './seat-sharing.resolver.js';
import { SeatSharing } from './seat-sharing.service.js';
import { SeatOffers } from './seat-offers.js';
import { SessionAccess } from './session-access.js';
import { PersonLeaves } from './person-leaves.js';
import { PlaceService } from './place.service.js';
import { ReceptionDeskResolver } from './reception-desk.resolver.js';
import { ReceptionDesk } from './reception-desk.service.js';
import { Reminders } from './reminders.service.js';
import { SessionCards } from './session-cards.queries.js';
import { SessionCopies } from './session-copy.service.js';
import { SessionLists } from './session-lists.queries.js';
import { SessionLoader } from './session.loader.js';
import { SessionLock } from './session-lock.js';
import { SessionNotices } from './session-notices.js';
import { SessionQueries } from './session.queries.js';
import { SessionResolver } from './session.resolver.js';
import { SessionService } from './session.service.js';
import { SurveyQueries } from './survey.queries.js';
import { SurveyResolver } from './survey.resolver.js';
import { SurveyService } from './survey.service.js';
import { TrainingMails } from './trainings.mails.js';
import { WaitingListJobs } from './waiting-list.jobs.js';
import { WaitingListQueries } from './waiting-list.queries.js';
import { WaitingListResolver } from './waiting-list.resolver.js';
import { WaitingList } from './waiting-list.service.js';
import { CallMails } from './call.mails.js';
import { CallQueries } from './call.queries.js';
import { CallResolver } from './call.resolver.js';
import { CallService } from './call.service.js';
import { CatchUpQueries } from './catch-up.queries.js';
import { CatchUpService } from './catch-up.service.js';
import { LearningMails } from './learning.mails.js';
import { MaterialController } from './material.controller.js';
import { MaterialQueries } from './material.queries.js';
import { MaterialResolver } from './material.resolver.js';
import { MaterialService } from './material.service.js';
import { PresenceQueries } from './presence.queries.js';
import { PresenceResolver } from './presence.resolver.js';
import { PresenceService } from './presence.service.js';
import { EvidenceQueries } from './qualification-evidence.queries.js';
import { QualificationGrants } from './qualification-grants.service.js';
import { QualificationQueries } from './qualification.queries.js';
import { QualificationResolver } from './qualification.resolver.js';
import { QualificationService } from './qualification.service.js';
import { WalkInService } from './walk-in.service.js';

/** What is taught, when and where. */
const catalogue = [
  CourseQueries,
  CourseService,
  CourseResolver,
  PlaceService,
  SessionCards,
  SessionLists,
  SessionQueries,
  SessionNotices,
  SessionService,
  SessionCopies,
  SessionResolver,
];

/** What people are told, by mail and in their calendars. */
const notices = [
  BookingFactsQueries,
  TrainingMails,
  Reminders,
  CalendarLinks,
  CalendarFeed,
  CalendarFeedService,
  CalendarFeedResolver,
];

/** Who holds and who awaits a seat. */
const seats = [
  AgendaQueries,
  BookingCodes,
  EligibilityQueries,
  EnrolmentDesk,
  EnrolmentFacts,
  EnrolmentFieldsResolver,
  EnrolmentLeave,
  EnrolmentLedger,
  EnrolmentQueries,
  EnrolmentResolver,
  EnrolmentService,
  MailLinkResolver,
  MailLinks,
  MyEnrolmentFieldsResolver,
  MyEnrolmentQuery,
  OfferResolver,
  OfferService,
  PairMails,
  PairMateResolver,
  PairQueries,
  PairResolver,
  OverbookingAdvisor,
  OverbookingQueries,
  OverbookingResolver,
  OverbookingService,
  PairDesk,
  PairEnds,
  PairInvitations,
  PassingOvers,
  SessionInvitationResolver,
  PersonLeaves,
  SeatOffers,
  SeatPools,
  ReservedRanksResolver,
  SeatSharing,
  SeatSharingQueries,
  SeatSharingResolver,
  SessionAccess,
  SessionLoader,
  SessionLock,
  SessionMineResolver,
  WaitingList,
  WaitingListJobs,
  WaitingListQueries,
  WaitingListResolver,
];

/** Who came. */
const door = [
  AttendanceQueries,
  AttendanceResolver,
  AttendanceService,
  AttendanceSheets,
  CheckInService,
  Door,
  DoorSeats,
  WalkInService,
];

/** Bookings of people without an address, at reception. */
const reception = [DeskRight, EnrolmentMerge, NoticeBoard, ReceptionDesk, ReceptionDeskResolver];

/** What somebody takes away: dates made up, qualifications. */
const learning = [
  CallMails,
  CallQueries,
  CallResolver,
  CallService,
  CatchUpQueries,
  CatchUpService,
  EvidenceQueries,
  LearningMails,
  MaterialQueries,
  MaterialResolver,
  MaterialService,
  PresenceQueries,
  PresenceResolver,
  PresenceService,
  QualificationGrants,
  QualificationQueries,
  QualificationResolver,
  QualificationService,
  SurveyQueries,
  SurveyResolver,
  SurveyService,
];

/** Courses, their sessions, and who takes a seat in them. */
@Module({
  imports: [AccountsModule, VolunteersModule],
  providers: [...catalogue, ...seats, ...door, ...notices, ...learning, ...reception],
  controllers: [MaterialController, CalendarFeedController],
  exports: [],
})
export class TrainingsModule {}
