import { Injectable, Logger } from '@nestjs/common';
import { Farewell } from '#platform/mail';
import { ErasureMails } from './erasure.mails.js';
import type { KnownPerson } from './person.js';

/** The last mail to somebody, while her address is still known; it leaves no trace here. */
@Injectable()
export class LastMail {
  private readonly log = new Logger(LastMail.name);

  constructor(
    private readonly farewell: Farewell,
    private readonly mails: ErasureMails,
  ) {}

  /**
   * @param id makes the Message-ID
   * @param anyhow whether a mail server that does not answer is borne
   * @returns whether it left; null for somebody without an address
   * @throws Error without an address in its text, for the log and the queue
   */
  async say(id: string, { addresses, name, locale }: KnownPerson, anyhow: boolean): Promise<boolean | null> {
    const [address] = addresses;
    if (address === undefined) return null;
    try {
      await this.farewell.say(id, { address, name, locale }, this.mails.farewell(locale));
      return true;
    } catch (error) {
      const code = (error as { code?: string }).code ?? 'refused';
      if (!anyhow) throw new Error(`The last mail did not leave yet: ${code}`, { cause: code });
      this.log.warn(`Erased without a last mail: ${code}`);
      return false;
    }
  }
}
