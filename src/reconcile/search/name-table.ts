import { NumberList } from './number-list.js';
import { mix } from './packed-id.js';

/**
 * Distinct names, each a number in the order in which it came, kept as the numbers of its signs: a sign is a code point.
 * No string and no object is kept for a name.
 */
export class NameTable {
  private readonly signOf = new Map<number, number>();
  private readonly codes: number[] = [];
  private readonly signs = new NumberList();
  private readonly ends = new NumberList();
  /** Open addressing: numbers of names by the hash of their signs, -1 where free; at most half full. */
  private slots = new Int32Array(32).fill(-1);
  private scratch: number[] = [];

  get size(): number {
    return this.ends.length;
  }

  get signCount(): number {
    return this.codes.length;
  }

  /** Number of the name, which is added where it is new. */
  add(name: string): number {
    this.scratch = [];
    for (const sign of name) this.scratch.push(this.addSign(sign.codePointAt(0)!));
    const slot = this.slotOf(this.scratch);
    const known = this.slots[slot]!;
    if (known >= 0) return known;
    const number = this.ends.length;
    for (const sign of this.scratch) this.signs.push(sign);
    this.ends.push(this.signs.length);
    this.slots[slot] = number;
    if (this.ends.length * 2 > this.slots.length) this.enlarge();
    return number;
  }

  /** Number of the name, or -1. */
  find(name: string): number {
    this.scratch = [];
    for (const sign of name) {
      const number = this.signNumber(sign.codePointAt(0)!);
      if (number < 0) return -1;
      this.scratch.push(number);
    }
    return this.slots[this.slotOf(this.scratch)]!;
  }

  /** Number of a sign, which is added where it is new. */
  addSign(code: number): number {
    let number = this.signOf.get(code);
    if (number === undefined) {
      number = this.codes.length;
      this.codes.push(code);
      this.signOf.set(code, number);
    }
    return number;
  }

  /** Number of a sign, or -1. */
  signNumber(code: number): number {
    return this.signOf.get(code) ?? -1;
  }

  codeOf(sign: number): number {
    return this.codes[sign]!;
  }

  /** First place of the name's signs; those of the next name follow. */
  startOf(name: number): number {
    return name === 0 ? 0 : this.ends.at(name - 1);
  }

  endOf(name: number): number {
    return this.ends.at(name);
  }

  signAt(place: number): number {
    return this.signs.at(place);
  }

  textOf(name: number): string {
    let text = '';
    const end = this.endOf(name);
    for (let at = this.startOf(name); at < end; at += 1)
      text += String.fromCodePoint(this.codes[this.signs.at(at)]!);
    return text;
  }

  /** The slot of a name, or the free one where it belongs. */
  private slotOf(signs: readonly number[]): number {
    const mask = this.slots.length - 1;
    let key = signs.length;
    for (const sign of signs) key = mix(key, sign);
    let slot = key & mask;
    for (let known = this.slots[slot]!; known >= 0 && !this.isName(known, signs); known = this.slots[slot]!)
      slot = (slot + 1) & mask;
    return slot;
  }

  private isName(name: number, signs: readonly number[]): boolean {
    const from = this.startOf(name);
    if (this.ends.at(name) - from !== signs.length) return false;
    for (let i = 0; i < signs.length; i += 1) if (this.signs.at(from + i) !== signs[i]) return false;
    return true;
  }

  private enlarge(): void {
    const mask = this.slots.length * 2 - 1;
    this.slots = new Int32Array(mask + 1).fill(-1);
    for (let name = 0; name < this.ends.length; name += 1) {
      const end = this.ends.at(name);
      const from = this.startOf(name);
      let key = end - from;
      for (let at = from; at < end; at += 1) key = mix(key, this.signs.at(at));
      let slot = key & mask;
      while (this.slots[slot]! >= 0) slot = (slot + 1) & mask;
      this.slots[slot] = name;
    }
  }
}
