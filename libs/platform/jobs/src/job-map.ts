/**
 * Names of all jobs with the shape of their payloads (plain JSON). A lib adds its own where it handles them:
 * `declare module '#platform/jobs' { interface JobMap { 'offer.expire': { offerId: string } } }`
 */
// An empty interface is what others can add to.
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface JobMap {}

export type JobName = keyof JobMap & string;

/** When and how often a job is tried. */
export interface JobOptions {
  /** Of jobs with the same key only the latest waits; it replaces the one before. */
  key?: string;
  /** Not before this instant; now, if left out. */
  runAt?: Date;
  /** Tries until the job counts as failed; the pauses grow from 3 seconds to 6 hours. 25 if left out. */
  maxAttempts?: number;
  /** Smaller goes first among what is due; 0 if left out. */
  priority?: number;
}
