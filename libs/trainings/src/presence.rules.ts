/** What a session may ask for instead of every date: any so many of them, or those that it names. */
export const STORED_PRESENCE_RULES = ['some', 'named'] as const;
export type StoredPresenceRule = (typeof STORED_PRESENCE_RULES)[number];

export const PRESENCE_RULES = ['all', ...STORED_PRESENCE_RULES] as const;
export type PresenceRule = (typeof PRESENCE_RULES)[number];

/** Which dates of a session one must attend to hold its course. */
export interface PresenceNeeded {
  rule: PresenceRule;
  /** How many dates, with `some`. */
  needed: number | null;
  /** Which dates, with `named`. */
  dateIds: readonly string[];
}

/** What is wrong with the presence that an editor asks for, by field; nothing where it can be met. */
export function faultsOfPresence(asked: PresenceNeeded, dateIds: readonly string[]): { path: string; rule: string }[] {
  const faults: [boolean, string, string][] = [
    [asked.rule === 'some' && !(asked.needed !== null && asked.needed >= 1), 'needed', 'presenceNeeded'],
    [asked.rule === 'some' && (asked.needed ?? 0) > dateIds.length, 'needed', 'presenceTooMany'],
    [asked.rule === 'named' && asked.dateIds.length === 0, 'dateIds', 'presenceNamed'],
    [asked.dateIds.some((id) => !dateIds.includes(id)), 'dateIds', 'presenceNamed'],
  ];
  return faults.flatMap(([broken, path, rule]) => (broken ? [{ path, rule }] : []));
}

/** How one date went for somebody. */
export interface DatePresence {
  id: string;
  endsAt: Date;
  /** Attended for long enough, here or in another session. */
  credited: boolean;
  /** Noted as absent, or as there for less than half of it. */
  missed: boolean;
}

/**
 * Which missed dates must still be made up before the course is held; empty when what was attended is enough, or when
 * dates to come can still make it so. The same rule as the view `held_course`, for what is not held yet.
 */
export function datesToMakeUp(dates: readonly DatePresence[], needed: PresenceNeeded): string[] {
  const missed = dates.filter(({ credited, missed: wasMissed }) => wasMissed && !credited);
  const named = needed.rule === 'named' && needed.dateIds.length > 0;
  if (named) return missed.filter(({ id }) => needed.dateIds.includes(id)).map(({ id }) => id);
  if (needed.rule === 'some') {
    const reachable = dates.length - missed.length;
    return reachable >= Math.min(needed.needed ?? dates.length, dates.length) ? [] : missed.map(({ id }) => id);
  }
  return missed.map(({ id }) => id);
}

/** Why a missed date cannot be made up at a date of another session. */
export const CATCH_UP_REFUSALS = ['NOT_MISSED', 'NOT_OPEN', 'DATE_BEGUN', 'ALREADY_BOOKED', 'FULL'] as const;
export type CatchUpRefusal = (typeof CATCH_UP_REFUSALS)[number];

/** What the rule needs to know of the date where somebody wants to make up what she missed. */
export interface CatchUpState {
  /** The session is in the catalogue. */
  isOpen: boolean;
  startsAt: Date;
  /** Seats that nobody holds and that are not on offer. */
  freeSeats: number;
  /** People on the waiting list of the session: seats go to them first, as long as it makes offers. */
  waitingCount: number;
  /** Her booking there: none, for single dates to make up, or for the whole session. */
  booking: 'none' | 'catch-up' | 'whole';
  /** She missed the date of that rank in her own session, and needs it. */
  isMissed: boolean;
}

/** Why somebody may not make a missed date up there, or null. A booking for one date takes a seat of the session. */
export function whyNotCatchUp(state: CatchUpState, now: Date): CatchUpRefusal | null {
  if (!state.isOpen) return 'NOT_OPEN';
  if (state.startsAt <= now) return 'DATE_BEGUN';
  if (state.booking === 'whole') return 'ALREADY_BOOKED';
  if (!state.isMissed) return 'NOT_MISSED';
  if (state.booking === 'catch-up') return null;
  return state.freeSeats > state.waitingCount ? null : 'FULL';
}
