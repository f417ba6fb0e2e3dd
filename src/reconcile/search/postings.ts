/**
 * Numbers by a 32-bit hash of their key, in two flat arrays: built in one pass, no object per key. Some stand under a hash
 * that is not theirs, so whoever looks compares the keys themselves.
 */
export class Buckets {
  private readonly starts: Uint32Array;
  private readonly items: Uint32Array;
  private readonly shift: number;

  /** `hashes[i]` is the hash of the key of `i`. */
  constructor(hashes: Uint32Array) {
    let bits = 4;
    while (bits < 26 && 1 << bits < hashes.length) bits += 1;
    this.shift = 32 - bits;
    const starts = new Uint32Array((1 << bits) + 1);
    for (let i = 0; i < hashes.length; i += 1) starts[(spread(hashes[i]!) >>> this.shift) + 1]! += 1;
    for (let b = 1; b < starts.length; b += 1) starts[b]! += starts[b - 1]!;
    const next = starts.slice();
    const items = new Uint32Array(hashes.length);
    for (let i = 0; i < hashes.length; i += 1) {
      const bucket = spread(hashes[i]!) >>> this.shift;
      items[next[bucket]!] = i;
      next[bucket]! += 1;
    }
    this.starts = starts;
    this.items = items;
  }

  /** Places from `startOf` to `endOf` hold the numbers of a hash, in ascending order, and others. */
  startOf(hash: number): number {
    return this.starts[spread(hash) >>> this.shift]!;
  }

  endOf(hash: number): number {
    return this.starts[(spread(hash) >>> this.shift) + 1]!;
  }

  itemAt(place: number): number {
    return this.items[place]!;
  }

  /** The places in their order as a column of what `of` says of the number in each. */
  column(of: (item: number) => number): Uint32Array {
    return this.items.map(of);
  }
}

/**
 * Numbers by a 32-bit key. What stands under a key comes in the order in which it was given. Keys may be hashes too; then
 * the caller compares what stands behind a number.
 */
export class Postings {
  private readonly buckets: Buckets;
  // In the order of the buckets, so that one look-up reads one stretch of memory.
  private readonly keys: Uint32Array;
  private readonly items: Uint32Array;
  private readonly marks: Uint32Array | undefined;

  /**
   * `keys[i]` is the key of `items[i]`, or of `i` where there are no items. `markOf`: a mark of each item, for
   * {@link eachMarked}.
   */
  constructor(keys: Uint32Array, items?: Uint32Array, markOf?: Uint32Array) {
    this.buckets = new Buckets(keys);
    this.keys = this.buckets.column((i) => keys[i]!);
    this.items = this.buckets.column((i) => (items === undefined ? i : items[i]!));
    this.marks = markOf && this.items.map((item) => markOf[item]!);
  }

  /** Calls `visit` with every number that was given this key. */
  each(key: number, visit: (item: number) => void): void {
    const { keys, items } = this;
    const end = this.buckets.endOf(key);
    for (let at = this.buckets.startOf(key); at < end; at += 1) if (keys[at] === key) visit(items[at]!);
  }

  /** With every number that was given this key and whose mark has a bit in common with this one. */
  eachMarked(key: number, mark: number, visit: (item: number) => void): void {
    const { keys, marks, items } = this;
    const end = this.buckets.endOf(key);
    for (let at = this.buckets.startOf(key); at < end; at += 1)
      if (keys[at] === key && (marks === undefined || (marks[at]! & mark) !== 0)) visit(items[at]!);
  }
}

/** Dates and other plain numbers differ in their low bits, buckets are taken from the high ones. */
const spread = (key: number): number =>
  (((key & 0xffff) * 0x9e3779b1 + ((((key >>> 16) * 0x9e3779b1) & 0xffff) << 16)) | 0) >>> 0;
