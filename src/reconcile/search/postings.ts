/**
 * Positions by a 32-bit key, in two flat arrays: built in one pass, no object per key. Positions of a key come in
 * ascending order. Keys are hashes, so the caller compares what stands behind a position.
 */
export class Postings {
  private readonly starts: Uint32Array;
  private readonly items: Uint32Array;
  private readonly keys: Uint32Array;
  private readonly shift: number;

  constructor(keys: Uint32Array) {
    let bits = 4;
    while (bits < 26 && 1 << bits < keys.length) bits += 1;
    this.keys = keys;
    this.shift = 32 - bits;
    const starts = new Uint32Array((1 << bits) + 1);
    for (let i = 0; i < keys.length; i += 1) starts[(spread(keys[i]!) >>> this.shift) + 1]! += 1;
    for (let b = 1; b < starts.length; b += 1) starts[b]! += starts[b - 1]!;
    const next = starts.slice();
    const items = new Uint32Array(keys.length);
    for (let i = 0; i < keys.length; i += 1) {
      const bucket = spread(keys[i]!) >>> this.shift;
      items[next[bucket]!] = i;
      next[bucket]! += 1;
    }
    this.starts = starts;
    this.items = items;
  }

  /** Calls `visit` with every position that was given this key. */
  each(key: number, visit: (position: number) => void): void {
    const bucket = spread(key) >>> this.shift;
    const end = this.starts[bucket + 1]!;
    for (let at = this.starts[bucket]!; at < end; at += 1) {
      const position = this.items[at]!;
      if (this.keys[position] === key) visit(position);
    }
  }
}

/** Dates and other plain numbers differ in their low bits, buckets are taken from the high ones. */
const spread = (key: number): number =>
  (((key & 0xffff) * 0x9e3779b1 + ((((key >>> 16) * 0x9e3779b1) & 0xffff) << 16)) | 0) >>> 0;
