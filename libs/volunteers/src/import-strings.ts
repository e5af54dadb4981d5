const BLOCK = 1 << 20;

/**
 * The texts that the cells of a workbook share, one after another as bytes: millions of small strings of the language
 * would take several times the room.
 */
export class SharedStrings {
  private readonly blocks: Buffer[] = [];
  private used = BLOCK;
  private starts = new Float64Array(1024);
  private count = 0;

  constructor(private readonly most: number) {}

  /** @returns whether there was room */
  add(text: string): boolean {
    const length = Buffer.byteLength(text);
    if (this.used + length + 4 > BLOCK) {
      if ((this.blocks.length + 1) * BLOCK > this.most) return false;
      this.blocks.push(Buffer.allocUnsafe(Math.max(BLOCK, length + 4)));
      this.used = 0;
    }
    const block = this.blocks.at(-1) as Buffer;
    block.writeUInt32LE(length, this.used);
    block.write(text, this.used + 4);
    if (this.count === this.starts.length) {
      const larger = new Float64Array(this.starts.length * 2);
      larger.set(this.starts);
      this.starts = larger;
    }
    this.starts[this.count] = (this.blocks.length - 1) * BLOCK + this.used;
    this.count += 1;
    this.used += length + 4;
    return true;
  }

  /** The text of a number; empty for a number that no text has. */
  at(index: number): string {
    if (!(index >= 0 && index < this.count)) return '';
    const start = this.starts[index] ?? 0;
    const block = this.blocks[Math.floor(start / BLOCK)] as Buffer;
    const at = start % BLOCK;
    return block.toString('utf8', at + 4, at + 4 + block.readUInt32LE(at));
  }
}
