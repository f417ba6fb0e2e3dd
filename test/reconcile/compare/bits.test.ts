import { expect, test } from 'vitest';
import { milliBits } from '../../../src/reconcile/compare/bits.js';

test('thousandths of a bit, rounded down', () => {
  for (let n = 1; n < 20_000; n += 7) {
    const exact = Math.log2(n) * 1000;
    expect(milliBits(n)).toBeLessThanOrEqual(Math.floor(exact + 0.01));
    expect(milliBits(n)).toBeGreaterThan(exact - 1.1);
  }
  for (let power = 0; power < 53; power += 1) expect(milliBits(2 ** power)).toBe(power * 1000);
  for (const odd of [0, -5, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) expect(milliBits(odd)).toBe(0);
});

test('a rarer name is worth more', () => {
  for (let n = 1; n < 3000; n += 1) expect(milliBits(n + 1)).toBeGreaterThanOrEqual(milliBits(n));
});
