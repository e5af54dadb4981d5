import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/kernel';
import { lineOf } from './network-line.rules.js';

const WINDOW_MS = 15 * 60_000;
/** Wrong codes of all lines together, in a quarter of an hour, before strangers have to wait. */
const WRONG_PER_WINDOW = 300;
const TRUSTED_MS = 24 * 3_600_000;
const MOST_LINES = 10_000;

/**
 * Slows guessing down that comes from many network addresses at once; `RequestLimiter` is for one. While too many wrong
 * codes arrive, only lines from which a card has signed in today may go on: whoever guesses does not lock the shared
 * devices of reception out. Kept in memory, as losing it at a restart does no harm: a code has 55 random bits.
 */
@Injectable()
export class CardLimiter {
  private since = 0;
  private wrong = 0;
  private readonly trusted = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /** 0, or the seconds until this address may try again. */
  secondsToWait(address: string): number {
    const now = this.clock.now().getTime();
    if (now - this.since > WINDOW_MS) {
      this.since = now;
      this.wrong = 0;
    }
    const trustedAt = this.trusted.get(lineOf(address)) ?? -Infinity;
    if (this.wrong < WRONG_PER_WINDOW || now - trustedAt < TRUSTED_MS) return 0;
    return Math.ceil((this.since + WINDOW_MS - now) / 1000);
  }

  /** Notes how a try ended. */
  note(address: string, worked: boolean): void {
    if (!worked) this.wrong++;
    else {
      if (this.trusted.size >= MOST_LINES) this.trusted.clear();
      this.trusted.set(lineOf(address), this.clock.now().getTime());
    }
  }
}
