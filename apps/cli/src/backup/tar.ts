/**
 * The few lines of the tar format (POSIX.1-1988, ustar) that a backup needs: plain files of at most a few MiB. It was
 * chosen because every system can open it: should this program ever be lost, `tar` and `psql` still restore the data.
 */

const BLOCK = 512;

/** A file of an archive, small enough to be held at once. */
export interface Entry {
  name: string;
  body: Buffer;
}

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`;
const padding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
const sumOf = (header: Buffer): number =>
  header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);

/** The bytes of one file in an archive. @throws Error for a name of more than 100 bytes */
export function packed({ name, body }: Entry, at: Date): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`The name ${name} is too long for a tar archive`);
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0);
  header.write(octal(0o600, 8) + octal(0, 8) + octal(0, 8), 100);
  header.write(octal(body.length, 12) + octal(Math.floor(at.getTime() / 1000), 12), 124);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, body, padding(body.length)]);
}

/** What ends an archive. */
export const END = Buffer.alloc(2 * BLOCK);

/** A file is no archive of ours, or was changed since it was written. */
export class Damaged extends Error {
  override readonly name = 'Damaged';
}

/** The files of an archive, one after the other. @throws Damaged */
export async function* unpacked(chunks: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const source = new Gathered(chunks);
  try {
    for (;;) {
      const header = await source.take(BLOCK);
      if (header.every((byte) => byte === 0)) return;
      if (parseInt(header.toString('latin1', 148, 154), 8) !== sumOf(header))
        throw new Damaged('An entry of the archive has a wrong checksum');
      const name = header.toString('utf8', 0, 100).replace(/\0.*$/s, '');
      const size = parseInt(header.toString('latin1', 124, 135), 8);
      const body = await source.take(size);
      await source.take(padding(size).length);
      yield { name, body };
    }
  } finally {
    await source.leave();
  }
}

/** Hands out a stream in pieces of the asked size. */
class Gathered {
  private readonly source: AsyncIterator<Buffer>;
  private held: Buffer[] = [];
  private length = 0;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.source = chunks[Symbol.asyncIterator]();
  }

  async take(size: number): Promise<Buffer> {
    while (this.length < size) {
      const next = await this.source.next();
      if (next.done) throw new Damaged('The archive ends too early');
      this.held.push(next.value);
      this.length += next.value.length;
    }
    const all = this.held.length === 1 && this.held[0] ? this.held[0] : Buffer.concat(this.held);
    this.held = [all.subarray(size)];
    this.length -= size;
    return all.subarray(0, size);
  }
  /** Lets go of the stream, whether it was read to its end or not. */
  async leave(): Promise<void> {
    await this.source.return?.();
  }
}
