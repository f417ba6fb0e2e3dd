import { compareText } from '../../roster/index.js';
import { NumberList } from './number-list.js';

/** `String.fromCharCode` takes its arguments on the stack. */
const MOST_AT_ONCE = 256;

/** Texts in the order in which they were added, their code units one after the other: no string is kept. */
export class TextColumn {
  private units: Uint8Array | Uint16Array = new Uint8Array(256);
  private used = 0;
  private readonly ends = new NumberList();
  private readonly some: number[] = [];

  get length(): number {
    return this.ends.length;
  }

  push(text: string): void {
    const end = this.used + text.length;
    if (end > this.units.length) this.enlarge(end);
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      // Keys are letters and digits as a rule: half of the room is enough until another sign comes.
      if (unit > 0xff && this.units instanceof Uint8Array) this.units = Uint16Array.from(this.units);
      this.units[this.used + i] = unit;
    }
    this.used = end;
    this.ends.push(end);
  }

  at(i: number): string {
    const from = this.startOf(i);
    const length = this.ends.at(i) - from;
    if (length > MOST_AT_ONCE) return this.longAt(from, from + length);
    // An array of plain numbers is taken as arguments at once, a typed one element by element.
    const { some } = this;
    some.length = length;
    for (let at = 0; at < length; at += 1) some[at] = this.units[from + at]!;
    return String.fromCharCode.apply(null, some);
  }

  private longAt(from: number, to: number): string {
    let text = '';
    for (let at = from; at < to; at += 1) text += String.fromCharCode(this.units[at]!);
    return text;
  }

  /** Order of two of the texts by code point. */
  compare(a: number, b: number): number {
    const [from, other] = [this.startOf(a), this.startOf(b)];
    const length = this.ends.at(a) - from;
    const end = this.ends.at(b) - other < length ? this.ends.at(b) - other : length;
    for (let i = 0; i < end; i += 1) {
      const [unit, theirs] = [this.units[from + i]!, this.units[other + i]!];
      if (unit !== theirs) return compareText(String.fromCharCode(unit), String.fromCharCode(theirs));
    }
    return length - (this.ends.at(b) - other);
  }

  /** Whether one of the texts is this one. */
  is(a: number, text: string): boolean {
    const from = this.startOf(a);
    if (this.ends.at(a) - from !== text.length) return false;
    for (let i = 0; i < text.length; i += 1) if (this.units[from + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  private startOf(i: number): number {
    return i === 0 ? 0 : this.ends.at(i - 1);
  }

  private enlarge(least: number): void {
    const size = least > this.units.length * 2 ? least : this.units.length * 2;
    const larger = this.units instanceof Uint8Array ? new Uint8Array(size) : new Uint16Array(size);
    larger.set(this.units);
    this.units = larger;
  }
}
