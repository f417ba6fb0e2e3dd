/** Numbers by chance from a seed: the same seed gives the same numbers everywhere. */
export interface Draw {
  /** A whole number from 0 to `count - 1`. */
  below(count: number): number;
  /** The same for a large range, up to 2^53. */
  upTo(last: bigint): bigint;
}

/** A generator of 32 bits (mulberry): quick, and even enough to pick students with. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return (x ^ (x >>> 14)) >>> 0;
  };
  const unit = (): number => (next() * 2 ** 21 + (next() >>> 11)) / 2 ** 53;
  const below = (count: number): number => Math.floor((next() / 2 ** 32) * count);
  return {
    below,
    upTo: (last) => {
      if (last < 2n ** 20n) return BigInt(below(Number(last) + 1));
      if (last >= 2n ** 53n) throw new RangeError('upTo: more than can be drawn');
      return BigInt(Math.floor(unit() * (Number(last) + 1)));
    },
  };
}
