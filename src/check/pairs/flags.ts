import { compare, ONE, ZERO } from '../../value/index.js';
import { alike, isRange, type Piece, point, type Side } from './side.js';

/** False, true, known not to exist, nothing: what a flag is for one student. */
export type State = 0 | 1 | 2 | 3;
export const [NO, YES, NONE, GONE] = [0, 1, 2, 3] as const;

/** Pairs of states that are possible, one bit each. */
export type Mask = number;

export const bit = (a: State, b: State): Mask => 1 << (a * 4 + b);

const STATES = [NO, YES, NONE, GONE] as const;

type StatePair = readonly [State, State];

// There are few masks, and each is asked for very often: what is made of one is kept.
const PAIRS = new Map<Mask, readonly StatePair[]>();

/** Every pair in a mask. */
export function pairsIn(mask: Mask): readonly StatePair[] {
  const before = PAIRS.get(mask);
  if (before !== undefined) return before;
  const found: StatePair[] = [];
  for (const a of STATES) for (const b of STATES) if ((mask & bit(a, b)) !== 0) found.push([a, b]);
  PAIRS.set(mask, found);
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

/** All that a flag can be for the two. */
export function maskOf(pieces: readonly Piece[]): Mask {
  const made = MADE_OF.get(pieces);
  if (made !== undefined) return made;
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

const MADE = new Map<Mask, readonly Piece[]>();
const MADE_OF = new WeakMap<readonly Piece[], Mask>();

const SIDES: readonly Side[] = [point(ZERO), point(ONE), 'none', 'gone'];
const PIECES: readonly (readonly Piece[])[] = STATES.map((a) =>
  STATES.map((b): Piece => {
    const [x, y] = [SIDES[a] as Side, SIDES[b] as Side];
    if (a === b) return alike(x);
    const difference = isRange(x) && isRange(y) ? point({ n: BigInt(b - a), d: 1n }) : null;
    return { a: x, b: y, d: difference };
  }),
);

/** A flag as pieces. */
export function piecesOf(mask: Mask): readonly Piece[] {
  const before = MADE.get(mask);
  if (before !== undefined) return before;
  const pieces = pairsIn(mask).map(([a, b]) => (PIECES[a] as readonly Piece[])[b] as Piece);
  MADE.set(mask, pieces);
  MADE_OF.set(pieces, mask);
  return pieces;
}

/** Each side of a pair by itself. */
function mapped(mask: Mask, how: (state: State) => State): Mask {
  let result = 0;
  for (const [a, b] of pairsIn(mask)) result |= bit(how(a), how(b));
  return result;
}

/** `all` is settled by what is false, `any` by what is true; what does not exist settles nothing. */
const both = (a: State, b: State): State => (a === NO || b === NO ? NO : a === YES && b === YES ? YES : GONE);
const one = (a: State, b: State): State => (a === YES || b === YES ? YES : a === NO && b === NO ? NO : GONE);
const turned = (state: State): State => (state === NO ? YES : state === YES ? NO : state);

/** What two pairs come to together, by the place of each in a mask. */
const tableOf = (how: (a: State, b: State) => State): readonly Mask[] =>
  STATES.flatMap((a) =>
    STATES.flatMap((b) => STATES.flatMap((c) => STATES.map((d) => bit(how(a, c), how(b, d))))),
  );
const BOTH = tableOf(both);
const EITHER = tableOf(one);

/** Every pair of the one with every pair of the other. */
function joined(x: Mask, y: Mask, table: readonly Mask[]): Mask {
  let result = 0;
  for (let p = 0; x >> p > 0; p += 1) {
    if (((x >> p) & 1) === 0) continue;
    for (let q = 0; y >> q > 0; q += 1) if (((y >> q) & 1) === 1) result |= table[p * 16 + q] as Mask;
  }
  return result;
}

export const allOf = (masks: readonly Mask[]): Mask =>
  masks.reduce((x, y) => joined(x, y, BOTH), bit(YES, YES));
export const anyOf = (masks: readonly Mask[]): Mask =>
  masks.reduce((x, y) => joined(x, y, EITHER), bit(NO, NO));
export const notOf = (mask: Mask): Mask => mapped(mask, turned);
