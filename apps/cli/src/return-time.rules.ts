import { DateTime } from 'luxon';
import { CommandError } from './output.js';

/** How a time may be typed. */
export const FORMS = `18:30, or 2026-03-14T06:00 (time in Paris)`;

/** An instant from what an operator types: a time of day, the next one in Paris, or a date and time. */
export function instantFrom(typed: string, now: Date): Date {
  const paris = { zone: 'Europe/Paris' };
  const time = /^(\d{1,2}):(\d{2})$/.exec(typed);
  const today = DateTime.fromJSDate(now, paris);
  const at = time
    ? today.set({ hour: Number(time[1]), minute: Number(time[2]), second: 0, millisecond: 0 })
    : DateTime.fromISO(typed, paris);
  if (!at.isValid || (time && (Number(time[1]) > 23 || Number(time[2]) > 59)))
    throw new CommandError(`"${typed}" is no time. Write ${FORMS}.`);
  const meant = time && at <= today ? at.plus({ days: 1 }) : at;
  if (meant.toJSDate() <= now) throw new CommandError(`${typed} is over already.`);
  return meant.toJSDate();
}
