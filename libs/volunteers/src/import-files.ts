import { createHash, type Hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { userError } from '#platform/graphql';
import { ImportChunk } from './import-tables.entity.js';
import type { ListFile } from './import-source.js';

/** Largest file that is taken. */
export const LARGEST_FILE = 200 * 1024 * 1024;
const CHUNK = 1024 * 1024;
const AHEAD = 2;

/**
 * The bytes of files until they are imported, in the base: whichever process reads them finds them, an interrupted
 * reading begins again from them, and they go with their import.
 */
@Injectable()
export class ImportFiles {
  constructor(private readonly db: Database) {}

  /**
   * Keeps what arrives, piece by piece.
   * @returns SHA-256 in hexadecimal, and the number of bytes
   * @throws BAD_USER_INPUT for a file that is too large
   */
  async save(importId: string, bytes: AsyncIterable<Uint8Array>, largest = LARGEST_FILE): Promise<[string, number]> {
    const hash = createHash('sha256');
    let [size, position] = [0, 0];
    let waiting: Uint8Array[] = [];
    let held = 0;
    for await (const piece of bytes) {
      size += piece.length;
      held += piece.length;
      if (size > largest) throw userError('BAD_USER_INPUT', 'volunteers.import-too-large');
      waiting.push(piece);
      if (held < CHUNK) continue;
      let whole = Buffer.concat(waiting);
      for (; whole.length >= CHUNK; whole = whole.subarray(CHUNK))
        await this.keep(importId, position++, whole.subarray(0, CHUNK), hash);
      waiting = [Buffer.from(whole)];
      held = whole.length;
    }
    if (held > 0) await this.keep(importId, position, Buffer.concat(waiting), hash);
    return [hash.digest('hex'), size];
  }

  /** The kept file. @param size as `save` gave it */
  file(importId: string, size: number): ListFile {
    const chunk = (position: number): Promise<Buffer> => this.chunk(importId, position);
    return {
      size,
      open: () => inOrder(chunk, Math.ceil(size / CHUNK)),
      read: async (offset, length) => {
        const end = Math.min(size, offset + length);
        const pieces: Buffer[] = [];
        for (let at = offset; at < end;) {
          const piece = await chunk(Math.floor(at / CHUNK));
          const from = at % CHUNK;
          const taken = piece.subarray(from, from + end - at);
          if (taken.length === 0) break;
          pieces.push(taken);
          at += taken.length;
        }
        return Buffer.concat(pieces);
      },
    };
  }

  private async keep(importId: string, position: number, bytes: Buffer, hash: Hash): Promise<void> {
    hash.update(bytes);
    await this.db.query('insert into volunteer_import_chunk (import_id, position, bytes) values ($1, $2, $3)', [
      importId,
      position,
      bytes,
    ]);
    await this.db.query('update volunteer_import set byte_count = byte_count + $2 where id = $1', [
      importId,
      bytes.length,
    ]);
  }

  private async chunk(importId: string, position: number): Promise<Buffer> {
    const found = await this.db.repo(ImportChunk).findOneBy({ importId, position });
    return found?.bytes ?? Buffer.alloc(0);
  }
}

/** One piece after another, the next ones being fetched while one is read. */
async function* inOrder(chunk: (position: number) => Promise<Buffer>, count: number): AsyncGenerator<Buffer> {
  const coming: Promise<Buffer>[] = [];
  for (let position = 0; position < count || coming.length > 0; position++) {
    if (position < count) {
      const next = chunk(position);
      // Whoever stops reading leaves it behind: its failure is nobody's any more.
      next.catch(() => undefined);
      coming.push(next);
    }
    if (coming.length <= AHEAD && position + 1 < count) continue;
    const first = coming.shift();
    if (first) yield await first;
  }
}
