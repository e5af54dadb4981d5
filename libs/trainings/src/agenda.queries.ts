import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Agenda } from './agenda.types.js';
import { CalendarLinks } from './calendar-links.js';
import { EnrolmentQueries } from './enrolment.queries.js';

/** What somebody has booked, by three statements. */
@Injectable()
export class AgendaQueries {
  constructor(
    private readonly db: Database,
    private readonly enrolments: EnrolmentQueries,
    private readonly calendars: CalendarLinks,
  ) {}

  /** @throws NOT_FOUND */
  async of(volunteerId: string): Promise<Agenda> {
    const [person] = await this.db.read<{ key: string }>(
      'calendar-key',
      'select calendar_key as key from volunteer where id = $1',
      [volunteerId],
    );
    if (!person) throw notFound('Volunteer');
    return {
      calendarUrl: this.calendars.ofFeed(person.key),
      upcoming: await this.enrolments.upcoming(volunteerId),
      past: await this.enrolments.past(volunteerId),
    };
  }
}
