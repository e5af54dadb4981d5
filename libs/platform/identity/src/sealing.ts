import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '#platform/config';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Thrown when a sealed text was changed, belongs to another purpose, or was sealed under another APP_SECRET. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/**
 * Keeps secrets in the database in a form that a copy of the database does not give away: AES-256-GCM under keys derived
 * from APP_SECRET (HKDF, RFC 5869), one key for each purpose. The sealed text names its key, so that a changed APP_SECRET
 * is told apart from a damaged row.
 */
@Injectable()
export class Sealing {
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly config: Config) {}

  /** @param purpose what the secret is for; the same words open it again */
  seal(purpose: string, secret: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.keyFor(purpose), iv);
    const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return [this.keyId(), Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')].join('.');
  }

  /** @throws SealBroken */
  open(purpose: string, sealed: string): string {
    const [keyId, text = ''] = sealed.split('.');
    if (keyId !== this.keyId()) throw new SealBroken(`Sealed for ${purpose} under another APP_SECRET`);
    const bytes = Buffer.from(text, 'base64url');
    try {
      const decipher = createDecipheriv(CIPHER, this.keyFor(purpose), bytes.subarray(0, IV_BYTES));
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      const body = bytes.subarray(IV_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    } catch {
      throw new SealBroken(`Sealed text for ${purpose} was changed`);
    }
  }

  /** Name of the key that seals now: tells nothing about APP_SECRET, and is another one when that is. */
  private keyId(): string {
    return this.keyFor('name of the key').subarray(0, 6).toString('base64url');
  }

  private keyFor(purpose: string): Buffer {
    const known = this.keys.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', this.config.appSecret, 'sealing', purpose, 32));
    this.keys.set(purpose, key);
    return key;
  }
}
