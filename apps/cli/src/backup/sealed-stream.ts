import { createCipheriv, createDecipheriv, randomBytes, scrypt, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import { Damaged } from './tar.js';

/** First bytes of an encrypted backup; one that is not begins as gzip does. */
export const MAGIC = Buffer.from('VDPSEAL1');

const SALT_BYTES = 16;
const PREFIX_BYTES = 7;
const TAG_BYTES = 16;
/** Plain bytes in each piece but the last. */
const PIECE = 64 * 1024;
/** OWASP, password storage: N = 2^17, r = 8, p = 1; a guess costs 128 MiB. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 } satisfies ScryptOptions;

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/**
 * Encrypts a stream by a passphrase: scrypt, then AES-256-GCM over pieces of 64 KiB. Each piece is sealed with its number
 * and with whether it is the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015), so that
 * none can be changed, moved, left out or cut off unnoticed.
 */
export async function* sealed(chunks: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT_BYTES);
  const prefix = randomBytes(PREFIX_BYTES);
  const key = await derive(passphrase, salt, 32, COST);
  yield Buffer.concat([MAGIC, salt, prefix]);
  let number = 0;
  for await (const { piece, isLast } of pieces(chunks, PIECE)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(prefix, number++, isLast));
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Decrypts what `sealed` made, its first bytes included. @throws Damaged for a wrong passphrase or a changed byte */
export async function* opened(chunks: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  let key: Buffer | null = null;
  let prefix: Buffer = Buffer.alloc(0);
  let number = 0;
  const head = MAGIC.length + SALT_BYTES + PREFIX_BYTES;
  for await (const { piece, isLast } of pieces(chunks, PIECE + TAG_BYTES, head)) {
    if (!key) {
      prefix = piece.subarray(head - PREFIX_BYTES, head);
      key = await derive(passphrase, piece.subarray(MAGIC.length, MAGIC.length + SALT_BYTES), 32, COST);
      continue;
    }
    yield decrypted(piece, key, nonce(prefix, number++, isLast));
  }
}

function decrypted(piece: Buffer, key: Buffer, iv: Buffer): Buffer {
  if (piece.length < TAG_BYTES) throw new Damaged('The backup ends too early');
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(piece.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(piece.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new Damaged('The passphrase is not the right one, or the backup was changed');
  }
}

function nonce(prefix: Buffer, number: number, isLast: boolean): Buffer {
  const counter = Buffer.alloc(5);
  counter.writeUInt32BE(number);
  counter[4] = isLast ? 1 : 0;
  return Buffer.concat([prefix, counter]);
}

/** Cuts a stream into pieces of one size, after a first one of `head` bytes; the last may be shorter, even empty. */
async function* pieces(
  chunks: AsyncIterable<Buffer>,
  size: number,
  head = 0,
): AsyncGenerator<{ piece: Buffer; isLast: boolean }> {
  let held: Buffer = Buffer.alloc(0);
  let wanted = head || size;
  for await (const chunk of chunks) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    // The last piece is known only once nothing follows it.
    while (held.length > wanted) {
      yield { piece: held.subarray(0, wanted), isLast: false };
      held = held.subarray(wanted);
      wanted = size;
    }
  }
  yield { piece: held, isLast: true };
}
