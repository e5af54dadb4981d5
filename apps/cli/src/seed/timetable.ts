import { courses } from '#lib/trainings';
import { atParis, parisDay, parisWeekday, plusParisDays } from '#platform/kernel';
import type { Random } from './random.js';

/** A session of the demonstration before it has identifiers. It names no partner: who gives what is not ours to make up. */
export interface PlannedSession {
  courseSlug: string;
  mode: 'on_site' | 'online' | 'visit';
  place: string | null;
  capacity: number;
  dates: { startsAt: Date; endsAt: Date }[];
  languages: string[];
  accessibility: string[];
  /** How full it is: people holding a seat, and people waiting. */
  enrolled: number;
  waiting: number;
  /** Of a past session: how many of those seated had waited and were offered a seat that came free. */
  promoted: number;
}

const HOUR_MS = 3_600_000;
const STARTS = ['18:30', '19:00', '10:00', '14:00'] as const;

/** Sessions of all courses, some months back and some weeks ahead of now. */
export function planSessions(now: Date, rounds: { past: number; upcoming: number }, random: Random): PlannedSession[] {
  const planned: PlannedSession[] = [];
  for (let round = -rounds.past; round < rounds.upcoming; round++)
    courses.forEach((course, i) => {
      const isPast = round < 0;
      // Past sessions go back week by week; those to come are spread over the next months.
      const days = isPast ? round * 7 - (i % 5) : 2 + round * 9 + i;
      const mode =
        round % 7 === 5 ? 'online' : course.networks[0] === 'climate' && round % 5 === 3 ? 'visit' : 'on_site';
      const capacity = random.pick([12, 15, 20, 30]) ?? 12;
      const isFull = isPast || (round === 0 && i % 3 === 0) || random.next() < 0.25;
      const enrolled = isFull ? capacity : random.between(0, capacity - 1);
      const place = random.next() < 0.2 ? random.pick(['north', 'east']) : random.pick(course.places);
      planned.push({
        courseSlug: course.slug,
        mode,
        place: mode === 'online' ? null : (place ?? null),
        capacity,
        dates: datesFrom(now, days, i % 4 === 2 ? 2 : 1, random.pick(STARTS) ?? '18:30'),
        languages: course.locale === 'en' ? ['en'] : random.next() < 0.15 ? ['fr', 'fsl'] : ['fr'],
        accessibility: random.next() < 0.2 ? ['fsl', 'subtitles'] : [],
        enrolled,
        waiting: isFull ? random.between(isPast ? 0 : 2, 7) : 0,
        promoted: isPast ? random.between(0, 4) : 0,
      });
    });
  return planned;
}

/** A session that begins within the hour or two, for the trainer's page. */
export function sessionOfToday(now: Date): PlannedSession {
  const quarter = 15 * 60_000;
  const startsAt = new Date(Math.ceil((now.getTime() + HOUR_MS) / quarter) * quarter);
  return {
    courseSlug: 'aller-vers',
    mode: 'on_site',
    place: 'fabrique',
    capacity: 20,
    dates: [{ startsAt, endsAt: new Date(startsAt.getTime() + 2 * HOUR_MS) }],
    languages: ['fr'],
    accessibility: [],
    enrolled: 18,
    waiting: 0,
    promoted: 0,
  };
}

function datesFrom(now: Date, days: number, count: number, time: string): PlannedSession['dates'] {
  const first = weekdayFor(plusParisDays(now, days), time);
  return Array.from({ length: count }, (_, i) => {
    const startsAt = atParis(parisDay(plusParisDays(first, 7 * i)), time);
    return { startsAt, endsAt: new Date(startsAt.getTime() + 2 * HOUR_MS) };
  });
}

/** Evenings are on weekdays, mornings and afternoons on Saturdays. */
function weekdayFor(day: Date, time: string): Date {
  const weekday = parisWeekday(day);
  const isEvening = time >= '18:00';
  if (!isEvening) return plusParisDays(day, weekday <= 6 ? 6 - weekday : 6);
  return weekday >= 6 ? plusParisDays(day, 8 - weekday) : day;
}
