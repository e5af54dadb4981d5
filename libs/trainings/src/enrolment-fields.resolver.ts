import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ReaderLocale, type RequestContext } from '#platform/graphql';
import { type Actor, Me } from '#platform/identity';
import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import { BookingCodes } from './booking-codes.js';
import { CalendarLinks } from './calendar-links.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { Chances, EnrolmentView, MyEnrolment } from './enrolment.types.js';
import { MyEnrolmentQuery } from './my-enrolment.queries.js';
import { SessionLoader } from './session.loader.js';
import { SessionView } from './session.types.js';

/** What is added to a booking when somebody asks for it. */
@Resolver(() => EnrolmentView)
export class EnrolmentFieldsResolver {
  constructor(
    private readonly codes: BookingCodes,
    private readonly calendars: CalendarLinks,
    private readonly queries: EnrolmentQueries,
    private readonly sessions: SessionLoader,
  ) {}

  @ResolveField(() => String, { description: 'Text of the QR code to show at the door.' })
  checkInQr(@Parent() enrolment: EnrolmentView): string {
    return this.codes.qrText(enrolment.bookingCode);
  }

  @ResolveField(() => String, { description: 'Address of the calendar file of this booking.' })
  icsUrl(@Parent() enrolment: EnrolmentView): string {
    return this.calendars.ofBooking(enrolment.id);
  }

  @ResolveField(() => Chances, {
    nullable: true,
    description:
      'How likely a seat is offered at this rank; null unless waiting, or when too little is known to guess.',
  })
  chances(@Parent() { rank, courseId }: EnrolmentView): Promise<Chances | null> | null {
    return rank === null ? null : this.queries.chancesOf(courseId, rank);
  }

  @ResolveField(() => SessionView, { description: 'The session.' })
  session(@Parent() enrolment: EnrolmentView, @Context() { req }: RequestContext): Promise<SessionView> {
    return this.sessions.load(req, enrolment.sessionId);
  }
}

/** What the reader may do about a session. */
@Resolver(() => SessionView)
export class SessionMineResolver {
  constructor(private readonly query: MyEnrolmentQuery) {}

  @ResolveField(() => MyEnrolment, { description: 'What the reader may do about it; for visitors too.' })
  mine(@Parent() session: SessionView, @Me() me: Actor | null): Promise<MyEnrolment> {
    return this.query.of(session, me);
  }
}

@Resolver(() => MyEnrolment)
export class MyEnrolmentFieldsResolver {
  constructor(private readonly queries: EnrolmentQueries) {}

  @ResolveField(() => String, { nullable: true, description: 'The reason in words.' })
  whyNotMessage(@Parent() { whyNot }: MyEnrolment, @ReaderLocale() locale: Locale): string | null {
    return whyNot && t(locale, `enrolment.refusal.${whyNot}`);
  }

  @ResolveField(() => Chances, {
    nullable: true,
    description: 'How likely her rank, or the one she would get, is offered a seat; null when too little is known.',
  })
  chances(@Parent() { enrolment, wouldBeRank, courseId }: MyEnrolment): Promise<Chances | null> | null {
    const rank = enrolment ? enrolment.rank : wouldBeRank;
    return rank === null ? null : this.queries.chancesOf(courseId, rank);
  }
}
