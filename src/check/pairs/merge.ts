import { greatest, hull, least, type Range, subtract } from '../../value/index.js';
import { isRange, isZero, type Piece, type Side } from './side.js';

const textOf = (side: Side): string =>
  isRange(side) ? `${side.low.n}/${side.low.d} ${side.high.n}/${side.high.d}` : side;

export const keyOf = ({ a, b, d }: Piece): string =>
  a === b ? textOf(a) : `${textOf(a)}|${textOf(b)}|${d === null ? '' : textOf(d)}`;

/** Which way the second differs: pieces of one way are put together, so that the way is kept. */
function wayOf({ a, b, d }: Piece): string {
  if (d === null) return `${isRange(a) ? 'n' : a} ${isRange(b) ? 'n' : b}`;
  if (isZero(d)) return '=';
  return d.low.n >= 0n ? '+' : d.high.n <= 0n ? '-' : '?';
}

const sideHull = (x: Side, y: Side): Side => (isRange(x) && isRange(y) ? hull(x, y) : x);

function together(x: Piece, y: Piece): Piece {
  if (x.a === x.b && y.a === y.b) {
    const a = sideHull(x.a, y.a);
    return { a, b: a, d: x.d };
  }
  const d: Range | null =
    x.d === null || y.d === null
      ? null
      : { low: least(x.d.low, y.d.low), high: greatest(x.d.high, y.d.high) };
  return { a: sideHull(x.a, y.a), b: sideHull(x.b, y.b), d };
}

/**
 * Each piece once. More than `most` are put together by the way in which the second differs: what is said is then
 * wider, and still true of every pair.
 */
export function merged(pieces: readonly Piece[], most: number): readonly Piece[] {
  if (pieces.length < 2) return pieces;
  const distinct = new Map<string, Piece>();
  for (const piece of pieces) distinct.set(keyOf(piece), piece);
  if (distinct.size <= most) return distinct.size === pieces.length ? pieces : [...distinct.values()];
  const byWay = new Map<string, Piece>();
  for (const piece of distinct.values()) {
    const way = wayOf(piece);
    const before = byWay.get(way);
    byWay.set(way, before === undefined ? piece : together(before, piece));
  }
  return [...byWay.values()];
}

/** `b - a` of two ranges. */
export const apart = (a: Range, b: Range): Range => ({
  low: subtract(b.low, a.high),
  high: subtract(b.high, a.low),
});
