import {
  addRanges,
  compare,
  divideRanges,
  type Exact,
  greatest,
  greatestOf,
  least,
  leastOf,
  multiplyRanges,
  negateRange,
  type Range,
  type RoundingMode,
  roundExact,
  subtract,
  ZERO,
} from '../../value/index.js';
import { merged } from './merge.js';
import { alike, isAlike, isRange, isZero, meet, type Piece, paired, type Side } from './side.js';

/** How two numbers make one: what it is for one student, and, from the difference of each, by how much it differs. */
interface Pairwise {
  readonly value: (x: Range, y: Range) => Range | null;
  readonly difference: (x: NumberPiece, y: NumberPiece) => Range | null;
}

export interface NumberPiece {
  readonly a: Range;
  readonly b: Range;
  readonly d: Range;
}

/** Nothing comes of what does not count, and else none of what does not exist. */
function sideOf(x: Side, y: Side, value: Pairwise['value']): Side {
  if (x === 'gone' || y === 'gone') return 'gone';
  if (x === 'none' || y === 'none') return 'none';
  return value(x, y) ?? 'gone';
}

/** More pieces with pieces than this are put together first. */
const MOST_COMBINED = 12_000;

/** Every piece of the one with every piece of the other. */
export function combined(
  left: readonly Piece[],
  right: readonly Piece[],
  how: Pairwise,
  most: number,
): readonly Piece[] {
  const found: Piece[] = [];
  const many = left.length * right.length > MOST_COMBINED;
  for (const x of many ? merged(left, 1) : left)
    for (const y of many ? merged(right, 1) : right) {
      const a = sideOf(x.a, y.a, how.value);
      if (isAlike(x) && isAlike(y)) {
        found.push(alike(a));
        continue;
      }
      const b = sideOf(x.b, y.b, how.value);
      const numbers = x.d !== null && y.d !== null;
      const d = numbers ? how.difference(x as NumberPiece, y as NumberPiece) : null;
      const piece = paired(a, b, d);
      if (piece !== null) found.push(piece);
    }
  return merged(found, most);
}

export const SUM: Pairwise = { value: addRanges, difference: (x, y) => addRanges(x.d, y.d) };

/** `x'y' - xy` is `d y' + x e`, and `d y + x' e`. */
export const PRODUCT: Pairwise = {
  value: multiplyRanges,
  difference: (x, y) =>
    meet(
      addRanges(multiplyRanges(x.d, y.b), multiplyRanges(x.a, y.d)),
      addRanges(multiplyRanges(x.d, y.a), multiplyRanges(x.b, y.d)),
    ),
};

const hullOf = (x: Range, y: Range): Range => ({
  low: least(x.low, y.low),
  high: greatest(x.high, y.high),
});

/** The least or greatest of two moves by no more than the one of them that moves most, either way. */
export const LEAST: Pairwise = { value: leastOf, difference: (x, y) => hullOf(x.d, y.d) };
export const GREATEST: Pairwise = { value: greatestOf, difference: (x, y) => hullOf(x.d, y.d) };

/** The quotient, where the divisor is {@link counting}. */
export const QUOTIENT: Pairwise = {
  value: divideRanges,
  difference: (x, y) => {
    // x'/y' - x/y = d / y' - x e / (y y').
    const byNumerator = divideRanges(x.d, y.b);
    if (isZero(y.d)) return byNumerator;
    return addRanges(
      byNumerator,
      negateRange(divideRanges(multiplyRanges(x.a, y.d), multiplyRanges(y.a, y.b))),
    );
  },
};

/**
 * A divisor where the quotient counts: for both of the two, or for one of them, who may be the one who takes it. There it
 * lies in `divisor`, which holds no 0.
 */
export function counting(of: readonly Piece[], divisor: Range): readonly Piece[] {
  const counts = (side: Side): Side => (isRange(side) ? (meet(side, divisor) ?? 'gone') : side);
  const each = (side: Side): readonly Side[] =>
    isRange(side) && leaves(side, divisor) ? [...new Set([counts(side), 'gone'] as const)] : [counts(side)];
  return of.flatMap((piece): readonly Piece[] => {
    if (isAlike(piece)) return [alike(counts(piece.a))];
    if (piece.d === null) return each(piece.a).flatMap((a) => each(piece.b).map((b) => ({ a, b, d: null })));
    const [a, b] = [counts(piece.a), counts(piece.b)];
    const both = isRange(a) && isRange(b) ? paired(a, b, piece.d) : null;
    const found: readonly Piece[] = [
      ...(both === null ? [] : [both]),
      ...beside(a, piece.b, piece.d, divisor).map((side): Piece => ({ a: side, b: 'gone', d: null })),
      ...beside(b, piece.a, negateRange(piece.d), divisor).map(
        (side): Piece => ({ a: 'gone', b: side, d: null }),
      ),
    ];
    return found.length === 0 ? [alike('gone')] : found;
  });
}

const leaves = ({ low, high }: Range, inside: Range): boolean =>
  compare(low, inside.low) < 0 || compare(high, inside.high) > 0;

/** What the one can be inside a range while the other, who differs by `d`, lies below or above it. */
function beside(one: Side, other: Side, d: Range, inside: Range): readonly Range[] {
  if (!isRange(one) || !isRange(other)) return [];
  const below = { low: inside.low, high: subtract(inside.low, d.low) };
  const above = { low: subtract(inside.high, d.high), high: inside.high };
  return [
    ...(compare(other.low, inside.low) < 0 ? [meet(one, below)] : []),
    ...(compare(other.high, inside.high) > 0 ? [meet(one, above)] : []),
  ].filter((range) => range !== null);
}

export function folded(all: readonly (readonly Piece[])[], how: Pairwise, most: number): readonly Piece[] {
  const [first, ...rest] = all;
  return rest.reduce((sum, next) => combined(sum, next, how, most), first as readonly Piece[]);
}

/** One number by a function that only rises: what differs one way still differs that way. `slack`: how much it can jump. */
function rising(
  of: readonly Piece[],
  how: (x: Exact) => Exact,
  slack: Exact | null,
  most: number,
): readonly Piece[] {
  const value = (side: Side): Side => (isRange(side) ? { low: how(side.low), high: how(side.high) } : side);
  const found = of.flatMap((piece): readonly Piece[] => {
    const a = value(piece.a);
    if (isAlike(piece)) return [alike(a)];
    const result = paired(a, value(piece.b), piece.d === null ? null : rose(piece.d, slack));
    return result === null ? [] : [result];
  });
  return merged(found, most);
}

const FAR: Exact = { n: 10n ** 60n, d: 1n };

function rose(d: Range, slack: Exact | null): Range {
  const jump = slack ?? FAR;
  const minus = { n: -jump.n, d: jump.d };
  const wide = addRanges(d, { low: minus, high: jump });
  return {
    low: d.low.n >= 0n ? ZERO : wide.low,
    high: d.high.n <= 0n ? ZERO : wide.high,
  };
}

export function roundedOf(
  of: readonly Piece[],
  step: Exact,
  mode: RoundingMode,
  most: number,
): readonly Piece[] {
  // Each end moves by less than a step; toward zero the two can move in opposite ways.
  const slack = { n: step.n * 2n, d: step.d };
  return rising(of, (x) => roundExact(x, step, mode), slack, most);
}

export const risingOf = (of: readonly Piece[], how: (x: Exact) => Exact, most: number): readonly Piece[] =>
  rising(of, how, null, most);
