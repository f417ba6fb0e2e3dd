import { describe, expect, test } from 'vitest';
import {
  EITHER,
  exactly,
  FALSE,
  hasValue,
  isCode,
  isFlag,
  MISSING_CODE,
  MISSING_FLAG,
  MISSING_NUMBER,
  NO_CODE,
  NO_FLAG,
  NO_NUMBER,
  type Possible,
  settled,
  TRUE,
  UNREACHED,
} from '../../src/plan/index.js';
import { either, few, possibly } from '../../src/plan/possible.js';
import { add, exact, formatExact, ONE } from '../../src/value/index.js';

// What is possible, held against the plain set of what it stands for.

const number = (...values: readonly number[]): Possible => {
  const among = values.map((value) => exact(BigInt(value)));
  const [low, high] = [among[0] ?? ONE, among.at(-1) ?? ONE];
  return possibly({ low, high }, { missing: false, none: false }, among);
};
const code = (...codes: readonly string[]): Possible => ({ codes, missing: false, none: false });

const FLAGS = [TRUE, FALSE, EITHER, MISSING_FLAG, NO_FLAG];
const NUMBERS = [number(1), number(1, 2), number(2, 5), exactly(exact(7n, 2n)), MISSING_NUMBER, NO_NUMBER];
const CODES = [code('a'), code('b'), code('a', 'c'), MISSING_CODE, NO_CODE];

const besides = (p: Possible): readonly string[] => [
  ...(p.missing ? ['missing'] : []),
  ...(p.none ? ['none'] : []),
];
const valuesOf = (p: Possible): readonly string[] => {
  if (isFlag(p)) return [...(p.yes ? ['yes'] : []), ...(p.no ? ['no'] : [])];
  if (isCode(p)) return p.codes;
  return p.range === null ? [] : (p.among ?? []).map(formatExact);
};
const setOf = (p: Possible): readonly string[] => [...valuesOf(p), ...besides(p)];

describe.each([
  ['flags', FLAGS],
  ['numbers', NUMBERS],
  ['codes', CODES],
])('of %s', (_, kind) => {
  test('either of two is what one or the other can be, once each', () => {
    for (const a of kind)
      for (const b of kind) {
        const both = setOf(either(a, b));
        expect([...both].sort()).toEqual([...new Set([...setOf(a), ...setOf(b)])].sort());
      }
  });

  test('what has no value takes the kind of the other, and is possible beside it', () => {
    for (const a of [...FLAGS, ...NUMBERS, ...CODES, UNREACHED].filter((one) => !hasValue(one)))
      for (const b of kind.filter(hasValue))
        for (const one of [either(a, b), either(b, a)]) {
          expect([isFlag(one), isCode(one)]).toEqual([isFlag(b), isCode(b)]);
          expect(setOf(one)).toEqual([...valuesOf(b), ...besides(a)]);
        }
  });

  test('it has a value where it can be more than missing or none, and is settled where it can be one thing', () => {
    const all = kind.flatMap((a) => kind.map((b) => either(a, b)));
    for (const p of all) {
      expect(hasValue(p)).toBe(valuesOf(p).length > 0);
      expect(settled(p)).toBe(setOf(p).length <= 1);
    }
  });
});

test('codes stand in their order, whichever came first', () => {
  expect(either(code('b'), code('a', 'c'))).toEqual(code('a', 'b', 'c'));
});

test('of numbers the range holds both, however they lie', () => {
  const wide = either(number(1, 9), number(3, 4)) as { readonly range: unknown };
  expect(wide.range).toEqual({ low: exact(1n), high: exact(9n) });
  const turned = either(number(3, 4), number(1, 9)) as { readonly range: unknown };
  expect(turned.range).toEqual(wide.range);
});

test('sixteen values are few, rising and each once; one more is only a range', () => {
  const values = Array.from({ length: 16 }, (_, i) => exact(BigInt(i)));
  expect(few([...values, ...values].reverse())).toEqual(values);
  expect(few([...values, add(values.at(-1) ?? ONE, ONE)])).toBeUndefined();
  const range = { low: exact(0n), high: exact(9n) };
  const nothing = { missing: false, none: false };
  expect(possibly(range, nothing, undefined)).toEqual({ range, ...nothing });
  expect(possibly(null, nothing, values)).toEqual({ range: null, ...nothing });
});
