/** Random choices that depend on nothing but the seed: the same seed gives the same rule file on every machine. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
    // Neighbouring seeds begin alike; a few throws part them.
    for (let i = 0; i < 4; i += 1) this.next();
  }

  /** Evenly from 0 up to but not including 2^32 (the generator known as mulberry32). */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + (this.next() % (high - low + 1));
  }

  /** True in `percent` of 100 throws. */
  chance(percent: number): boolean {
    return this.next() % 1000 < percent * 10;
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new RangeError('Dice: nothing to pick from');
    return from[this.whole(0, from.length - 1)] as T;
  }

  /** One of several, each with its weight; weights of 0 are never taken. */
  weighted<T>(choices: readonly (readonly [weight: number, value: T])[]): T {
    const total = choices.reduce((sum, [weight]) => sum + weight, 0);
    let at = this.whole(0, total - 1);
    for (const [weight, value] of choices) {
      if (at < weight) return value;
      at -= weight;
    }
    throw new RangeError('Dice: no weight');
  }

  shuffled<T>(of: readonly T[]): T[] {
    const list = [...of];
    for (let i = list.length - 1; i > 0; i -= 1) {
      const j = this.whole(0, i);
      [list[i], list[j]] = [list[j] as T, list[i] as T];
    }
    return list;
  }

  /** From `least` to `most` different members. */
  some<T>(of: readonly T[], least: number, most: number): T[] {
    return this.shuffled(of).slice(0, this.whole(least, most < of.length ? most : of.length));
  }

  times<T>(count: number, make: (i: number) => T): T[] {
    return Array.from({ length: count }, (_, i) => make(i));
  }

  /** A new sequence that does not depend on how much of this one is used later. */
  fork(): Dice {
    return new Dice(this.next());
  }
}
