import { expect, test } from 'vitest';
import {
  allOf,
  anyOf,
  bit,
  GONE,
  maskOf,
  NO,
  NONE,
  notOf,
  pairsIn,
  piecesOf,
  type State,
  YES,
} from '../../../src/check/pairs/flags.js';
import { alike, type Piece, paired, point } from '../../../src/check/pairs/side.js';
import { exact } from '../../../src/value/index.js';

// Flags of two students: every pair of states by itself and together.

const STATES: readonly State[] = [NO, YES, NONE, GONE];
const ALL = STATES.flatMap((a) => STATES.map((b) => [a, b] as const));

// What is made of a mask is kept: each time others are asked for.
let round = 0;
const someMasks = (): readonly number[] => {
  round += 1;
  return Array.from({ length: 40 }, (_, i) => (i * 1_601 + round * 7_919) % 65_536);
};
const pairsOf = (mask: number) => ALL.filter(([a, b]) => Math.floor(mask / 2 ** (a * 4 + b)) % 2 === 1);

test('a mask holds the pairs that were put in, each once', () => {
  expect(new Set(ALL.map(([a, b]) => bit(a, b))).size).toBe(16);
  for (const mask of someMasks()) {
    expect(pairsIn(mask)).toEqual(pairsOf(mask));
    expect(pairsIn(mask).reduce((all, [a, b]) => all | bit(a, b), 0)).toBe(mask);
    // The second time it is the same.
    expect(pairsIn(mask)).toBe(pairsIn(mask));
  }
});

test('a flag as pieces, and back', () => {
  const value = (state: State) =>
    state === NONE ? 'none' : state === GONE ? 'gone' : point(exact(BigInt(state)));
  for (const mask of someMasks()) {
    const pieces = piecesOf(mask);
    expect(pieces.map(({ a, b }) => [a, b])).toEqual(pairsOf(mask).map(([a, b]) => [value(a), value(b)]));
    for (const { a, b, d } of pieces) {
      if (typeof a === 'object' && typeof b === 'object') expect(d).toEqual(point(exact(b.low.n - a.low.n)));
      else expect(d).toBe(null);
    }
    expect(maskOf(pieces)).toBe(mask);
    expect(maskOf([...pieces])).toBe(mask);
  }
});

test('of numbers that are open a flag can be what lies among them', () => {
  const range = (low: bigint, high: bigint) => ({ low: exact(low), high: exact(high) });
  const mask = (piece: Piece | null) => pairsIn(maskOf([piece as Piece]));
  expect(mask(alike(range(0n, 1n)))).toEqual([
    [NO, NO],
    [YES, YES],
  ]);
  expect(mask(paired(range(0n, 1n), range(0n, 1n), null))).toEqual([
    [NO, NO],
    [NO, YES],
    [YES, NO],
    [YES, YES],
  ]);
  expect(mask(paired(range(0n, 1n), range(0n, 1n), range(0n, 1n)))).toEqual([
    [NO, NO],
    [NO, YES],
    [YES, YES],
  ]);
  expect(mask(paired(range(0n, 1n), range(0n, 1n), range(-1n, 0n)))).toEqual([
    [NO, NO],
    [YES, NO],
    [YES, YES],
  ]);
  expect(mask(paired(range(1n, 1n), 'none', null))).toEqual([[YES, NONE]]);
});

const singles = ALL.map(([a, b]) => bit(a, b));
const both = (a: State, b: State): State => (a === NO || b === NO ? NO : a === YES && b === YES ? YES : GONE);
const either = (a: State, b: State): State =>
  a === YES || b === YES ? YES : a === NO && b === NO ? NO : GONE;

test('what two pairs come to together is what each of the two comes to', () => {
  for (const [i, x] of singles.entries())
    for (const [j, y] of singles.entries()) {
      const [[a, b], [c, d]] = [ALL[i], ALL[j]] as readonly [
        readonly [State, State],
        readonly [State, State],
      ];
      expect(allOf([x, y])).toBe(bit(both(a, c), both(b, d)));
      expect(anyOf([x, y])).toBe(bit(either(a, c), either(b, d)));
    }
});

test('and of several pairs every one with every other', () => {
  for (const x of someMasks())
    for (const y of someMasks().slice(0, 5)) {
      const every = (how: (a: State, b: State) => State): number =>
        pairsOf(x).reduce(
          (all, [a, b]) => pairsOf(y).reduce((more, [c, d]) => more | bit(how(a, c), how(b, d)), all),
          0,
        );
      expect(allOf([x, y])).toBe(every(both));
      expect(anyOf([x, y])).toBe(every(either));
    }
});

test('nothing is all, and not any; what does not exist is not turned about', () => {
  expect(pairsIn(allOf([]))).toEqual([[YES, YES]]);
  expect(pairsIn(anyOf([]))).toEqual([[NO, NO]]);
  const turned = (state: State): State => (state === YES ? NO : state === NO ? YES : state);
  for (const [a, b] of ALL) expect(notOf(bit(a, b))).toBe(bit(turned(a), turned(b)));
});
