import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import {
  bareCode,
  FRESH_MINUTES,
  isAuthenticatorCode,
  isFresh,
  minutesToWait,
  newRecoveryCode,
  newTotpSecret,
  stepOfCode,
  totpUri,
  triesLeft,
} from './second-factor.rules.js';

/** The 6-digit code of a step, written from RFC 4226 and without the library. */
function codeOf(key: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = mac[mac.length - 1]! & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** "12345678901234567890", the key of the test vectors of RFC 6238, in base32. */
const KEY = Buffer.from('12345678901234567890');
const KEY_32 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('codes of authenticator programs', () => {
  it('are those of RFC 6238, appendix B', () => {
    for (const [seconds, code] of [
      [59, '287082'],
      [1111111109, '081804'],
      [20000000000, '353130'],
    ] as const)
      expect(stepOfCode(KEY_32, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
  });

  it('are six plain digits, whatever else somebody types', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        fc.pre(!/^\d{6}$/.test(typed));
        expect(stepOfCode(KEY_32, typed, new Date(59_000))).toBeNull();
      }),
    );
    expect(stepOfCode(KEY_32, '\u202e\u2067abc\u200f', new Date(59_000))).toBeNull();
  });

  it('are taken one step early or late, and not two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 2 ** 31 }), fc.integer({ min: -4, max: 4 }), (step, off) => {
        const found = stepOfCode(KEY_32, codeOf(KEY, step + off), new Date(step * 30_000 + 29_999));
        if (Math.abs(off) <= 1) expect(found).toBe(step + off);
        // Once in a million the code of another step is the same.
        else expect([null, step - 1, step, step + 1]).toContain(found);
      }),
    );
  });

  it('come from a secret of 160 bits that programs can read', () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
    const uri = new URL(totpUri(KEY_32, 'awa@exemple.org', 'Entraide & Co'));
    expect([uri.protocol, uri.host, uri.searchParams.get('secret')]).toEqual(['otpauth:', 'totp', KEY_32]);
    expect(decodeURIComponent(uri.pathname)).toBe('/Entraide & Co:awa@exemple.org');
  });
});

describe('recovery codes', () => {
  it('are never alike, never look like six digits, and bear spaces, hyphens and capitals', () => {
    const codes = Array.from({ length: 2000 }, newRecoveryCode);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) {
      expect(code).toMatch(/^[2-9a-hjkmnp-z]{5}-[2-9a-hjkmnp-z]{5}$/);
      expect(isAuthenticatorCode(bareCode(code))).toBe(false);
    }
    expect(bareCode(' K7M2P 9XQ4T ')).toBe(bareCode('k7m2p-9xq4t'));
  });
});

describe('guessing', () => {
  it('stops after five tries, and longer each time', () => {
    const waits = Array.from({ length: 51 }, (_, failures) => minutesToWait(failures)).filter((minutes) => minutes > 0);
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 720, 720, 720, 720]);
    expect([0, 1, 4, 5, 6, 10].map(triesLeft)).toEqual([5, 4, 1, 0, 4, 0]);
  });
});

describe('a fresh proof', () => {
  it('is one of the last quarter of an hour', () => {
    const now = new Date('2026-03-01T12:00:00Z');
    const ago = (ms: number): Date => new Date(now.getTime() - ms);
    expect(isFresh(null, now)).toBe(false);
    expect(isFresh(ago(FRESH_MINUTES * 60_000 - 1), now)).toBe(true);
    expect(isFresh(ago(FRESH_MINUTES * 60_000), now)).toBe(false);
  });
});
