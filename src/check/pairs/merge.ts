import { type Exact, greatest, hull, least, type Range, subtract } from '../../value/index.js';
import { isAlike, isRange, isZero, type Piece, type Side } from './side.js';

const sameExact = (x: Exact, y: Exact): boolean => x.n === y.n && x.d === y.d;

const sameSide = (x: Side, y: Side): boolean =>
  x === y || (isRange(x) && isRange(y) && sameExact(x.low, y.low) && sameExact(x.high, y.high));

function samePiece(x: Piece, y: Piece): boolean {
  if (x === y) return true;
  if (isAlike(x) || isAlike(y)) return isAlike(x) && isAlike(y) && sameSide(x.a, y.a);
  if (!sameSide(x.a, y.a) || !sameSide(x.b, y.b)) return false;
  return x.d === y.d || (x.d !== null && y.d !== null && sameSide(x.d, y.d));
}

/** Whether two nodes, or one in two views, are said to be the same, piece by piece. */
export const samePieces = (x: readonly Piece[], y: readonly Piece[]): boolean =>
  x === y || (x.length === y.length && x.every((piece, i) => samePiece(piece, y[i] as Piece)));

/** A number by which pieces that are the same are found again; others may share it. */
const hashOfSide = (side: Side): number =>
  isRange(side)
    ? (Number(side.low.n) * 3 + Number(side.high.n) * 5 + Number(side.low.d) * 7) | 0
    : side.length;

const hashOf = ({ a, b, d }: Piece): number =>
  a === b ? hashOfSide(a) : (hashOfSide(a) * 31 + hashOfSide(b) * 17 + (d === null ? 1 : hashOfSide(d))) | 0;

/** So few are held against each other. */
const FEW = 4;

/** Each once, the first where it stands; `hash` is the same for what is the same. */
function distinctOf<T>(
  all: readonly T[],
  hash: (one: T) => number,
  same: (x: T, y: T) => boolean,
): readonly T[] {
  if (all.length <= FEW) return all.filter((one, i) => !all.slice(0, i).some((other) => same(other, one)));
  const found: T[] = [];
  const byHash = new Map<number, T | T[]>();
  for (const one of all) {
    const key = hash(one);
    const before = byHash.get(key);
    if (before === undefined) byHash.set(key, one);
    else if (Array.isArray(before)) {
      if (before.some((other) => same(other, one))) continue;
      before.push(one);
    } else {
      if (same(before, one)) continue;
      byHash.set(key, [before, one]);
    }
    found.push(one);
  }
  return found;
}

export const distinctSides = (pieces: readonly Piece[], side: 'a' | 'b'): readonly Side[] =>
  distinctOf(
    pieces.map((piece) => piece[side]),
    hashOfSide,
    sameSide,
  );

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
  const distinct = distinctOf(pieces, hashOf, samePiece);
  if (distinct.length <= most) return distinct.length === pieces.length ? pieces : distinct;
  const byWay = new Map<string, Piece>();
  for (const piece of distinct) {
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
