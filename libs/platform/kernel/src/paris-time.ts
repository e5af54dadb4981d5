import { DateTime } from 'luxon';
import { INTL_TAGS, type Locale } from './networks.js';

/** All days and hours that people read are those of Paris, whatever the time zone of the server. */
export const PARIS = 'Europe/Paris';

function paris(instant: Date): DateTime {
  return DateTime.fromJSDate(instant, { zone: PARIS });
}

/** Day in Paris of an instant, as `YYYY-MM-DD`. */
export function parisDay(instant: Date): string {
  return paris(instant).toFormat('yyyy-MM-dd');
}

/** Hour of the day in Paris, 0 to 23. */
export function parisHour(instant: Date): number {
  return paris(instant).hour;
}

/** Day of the week in Paris, 1 (Monday) to 7 (Sunday). */
export function parisWeekday(instant: Date): number {
  return paris(instant).weekday;
}

/**
 * Instant of a wall-clock time in Paris. An hour that the March switch skips becomes the next hour; of an hour that
 * comes twice in October the first one is meant.
 * @param day `YYYY-MM-DD`
 * @param time `HH:mm`
 * @throws RangeError if the day or the time does not exist in any calendar
 */
export function atParis(day: string, time: string): Date {
  const local = DateTime.fromFormat(`${day} ${time}`, 'yyyy-MM-dd HH:mm', { zone: PARIS });
  if (!local.isValid) throw new RangeError(`Not a date and time in Paris: ${day} ${time}`);
  return local.toJSDate();
}

/** The same wall-clock time a number of days later: across a DST switch 18:00 stays 18:00. */
export function plusParisDays(instant: Date, days: number): Date {
  return paris(instant).plus({ days }).toJSDate();
}

/**
 * The instant itself, or the end of the quiet hours if it falls within them.
 * @param from first quiet hour, 0-23 @param until first hour that is no longer quiet; equal to `from` means no quiet hours
 */
export function nextAllowedHour(instant: Date, from: number, until: number): Date {
  const local = paris(instant);
  const quiet = from <= until ? local.hour >= from && local.hour < until : local.hour >= from || local.hour < until;
  if (from === until || !quiet) return instant;
  const end = local.set({ hour: until, minute: 0, second: 0, millisecond: 0 });
  return (end > local ? end : end.plus({ days: 1 })).toJSDate();
}

const STYLES = {
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  dayTime: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** An instant in words, in Paris time: `day`, `time` or `dayTime`. */
export function formatParis(instant: Date, locale: Locale, style: keyof typeof STYLES): string {
  return new Intl.DateTimeFormat(INTL_TAGS[locale], { ...STYLES[style], timeZone: PARIS }).format(instant);
}
