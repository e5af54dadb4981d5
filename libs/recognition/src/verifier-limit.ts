import { Injectable } from '@nestjs/common';
import { RequestLimiter } from '#platform/accounts';
import { UserError } from '#platform/graphql';
import { Clock } from '#platform/kernel';

/** Slows down who tries codes: a wrong one costs as much as a right one, and nothing hints at what would be right. */
@Injectable()
export class VerifierLimit {
  private readonly limiter: RequestLimiter;

  constructor(clock: Clock) {
    this.limiter = new RequestLimiter(clock);
  }

  /** Counts a try of this address. @throws RATE_LIMITED with the seconds to wait */
  count(address: string): void {
    const wait = this.limiter.secondsToWait(address);
    if (wait > 0) throw new UserError('RATE_LIMITED', 'error.RATE_LIMITED', [], wait);
  }
}
