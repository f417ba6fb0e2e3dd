import {
  compare,
  type Exact,
  exact,
  floor,
  greatest,
  least,
  negateRange,
  type Range,
} from '../../value/index.js';
import { merged } from './merge.js';
import { alike, isRange, type Piece, paired, point, type Side } from './side.js';

/** More pairs of rows than this are put together as one range. */
const MOST_PAIRS = 20_000;

/** A row of a table for one student, or why there is none. */
type Row = number | 'none' | 'gone';

/** The rows that a key finds; `beyond` where it can find none, which is never where the value counts. */
function rowsOf(side: Side, size: number): { readonly rows: readonly Row[]; readonly beyond: boolean } {
  if (!isRange(side)) return { rows: [side], beyond: false };
  const [low, high] = [Number(floor(side.low)), Number(floor(side.high))];
  const [first, last] = [low < 0 ? 0 : low, high < size ? high : size - 1];
  const rows = last < first ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return { rows, beyond: low < first || high > last };
}

type Found = readonly [Row, Row];

/** The pairs of rows that one key can find: for both of the two, or for one of them, who may be the one whose value counts. */
function pairsOf(pieces: readonly Piece[], size: number): readonly Found[] {
  const found = new Map<string, Found>();
  const add = (x: Row, y: Row): unknown => found.set(`${x} ${y}`, [x, y]);
  for (const { a, b, d } of pieces) {
    const [first, second] = [rowsOf(a, size), rowsOf(b, size)];
    if (a === b) for (const row of first.rows) add(row, row);
    else {
      for (const x of first.rows) for (const y of second.rows) if (d === null || differBy(x, y, d)) add(x, y);
      if (second.beyond) for (const x of first.rows) if (d === null || leaves(x, d, size)) add(x, 'gone');
      if (first.beyond)
        for (const y of second.rows) if (d === null || leaves(y, negateRange(d), size)) add('gone', y);
    }
  }
  return found.size === 0 ? [['gone', 'gone']] : [...found.values()];
}

/** Rows of two keys that are both numbers. */
function differBy(x: Row, y: Row, { low, high }: Range): boolean {
  const apart = exact(BigInt(Number(y) - Number(x)));
  return compare(apart, low) >= 0 && compare(apart, high) <= 0;
}

/** Whether a key that differs so much from that of a row can lie before the first row or behind the last. */
const leaves = (row: Row, { low, high }: Range, size: number): boolean =>
  Number(row) + Number(floor(low)) < 0 || Number(row) + Number(floor(high)) > size - 1;

const further = (index: Row, size: number, row: Row): Row =>
  index === 'gone' || row === 'gone'
    ? 'gone'
    : index === 'none' || row === 'none'
      ? 'none'
      : index * size + row;

/** The cells that keys can find, for the two. */
export function lookedOf(
  keys: readonly (readonly Piece[])[],
  sizes: readonly number[],
  cells: readonly Exact[],
  most: number,
): readonly Piece[] {
  let found: readonly Found[] = [[0, 0]];
  for (const [i, key] of keys.entries()) {
    const size = sizes[i] as number;
    const pairs = pairsOf(key, size);
    if (found.length * pairs.length > MOST_PAIRS) return anyCell(cells);
    const next = new Map<string, Found>();
    for (const [a, b] of found)
      for (const [x, y] of pairs) {
        const both: Found = [further(a, size, x), further(b, size, y)];
        next.set(`${both[0]} ${both[1]}`, both);
      }
    found = [...next.values()];
  }
  const side = (row: Row): Side => (typeof row === 'number' ? point(cells[row] as Exact) : row);
  const pieces = found.map(([x, y]) => (x === y ? alike(side(x)) : paired(side(x), side(y), null)));
  return merged(
    pieces.filter((piece) => piece !== null),
    most,
  );
}

/** Any cell for the one and any for the other, or nothing. */
function anyCell(cells: readonly Exact[]): readonly Piece[] {
  const all: Side = { low: cells.reduce(least), high: cells.reduce(greatest) };
  const sides: readonly Side[] = [all, 'none', 'gone'];
  return sides.flatMap((a) =>
    sides.flatMap((b) => {
      const piece = paired(a, isRange(b) ? { ...b } : b, null);
      return piece === null ? [] : [piece];
    }),
  );
}

/** The rows of codes, which are numbered. */
export function rowedOf(of: readonly Piece[], rows: readonly number[], most: number): readonly Piece[] {
  const row = (code: Row): Side =>
    typeof code === 'number' ? point(exact(BigInt(rows[code] as number))) : code;
  const pieces = pairsOf(of, rows.length).map(([x, y]) =>
    x === y ? alike(row(x)) : paired(row(x), row(y), null),
  );
  return merged(
    pieces.filter((piece) => piece !== null),
    most,
  );
}
