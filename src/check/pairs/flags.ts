import { compare, ONE, ZERO } from '../../value/index.js';
import { alike, isRange, type Piece, point, type Side } from './side.js';

/** False, true, known not to exist, nothing: what a flag is for one student. */
export type State = 0 | 1 | 2 | 3;
export const [NO, YES, NONE, GONE] = [0, 1, 2, 3] as const;

/** Pairs of states that are possible, one bit each. */
export type Mask = number;

export const bit = (a: State, b: State): Mask => 1 << (a * 4 + b);

const STATES = [NO, YES, NONE, GONE] as const;

/** Every pair in a mask. */
export function pairsIn(mask: Mask): readonly (readonly [State, State])[] {
  const found: (readonly [State, State])[] = [];
  for (const a of STATES) for (const b of STATES) if ((mask & bit(a, b)) !== 0) found.push([a, b]);
  return found;
}

function statesOf(side: Side): readonly State[] {
  if (side === 'none') return [NONE];
  if (side === 'gone') return [GONE];
  const states: State[] = [];
  if (compare(side.low, ZERO) <= 0) states.push(NO);
  if (compare(side.high, ONE) >= 0) states.push(YES);
  return states;
}

export function maskOf(pieces: readonly Piece[]): Mask {
  let mask = 0;
  for (const { a, b, d } of pieces) {
    for (const x of statesOf(a))
      for (const y of statesOf(b)) {
        if (d !== null) {
          const apart = { n: BigInt(y - x), d: 1n };
          if (compare(apart, d.low) < 0 || compare(apart, d.high) > 0) continue;
        }
        mask |= bit(x, y);
      }
  }
  return mask;
}

const SIDES: readonly Side[] = [point(ZERO), point(ONE), 'none', 'gone'];
const PIECES: readonly (readonly Piece[])[] = STATES.map((a) =>
  STATES.map((b): Piece => {
    const [x, y] = [SIDES[a] as Side, SIDES[b] as Side];
    if (a === b) return alike(x);
    const difference = isRange(x) && isRange(y) ? point({ n: BigInt(b - a), d: 1n }) : null;
    return { a: x, b: y, d: difference };
  }),
);

export const piecesOf = (mask: Mask): readonly Piece[] =>
  pairsIn(mask).map(([a, b]) => (PIECES[a] as readonly Piece[])[b] as Piece);

/** Each side of a pair by itself. */
function mapped(mask: Mask, how: (state: State) => State): Mask {
  let result = 0;
  for (const [a, b] of pairsIn(mask)) result |= bit(how(a), how(b));
  return result;
}

function joined(x: Mask, y: Mask, how: (a: State, b: State) => State): Mask {
  let result = 0;
  for (const [a, b] of pairsIn(x)) for (const [c, d] of pairsIn(y)) result |= bit(how(a, c), how(b, d));
  return result;
}

/** `all` is settled by what is false, `any` by what is true; what does not exist settles nothing. */
const both = (a: State, b: State): State => (a === NO || b === NO ? NO : a === YES && b === YES ? YES : GONE);
const one = (a: State, b: State): State => (a === YES || b === YES ? YES : a === NO && b === NO ? NO : GONE);
const turned = (state: State): State => (state === NO ? YES : state === YES ? NO : state);

export const allOf = (masks: readonly Mask[]): Mask =>
  masks.reduce((x, y) => joined(x, y, both), bit(YES, YES));
export const anyOf = (masks: readonly Mask[]): Mask => masks.reduce((x, y) => joined(x, y, one), bit(NO, NO));
export const notOf = (mask: Mask): Mask => mapped(mask, turned);
