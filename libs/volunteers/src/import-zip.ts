import { createInflateRaw } from 'node:zlib';
import type { ListFile } from './import-source.js';

/** A file inside an archive, as the directory of the archive describes it. */
export interface ZipEntry {
  name: string;
  compressed: boolean;
  /** Where it is, and how long, in bytes of the archive. */
  offset: number;
  length: number;
}

/** The archive is damaged, locked, or of a kind that no spreadsheet writes. */
export class BrokenZip extends Error {}
/** A file in the archive is larger than it may be once unpacked, whatever the directory says. */
export class ZipTooLarge extends Error {}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_END = 22 + 65_535;
const LARGEST_DIRECTORY = 4 * 1024 * 1024;
const PIECE = 256 * 1024;

/**
 * The files of an archive by name (APPNOTE.TXT 4.3, without the 64-bit and the encrypted kinds). Only the directory is
 * read: nothing is unpacked before it is asked for.
 * @throws BrokenZip
 */
export async function zipEntries(file: ListFile): Promise<Map<string, ZipEntry>> {
  const tail = await file.read(Math.max(0, file.size - LONGEST_END), LONGEST_END);
  const end = lastIndexOf(tail, END);
  if (end < 0 || end + 22 > tail.length) throw new BrokenZip('no end of the directory');
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (length > LARGEST_DIRECTORY || offset + length > file.size) throw new BrokenZip('directory out of the file');
  const directory = await file.read(offset, length);
  const entries = new Map<string, ZipEntry>();
  for (let at = 0, i = 0; i < count; i++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY) throw new BrokenZip('damaged directory');
    const [flags, method] = [directory.readUInt16LE(at + 8), directory.readUInt16LE(at + 10)];
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    if ((flags & 1) !== 0 || (method !== 0 && method !== 8)) throw new BrokenZip('locked or unknown compression');
    const entry = {
      name: directory.toString('utf8', at + 46, at + 46 + name),
      compressed: method === 8,
      offset: directory.readUInt32LE(at + 42),
      length: directory.readUInt32LE(at + 20),
    };
    entries.set(entry.name.replaceAll('\\', '/').replace(/^\//, ''), entry);
    at += 46 + name + extra + comment;
  }
  return entries;
}

/**
 * The unpacked bytes of a file of the archive, piece by piece.
 * @param most bytes it may have unpacked; the directory is not believed
 * @throws BrokenZip, ZipTooLarge
 */
export async function* unzipped(file: ListFile, entry: ZipEntry, most: number): AsyncGenerator<Buffer> {
  const local = await file.read(entry.offset, 30);
  if (local.length < 30 || local.readUInt32LE(0) !== LOCAL) throw new BrokenZip('damaged entry');
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  if (start + entry.length > file.size) throw new BrokenZip('entry out of the file');
  let size = 0;
  const pieces = entry.compressed ? inflated(file, start, entry.length) : raw(file, start, entry.length);
  for await (const piece of pieces) {
    size += piece.length;
    if (size > most) throw new ZipTooLarge(entry.name);
    yield piece;
  }
}

async function* raw(file: ListFile, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += PIECE) yield await file.read(start + at, Math.min(PIECE, length - at));
}

async function* inflated(file: ListFile, start: number, length: number): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: PIECE });
  const feeding = (async () => {
    for await (const piece of raw(file, start, length)) {
      if (inflate.destroyed) return;
      if (!inflate.write(piece)) await new Promise<void>((resolve) => onceAny(inflate, resolve));
    }
    inflate.end();
  })();
  feeding.catch((error: Error) => inflate.destroy(error));
  try {
    for await (const piece of inflate) yield piece as Buffer;
  } catch (error) {
    throw new BrokenZip(error instanceof Error ? error.message : String(error));
  } finally {
    inflate.destroy();
  }
}

/** Room again, or no more need for it. */
function onceAny(inflate: ReturnType<typeof createInflateRaw>, then: () => void): void {
  inflate.once('drain', then);
  inflate.once('close', then);
}

function lastIndexOf(bytes: Buffer, mark: number): number {
  const wanted = Buffer.alloc(4);
  wanted.writeUInt32LE(mark);
  return bytes.lastIndexOf(wanted);
}
