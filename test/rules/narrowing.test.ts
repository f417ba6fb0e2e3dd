import { describe, expect, test } from 'vitest';
import { readRules } from '../../src/rules/index.js';

// What a guard settles of a name holds behind it: a divisor that cannot be 0 there, a key inside its table, a value that
// is not none. Without the guard each of these is refused.

const HEAD = `format: 1
scheme: xx
edition: a
title: 试
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
dates: { month_end: last_day, leap_birthday: 03-01 }
facts:
  x: { type: number, unit: "1", range: [-5, 10] }
  y: { type: number, unit: "1", range: [0, 10], step: 0.5 }
  n: { type: number, unit: "1", range: [1, 9], none: allowed }
  lost: { type: date, none: allowed, range: [2020-01-01, 2030-12-31] }
tables: { t: { unit: "1", keys: [{ k: 2..4 }], rows: [1, 2, 3] } }
`;

function codes(formula: string): readonly string[] {
  const read = readRules(`${HEAD}figures:\n  g: ${formula}\noutputs: [g]\n`);
  return read.issues.map((issue) => issue.code);
}

const sound = (formula: string): string => `"round(${formula}, 0.01, half_up)"`;

describe('a divisor', () => {
  test.each([
    'if x > 0 then 1 / x else 0',
    'if x < 0 then 1 / x else 0',
    'if x >= 0 and x != 0 then 1 / x else 0',
    'if not (x <= 0) then 1 / x else 0',
    'if x <= 0 then 0 else 1 / x',
    'if y > 0 then 1 / y else 0',
    'if 0 < y then 1 / y else 0',
    'if y >= 1 and x > 0 then 1 / (x * y) else 0',
    'if x <= 0 or y <= 0 then 0 else 1 / (x * y)',
    'if x > 0 then (if 1 / x > y then 1 else 2) else 0',
  ])('%s', (formula) => {
    expect(codes(sound(formula))).toEqual([]);
  });

  test.each([
    '1 / x',
    'if x >= 0 then 1 / x else 0',
    'if x > 0 then 0 else 1 / x',
    'if x > 0 or y > 0 then 1 / x else 0',
    'if x != 0 then 1 / x else 0',
    'if y > -1 then 1 / y else 0',
    'if x - 1 > 0 then 1 / x else 0',
  ])('not behind %s', (formula) => {
    expect(codes(sound(formula))).toEqual(['rules.divisorZero']);
  });

  test('behind the parts of `and` before it, not before it', () => {
    expect(codes('x > 0 and 1 / x > y')).toEqual([]);
    expect(codes('x <= 0 or 1 / x > y')).toEqual([]);
    expect(codes('1 / x > y and x > 0')).toEqual(['rules.divisorZero']);
  });

  test('behind the earlier conditions of `first`', () => {
    expect(codes('{ first: [{ when: x <= 0, is: 0 }, { otherwise: "round(1 / x, 1, up)" }] }')).toEqual([]);
    expect(codes('{ first: [{ when: x < 0, is: 0 }, { otherwise: "round(1 / x, 1, up)" }] }')).toEqual([
      'rules.divisorZero',
    ]);
  });
});

describe('a key', () => {
  test('inside its table', () => {
    expect(codes('"if x >= 2 and x <= 4 then t[x] else 0"')).toEqual([]);
    expect(codes('"t[clamp(x, 2, 4)]"')).toEqual([]);
    expect(codes('"if x > 1 and x < 5 then t[x] else 0"')).toEqual([]);
  });
  test('outside it', () => {
    expect(codes('"t[x]"')).toEqual(['rules.keyOutside']);
    expect(codes('"if x >= 2 then t[x] else 0"')).toEqual(['rules.keyOutside']);
    expect(codes('"t[y]"')).toEqual(['rules.keyNotWhole']);
  });
});

describe('none', () => {
  test.each([
    'n if_none 0',
    'if n is none then 0 else n + 1',
    'if n is not none then n else 0',
    'if n is not none and n > 3 then n else 0',
    'if n is none or n > 3 then 0 else n',
    'if lost is none then 0 else year(lost)',
  ])('%s', (formula) => {
    expect(codes(`"if (${formula}) > 2 then 1 else 0"`)).toEqual([]);
  });
  test.each(['n', 'n + 1', 'max(n, 2)', 't[2] * n', 'if x > 0 then n else 1', 'year(lost)'])(
    '%s',
    (formula) => {
      expect(codes(`"if (${formula}) > 2 then 1 else 0"`)).toEqual(['rules.maybeNone']);
    },
  );
  test('an output may be none', () => {
    expect(codes('n + 1')).toEqual([]);
  });
});

describe('types and units', () => {
  test.each([
    ['x + lost', 'rules.type'],
    ['lost + 1', 'rules.type'],
    ['lost > x', 'rules.type'],
    ['x = none', 'rules.type'],
    ['x + 1[CNY]', 'rules.unit'],
    ['x > 1[person]', 'rules.unit'],
    ['as_of + 2[day]', 'rules.type'],
    ['count(x)', 'rules.type'],
    ['sum(x of x)', 'rules.notPeople'],
    ['has_any(x, [a])', 'rules.type'],
    ['last(k in nothing where x > 0)', 'rules.unknownChoice'],
    ['t[2].wide', 'rules.unknownColumn'],
    ['t[2] at as_of', 'rules.notDated'],
    ['x at as_of', 'rules.notDated'],
    ['xx', 'rules.unknownName'],
    ['tt[2]', 'rules.unknownTable'],
    ['marginal(s, x)', 'rules.unknownSchedule'],
    ['date(2025, 2, 29)', 'rules.dayOfYear'],
    ['date(2025, 2, 30)', 'rules.dayOfYear'],
    ['date(y, 7, 1)', 'rules.keyNotWhole'],
    ['as_of - 1', 'rules.type'],
  ])('%s', (formula, code) => {
    expect(codes(`"${formula}"`)).toEqual([code]);
  });
});
