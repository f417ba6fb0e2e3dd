import { isPackable } from './packed-id.js';
import type { RosterIndex } from './roster-index.js';

/** An ID in four bits per character: eight, eight and two of them. */
interface Packed {
  readonly first: number;
  readonly second: number;
  readonly third: number;
}

function packed(id: string): Packed {
  const part = (from: number, to: number): number => {
    let value = 0;
    for (let i = from; i < to; i += 1)
      value = (value << 4) | (id.charAt(i) === 'X' ? 10 : id.charCodeAt(i) - 48);
    return value | 0;
  };
  return { first: part(0, 8), second: part(8, 16), third: part(16, 18) };
}

/** How many of eight fields of four bits are not zero. */
function differing(bits: number): number {
  let x = bits | (bits >>> 1);
  x |= x >>> 2;
  x &= 0x11111111;
  x = (x & 0x01010101) + ((x >>> 4) & 0x01010101);
  x += x >>> 8;
  return (x + (x >>> 16)) & 0xff;
}

/** Every resident ID of the roster, to be compared with one, character by character. */
export interface IdScan {
  /** How many IDs there are. */
  readonly size: number;
  /** Calls `visit` for each ID that differs in at most `most` characters. */
  readonly each: (id: string, most: number, visit: (row: number, distance: number) => void) => void;
}

/**
 * Packs the IDs of the roster once for scans over all of them. Such a scan uses no index, so what it does not find is
 * not there: it is what a claim that nobody is near rests on.
 */
export function idScan(index: RosterIndex): IdScan {
  const { keys } = index;
  const rows: number[] = [];
  const parts: Packed[] = [];
  for (let at = 0; at < keys.rows.length; at += 1) {
    // A G number mostly holds the ID that stands beside it.
    if (!keys.isId(at) || keys.repeats(at)) continue;
    rows.push(keys.rows[at]!);
    parts.push(packed(keys.textAt(at)));
  }
  const first = Int32Array.from(parts, (part) => part.first);
  const second = Int32Array.from(parts, (part) => part.second);
  const third = Int32Array.from(parts, (part) => part.third);
  return {
    size: rows.length,
    each: (id, most, visit) => {
      if (!isPackable(id)) return;
      const wanted = packed(id);
      for (let at = 0; at < first.length; at += 1) {
        let distance = differing(second[at]! ^ wanted.second);
        if (distance > most) continue;
        distance += differing(first[at]! ^ wanted.first);
        if (distance > most) continue;
        distance += differing(third[at]! ^ wanted.third);
        if (distance <= most) visit(rows[at]!, distance);
      }
    },
  };
}
