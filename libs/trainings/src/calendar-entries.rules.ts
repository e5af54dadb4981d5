import type { CalendarEvent } from '#platform/calendar';
import type { BookingFacts } from './booking-facts.queries.js';

/** What calendar entries need besides the booking. */
export interface CalendarFrame {
  /** Domain of the identifiers: the same in mails and feeds, for ever. */
  domain: string;
  publicUrl: string;
  organizer: { name: string; email: string };
}

/** How calendars show a booking: a wait or an offer is tentative until there is a seat. */
export function calendarStatus({ status, enrolmentStatus }: BookingFacts): CalendarEvent['status'] {
  if (status !== 'published') return 'CANCELLED';
  switch (enrolmentStatus) {
    case 'enrolled':
      return 'CONFIRMED';
    case 'waiting':
    case 'offered':
      return 'TENTATIVE';
    case 'cancelled':
    case 'declined':
    case 'expired':
    case 'removed':
      return 'CANCELLED';
  }
}

/** The calendar entries of a booking, one for each date of its session. */
export function entriesOf(booking: BookingFacts, frame: CalendarFrame): CalendarEvent[] {
  return entriesFor(booking, booking.dates, calendarStatus(booking), frame);
}

/** Entries that take dates out of calendars again which were taken out of the session. */
export function removedEntriesOf(booking: BookingFacts, frame: CalendarFrame): CalendarEvent[] {
  return entriesFor(booking, booking.removedDates, 'CANCELLED', frame);
}

function entriesFor(
  booking: BookingFacts,
  dates: BookingFacts['dates'],
  status: CalendarEvent['status'],
  frame: CalendarFrame,
): CalendarEvent[] {
  const { place } = booking;
  const location = place ? `${place.name}, ${place.address}` : status === 'CONFIRMED' ? booking.onlineUrl : null;
  const description = [place?.accessDetails, booking.notes].filter(Boolean).join('\n\n');
  const hasPosition = place !== null && place.latitude !== null && place.longitude !== null;
  return dates.map(({ id, startsAt, endsAt }) => ({
    uid: `${id}@${frame.domain}`,
    sequence: booking.sequence,
    status,
    start: startsAt,
    end: endsAt,
    summary: booking.courseTitle,
    url: `${frame.publicUrl}/moi/reservations/${booking.enrolmentId}`,
    organizer: frame.organizer,
    lastModified: booking.lastModified,
    ...(description && { description }),
    ...(location && { location }),
    ...(hasPosition && { geo: { latitude: Number(place.latitude), longitude: Number(place.longitude) } }),
  }));
}
