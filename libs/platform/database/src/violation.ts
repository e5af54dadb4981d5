import { QueryFailedError } from 'typeorm';

/**
 * Name of the database constraint that refused a write, or null when the error is something else.
 * Services map it to the same refusal that the rule would have given.
 */
export function violatedConstraint(error: unknown): string | null {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (typeof cause !== 'object' || cause === null) return null;
  const { code, constraint } = cause as { code?: string; constraint?: string };
  return code?.startsWith('23') ? (constraint ?? null) : null;
}

/** SQLSTATEs after which the whole transaction may simply be tried again: serialization failure, deadlock. */
const RETRYABLE = new Set(['40001', '40P01']);

export function isRetryable(error: unknown): boolean {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return RETRYABLE.has((cause as { code?: string } | null)?.code ?? '');
}
