import { Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import { SignedLinks } from '#platform/identity';

const BOOKING = 'calendar_booking';
const FEED = 'calendar_feed';

/** Addresses of calendar files. Possession is the right to read them: calendar programmes cannot sign in. */
@Injectable()
export class CalendarLinks {
  constructor(
    private readonly links: SignedLinks,
    private readonly config: Config,
  ) {}

  /** Of one booking. */
  ofBooking(enrolmentId: string): string {
    return `${this.config.publicUrl}/calendar/booking/${this.links.sign(BOOKING, enrolmentId)}.ics`;
  }

  /** Of all bookings of the person with this key; a new key is a new address, and the old one is dead. */
  ofFeed(calendarKey: string): string {
    return `${this.config.publicUrl}/calendar/${this.links.sign(FEED, calendarKey)}.ics`;
  }

  /** The booking that a token of `ofBooking` stands for, or null. */
  bookingOf(token: string): string | null {
    return this.idOf(BOOKING, token);
  }

  /** The calendar key that a token of `ofFeed` stands for, or null. */
  feedOf(token: string): string | null {
    return this.idOf(FEED, token);
  }

  private idOf(kind: string, token: string): string | null {
    const claim = this.links.read(token);
    return claim?.kind === kind ? claim.id : null;
  }
}
