import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  addRanges,
  and,
  contains,
  divide,
  divideRanges,
  type Exact,
  exact,
  greatest,
  greatestOf,
  hull,
  isSingle,
  least,
  leastOf,
  multiply,
  multiplyRanges,
  negate,
  negateRange,
  not,
  only,
  or,
  type Range,
  type Tri,
  tri,
} from '../../src/value/index.js';

const number = fc
  .tuple(fc.bigInt({ min: -50n, max: 50n }), fc.bigInt({ min: 1n, max: 4n }))
  .map(([n, d]) => exact(n, d));
const range = fc.tuple(number, number).map(([a, b]): Range => ({ low: least(a, b), high: greatest(a, b) }));
/** Its ends, its middle and a point between. */
const pointsOf = ({ low, high }: Range): readonly Exact[] => [
  low,
  high,
  divide(add(low, high), exact(2n)),
  divide(add(add(low, low), high), exact(3n)),
];

describe('a range of results', () => {
  const operations = [
    ['sum', addRanges, add],
    ['product', multiplyRanges, multiply],
    ['least', leastOf, least],
    ['greatest', greatestOf, greatest],
  ] as const;
  for (const [name, onRanges, onNumbers] of operations) {
    test(`holds every ${name}, and its ends are reached`, () => {
      fc.assert(
        fc.property(range, range, (a, b) => {
          const whole = onRanges(a, b);
          const results = pointsOf(a).flatMap((x) => pointsOf(b).map((y) => onNumbers(x, y)));
          for (const one of results) expect(contains(whole, one)).toBe(true);
          for (const end of [whole.low, whole.high]) expect(results).toContainEqual(end);
        }),
      );
    });
  }

  test('holds every quotient where the divisor is never 0', () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        fc.pre(!contains(b, exact(0n)));
        const whole = divideRanges(a, b);
        const results = pointsOf(a).flatMap((x) => pointsOf(b).map((y) => divide(x, y)));
        for (const one of results) expect(contains(whole, one)).toBe(true);
        for (const end of [whole.low, whole.high]) expect(results).toContainEqual(end);
      }),
    );
  });

  test('negation, hull and single numbers', () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        for (const x of pointsOf(a)) {
          expect(contains(negateRange(a), negate(x))).toBe(true);
          expect(contains(hull(a, b), x)).toBe(true);
          expect(isSingle(only(x))).toBe(true);
        }
      }),
    );
  });
});

describe('three-valued truth', () => {
  /** What a value stands for: the set of what it may turn out to be. */
  const meanings: Readonly<Record<Tri, readonly boolean[]>> = {
    true: [true],
    false: [false],
    unknown: [true, false],
  };
  const of = (set: readonly boolean[]): Tri => (new Set(set).size === 2 ? 'unknown' : tri(set[0] as boolean));
  const value = fc.constantFrom<Tri>('true', 'false', 'unknown');
  const choices = (all: readonly Tri[]): readonly (readonly boolean[])[] =>
    all.reduce<readonly (readonly boolean[])[]>(
      (rest, one) => rest.flatMap((so) => meanings[one].map((x) => [...so, x])),
      [[]],
    );

  test('and, or, not are all that their operands may turn out to be', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 5 }), (operands) => {
        expect(and(operands)).toBe(of(choices(operands).map((all) => all.every(Boolean))));
        expect(or(operands)).toBe(of(choices(operands).map((all) => all.some(Boolean))));
        for (const one of operands) expect(not(one)).toBe(of(meanings[one].map((x) => !x)));
      }),
    );
  });
});

test('a range holds its ends and what lies between, and nothing beside', () => {
  const range = { low: exact(-1n, 2n), high: exact(3n) };
  const held = [exact(-51n, 100n), exact(-1n, 2n), exact(0n), exact(3n), exact(301n, 100n)].map((x) =>
    contains(range, x),
  );
  expect(held).toEqual([false, true, true, true, false]);
});
