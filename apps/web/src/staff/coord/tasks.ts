import type { SessionRow } from '../shared/session-rows.js';

/** Something about a session that waits for a coordinator. */
export interface Task {
  /** A draft that starts soon; a long waiting list; a session soon that hardly anybody booked. */
  kind: 'publish' | 'queue' | 'empty';
  session: SessionRow;
}

const DAY_MS = 86_400_000;
const DRAFT_DAYS = 28;
const EMPTY_DAYS = 10;
/** From so many people waiting on, another date is worth a thought: a quarter of the room, at least five. */
const longQueue = ({ capacity }: SessionRow): number => Math.max(5, Math.ceil(capacity / 4));

/** What waits for a coordinator, the soonest session first. `now` is when she looks. */
export function tasksOf(sessions: readonly SessionRow[], now: Date): Task[] {
  return [...sessions]
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
    .flatMap((session): Task[] => {
      const days = (Date.parse(session.startsAt) - now.getTime()) / DAY_MS;
      if (days < 0) return [];
      if (session.status === 'draft') return days <= DRAFT_DAYS ? [{ kind: 'publish', session }] : [];
      if (session.status !== 'published') return [];
      if (session.waitingCount >= longQueue(session)) return [{ kind: 'queue', session }];
      return days <= EMPTY_DAYS && session.seatsTaken * 2 < session.capacity ? [{ kind: 'empty', session }] : [];
    });
}
