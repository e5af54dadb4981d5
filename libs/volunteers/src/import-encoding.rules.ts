/** How the bytes of a file spell letters; the names are those that iconv-lite knows. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh' | 'cp850';

export interface ScannedEncoding {
  /** Null when the bytes are no text at all: a spreadsheet, a picture, an archive. */
  encoding: Encoding | null;
  /** Bytes of the mark at the beginning that says the encoding; not part of the text. */
  bomLength: number;
}

/** Bytes of the letters that French writes most, in the three alphabets of one byte a letter that spreadsheets save. */
const FRENCH_LETTERS: Record<'windows-1252' | 'macintosh' | 'cp850', readonly number[]> = {
  //              é     è     ê     à     ç     ô     î     ï     ë     É
  'windows-1252': [0xe9, 0xe8, 0xea, 0xe0, 0xe7, 0xf4, 0xee, 0xef, 0xeb, 0xc9],
  macintosh: [0x8e, 0x8f, 0x90, 0x88, 0x8d, 0x99, 0x94, 0x95, 0x91, 0x83],
  cp850: [0x82, 0x8a, 0x88, 0x85, 0x87, 0x93, 0x8c, 0x8b, 0x89, 0x90],
};

/** First bytes of what people send by mistake: xlsx and ods (zip), xls, pdf, gzip. */
const NO_TEXT = ['504b0304', 'd0cf11e0', '25504446', '1f8b'];

/**
 * Finds the encoding of a file from all of its bytes, given piece by piece: the first accent may come on row 9,000.
 * A file counts as UTF-8 as long as its well-formed letters outnumber the broken ones, so that a few rows pasted from
 * elsewhere are faults of these rows and not of the whole file.
 */
export class EncodingScan {
  private readonly counts = new Uint32Array(256);
  private head = Buffer.alloc(0);
  private wellFormed = 0;
  private broken = 0;
  private expected = 0;
  private nulEven = 0;
  private nulOdd = 0;
  private offset = 0;

  push(chunk: Uint8Array): void {
    if (this.head.length < 4) this.head = Buffer.concat([this.head, chunk.subarray(0, 4)]);
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] as number;
      if (byte >= 0x80 || this.expected > 0) this.letter(byte);
      else if (byte === 0) this.nul(this.offset + i);
    }
    this.offset += chunk.length;
  }

  result(): ScannedEncoding {
    const head = this.head.toString('hex');
    if (head.startsWith('efbbbf')) return { encoding: 'utf-8', bomLength: 3 };
    if (head.startsWith('fffe')) return { encoding: 'utf-16le', bomLength: 2 };
    if (head.startsWith('feff')) return { encoding: 'utf-16be', bomLength: 2 };
    if (NO_TEXT.some((magic) => head.startsWith(magic))) return { encoding: null, bomLength: 0 };
    if (this.nulEven + this.nulOdd > 0) return { encoding: this.sixteenBits(), bomLength: 0 };
    const broken = this.broken + (this.expected > 0 ? 1 : 0);
    return { encoding: broken === 0 || this.wellFormed > broken ? 'utf-8' : this.oneByte(), bomLength: 0 };
  }

  private letter(byte: number): void {
    this.counts[byte] = (this.counts[byte] ?? 0) + 1;
    if (this.expected > 0 && byte >= 0x80 && byte < 0xc0) {
      this.expected -= 1;
      if (this.expected === 0) this.wellFormed += 1;
      return;
    }
    if (this.expected > 0) this.broken += 1;
    this.expected = byte >= 0xf5 || byte < 0xc2 ? 0 : byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
    if (byte >= 0x80 && this.expected === 0) this.broken += 1;
  }

  private nul(position: number): void {
    if (position % 2 === 0) this.nulEven += 1;
    else this.nulOdd += 1;
  }

  /** Western text in UTF-16 without a mark has every second byte zero; a zero byte anywhere else is no text. */
  private sixteenBits(): Encoding | null {
    const half = this.offset / 2;
    if (this.nulOdd > half * 0.7 && this.nulEven < half * 0.05) return 'utf-16le';
    if (this.nulEven > half * 0.7 && this.nulOdd < half * 0.05) return 'utf-16be';
    // A stray zero in a file of thousands of signs is a fault of its cell.
    return this.nulEven + this.nulOdd <= Math.max(1, this.offset / 1000) ? 'utf-8' : null;
  }

  /** The alphabet in which the bytes spell the most French letters; they share none of é, the most frequent. */
  private oneByte(): Encoding {
    const score = (letters: readonly number[]): number =>
      letters.reduce((sum, letter, i) => sum + (this.counts[letter] ?? 0) * (i === 0 ? 3 : 1), 0);
    const western = score(FRENCH_LETTERS['windows-1252']);
    const macintosh = score(FRENCH_LETTERS.macintosh);
    const dos = score(FRENCH_LETTERS.cp850);
    if (macintosh > western && macintosh > dos) return 'macintosh';
    return dos > western ? 'cp850' : 'windows-1252';
  }
}
