import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/kernel';
import { lineOf } from './network-line.rules.js';

const WINDOW_SECONDS = 15 * 60;
const PER_WINDOW = 60;
const MOST_ADDRESSES = 100_000;

/**
 * Slows down one network address that tries codes for many accounts. The limit per account is in the database; this one
 * is kept in memory, as losing it at a restart does no harm, and is wide enough for a room that shares one connection.
 */
@Injectable()
export class RequestLimiter {
  private readonly tries = new Map<string, { since: number; count: number }>();

  constructor(private readonly clock: Clock) {}

  /** Counts a try of this address; 0, or the seconds until it may go on. */
  secondsToWait(address: string): number {
    const now = this.clock.now().getTime() / 1000;
    const line = lineOf(address);
    const known = this.tries.get(line);
    if (!known || now - known.since > WINDOW_SECONDS) {
      if (this.tries.size >= MOST_ADDRESSES) this.tries.clear();
      this.tries.set(line, { since: now, count: 1 });
      return 0;
    }
    known.count++;
    return known.count > PER_WINDOW ? Math.ceil(known.since + WINDOW_SECONDS - now) : 0;
  }
}
