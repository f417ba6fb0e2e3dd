import type { NameForms } from '../../roster/index.js';
import { groupItems, NumberList } from './number-list.js';
import { isPackable } from './packed-id.js';
import type { RosterIndex } from './roster-index.js';

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

/** By sixteen bits: how many of the four fields of four bits are not zero. */
function fieldCounts(): Uint8Array {
  const counts = new Uint8Array(65_536);
  for (let bits = 1; bits < counts.length; bits += 1) counts[bits] = counts[bits >> 4]! + (bits & 15 ? 1 : 0);
  return counts;
}

/** No sign has these numbers. */
const NO_NAME = 0;
const LONG_NAME = 0xffff;

/** The signs of the names of rows, three of each, in the order of the rows. */
function shortNames({ names }: RosterIndex, rows: Uint32Array): Uint16Array {
  const signs = new Uint16Array(rows.length * 3);
  for (let i = 0; i < rows.length; i += 1) {
    const name = names.nameOf[rows[i]!]!;
    if (name < 0) continue;
    const short = names.shortSigns(name);
    if (short === null || short.some((sign) => sign >= LONG_NAME)) signs[i * 3] = LONG_NAME;
    else signs.set(short, i * 3);
  }
  return signs;
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
  readonly mayRelate: (name: NameForms, place: number) => boolean;
}

/**
 * Packs the IDs of the roster once for scans over all of them. Such a scan uses no index, so what it does not find is
 * not there: it is what a claim that nobody is near rests on. IDs of one birth date stand together, so that the date is
 * compared once for all of them; every other character is looked at as long as the ID may still be near.
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
  for (let i = 0; i < size; i += 1) {
    const at = places.at(items[i]!);
    const id = keys.textAt(at);
    rows[i] = keys.rows[at]!;
    front[i] = frontOf(id);
    rest[i] = restOf(id);
  }
  const counts = fieldCounts();
  const signs = shortNames(index, rows);
  return {
    size,
    mayRelate: (name, place) => {
      const first = signs[place * 3]!;
      if (first === NO_NAME) return false;
      return (
        first === LONG_NAME ||
        index.names.mayRelate(name, first, signs[place * 3 + 1]!, signs[place * 3 + 2]!)
      );
    },
    each: (id, most, visit) => {
      if (!isPackable(id)) return;
      const wantedDate = dateOf(id);
      const wantedFront = frontOf(id);
      const wantedRest = restOf(id);
      for (let group = 0; group < dates.length; group += 1) {
        const date = dates[group]! ^ wantedDate;
        const between = counts[date & 0xffff]! + counts[date >>> 16]!;
        const left = most - between;
        const end = starts[group + 1]!;
        for (let i = starts[group]!; i < end && left >= 0; i += 1) {
          const differing = rest[i]! ^ wantedRest;
          let count = counts[differing & 0xffff]!;
          if (count > left) continue;
          count += counts[differing >>> 16]!;
          if (count > left) continue;
          count += counts[front[i]! ^ wantedFront]!;
          if (count <= left) visit(rows[i]!, between + count, i);
        }
      }
    },
  };
}
