import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator';
import { DateTime } from 'luxon';
import { tzlib_get_ical_block as timezoneBlock } from 'timezones-ical-library';
import { PARIS } from '#platform/kernel';

/** One entry of a calendar. The same `uid` in a mail and in a feed is the same entry; a higher `sequence` replaces it. */
export interface CalendarEvent {
  /** `<row id>@<domain>`: never rebuilt, whatever changes. */
  uid: string;
  /** Rises by one with each change of time, place or status (RFC 5545, 3.8.7.4). */
  sequence: number;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  start: Date;
  end: Date;
  summary: string;
  description?: string;
  location?: string;
  geo?: { latitude: number; longitude: number };
  url?: string;
  organizer?: CalendarPerson;
  attendee?: CalendarPerson;
  lastModified: Date;
}

export interface CalendarPerson {
  name: string;
  email: string;
}

export interface CalendarOptions {
  /** PUBLISH for feeds and files; REQUEST and CANCEL for what comes by mail (RFC 5546). */
  method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  /** Shown above a feed; invitations have none. */
  name?: string;
}

/** How often calendar programs should look for changes of a feed. */
const REFRESH_SECONDS = 60 * 60;
const PRODUCT = { company: 'Volontaires de Paris', product: 'Agenda', language: 'FR' };

/**
 * An iCalendar file (RFC 5545): wall-clock times in Europe/Paris with the rules of that zone, so that an entry stays
 * at 18:00 whatever happens to the offset. The text depends on its arguments alone, so a feed keeps its ETag.
 */
export function icsOf(events: readonly CalendarEvent[], { method, name }: CalendarOptions): string {
  const feed = method === 'PUBLISH';
  const calendar = ical({
    prodId: PRODUCT,
    scale: 'GREGORIAN',
    method: ICalCalendarMethod[method],
    // The zone belongs to the entries: named on the calendar, it would also be applied to stamps, which must be in UTC.
    timezone: { name: null, generator: (zone) => timezoneBlock(zone)[0] ?? null },
    ...(feed && name !== undefined && { name: plain(name), ttl: REFRESH_SECONDS }),
  });
  for (const event of events) addEvent(calendar, event, feed);
  return calendar.toString();
}

function addEvent(calendar: ICalCalendar, event: CalendarEvent, feed: boolean): void {
  const entry = calendar.createEvent({
    id: event.uid,
    sequence: event.sequence,
    stamp: event.lastModified,
    lastModified: event.lastModified,
    ...timesOf(event),
    summary: plain(event.summary),
    status: ICalEventStatus[event.status],
    class: ICalEventClass.PRIVATE,
    description: event.description === undefined ? null : plain(event.description),
    url: event.url ?? null,
    location: locationOf(event),
    organizer: event.organizer ? personOf(event.organizer) : null,
  });
  // Who else is invited is nobody's business in a published calendar (RFC 5546, 3.2.1).
  if (event.attendee && !feed) {
    entry.createAttendee({
      ...personOf(event.attendee),
      type: ICalAttendeeType.INDIVIDUAL,
      role: ICalAttendeeRole.REQ,
      status: event.status === 'TENTATIVE' ? ICalAttendeeStatus.TENTATIVE : ICalAttendeeStatus.ACCEPTED,
      rsvp: false,
    });
  }
}

/**
 * Wall-clock times in Paris; but UTC within the October hour that comes twice, since programs disagree on which of the
 * two a wall clock means.
 */
function timesOf({ start, end }: CalendarEvent): { start: DateTime; end: DateTime; timezone: string | null } {
  const times = [start, end].map((instant) => DateTime.fromJSDate(instant, { zone: PARIS }));
  const timezone = times.some((time) => time.getPossibleOffsets().length > 1) ? null : PARIS;
  return { start: DateTime.fromJSDate(start), end: DateTime.fromJSDate(end), timezone };
}

function locationOf({ location, geo }: CalendarEvent): { title: string; geo?: { lat: number; lon: number } } | null {
  if (location === undefined) return null;
  return { title: plain(location), ...(geo && { geo: { lat: geo.latitude, lon: geo.longitude } }) };
}

/** A quoted parameter value cannot hold a double quote at all (RFC 5545, 3.2). */
const personOf = ({ name, email }: CalendarPerson): CalendarPerson => ({
  name: plain(name).replaceAll('"', '’'),
  email,
});

/** Without control characters other than line breaks: no escape exists for them. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');
}
