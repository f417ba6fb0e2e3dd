import { mix } from './packed-id.js';

/** Pairs of whole numbers below 2^32, each pair a number in the order in which it came. No object is kept for a pair. */
export class PairTable {
  private firsts = new Uint32Array(16);
  private seconds = new Uint32Array(16);
  /** Open addressing: numbers of pairs by their hash, -1 where free; at most half full. */
  private slots = new Int32Array(32).fill(-1);
  size = 0;

  /** Number of the pair, which is added where it is new. */
  add(first: number, second: number): number {
    const slot = this.slotOf(first, second);
    const known = this.slots[slot]!;
    if (known >= 0) return known;
    const number = this.size;
    if (number === this.firsts.length) {
      this.firsts = longer(this.firsts);
      this.seconds = longer(this.seconds);
    }
    this.firsts[number] = first;
    this.seconds[number] = second;
    this.slots[slot] = number;
    this.size += 1;
    if (this.size * 2 > this.slots.length) this.enlarge();
    return number;
  }

  /** Number of the pair, or -1. */
  find(first: number, second: number): number {
    return this.slots[this.slotOf(first, second)]!;
  }

  private slotOf(first: number, second: number): number {
    const mask = this.slots.length - 1;
    let slot = mix(first, second) & mask;
    for (let at = this.slots[slot]!; at >= 0; at = this.slots[slot]!) {
      if (this.firsts[at] === first && this.seconds[at] === second) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private enlarge(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    for (let number = 0; number < this.size; number += 1)
      this.slots[this.slotOf(this.firsts[number]!, this.seconds[number]!)] = number;
  }
}

function longer(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}
