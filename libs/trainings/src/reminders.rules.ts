import { nextAllowedHour } from '#platform/kernel';

const HOUR_MS = 3_600_000;

/** When somebody wants no mail that can wait: hours of Paris. */
export interface QuietHours {
  quietFrom: number;
  quietUntil: number;
}

/**
 * When a reminder for that start may leave: now, or at the end of the quiet hours; null if that would be less than two
 * hours before the start, when it is of no use any more.
 */
export function reminderTime(now: Date, startsAt: Date, { quietFrom, quietUntil }: QuietHours): Date | null {
  const leaves = nextAllowedHour(now, quietFrom, quietUntil);
  return leaves.getTime() <= startsAt.getTime() - 2 * HOUR_MS ? leaves : null;
}
