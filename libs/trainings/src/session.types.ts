import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Connection, LocaleEnum, NetworkEnum } from '#platform/graphql';
import type { Locale, Network } from '#platform/kernel';
import { CourseView } from './course.types.js';
import { Partner } from './partner.entity.js';
import { Place } from './place.entity.js';
import type { PoolState } from './seat-pools.rules.js';
import type { SessionMode, SessionStatus } from './session.rules.js';
import { Theme } from './theme.entity.js';
import { SessionModeEnum, SessionStatusEnum } from './trainings.enums.js';

@ObjectType('SessionDate', { description: 'One date of a session.' })
export class SessionDateView {
  @Field(() => ID, { description: 'Identifier of the date; it stays when the date is moved.' })
  id: string;

  @Field(() => Date, { description: 'Start.' })
  startsAt: Date;

  @Field(() => Date, { description: 'End.' })
  endsAt: Date;
}

@ObjectType({ description: 'A session as a line of the catalogue.' })
export class SessionCard {
  @Field(() => ID, { description: 'Identifier of the session.' })
  id: string;

  @Field(() => String, { description: 'Address of its course in the catalogue.' })
  courseSlug: string;

  @Field(() => String, { description: 'Name of its course.' })
  courseTitle: string;

  @Field(() => String, { description: 'Its course in one sentence.' })
  courseSummary: string;

  @Field(() => LocaleEnum, { description: 'Language of the texts of the course.' })
  courseLocale: Locale;

  @Field(() => [NetworkEnum], { description: 'Networks that give the course.' })
  networks: Network[];

  @Field(() => String, { nullable: true, description: 'Theme of the quarter that the course belongs to.' })
  themeTitle: string | null;

  @Field(() => SessionModeEnum, { description: 'How it is held.' })
  mode: SessionMode;

  @Field(() => String, { nullable: true, description: 'Name of the place.' })
  placeName: string | null;

  @Field(() => Int, { nullable: true, description: 'Arrondissement of the place.' })
  arrondissement: number | null;

  @Field(() => Date, { description: 'Start of the first date.' })
  startsAt: Date;

  @Field(() => Date, { description: 'End of the last date.' })
  endsAt: Date;

  @Field(() => Int, { description: 'Number of dates.' })
  dateCount: number;

  @Field(() => Int, { description: 'Number of seats.' })
  capacity: number;

  @Field(() => Int, { description: 'Seats that nobody holds and that are not offered to anybody.' })
  seatsLeft: number;

  @Field(() => Int, { description: 'People on the waiting list.' })
  waitingCount: number;

  @Field(() => [String], { description: 'Languages spoken, as ISO 639 codes; `fsl` is French Sign Language.' })
  languages: string[];

  @Field(() => Boolean, { nullable: true, description: 'Whether one gets in without a step; null if unknown.' })
  stepFree: boolean | null;

  @Field(() => [String], { description: 'What makes it accessible, as codes: `fsl`, `hearing-loop`, `subtitles`, ...' })
  accessibility: string[];

  @Field(() => String, { nullable: true, description: 'Association that gives it with the city.' })
  partnerName: string | null;

  @Field(() => Date, { description: 'From when one may enrol.' })
  enrolmentOpensAt: Date;

  @Field(() => Date, { description: 'Until when one may enrol.' })
  enrolmentClosesAt: Date;
}

export const SessionCardConnection = Connection(SessionCard, 'SessionCard');

@ObjectType({ description: 'A session with all there is to know before going.' })
export class SessionView {
  @Field(() => ID, { description: 'Identifier of the session.' })
  id: string;

  @Field(() => CourseView, { description: 'What is taught.' })
  course: CourseView;

  @Field(() => SessionModeEnum, { description: 'How it is held.' })
  mode: SessionMode;

  @Field(() => Place, { nullable: true, description: 'Where; null online.' })
  place: Place | null;

  @Field(() => String, {
    nullable: true,
    description: 'Address of the video call, for those who hold a seat, the trainers and the coordinators only.',
  })
  onlineUrl: string | null;

  @Field(() => Partner, { nullable: true, description: 'Association that gives it with the city.' })
  partner: Partner | null;

  @Field(() => Int, { description: 'Number of seats.' })
  capacity: number;

  @Field(() => Int, { description: 'Seats that nobody holds and that are not offered to anybody.' })
  seatsLeft: number;

  @Field(() => Int, { description: 'People on the waiting list.' })
  waitingCount: number;

  @Field(() => Date, { description: 'From when one may enrol.' })
  enrolmentOpensAt: Date;

  @Field(() => Date, { description: 'Until when one may enrol.' })
  enrolmentClosesAt: Date;

  @Field(() => Date, { description: 'Start of the first date.' })
  startsAt: Date;

  @Field(() => Date, { description: 'End of the last date.' })
  endsAt: Date;

  @Field(() => [SessionDateView], { description: 'Its dates, in order.' })
  dates: SessionDateView[];

  @Field(() => [String], { description: 'Display names of who gives it.' })
  trainers: string[];

  @Field(() => [ID], { description: 'Volunteers who give it, for its coordinators; empty for everybody else.' })
  trainerIds: string[];

  @Field(() => [String], { description: 'Languages spoken, as ISO 639 codes; `fsl` is French Sign Language.' })
  languages: string[];

  @Field(() => [String], { description: 'What makes it accessible, as codes.' })
  accessibility: string[];

  @Field(() => String, { description: 'What to bring or to know for this session.' })
  notes: string;

  @Field(() => SessionStatusEnum, { description: 'Where the session stands.' })
  status: SessionStatus;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' })
  cancelReason: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the template, if it is one.' })
  templateName: string | null;

  @Field(() => Int, { description: 'Version to send back when changing it.' })
  version: number;

  @Field(() => Int, { description: 'Bookings accepted beyond the seats of the room, since some will not come.' })
  extraSeats: number;

  /** Not exposed: what the sharing of the seats is told from. */
  quotaReleaseDays: number | null;
  pools: PoolState[] | null;
}

@ObjectType({ description: 'A session as a line of the lists of coordinators and trainers.' })
export class CoordinatorSessionRow {
  @Field(() => ID, { description: 'Identifier of the session.' })
  id: string;

  @Field(() => String, { description: 'Name of its course.' })
  courseTitle: string;

  @Field(() => String, { description: 'Address of its course in the catalogue.' })
  courseSlug: string;

  @Field(() => Date, { description: 'Start of the first date.' })
  startsAt: Date;

  @Field(() => SessionStatusEnum, { description: 'Where the session stands.' })
  status: SessionStatus;

  @Field(() => String, { nullable: true, description: 'Name of the template, if it is one.' })
  templateName: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the place.' })
  placeName: string | null;

  @Field(() => Int, { description: 'Number of seats.' })
  capacity: number;

  @Field(() => Int, { description: 'Bookings accepted beyond the seats of the room, since some will not come.' })
  extraSeats: number;

  @Field(() => Int, { description: 'Seats that somebody holds or that are offered.' })
  seatsTaken: number;

  @Field(() => Int, { description: 'People on the waiting list.' })
  waitingCount: number;

  @Field(() => Int, { description: 'Offers that nobody answered yet.' })
  offeredCount: number;
}

export const CoordinatorSessionConnection = Connection(CoordinatorSessionRow, 'CoordinatorSession');

@ObjectType({ description: 'What the home page says about one network.' })
export class HomeNetwork {
  @Field(() => NetworkEnum, { description: 'The network.' })
  network: Network;

  @Field(() => Int, { description: 'How many people belong to it.' })
  members: number;

  @Field(() => SessionCard, { nullable: true, description: 'Its next session that has not begun.' })
  nextSession: SessionCard | null;

  @Field(() => Theme, { nullable: true, description: 'Its theme of this quarter.' })
  theme: Theme | null;

  @Field(() => Int, { description: 'Sessions that one may enrol in now.' })
  openSessions: number;
}

@ObjectType({ description: 'What the home page shows.' })
export class HomeView {
  @Field(() => [HomeNetwork], { description: 'The two networks.' })
  networks: HomeNetwork[];
}
