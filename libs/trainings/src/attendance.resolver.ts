import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ReaderLocale, type RequestContext } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { WalkInInput } from './attendance.inputs.js';
import { CheckedIn, CheckInRefused, CheckInResult } from './attendance.refusal.js';
import type { CheckInMethod } from './attendance.rules.js';
import { AttendanceSheets } from './attendance-sheets.js';
import { AttendanceService } from './attendance.service.js';
import { AttendanceSheet } from './attendance.types.js';
import { CheckInService } from './check-in.service.js';
import type { CheckInOutcome } from './door.js';
import { CheckInMethodEnum } from './enrolment.enums.js';
import { IdArg } from './id-arg.js';
import { SessionLoader } from './session.loader.js';
import { SessionView } from './session.types.js';
import { WalkInService } from './walk-in.service.js';

@Resolver(() => AttendanceSheet)
export class AttendanceResolver {
  constructor(
    private readonly service: AttendanceService,
    private readonly sheets: AttendanceSheets,
    private readonly checkIns: CheckInService,
    private readonly walkIns: WalkInService,
    private readonly sessions: SessionLoader,
  ) {}

  @Query(() => AttendanceSheet, {
    description: 'The sheet of a session that I give or coordinate; without a date, that of today, else the next one.',
  })
  @Allow('trainer', 'coordinator')
  attendanceSheet(
    @IdArg('sessionId', 'Identifier of the session.') sessionId: string,
    @IdArg('sessionDateId', 'Identifier of the date of the session.', { nullable: true }) dateId: string | null,
    @Me() me: Actor,
  ): Promise<AttendanceSheet> {
    return this.sheets.of(me, sessionId, dateId);
  }

  @ResolveField(() => SessionView, { description: 'The session.' })
  session(@Parent() sheet: AttendanceSheet, @Context() { req }: RequestContext): Promise<SessionView> {
    return this.sessions.load(req, sheet.sessionId);
  }

  @Mutation(() => CheckInResult, { description: 'Checks somebody in by QR code or booking code.' })
  @Allow('trainer', 'coordinator')
  async checkIn(
    @IdArg('sessionDateId', 'Identifier of the date of the session.') dateId: string,
    @Args('code', { type: () => String, description: 'Text of the QR code, or the eight letters.' }) code: string,
    @Args('method', { type: () => CheckInMethodEnum, description: 'How she was recognised.' }) method: CheckInMethod,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<CheckedIn | CheckInRefused> {
    return answer(await this.checkIns.byCode(me, dateId, code, method), locale);
  }

  @Mutation(() => CheckInResult, { description: 'Checks somebody in who was found by name.' })
  @Allow('trainer', 'coordinator')
  async checkInEnrolment(
    @IdArg('sessionDateId', 'Identifier of the date of the session.') dateId: string,
    @IdArg('enrolmentId', 'Identifier of the booking.') enrolmentId: string,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<CheckedIn | CheckInRefused> {
    return answer(await this.checkIns.byName(me, dateId, enrolmentId), locale);
  }

  @Mutation(() => CheckInResult, { description: 'Takes back what was noted of somebody.' })
  @Allow('trainer', 'coordinator')
  async undoCheckIn(
    @IdArg('sessionDateId', 'Identifier of the date of the session.') dateId: string,
    @IdArg('enrolmentId', 'Identifier of the booking.') enrolmentId: string,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<CheckedIn | CheckInRefused> {
    return answer(await this.service.undo(me, dateId, enrolmentId), locale);
  }

  @Mutation(() => CheckInResult, { description: 'Checks somebody in who comes without a booking, if there is a seat.' })
  @Allow('trainer', 'coordinator')
  async checkInWalkIn(
    @IdArg('sessionDateId', 'Identifier of the date of the session.') dateId: string,
    @Args('input', { type: () => WalkInInput, description: 'Who she is.' }) input: WalkInInput,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<CheckedIn | CheckInRefused> {
    return answer(await this.walkIns.checkIn(me, dateId, input, locale), locale);
  }

  @Mutation(() => CheckInResult, { description: 'Notes how long somebody was there who came late or left early.' })
  @Allow('trainer', 'coordinator')
  async noteMinutes(
    @IdArg('sessionDateId', 'Identifier of the date of the session.') dateId: string,
    @IdArg('enrolmentId', 'Identifier of the booking.') enrolmentId: string,
    @Args('minutes', { type: () => Int, nullable: true, description: 'Minutes; null for the whole date.' })
    minutes: number | null,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<CheckedIn | CheckInRefused> {
    return answer(await this.service.noteMinutes(me, dateId, enrolmentId, minutes ?? null), locale);
  }

  @Mutation(() => AttendanceSheet, { description: 'Marks everybody absent who was expected and not checked in.' })
  @Allow('trainer', 'coordinator')
  closeAttendance(
    @IdArg('sessionDateId', 'Identifier of the date of the session.') dateId: string,
    @Me() me: Actor,
  ): Promise<AttendanceSheet> {
    return this.service.close(me, dateId);
  }
}

function answer(outcome: CheckInOutcome, locale: Locale): CheckedIn | CheckInRefused {
  return 'refused' in outcome ? new CheckInRefused(outcome.refused, outcome.row, locale) : outcome;
}
