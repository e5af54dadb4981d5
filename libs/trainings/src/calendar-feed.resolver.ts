import { Mutation, Resolver } from '@nestjs/graphql';
import { userError } from '#platform/graphql';
import { type Actor, Allow, Me } from '#platform/identity';
import { AgendaQueries } from './agenda.queries.js';
import { Agenda } from './agenda.types.js';
import { CalendarFeedService } from './calendar-feed.service.js';

@Resolver()
export class CalendarFeedResolver {
  constructor(
    private readonly service: CalendarFeedService,
    private readonly agenda: AgendaQueries,
  ) {}

  @Mutation(() => Agenda, {
    description: 'Gives my private calendar a new address; the old one stops working at once.',
  })
  @Allow('volunteer')
  async renewCalendar(@Me() me: Actor): Promise<Agenda> {
    if (me.volunteerId === null) throw userError('FORBIDDEN', 'error.FORBIDDEN');
    await this.service.renew(me, me.volunteerId);
    return this.agenda.of(me.volunteerId);
  }
}
