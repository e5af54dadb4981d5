import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const KEY_INCLUDED = 0x40;

const sha256 = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest();
const encoded = (value: unknown): Buffer => Buffer.from(isoCBOR.encode(value as never));

/** What a test may bend about an answer. */
export interface Bent {
  origin?: string;
  challenge?: string;
  /** The holder did not prove herself to the device. */
  unverified?: boolean;
  /** What the device says of how often it has signed. */
  counter?: number;
}

/** A device that makes and uses passkeys, written from the WebAuthn recommendation (Level 2, sections 5 and 6). */
export class PasskeyDevice {
  private readonly id = randomBytes(24).toString('base64url');
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;
  private counter = 0;

  constructor(private readonly origin: string) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.privateKey = pair.privateKey;
    this.publicKey = pair.publicKey;
  }

  /** Makes its key. @param options as the platform gave them, in JSON */
  create(options: string, bent: Bent = {}): string {
    const { x = '', y = '' } = this.publicKey.export({ format: 'jwk' });
    const key = encoded(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ]),
    );
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const authData = Buffer.concat([this.head(KEY_INCLUDED, bent), Buffer.alloc(16), length, id, key]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    return this.answer({
      clientDataJSON: this.clientData('webauthn.create', options, bent),
      attestationObject: encoded(attestation).toString('base64url'),
    });
  }

  /** Signs a question. @param options as the platform gave them, in JSON */
  get(options: string, bent: Bent = {}): string {
    this.counter++;
    const authData = this.head(0, bent);
    const clientDataJSON = this.clientData('webauthn.get', options, bent);
    const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return this.answer({
      clientDataJSON,
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, this.privateKey).toString('base64url'),
    });
  }

  private head(more: number, bent: Bent): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(bent.counter ?? this.counter);
    const flags = USER_PRESENT | (bent.unverified ? 0 : USER_VERIFIED) | more;
    return Buffer.concat([sha256(new URL(this.origin).hostname), Buffer.from([flags]), counter]);
  }

  private clientData(type: string, options: string, bent: Bent): string {
    const { challenge } = JSON.parse(options) as { challenge: string };
    const said = {
      type,
      challenge: bent.challenge ?? challenge,
      origin: bent.origin ?? this.origin,
      crossOrigin: false,
    };
    return Buffer.from(JSON.stringify(said)).toString('base64url');
  }

  private answer(response: object): string {
    return JSON.stringify({ id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {}, response });
  }
}
