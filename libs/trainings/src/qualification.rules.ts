import { DateTime } from 'luxon';

/** What earns a qualification: holding every one of its courses, or days or hours of them added up. */
export const QUALIFICATION_NEEDS = ['courses', 'days', 'hours'] as const;
export type QualificationNeeds = (typeof QUALIFICATION_NEEDS)[number];

/** Why somebody has a qualification: its courses, a refresher, or a diploma from elsewhere that was shown. */
export const GRANTED_HOW = ['courses', 'refresher', 'proof'] as const;
export type GrantedHow = (typeof GRANTED_HOW)[number];

/** Where somebody stands with a qualification on a day. */
export const QUALIFICATION_STATES = ['none', 'valid', 'ending', 'ended'] as const;
export type QualificationState = (typeof QUALIFICATION_STATES)[number];

/** How one comes to a qualification. Days are written `YYYY-MM-DD` and are those of Paris. */
export interface QualificationRule {
  needs: QualificationNeeds;
  /** Days or hours; null with `courses`. */
  amount: number | null;
  earningCourseIds: readonly string[];
  renewingCourseIds: readonly string[];
  /** How long it lasts; null for ever. */
  validMonths: number | null;
}

/** A date of a course that somebody attended. */
export interface AttendedDate {
  courseId: string;
  day: string;
  /** Rank of the date in its session: the same one attended twice is counted once. */
  position: number;
  minutes: number;
  /** Attended for long enough to count as a day. */
  counts: boolean;
}

/** A course that somebody holds, and since when. */
export interface HeldCourse {
  courseId: string;
  day: string;
}

/** A stretch of days, both included, on which somebody is qualified. */
export interface Granted {
  how: GrantedHow;
  grantedOn: string;
  validUntil: string | null;
}

/** From how many days before its end a refresher counts from the old end on: since our first reminder invites to it. */
export const EARLY_RENEWAL_DAYS = 60;

const dayOf = (day: string): DateTime => DateTime.fromISO(day, { zone: 'utc' });
const isoOf = (day: DateTime): string => day.toFormat('yyyy-MM-dd');

/** The same day some months later, or the last day of that month when it is shorter. */
export function plusMonths(day: string, months: number): string {
  return isoOf(dayOf(day).plus({ months }));
}

/** Some days later, or earlier. */
export function plusDays(day: string, days: number): string {
  return isoOf(dayOf(day).plus({ days }));
}

/** Last day of a qualification that begins on a day; null when it lasts for ever. */
export function lastDay(grantedOn: string, validMonths: number | null): string | null {
  return validMonths === null ? null : plusMonths(grantedOn, validMonths);
}

/**
 * Last day of a qualification that is renewed on a day.
 *
 * It is counted from the day of the refresher, as the certificate of workplace first aiders is (24 months from each
 * refresher, which also brings back one that has run out: INRS, sauveteur secouriste du travail). Who follows our
 * reminder and comes within 60 days before the end loses nothing: then it is counted from the old end.
 */
export function renewedUntil(renewedOn: string, oldEnd: string | null, validMonths: number | null): string | null {
  if (validMonths === null || oldEnd === null) return null;
  const early = oldEnd >= renewedOn && plusDays(oldEnd, -EARLY_RENEWAL_DAYS) <= renewedOn;
  const until = plusMonths(early ? oldEnd : renewedOn, validMonths);
  return until > oldEnd ? until : oldEnd;
}

/** What somebody did for a qualification. */
export interface Evidence {
  attended: readonly AttendedDate[];
  held: readonly HeldCourse[];
  /** Grants that stand without courses: proofs that were not withdrawn. */
  proofs: readonly Granted[];
  /** Grants that were withdrawn: they are not made again, and nothing rests on them. */
  withdrawn: readonly Pick<Granted, 'how' | 'grantedOn'>[];
}

/** How far somebody is on the way to a qualification. */
export interface Progress {
  /** Courses, whole days or whole hours that she has. */
  have: number;
  needed: number;
}

/** What somebody has of what is needed, counting what lies within the given days. Hours are rounded down. */
export function progressOf(rule: QualificationRule, evidence: Evidence, from: string | null, until: string): Progress {
  const within = (day: string): boolean => (from === null || day >= from) && day <= until;
  if (rule.needs === 'courses') {
    const held = new Set(evidence.held.filter(({ day }) => within(day)).map(({ courseId }) => courseId));
    const have = rule.earningCourseIds.filter((id) => held.has(id)).length;
    return { have, needed: rule.earningCourseIds.length };
  }
  const dates = new Map<string, number>();
  for (const { courseId, day, position, minutes, counts } of evidence.attended) {
    if (!within(day) || !rule.earningCourseIds.includes(courseId)) continue;
    if (rule.needs === 'days' && !counts) continue;
    const date = `${courseId} ${position}`;
    dates.set(date, Math.max(minutes, dates.get(date) ?? 0));
  }
  const minutes = [...dates.values()].reduce((sum, each) => sum + each, 0);
  return { have: rule.needs === 'days' ? dates.size : Math.floor(minutes / 60), needed: rule.amount ?? 1 };
}

/** Days on which something happened that may earn or renew, in order. */
function eventDays(rule: QualificationRule, { attended, held }: Evidence): string[] {
  const concerned = (courseId: string): boolean =>
    rule.earningCourseIds.includes(courseId) || rule.renewingCourseIds.includes(courseId);
  const days = [...attended, ...held].filter(({ courseId }) => concerned(courseId)).map(({ day }) => day);
  return [...new Set(days)].sort();
}

/**
 * Every grant that the courses of somebody justify, in order of time. The answer depends on nothing but what happened,
 * so that the same history always gives the same grants.
 *
 * What is older than the qualification would last does not count any more, and what earned it once does not earn it
 * again.
 */
export function grantsOf(rule: QualificationRule, evidence: Evidence): Granted[] {
  const made: Granted[] = [];
  const isWithdrawn = (how: GrantedHow, day: string): boolean =>
    evidence.withdrawn.some((lost) => lost.how === how && lost.grantedOn === day);
  let usedUntil: string | null = null;
  for (const day of eventDays(rule, evidence)) {
    const known = [...evidence.proofs.filter(({ grantedOn }) => grantedOn <= day), ...made];
    const renews = evidence.held.some(
      (course) => course.day === day && rule.renewingCourseIds.includes(course.courseId),
    );
    if (renews && known.length > 0 && !known.some(({ validUntil }) => validUntil === null)) {
      if (!isWithdrawn('refresher', day)) {
        const end = endOf(known) ?? day;
        made.push({ how: 'refresher', grantedOn: day, validUntil: renewedUntil(day, end, rule.validMonths) });
      }
      continue;
    }
    const oldest = rule.validMonths === null ? null : plusMonths(day, -rule.validMonths);
    const from = [oldest, usedUntil && plusDays(usedUntil, 1)].reduce<string | null>(later, null);
    const { have, needed } = progressOf(rule, evidence, from, day);
    if (needed === 0 || have < needed) continue;
    usedUntil = day;
    // Who has it for ever does not get it a second time.
    if (known.some(({ validUntil }) => validUntil === null)) continue;
    if (!isWithdrawn('courses', day))
      made.push({ how: 'courses', grantedOn: day, validUntil: lastDay(day, rule.validMonths) });
  }
  return made;
}

/** The later of two days; null is none. */
function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** The last day of all, or null when one of them never ends or there is none. */
export function endOf(granted: readonly Granted[]): string | null {
  if (granted.some(({ validUntil }) => validUntil === null)) return null;
  return granted.map(({ validUntil }) => validUntil).reduce(later, null);
}

/** Where somebody stands on a day, by what she was granted. Nothing that begins later counts yet. */
export function stateOn(granted: readonly Granted[], today: string): QualificationState {
  const begun = granted.filter(({ grantedOn }) => grantedOn <= today);
  if (begun.length === 0) return 'none';
  const end = endOf(begun);
  if (end === null) return 'valid';
  if (end < today) return 'ended';
  return end <= plusDays(today, EARLY_RENEWAL_DAYS) ? 'ending' : 'valid';
}
