import type { RetentionRule } from './personal-table.js';

/** A rule that the clock carries out. */
export type TimedRule = Extract<RetentionRule, { after: unknown }>;

/** People are warned this long before they are erased for want of contact. */
export const WARNING_DAYS = 30;

/** The instant before which rows are too old: exact days, or months of the calendar whose last days fall together. */
export function limitOf(now: Date, after: { days: number } | { months: number }): Date {
  if ('days' in after) return new Date(now.getTime() - after.days * 86_400_000);
  const limit = new Date(now);
  limit.setUTCDate(1);
  limit.setUTCMonth(limit.getUTCMonth() - after.months);
  const lastDay = new Date(Date.UTC(limit.getUTCFullYear(), limit.getUTCMonth() + 1, 0)).getUTCDate();
  limit.setUTCDate(Math.min(now.getUTCDate(), lastDay));
  return limit;
}
