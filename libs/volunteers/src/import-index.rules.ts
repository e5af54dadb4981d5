/** Two independent 32-bit hashes (FNV-1a and a multiplicative one) joined to 53 bits, the whole numbers of a double. */
function hash53(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
    b ^= b >>> 13;
  }
  a ^= a >>> 16;
  return ((a >>> 0) & 0x1fffff) * 4294967296 + (b >>> 0) + 1;
}

/**
 * Remembers on which row a text was first met, in 12 bytes a row whatever its length: a million rows must not fill the
 * memory with addresses. Two different texts are taken for the same once in 9 * 10^15, so a false duplicate in a file
 * of a million rows has a chance below one in ten thousand.
 */
export class FirstMet {
  private keys = new Float64Array(1024);
  private rows = new Uint32Array(1024);
  private size = 0;

  /** The row on which the text was met before; null the first time, and then `row` is remembered. */
  meet(text: string, row: number): number | null {
    if (this.size * 2 > this.keys.length) this.grow();
    const key = hash53(text);
    const slot = this.slotOf(key);
    if (this.keys[slot] === key) return this.rows[slot] ?? null;
    this.put(slot, key, row);
    this.size += 1;
    return null;
  }

  private slotOf(key: number): number {
    const mask = this.keys.length - 1;
    let slot = (key % 4294967291) & mask;
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private put(slot: number, key: number, row: number): void {
    this.keys[slot] = key;
    this.rows[slot] = row;
  }

  private grow(): void {
    const { keys, rows } = this;
    this.keys = new Float64Array(keys.length * 2);
    this.rows = new Uint32Array(rows.length * 2);
    keys.forEach((key, i) => {
      if (key !== 0) this.put(this.slotOf(key), key, rows[i] ?? 0);
    });
  }
}
