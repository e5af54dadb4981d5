import type { SessionEditRefusal } from './session.rules.js';

/** What became of a request to save, share or cancel a session. */
export type SessionOutcome =
  { refused: SessionEditRefusal } | { id: string; effect: { notified: number; offersMade: number } };
