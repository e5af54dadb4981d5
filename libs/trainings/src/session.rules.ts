export const SESSION_MODES = ['on_site', 'online', 'visit'] as const;
export type SessionMode = (typeof SESSION_MODES)[number];

export const SESSION_STATUSES = ['template', 'draft', 'published', 'cancelled'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** Why a course or a session cannot be saved as asked. */
export const SESSION_EDIT_REFUSALS = [
  'CAPACITY_BELOW_SEATS_TAKEN',
  'STALE',
  'DATES_IN_PAST',
  'NO_MATERIAL',
  'FILE_WITHOUT_TEXT',
  'COURSE_NOT_PUBLISHED',
  'ALREADY_CANCELLED',
  'DATES_OVERLAP',
  'SLUG_TAKEN',
  'QUOTAS_ABOVE_CAPACITY',
  'QUOTAS_LEAVE_SOMEBODY_OUT',
] as const;
export type SessionEditRefusal = (typeof SESSION_EDIT_REFUSALS)[number];

/** A stretch of time, its end not included. */
export interface Period {
  startsAt: Date;
  endsAt: Date;
}

/** A date that is stored already, and known to calendars by its identifier. */
export interface StoredPeriod extends Period {
  id: string;
}

/** What becomes of the stored dates of a session when it is saved with others. */
export interface DateMoves {
  kept: StoredPeriod[];
  moved: { id: string; from: Period; to: Period }[];
  added: Period[];
  removed: StoredPeriod[];
}

const same = (a: Period, b: Period): boolean =>
  a.startsAt.getTime() === b.startsAt.getTime() && a.endsAt.getTime() === b.endsAt.getTime();
const byStart = (a: Period, b: Period): number => a.startsAt.getTime() - b.startsAt.getTime();

/**
 * Pairs stored dates with wanted ones: those that are equal stay, the others are moved in order of time, so that a
 * postponed date keeps its identifier and calendars move the entry instead of adding a second one.
 */
export function matchDates(stored: readonly StoredPeriod[], wanted: readonly Period[]): DateMoves {
  const kept = stored.filter((date) => wanted.some((other) => same(date, other)));
  const loose = stored.filter((date) => !kept.includes(date)).sort(byStart);
  const fresh = wanted.filter((date) => !kept.some((other) => same(date, other))).sort(byStart);
  const moved = loose.slice(0, fresh.length).flatMap((from, i) => {
    const to = fresh[i];
    return to ? [{ id: from.id, from, to }] : [];
  });
  return { kept, moved, added: fresh.slice(loose.length), removed: loose.slice(fresh.length) };
}

/** What the rule needs to know of a session that is being saved. */
export interface SessionEdit {
  /** Version that the editor saw; null for a new session. */
  version: number | null;
  status: SessionStatus;
  capacity: number;
  dates: readonly Period[];
}

/** What is stored now of a session that is being changed. */
export interface SessionBefore {
  version: number;
  status: SessionStatus;
  seatsTaken: number;
  capacity: number;
  extraSeats: number;
  dates: readonly StoredPeriod[];
}

/**
 * Why a session may not be saved as asked, or null. A template has dates only as a pattern, so they may lie in the past.
 */
export function whyNotSaveSession(
  edit: SessionEdit,
  before: SessionBefore | null,
  coursePublished: boolean,
  now: Date,
): SessionEditRefusal | null {
  if (before && before.status === 'cancelled') return 'ALREADY_CANCELLED';
  if (before && before.version !== edit.version) return 'STALE';
  if (edit.status === 'published' && !coursePublished) return 'COURSE_NOT_PUBLISHED';
  if (overlapping(edit.dates)) return 'DATES_OVERLAP';
  if (edit.status !== 'template' && touchesThePast(matchDates(before?.dates ?? [], edit.dates), now))
    return 'DATES_IN_PAST';
  if (before && edit.capacity + extraSeatsAfter(before, edit.capacity) < before.seatsTaken)
    return 'CAPACITY_BELOW_SEATS_TAKEN';
  return null;
}

/**
 * Bookings that are accepted beyond the room once it has another number of seats. What was decided rested on the old
 * number: only who is booked already stays in a larger room, and a smaller one begins anew.
 */
export function extraSeatsAfter(
  before: Pick<SessionBefore, 'capacity' | 'extraSeats' | 'seatsTaken'>,
  capacity: number,
): number {
  if (capacity === before.capacity) return before.extraSeats;
  return capacity > before.capacity ? Math.max(0, before.seatsTaken - capacity) : 0;
}

/** Why a session may not be cancelled, or null. */
export function whyNotCancelSession(
  before: { status: SessionStatus; endsAt: Date },
  now: Date,
): SessionEditRefusal | null {
  if (before.status === 'cancelled') return 'ALREADY_CANCELLED';
  return before.endsAt <= now ? 'DATES_IN_PAST' : null;
}

function overlapping(dates: readonly Period[]): boolean {
  const inOrder = [...dates].sort(byStart);
  return inOrder.some((date, i) => {
    const next = inOrder[i + 1];
    return next !== undefined && next.startsAt < date.endsAt;
  });
}

function touchesThePast({ moved, added, removed }: DateMoves, now: Date): boolean {
  return (
    added.some((date) => date.startsAt <= now) ||
    moved.some(({ from, to }) => from.startsAt <= now || to.startsAt <= now) ||
    removed.some((date) => date.startsAt <= now)
  );
}

/** A place as far as people must hear when it changes. */
export interface PlaceToTell {
  name: string;
  address: string;
}

/** What people who hold or await a seat must hear about when it changes. */
export interface SessionFacts {
  dates: readonly Period[];
  mode: SessionMode;
  place: PlaceToTell | null;
  onlineUrl: string | null;
}

/** What changed for those who come, in the order in which it is told. */
export function changesToTell(before: SessionFacts, after: SessionFacts): ('dates' | 'place')[] {
  const sameDates =
    before.dates.length === after.dates.length &&
    before.dates.every((date) => after.dates.some((other) => same(date, other)));
  const samePlace =
    before.mode === after.mode && isSamePlace(before.place, after.place) && before.onlineUrl === after.onlineUrl;
  return [...(sameDates ? [] : (['dates'] as const)), ...(samePlace ? [] : (['place'] as const))];
}

/** Whether two places are one for who goes there. */
export function isSamePlace(a: PlaceToTell | null, b: PlaceToTell | null): boolean {
  return a?.name === b?.name && a?.address === b?.address;
}

/** Whether a session may be seen by somebody who coordinates none of its networks. */
export function isPublic(status: SessionStatus): boolean {
  return status === 'published' || status === 'cancelled';
}

/** A field of the input that cannot be right, whatever is stored. */
export interface SessionFault {
  path: string;
  rule: string;
}

/** What an editor sends, as far as its fields depend on each other. */
export interface SessionShape extends SessionFacts {
  placeId: string | null;
  status: SessionStatus;
  templateName: string | null;
  enrolmentOpensAt: Date;
  enrolmentClosesAt: Date;
}

/** Fields that contradict each other, each with the rule that it breaks. */
export function faultsOfSession(shape: SessionShape, before: SessionStatus | null): SessionFault[] {
  const starts = Math.min(...shape.dates.map((date) => date.startsAt.getTime()));
  const faults: [boolean, string, string][] = [
    [shape.dates.some((date) => date.endsAt <= date.startsAt), 'dates', 'endsAfterStart'],
    [shape.mode !== 'online' && shape.placeId === null, 'placeId', 'placeNeeded'],
    [shape.mode === 'online' && !shape.onlineUrl && shape.status === 'published', 'onlineUrl', 'onlineUrlNeeded'],
    [(shape.status === 'template') !== Boolean(shape.templateName), 'templateName', 'templateName'],
    [shape.enrolmentOpensAt >= shape.enrolmentClosesAt, 'enrolmentClosesAt', 'enrolmentWindow'],
    [shape.enrolmentClosesAt.getTime() > starts, 'enrolmentClosesAt', 'enrolmentBeforeStart'],
    [!mayBecome(before, shape.status), 'status', 'statusStep'],
  ];
  return faults.flatMap(([broken, path, rule]) => (broken ? [{ path, rule }] : []));
}

/** A published session is never hidden again: who booked it must find it. Cancelling is an action of its own. */
function mayBecome(before: SessionStatus | null, after: SessionStatus): boolean {
  switch (before) {
    case null:
      return after !== 'cancelled';
    case 'draft':
      return after === 'draft' || after === 'published';
    case 'template':
    case 'published':
    case 'cancelled':
      return after === before;
  }
}
