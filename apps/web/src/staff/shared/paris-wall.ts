/** What a clock and a calendar on a wall in Paris show: `2026-03-12` and `18:30`. */
export interface WallTime {
  day: string;
  time: string;
}

const wall = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** What the wall in Paris shows at an instant. */
export function wallOf(instant: string | Date): WallTime {
  const parts = new Map(wall.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

const asUtc = ({ day, time }: WallTime): number => Date.parse(`${day}T${time}:00Z`);

/**
 * The instant at which the wall in Paris shows this, as an ISO string; null when the text is no date or no time.
 * An hour that happens twice (end of summer time) is its first one; an hour that is skipped is the same minute after
 * the gap.
 */
export function instantOf(shown: WallTime): string | null {
  const wanted = asUtc(shown);
  // The 31st of a month that has none is quietly taken for a day of the next one: no, it is no date.
  if (Number.isNaN(wanted) || new Date(wanted).toISOString().slice(0, 10) !== shown.day) return null;
  // Paris is one or two hours ahead: the earliest of the two instants that shows what was asked is the answer.
  for (const hours of [2, 1]) {
    const instant = new Date(wanted - hours * 3_600_000);
    if (asUtc(wallOf(instant)) === wanted) return instant.toISOString();
  }
  return new Date(wanted - 3_600_000).toISOString();
}

/** The same hour on a day that comes later (or earlier, with a negative number). */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
