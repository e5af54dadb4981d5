/** Where an import stands. */
export const IMPORT_STATUSES = [
  'sending',
  'reading',
  'ready',
  'applying',
  'stopped',
  'applied',
  'undoing',
  'undone',
  'failed',
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** What is known about a row: it can be imported, has faults, may be of somebody known, or stays out by choice. */
export const ROW_STATES = ['sound', 'faulty', 'doubt', 'left_out'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** What somebody decided about a row. */
export const ROW_CHOICES = ['leave-out', 'update', 'create'] as const;
export type RowChoice = (typeof ROW_CHOICES)[number];

/** Why undoing an import left somebody as she is: she signed in, something of her changed, others rely on her. */
export const KEPT_REASONS = ['signed-in', 'changed', 'in-use'] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

/** How long an import can be undone, and how long what was not imported can be come back to. */
export const UNDO_HOURS = 24;

/** What can be asked of an import. */
export const IMPORT_STEPS = ['map', 'fix', 'apply', 'stop', 'undo', 'discard'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

const OPEN_TO: Record<ImportStep, readonly ImportStatus[]> = {
  map: ['ready', 'failed'],
  fix: ['ready'],
  apply: ['ready', 'stopped'],
  stop: ['reading', 'applying'],
  undo: ['applied', 'stopped'],
  discard: ['ready', 'failed', 'reading', 'sending'],
};

export interface ImportFacts {
  status: ImportStatus;
  /** Until when it can be undone; null before anything was imported. */
  undoUntil: Date | null;
  /** Whether anything was imported already. */
  hasBegun: boolean;
}

/** Whether a step may be taken now. What was stopped while it was read has to be read again before anything else. */
export function mayStep(step: ImportStep, { status, undoUntil, hasBegun }: ImportFacts, now: Date): boolean {
  if (status === 'stopped' && !hasBegun) return step === 'map' || step === 'discard';
  if (!OPEN_TO[step].includes(status)) return false;
  return step !== 'undo' || (undoUntil !== null && now < undoUntil);
}

export interface RowFacts {
  faults: number;
  /** Whether somebody known may be the same person, and whether they share the address. */
  match: 'none' | 'other-address' | 'same-address';
  /** Somebody checked that she is another person of the same name. */
  homonym: boolean;
  choice: RowChoice | null;
}

/** What state a row is in. The address is one person's: somebody new cannot be made with it. */
export function rowState({ faults, match, homonym, choice }: RowFacts): RowState {
  if (choice === 'leave-out') return 'left_out';
  if (faults > 0) return 'faulty';
  if (match === 'none') return 'sound';
  if (choice === 'update') return 'sound';
  if (match === 'other-address' && (choice === 'create' || homonym)) return 'sound';
  return 'doubt';
}

/** The choices that are open for a row with a match. */
export function choicesFor(match: RowFacts['match']): RowChoice[] {
  if (match === 'none') return ['leave-out'];
  return match === 'same-address' ? ['update', 'leave-out'] : ['update', 'create', 'leave-out'];
}
