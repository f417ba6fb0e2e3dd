import { compare, type Exact, exact, floor, greatest, least, type Range } from '../../value/index.js';
import { merged } from './merge.js';
import { alike, isRange, type Piece, paired, point, type Side } from './side.js';

/** More pairs of rows than this are put together as one range. */
const MOST_PAIRS = 20_000;

/** A row of a table for one student, or why there is none. */
type Row = number | 'none' | 'gone';

function rowsOf(side: Side, size: number): readonly Row[] {
  if (!isRange(side)) return [side];
  const first = compare(side.low, exact(0n)) < 0 ? 0 : Number(floor(side.low));
  const last = compare(side.high, exact(BigInt(size - 1))) > 0 ? size - 1 : Number(floor(side.high));
  // A key without a row is never where the value counts.
  if (last < first) return ['gone'];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

type Found = readonly [Row, Row];

/** The pairs of rows that one key can find. */
function pairsOf(pieces: readonly Piece[], size: number): readonly Found[] {
  const found = new Map<string, Found>();
  for (const { a, b, d } of pieces) {
    const rows = rowsOf(a, size);
    if (a === b) {
      for (const row of rows) found.set(`${row} ${row}`, [row, row]);
      continue;
    }
    for (const x of rows)
      for (const y of rowsOf(b, size)) {
        if (d !== null && typeof x === 'number' && typeof y === 'number' && !within(y - x, d)) continue;
        found.set(`${x} ${y}`, [x, y]);
      }
  }
  return [...found.values()];
}

function within(difference: number, { low, high }: Range): boolean {
  const apart = exact(BigInt(difference));
  return compare(apart, low) >= 0 && compare(apart, high) <= 0;
}

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
