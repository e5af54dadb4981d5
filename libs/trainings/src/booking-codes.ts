import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CardService } from '#platform/accounts';
import { Config } from '#platform/config';
import { CODE_LENGTH, CODE_LETTERS, qrTextOf, readScanned } from './booking-code.rules.js';

const FAIR = 256 - (256 % CODE_LETTERS.length);

/** Codes that people show or say at the door, and the QR codes that carry them with a mark only we can make. */
@Injectable()
export class BookingCodes {
  constructor(
    private readonly config: Config,
    private readonly cards: CardService,
  ) {}

  /** A code nobody can guess from another. The database refuses the rare one that exists already. */
  fresh(): string {
    let code = '';
    // Bytes beyond the last full round of letters would favour the first ones.
    while (code.length < CODE_LENGTH)
      for (const byte of randomBytes(CODE_LENGTH * 2))
        if (byte < FAIR && code.length < CODE_LENGTH) code += CODE_LETTERS[byte % CODE_LETTERS.length];
    return code;
  }

  qrText(code: string): string {
    return qrTextOf(code, this.mark(code));
  }

  /** The booking code in a QR text or in what was typed; null if it is neither, or a QR text that we did not make. */
  read(text: string): string | null {
    const scanned = readScanned(text);
    if (scanned?.mark === null || scanned === null) return scanned?.code ?? null;
    const genuine = timingSafeEqual(Buffer.from(scanned.mark), Buffer.from(this.mark(scanned.code)));
    return genuine ? scanned.code : null;
  }

  /** The account whose card has this code; null for any other text. Cards serve at the door as bookings do. */
  async holderOfCard(text: string): Promise<string | null> {
    const holder = await this.cards.holder(text);
    return typeof holder === 'string' ? null : holder.accountId;
  }

  private mark(code: string): string {
    return createHmac('sha256', this.config.appSecret).update(`booking:${code}`).digest('base64url').slice(0, 8);
  }
}
