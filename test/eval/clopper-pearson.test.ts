import { expect, test } from 'vitest';
import { MILLION, upperBound } from '../../scripts/eval-matching/clopper-pearson.js';

/** The chance of at most `failures` in `trials`, as a fraction over `MILLION ** trials`, exactly. */
function chance(failures: number, trials: number, part: number): bigint {
  let ways = 1n;
  let sum = 0n;
  for (let i = 0; i <= failures; i += 1) {
    sum += ways * BigInt(part) ** BigInt(i) * BigInt(MILLION - part) ** BigInt(trials - i);
    ways = (ways * BigInt(trials - i)) / BigInt(i + 1);
  }
  return sum;
}

test('so few failures are a chance of one in twenty or less there and not much below, by exact fractions', () => {
  for (const trials of [1, 2, 5, 17, 60, 200])
    for (const failures of [0, 1, 2, 7, 50, trials - 1].filter((n) => n >= 0 && n < trials)) {
      const bound = upperBound(failures, trials);
      const limit = BigInt(MILLION) ** BigInt(trials);
      expect(chance(failures, trials, bound) * 20n <= limit, `${failures} of ${trials}`).toBe(true);
      // Rounding upwards may cost one millionth, where the chance is one in twenty on the dot.
      expect(chance(failures, trials, bound - 2) * 20n > limit, `${failures} of ${trials}`).toBe(true);
    }
});

test('known values', () => {
  expect(upperBound(0, 36_000)).toBe(84);
  expect(upperBound(0, 10)).toBe(258_866);
  expect(upperBound(1, 10)).toBe(394_164);
  expect(upperBound(10, 10)).toBe(MILLION);
});

test('more failures never give a smaller bound, more trials never a greater one', () => {
  for (let n = 0; n < 40; n += 1) {
    expect(upperBound(n, 40)).toBeLessThanOrEqual(upperBound(n + 1, 40));
    expect(upperBound(3, n + 4)).toBeGreaterThanOrEqual(upperBound(3, n + 5));
  }
});

test('many trials are no trouble, and most of them may fail', () => {
  const bound = upperBound(15_000, 20_000);
  expect(bound).toBeGreaterThan(750_000);
  expect(bound).toBeLessThan(756_000);
});
