import { add, compare, type Exact, equal, greatest, least, type Range, subtract } from '../../value/index.js';

/**
 * What a node comes to for one of two students: a number in a range (flags are 0 and 1; options, tiers and codes are
 * numbered), known not to exist, or nothing at all, because it stands where it does not count.
 */
export type Side = Range | 'none' | 'gone';

/**
 * What a node can come to for two students who differ in one thing only: the sides, and where both are numbers by how
 * much the second is greater. A node is described by several pieces; every pair of students is in one of them.
 */
export interface Piece {
  readonly a: Side;
  readonly b: Side;
  /** `b - a`; `null` where a side is no number. */
  readonly d: Range | null;
}

export const isRange = (side: Side): side is Range => typeof side === 'object';

export const point = (x: Exact): Range => ({ low: x, high: x });

const NO_DIFFERENCE: Range = point({ n: 0n, d: 1n });

/** The same for both, whatever it is. */
export const alike = (side: Side): Piece => ({ a: side, b: side, d: isRange(side) ? NO_DIFFERENCE : null });

export const isAlike = (piece: Piece): boolean => piece.a === piece.b;

/** What lies in both, or `null`. */
export function meet(a: Range, b: Range): Range | null {
  const low = greatest(a.low, b.low);
  const high = least(a.high, b.high);
  return compare(low, high) > 0 ? null : { low, high };
}

/** Two sides and what is known of their difference, each narrowed by the others; `null`: there is no such pair. */
export function paired(a: Side, b: Side, difference: Range | null): Piece | null {
  if (!isRange(a) || !isRange(b)) return { a, b, d: null };
  const apart = { low: subtract(b.low, a.high), high: subtract(b.high, a.low) };
  const d = difference === null ? apart : meet(difference, apart);
  if (d === null) return null;
  const first = meet(a, { low: subtract(b.low, d.high), high: subtract(b.high, d.low) });
  if (first === null) return null;
  if (isZero(d)) return alike(first);
  const second = meet(b, { low: add(a.low, d.low), high: add(a.high, d.high) });
  return second === null ? null : { a: first, b: second, d };
}

export const isZero = (d: Range): boolean => d.low.n === 0n && d.high.n === 0n;
export const isPoint = (side: Side): boolean => !isRange(side) || equal(side.low, side.high);

/** Whether a node has one value for each of the two. */
export const isSettled = (pieces: readonly Piece[]): boolean =>
  pieces.length === 0 ||
  (pieces.length === 1 && isPoint((pieces[0] as Piece).a) && isPoint((pieces[0] as Piece).b));
