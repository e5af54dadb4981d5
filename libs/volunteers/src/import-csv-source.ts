import iconv from 'iconv-lite';
import { CsvCutter, type CsvShape, shapeOf } from './import-csv.rules.js';
import { EncodingScan, type ScannedEncoding } from './import-encoding.rules.js';
import type { ListFile, Source } from './import-source.js';

const SAMPLE = 65_536;

/** Reads all the bytes once to find how they spell letters. */
export async function scan(open: ListFile['open']): Promise<ScannedEncoding> {
  const scanning = new EncodingScan();
  for await (const chunk of open()) scanning.push(chunk);
  return scanning.result();
}

/** Old workbooks, and new ones that a password locks, are of Microsoft's older kind of container. */
async function isOldWorkbook(open: ListFile['open']): Promise<boolean> {
  for await (const chunk of open()) return Buffer.from(chunk.subarray(0, 4)).toString('hex') === 'd0cf11e0';
  return false;
}

/** The records of a text file, whatever its letters, separator and line ends. */
export async function* csvSource(open: ListFile['open']): AsyncGenerator<Source> {
  const { encoding } = await scan(open);
  if (encoding === null) return yield { fault: (await isOldWorkbook(open)) ? 'OLD_WORKBOOK' : 'NOT_TEXT' };
  let cutter: CsvCutter | null = null;
  let sample = '';
  for await (const text of decoded(open, encoding)) {
    if (cutter) {
      yield { records: cutter.push(text) };
      continue;
    }
    sample += text;
    if (sample.length < SAMPLE) continue;
    const shape = shapeOf(sample);
    cutter = cutterOf(shape);
    yield { kind: 'csv', encoding, delimiter: shape.delimiter };
    yield { records: cutter.push(withoutAnnouncement(sample, shape)) };
  }
  if (!cutter) {
    const shape = shapeOf(sample);
    cutter = cutterOf(shape);
    yield { kind: 'csv', encoding, delimiter: shape.delimiter };
    yield { records: cutter.push(withoutAnnouncement(sample, shape)) };
  }
  yield { records: cutter.end() };
}

const cutterOf = ({ delimiter, newline, announced }: CsvShape): CsvCutter =>
  new CsvCutter(delimiter, newline, announced ? 2 : 1);

function withoutAnnouncement(sample: string, { announced, newline }: CsvShape): string {
  return announced ? sample.slice(sample.indexOf(newline) + 1) : sample;
}

async function* decoded(open: ListFile['open'], encoding: string): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  for await (const chunk of open()) yield decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  yield decoder.end() ?? '';
}
