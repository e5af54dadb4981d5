import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '#platform/config';

/** What a link that was mailed to somebody lets its holder do, and to which row. */
export interface LinkClaim {
  kind: string;
  id: string;
}

/**
 * Links whose possession is the right to act, without sign-in. They are computed, not stored: the same claim always
 * gives the same link, so a mail that is sent again carries the same one, and a copy of the database gives none away.
 * Whether the claim is still open is the business of the row that it names.
 */
@Injectable()
export class SignedLinks {
  constructor(private readonly config: Config) {}

  sign(kind: string, id: string): string {
    const claim = Buffer.from(`${kind}:${id}`).toString('base64url');
    return `${claim}.${this.mark(claim)}`;
  }

  /** The claim of a link, or null if it was not signed by this platform. */
  read(token: string): LinkClaim | null {
    const [claim = '', mark = ''] = token.split('.');
    const expected = Buffer.from(this.mark(claim));
    const given = Buffer.from(mark);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
    const [kind = '', ...id] = Buffer.from(claim, 'base64url').toString().split(':');
    return { kind, id: id.join(':') };
  }

  private mark(claim: string): string {
    return createHmac('sha256', this.config.appSecret).update(`link:${claim}`).digest('base64url').slice(0, 27);
  }
}
