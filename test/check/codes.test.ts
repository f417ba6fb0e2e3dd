import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePairs } from '../../src/check/aspects.js';
import { canFall, deepest } from '../../src/check/pairs/falling.js';
import { alike, type Piece, paired } from '../../src/check/pairs/side.js';
import { compare, exact, type Range, subtract } from '../../src/value/index.js';

// Tiers of two students by pairs, and by how far the second can come off worse.

const whole = fc.integer({ min: -1, max: 4 });
const range = fc
  .tuple(whole, whole)
  .map(([x, y]): Range => ({ low: exact(BigInt(x < y ? x : y)), high: exact(BigInt(x < y ? y : x)) }));
const piece: fc.Arbitrary<Piece> = fc
  .tuple(range, range, fc.option(range), fc.boolean())
  .map(([a, b, d, both]) => (both ? alike(a) : paired(a, b, d)))
  .filter((one) => one !== null);
const pieces = fc.array(piece, { minLength: 1, maxLength: 3 });

/** Every pair of whole numbers of which a piece speaks. */
function pairsIn(of: readonly Piece[]): readonly string[] {
  const numbers = Array.from({ length: 6 }, (_, i) => exact(BigInt(i - 1)));
  const within = (x: ReturnType<typeof exact>, { low, high }: Range): boolean =>
    compare(low, x) <= 0 && compare(x, high) <= 0;
  const found = numbers.flatMap((x) =>
    numbers
      .filter((y) =>
        of.some(
          ({ a, b, d }) =>
            within(x, a as Range) &&
            within(y, b as Range) &&
            (a !== b || x === y) &&
            (d === null || within(subtract(y, x), d)),
        ),
      )
      .map((y) => `${x.n} ${y.n}`),
  );
  return [...new Set(found)].sort();
}

test('every pair of codes is there once, and no other', () => {
  fc.assert(
    fc.property(pieces, (of) => {
      const found = (codePairs(of, 100) ?? []).map(
        ({ a, b }) => `${(a as Range).low.n} ${(b as Range).low.n}`,
      );
      expect([...found].sort()).toEqual(pairsIn(of));
      for (const { a, b } of codePairs(of, 100) ?? [])
        if ((a as Range).low.n === (b as Range).low.n) expect(a).toBe(b);
      // So many are looked at one by one, and no more.
      expect(codePairs(of, found.length)).not.toBe(null);
      expect(codePairs(of, found.length - 1)).toBe(null);
    }),
    { numRuns: 60 },
  );
  expect(codePairs([{ a: 'none', b: { low: exact(0n), high: exact(0n) }, d: null }], 9)).toBe(null);
  expect(codePairs([{ a: { low: exact(0n), high: exact(0n) }, b: 'gone', d: null }], 9)).toBe(null);
});

test('the second can come off worse where it can be less, and where the first alone has something', () => {
  fc.assert(
    fc.property(pieces, (of) => {
      const lows = of.map(({ d }) => d?.low ?? exact(0n));
      const least = lows.reduce((x, y) => (compare(y, x) < 0 ? y : x), exact(0n));
      expect(deepest(of)).toEqual(least);
      expect(canFall(of)).toBe(least.n < 0n);
    }),
    { numRuns: 60 },
  );
  const one: Range = { low: exact(1n), high: exact(1n) };
  expect(canFall([{ a: one, b: 'none', d: null }])).toBe(true);
  expect(canFall([{ a: 'none', b: one, d: null }])).toBe(false);
  expect(canFall([alike('none'), alike('gone')])).toBe(false);
  expect(deepest([])).toEqual(exact(0n));
});
