import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { notFound, ReaderLocale, userError } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import type { Locale } from '#platform/kernel';
import { AgendaQueries } from './agenda.queries.js';
import { Agenda } from './agenda.types.js';
import type { Enrolled } from './enrolment-wish.js';
import type { NotCancelled } from './enrolment-leave.js';
import { EnrolmentQueries } from './enrolment.queries.js';
import { CancelRefused, CancelResult, EnrolmentRefused, EnrolResult } from './enrolment.refusal.js';
import { EnrolmentService } from './enrolment.service.js';
import { EnrolmentView } from './enrolment.types.js';
import { IdArg } from './id-arg.js';

const KEY_LENGTH = { min: 8, max: 100 };
const CONFIRM_OVERLAP = {
  type: () => Boolean,
  nullable: true,
  defaultValue: false,
  description: 'True once she was told of another booking at the same time and wants this one too.',
};

@Resolver()
export class EnrolmentResolver {
  constructor(
    private readonly service: EnrolmentService,
    private readonly queries: EnrolmentQueries,
    private readonly agendas: AgendaQueries,
  ) {}

  @Query(() => Agenda, { description: 'What I have booked.' })
  @Allow('volunteer')
  myAgenda(@Me() me: Actor): Promise<Agenda> {
    return this.agendas.of(volunteerOf(me));
  }

  @Query(() => EnrolmentView, { description: 'One of my bookings.' })
  @Allow('volunteer')
  async myEnrolment(@IdArg('id', 'Identifier of the booking.') id: string, @Me() me: Actor): Promise<EnrolmentView> {
    const enrolment = (await this.queries.byIds([id])).get(id);
    if (enrolment?.volunteerId !== volunteerOf(me)) throw notFound('Enrolment');
    return enrolment;
  }

  @Mutation(() => EnrolResult, {
    description:
      'Books a seat, or a place on the waiting list if none is free. The same key again is answered by the same booking.',
  })
  @Allow('account')
  async enrol(
    @IdArg('sessionId', 'Identifier of the session.') sessionId: string,
    @Args('idempotencyKey', {
      type: () => String,
      description: 'A random text made for each tap, 8 to 100 characters.',
    })
    key: string,
    @Args('confirmOverlap', CONFIRM_OVERLAP) confirmOverlap: boolean,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<EnrolmentView | EnrolmentRefused> {
    if (key.length < KEY_LENGTH.min || key.length > KEY_LENGTH.max)
      throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path: 'idempotencyKey', rule: 'isLength' }]);
    return enrolAnswer(await this.service.enrol(me, sessionId, key, confirmOverlap), locale);
  }

  @Mutation(() => CancelResult, { description: 'Gives my booking or my place on the waiting list up.' })
  @Allow('volunteer')
  async cancelEnrolment(
    @IdArg('id', 'Identifier of the booking.') id: string,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<EnrolmentView | CancelRefused> {
    return cancelAnswer(await this.service.cancel(me, id), locale);
  }

  @Mutation(() => EnrolResult, { description: 'Books for somebody else, who is told. She cannot jump the queue.' })
  @Allow('coordinator')
  async enrolOther(
    @IdArg('sessionId', 'Identifier of the session.') sessionId: string,
    @IdArg('volunteerId', 'Identifier of the person.') volunteerId: string,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<EnrolmentView | EnrolmentRefused> {
    return enrolAnswer(await this.service.enrolOther(me, sessionId, volunteerId), locale);
  }

  @Mutation(() => CancelResult, { description: 'Takes somebody off a session, who is told.' })
  @Allow('coordinator')
  async removeEnrolment(
    @IdArg('id', 'Identifier of the booking.') id: string,
    @Me() me: Actor,
    @ReaderLocale() locale: Locale,
  ): Promise<EnrolmentView | CancelRefused> {
    return cancelAnswer(await this.service.remove(me, id), locale);
  }
}

function enrolAnswer(result: Enrolled, locale: Locale): EnrolmentView | EnrolmentRefused {
  return 'refused' in result ? new EnrolmentRefused(result, locale) : result;
}

function cancelAnswer(result: EnrolmentView | NotCancelled, locale: Locale): EnrolmentView | CancelRefused {
  return 'refused' in result ? new CancelRefused(result.refused, locale) : result;
}

function volunteerOf(me: Actor): string {
  if (!me.volunteerId) throw notFound('Volunteer');
  return me.volunteerId;
}
