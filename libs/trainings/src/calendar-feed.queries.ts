import { Injectable } from '@nestjs/common';
import { icsOf } from '#platform/calendar';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Clock } from '#platform/kernel';
import { type BookingFacts, BookingFactsQueries } from './booking-facts.queries.js';
import { type CalendarFrame, entriesOf, removedEntriesOf } from './calendar-entries.rules.js';
import { CalendarLinks } from './calendar-links.js';

/** Calendar files made of bookings, for whoever holds their address. */
@Injectable()
export class CalendarFeed {
  constructor(
    private readonly db: Database,
    private readonly facts: BookingFactsQueries,
    private readonly links: CalendarLinks,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** All that somebody holds, awaits or lately lost; null for an address that is false or was renewed. */
  async ofPerson(token: string): Promise<string | null> {
    const key = this.links.feedOf(token);
    if (key === null) return null;
    const [person] = await this.db.read<{ id: string }>(
      'calendar-owner',
      // The address of a profile that became part of another shows the calendar of the one person.
      `select id from volunteer where calendar_key = $1
       union all select volunteer_id from merged_profile where calendar_key = $1`,
      [key],
    );
    if (!person) return null;
    const bookings = await this.facts.ofVolunteer(person.id, this.clock.now());
    return this.file(bookings.flatMap((booking) => this.entries(booking)));
  }

  /** One booking; null for a false address. */
  async ofBooking(token: string): Promise<string | null> {
    const id = this.links.bookingOf(token);
    const booking = id === null ? null : await this.facts.booking(id);
    return booking && this.file(this.entries(booking));
  }

  private entries(booking: BookingFacts): ReturnType<typeof entriesOf> {
    return [...entriesOf(booking, this.frame()), ...removedEntriesOf(booking, this.frame())];
  }

  private file(events: ReturnType<typeof entriesOf>): string {
    return icsOf(events, { method: 'PUBLISH', name: this.config.brandName });
  }

  private frame(): CalendarFrame {
    const { brandDomain: domain, publicUrl, brandName: name, mailFrom: email } = this.config;
    return { domain, publicUrl, organizer: { name, email } };
  }
}
