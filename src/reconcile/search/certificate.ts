import type { NameForms } from '../../roster/index.js';
import { groupItems, NumberList } from './number-list.js';
import { isPackable } from './packed-id.js';
import type { RosterIndex } from './roster-index.js';
import { signColumn } from './sign-column.js';

/** Characters from one place to another, four bits each. */
function packed(id: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1)
    value = (value << 4) | (id.charAt(i) === 'X' ? 10 : id.charCodeAt(i) - 48);
  return value >>> 0;
}

/** Places of an ID: the first of the division and of the year, the rest of the division, the date, the rest. */
const frontOf = (id: string): number => packed(id, 0, 2) * 256 + packed(id, 6, 8);
const restOf = (id: string): number => packed(id, 2, 6) * 65_536 + packed(id, 14, 18);
const dateOf = (id: string): number => packed(id, 8, 14);

/** The last four characters, the sequence and the check, and the characters there are. */
const TAIL = 4;
const SIGNS = 11;

/** By sixteen bits: how many of the four fields of four bits are not zero. */
function fieldCounts(): Uint8Array {
  const counts = new Uint8Array(65_536);
  for (let bits = 1; bits < counts.length; bits += 1) counts[bits] = counts[bits >> 4]! + (bits & 15 ? 1 : 0);
  return counts;
}

/** Every resident ID of the roster, to be compared with one, character by character. */
export interface IdScan {
  /** How many IDs there are. */
  readonly size: number;
  /** Calls `visit` for each ID that differs in at most `most` characters. `place` is its place among all. */
  readonly each: (
    id: string,
    most: number,
    visit: (row: number, distance: number, place: number) => void,
  ) => void;
  /** Whether the name of the row in a place can have anything in common with a name; said at the sight of a few signs. */
  readonly mayRelate: (name: NameForms) => (place: number) => boolean;
}

/** The 32 powers of 2 leave different remainders by 37: by remainder the place of the bit. */
const POWERS = 37;
const PLACE_OF = new Uint8Array(POWERS);
for (let bit = 0; bit < 32; bit += 1) PLACE_OF[((1 << bit) >>> 0) % POWERS] = bit;

/** For each of the last four places and each character a bit per ID: whether it has that character there. */
class TailBits {
  private readonly bits: Uint32Array;
  private readonly words: number;

  constructor(size: number) {
    this.words = (size + 31) >>> 5;
    this.bits = new Uint32Array(this.words * TAIL * SIGNS);
  }

  add(i: number, tail: number): void {
    for (let place = 0; place < TAIL; place += 1)
      this.bits[this.startOf(tail, place) + (i >>> 5)]! |= 1 << (i & 31);
  }

  /**
   * The IDs that agree with a tail in at least so many of its characters: by the number of a word the bits of 32 of them. Each
   * line counts four bits without adding.
   */
  of(tail: number): { readonly agreeing: (word: number, least: number) => number } {
    const { bits } = this;
    const [first, second] = [this.startOf(tail, 0), this.startOf(tail, 1)];
    const [third, fourth] = [this.startOf(tail, 2), this.startOf(tail, 3)];
    return {
      agreeing: (word, least) => {
        const a = bits[first + word]!;
        const b = bits[second + word]!;
        const c = bits[third + word]!;
        const d = bits[fourth + word]!;
        if (least === 4) return a & b & c & d;
        if (least === 3) return (a & b & (c | d)) | (c & d & (a | b));
        if (least === 2) return (a & b) | (c & d) | ((a | b) & (c | d));
        return least === 1 ? a | b | c | d : -1;
      },
    };
  }

  private startOf(tail: number, place: number): number {
    return (place * SIGNS + ((tail >>> (place * 4)) & 15)) * this.words;
  }
}

/**
 * Packs the IDs of the roster once for scans over all of them. Such a scan uses no index, so what it does not find is
 * not there: it is what a claim that nobody is near rests on. IDs of one birth date stand together, so that the date is
 * compared once for all of them; the last four characters are compared for 32 IDs at once, a bit each; every other
 * character is looked at as long as the ID may still be near.
 */
export function idScan(index: RosterIndex): IdScan {
  const { keys } = index;
  const places = new NumberList();
  const groupOfDate = new Map<number, number>();
  const dates: number[] = [];
  const groupOf = new NumberList();
  for (let at = 0; at < keys.rows.length; at += 1) {
    if (!keys.isId(at)) continue;
    const date = dateOf(keys.textAt(at));
    let group = groupOfDate.get(date);
    if (group === undefined) {
      group = dates.length;
      dates.push(date);
      groupOfDate.set(date, group);
    }
    places.push(at);
    groupOf.push(group);
  }
  const size = places.length;
  const { starts, items } = groupItems(dates.length, size, (i) => groupOf.at(i));
  const rows = new Uint32Array(size);
  const front = new Uint16Array(size);
  const rest = new Uint32Array(size);
  const tails = new TailBits(size);
  for (let i = 0; i < size; i += 1) {
    const at = places.at(items[i]!);
    const id = keys.textAt(at);
    rows[i] = keys.rows[at]!;
    front[i] = frontOf(id);
    rest[i] = restOf(id);
    tails.add(i, rest[i]! & 0xffff);
  }
  const counts = fieldCounts();
  return {
    size,
    mayRelate: signColumn(index.names, rows).mayRelate,
    each: (id, most, visit) => {
      if (!isPackable(id)) return;
      const wantedDate = dateOf(id);
      const wantedFront = frontOf(id);
      const wantedRest = restOf(id);
      const wanted = tails.of(wantedRest & 0xffff);
      for (let group = 0; group < dates.length; group += 1) {
        const date = dates[group]! ^ wantedDate;
        const between = counts[date & 0xffff]! + counts[date >>> 16]!;
        const left = most - between;
        if (left < 0) continue;
        const [from, to] = [starts[group]!, starts[group + 1]!];
        for (let word = from >>> 5; word << 5 < to; word += 1) {
          let bits = wanted.agreeing(word, TAIL - left);
          if (word << 5 < from) bits &= -1 << (from & 31);
          if ((word + 1) << 5 > to) bits &= ~(-1 << (to & 31));
          for (; bits !== 0; bits &= bits - 1) {
            const i = (word << 5) + PLACE_OF[((bits & -bits) >>> 0) % POWERS]!;
            const differing = rest[i]! ^ wantedRest;
            const count =
              counts[differing & 0xffff]! + counts[differing >>> 16]! + counts[front[i]! ^ wantedFront]!;
            if (count <= left) visit(rows[i]!, between + count, i);
          }
        }
      }
    },
  };
}
