import { atParis, parisDay, plusParisDays } from '#platform/kernel';
import type { Period } from './session.rules.js';

/** Everything of a session that has a time. */
export interface Timetable {
  dates: readonly Period[];
  enrolmentOpensAt: Date;
  enrolmentClosesAt: Date;
}

const DAY_MS = 86_400_000;

/** Whole days from one day in Paris to another. */
function daysBetween(from: Date, to: Date): number {
  const noon = (instant: Date): number => Date.parse(`${parisDay(instant)}T12:00:00Z`);
  return Math.round((noon(to) - noon(from)) / DAY_MS);
}

const sinceMidnight = (instant: Date): number => instant.getTime() - atParis(parisDay(instant), '00:00').getTime();

/**
 * The same timetable with its first date at another time. All hours of Paris stay what they are, or move together if
 * the new start has another hour, so that a copy over a DST switch still begins at 18:30.
 */
export function timetableFrom(of: Timetable, startsAt: Date): Timetable {
  const first = new Date(Math.min(...of.dates.map((date) => date.startsAt.getTime())));
  const days = daysBetween(first, startsAt);
  const sameHour = plusParisDays(first, days);
  const byHour = sinceMidnight(startsAt) - sinceMidnight(sameHour);
  const move = (instant: Date): Date => new Date(plusParisDays(instant, days).getTime() + byHour);
  return {
    dates: of.dates.map((date) => ({ startsAt: move(date.startsAt), endsAt: move(date.endsAt) })),
    enrolmentOpensAt: move(of.enrolmentOpensAt),
    enrolmentClosesAt: move(of.enrolmentClosesAt),
  };
}

/** Start that a copy gets when nobody says one: the same weekday and hour, in the first week that is still to come. */
export function nextSameWeekday(startsAt: Date, now: Date): Date {
  const weeks = Math.max(1, Math.ceil((daysBetween(startsAt, now) + 1) / 7));
  return plusParisDays(startsAt, 7 * weeks);
}
