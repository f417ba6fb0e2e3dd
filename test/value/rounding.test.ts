import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compare,
  type Exact,
  exact,
  formatExact,
  fromExact,
  multiply,
  negate,
  parseExact,
  ROUNDING_MODES,
  type RoundingMode,
  roundExact,
  rounded,
  subtract,
  written,
} from '../../src/value/index.js';

const at = (text: string): Exact => parseExact(text) as Exact;
const round = (x: string, step: string, mode: RoundingMode): string =>
  formatExact(roundExact(at(x), at(step), mode));

/** x and −x, on a tie and off it, to whole numbers. */
const TABLE: readonly (readonly [string, Readonly<Record<RoundingMode, string>>])[] = [
  ['2.5', { half_up: '3', half_away: '3', half_even: '2', up: '3', down: '2', toward_zero: '2' }],
  ['-2.5', { half_up: '-2', half_away: '-3', half_even: '-2', up: '-2', down: '-3', toward_zero: '-2' }],
  ['3.5', { half_up: '4', half_away: '4', half_even: '4', up: '4', down: '3', toward_zero: '3' }],
  ['-3.5', { half_up: '-3', half_away: '-4', half_even: '-4', up: '-3', down: '-4', toward_zero: '-3' }],
  ['0.5', { half_up: '1', half_away: '1', half_even: '0', up: '1', down: '0', toward_zero: '0' }],
  ['-0.5', { half_up: '0', half_away: '-1', half_even: '0', up: '0', down: '-1', toward_zero: '0' }],
  ['2.4', { half_up: '2', half_away: '2', half_even: '2', up: '3', down: '2', toward_zero: '2' }],
  ['-2.4', { half_up: '-2', half_away: '-2', half_even: '-2', up: '-2', down: '-3', toward_zero: '-2' }],
  ['2.6', { half_up: '3', half_away: '3', half_even: '3', up: '3', down: '2', toward_zero: '2' }],
  ['-2.6', { half_up: '-3', half_away: '-3', half_even: '-3', up: '-2', down: '-3', toward_zero: '-2' }],
  ['7', { half_up: '7', half_away: '7', half_even: '7', up: '7', down: '7', toward_zero: '7' }],
  ['-7', { half_up: '-7', half_away: '-7', half_even: '-7', up: '-7', down: '-7', toward_zero: '-7' }],
  ['0', { half_up: '0', half_away: '0', half_even: '0', up: '0', down: '0', toward_zero: '0' }],
];

const step = fc.constantFrom('1', '0.01', '0.5', '0.05', '3', '50', '0.25', '100', '0.1', '7').map(at);
/** A multiple of the step, a tie between two, or anything else, above and below 0. */
const numberAndStep = step.chain((s) =>
  fc
    .oneof(
      fc.bigInt({ min: -2_000n, max: 2_000n }).map((k) => exact(k, 2n)),
      fc
        .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 9_999n }))
        .map(([n, d]) => exact(n, d)),
    )
    .map((k) => ({ x: multiply(k, s), step: s })),
);
const mode = fc.constantFrom(...ROUNDING_MODES);

describe('rounding', () => {
  test('there are six modes', () => {
    expect([...ROUNDING_MODES].sort()).toEqual([
      'down',
      'half_away',
      'half_even',
      'half_up',
      'toward_zero',
      'up',
    ]);
  });

  for (const [x, wanted] of TABLE) {
    test(`of ${x} to whole numbers, on integers and on decimals`, () => {
      const found = Object.fromEntries(ROUNDING_MODES.map((m) => [m, round(x, '1', m)]));
      expect(found).toEqual(wanted);
      const [number, one] = [fromExact(at(x)), fromExact(at('1'))];
      const meant = Object.fromEntries(ROUNDING_MODES.map((m) => [m, written(rounded(number, one, m))]));
      expect(meant).toEqual(wanted);
    });
  }

  test('to steps that are no power of ten', () => {
    expect(round('12.37', '0.05', 'half_up')).toBe('12.35');
    expect(round('12.375', '0.05', 'half_up')).toBe('12.4');
    expect(round('149', '100', 'up')).toBe('200');
    expect(round('-149', '100', 'down')).toBe('-200');
    expect(round('10', '3', 'half_up')).toBe('9');
    expect(round('10.5', '3', 'half_even')).toBe('12');
    expect(round('-10.5', '3', 'half_away')).toBe('-12');
  });

  test('is what its definition says', () => {
    fc.assert(
      fc.property(numberAndStep, mode, ({ x, step: s }, m) => {
        const found = roundExact(x, s, m);
        const gap = subtract(found, x);
        const steps = { n: found.n * s.d, d: found.d * s.n };
        expect(steps.n % steps.d).toBe(0n);
        const multiple = steps.n / steps.d;
        const magnitude = gap.n < 0n ? negate(gap) : gap;
        expect(compare(magnitude, s)).toBe(-1);
        if (m === 'up') expect(gap.n >= 0n).toBe(true);
        if (m === 'down') expect(gap.n <= 0n).toBe(true);
        if (m === 'toward_zero') expect(x.n < 0n ? gap.n >= 0n : gap.n <= 0n).toBe(true);
        if (!m.startsWith('half')) return;
        const half = compare(multiply(magnitude, exact(2n)), s);
        expect(half).not.toBe(1);
        if (half !== 0) return;
        if (m === 'half_up') expect(gap.n > 0n).toBe(true);
        if (m === 'half_away') expect(x.n < 0n ? gap.n < 0n : gap.n > 0n).toBe(true);
        if (m === 'half_even') expect(multiple % 2n).toBe(0n);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is the same on integers and on decimals', () => {
    fc.assert(
      fc.property(numberAndStep, mode, ({ x, step: s }, m) => {
        expect(written(rounded(fromExact(x), fromExact(s), m))).toBe(formatExact(roundExact(x, s, m)));
      }),
      { numRuns: 2_000 },
    );
  });

  test('keeps order, and leaves a multiple as it is', () => {
    fc.assert(
      fc.property(numberAndStep, fc.bigInt({ min: 0n, max: 500n }), mode, ({ x, step: s }, more, m) => {
        const larger = exact(x.n * 7n + more * x.d, x.d * 7n);
        const [low, high] = compare(x, larger) <= 0 ? [x, larger] : [larger, x];
        expect(compare(roundExact(low, s, m), roundExact(high, s, m))).not.toBe(1);
        const once = roundExact(x, s, m);
        expect(roundExact(once, s, m)).toEqual(once);
      }),
    );
  });
});
