import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
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
 * is told apart from a damaged row, and that what the one before has sealed (APP_SECRET_PREVIOUS) still opens.
 */
@Injectable()
export class Sealing {
  private readonly keys = new Map<string, Buffer>();
  /** The one that seals first. */
  private readonly secrets: string[];

  constructor({ appSecret, appSecretPrevious }: Config) {
    this.secrets = [appSecret, ...(appSecretPrevious ? [appSecretPrevious] : [])];
  }

  /**
   * @param purpose what the secret is for; the same words open it again
   * @param row whose secret it is, if it must not open when it is copied into another row
   */
  seal(purpose: string, secret: string, row = ''): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.keyFor(purpose), iv).setAAD(Buffer.from(row));
    const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return [this.keyId(), Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')].join('.');
  }

  /** @throws SealBroken */
  open(purpose: string, sealed: string, row = ''): string {
    const [keyId, text = ''] = sealed.split('.');
    const age = this.secrets.findIndex((_, at) => this.keyId(at) === keyId);
    if (age < 0) throw new SealBroken(`Sealed for ${purpose} under another APP_SECRET`);
    const bytes = Buffer.from(text, 'base64url');
    try {
      const iv = bytes.subarray(0, IV_BYTES);
      const decipher = createDecipheriv(CIPHER, this.keyFor(purpose, age), iv, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(row)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      const body = bytes.subarray(IV_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    } catch {
      throw new SealBroken(`Sealed text for ${purpose} was changed`);
    }
  }

  /** Whether it was sealed under the APP_SECRET before: sealed again, it outlives the change. */
  isStale(sealed: string): boolean {
    return sealed.split('.')[0] !== this.keyId();
  }

  /** Marks by which a secret that is not kept is recognised, one for each known APP_SECRET; store the first. */
  marks(purpose: string, secret: string): [string, ...string[]] {
    const marks = this.secrets.map((_, age) =>
      createHmac('sha256', this.keyFor(purpose, age)).update(secret).digest('base64url'),
    );
    return marks as [string, ...string[]];
  }

  /** Name of a key: tells nothing about its APP_SECRET, and is another one when that is. */
  private keyId(age = 0): string {
    return this.keyFor('name of the key', age).subarray(0, 6).toString('base64url');
  }

  private keyFor(purpose: string, age = 0): Buffer {
    const name = `${age} ${purpose}`;
    const known = this.keys.get(name);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', this.secrets[age] ?? '', 'sealing', purpose, 32));
    this.keys.set(name, key);
    return key;
  }
}
