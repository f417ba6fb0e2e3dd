import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Expression, inside } from '../../src/rules/formula/index.js';
import type { LinkedFact } from '../../src/rules/index.js';
import {
  ANY,
  both,
  CODE,
  compare,
  DATE,
  day,
  either,
  exactly,
  FLAG,
  fact,
  factOf,
  figure,
  flag,
  knowing,
  meant,
  NEVER,
  NONE,
  NUMBER,
  num,
  option,
  read,
  reckon,
  rulesOf,
  shown,
  when,
} from './hand.js';

/** Reads a fact of which nothing is known, and which then gives no points. */
const MISSING = fact('quiet');
const RULES = rulesOf({
  facts: [
    factOf('quiet', { unknown: { policy: 'no_points', because: { zh: '未评议' } } }),
    factOf('x'),
    factOf('y'),
    factOf('born', { type: DATE }),
    factOf('here', { type: CODE }),
    factOf('there', { type: CODE }),
  ],
});
const is = (e: Expression, known = knowing({})): unknown => shown(e, RULES, known);
const round = (of: Expression, step: string, mode: 'half_up' | 'down'): Expression => ({
  kind: 'round',
  of,
  step: exactly(step),
  mode,
  type: NUMBER,
  ...ANY,
});
const isNone = (of: Expression): Expression => ({ kind: 'isNone', of, type: FLAG });
const ifNone = (of: Expression, otherwise: Expression): Expression => ({
  kind: 'ifNone',
  of,
  otherwise,
  type: of.type,
});
const not = (of: Expression): Expression => ({ kind: 'not', of, type: FLAG });

describe('numbers', () => {
  test.each([
    ['3 + 4', reckon('+', num('3'), num('4')), '7'],
    ['3 - 4', reckon('-', num('3'), num('4')), '-1'],
    ['0.1 * 3', reckon('*', num('0.1'), num('3')), '0.3'],
    ['a quotient stays one', reckon('/', num('2'), num('3')), '2/3'],
    ['and comes back exactly', reckon('*', reckon('/', num('2'), num('3')), num('3')), '2'],
    ['a quotient by a number below 0', reckon('/', num('1'), num('-4')), '-0.25'],
    ['-x', { kind: 'negate', of: num('3'), type: NUMBER, ...ANY }, '-3'],
    ['abs(-3)', { kind: 'abs', of: num('-3'), type: NUMBER, ...ANY }, '3'],
    ['min', { kind: 'least', of: [num('2'), num('-1'), num('7')], type: NUMBER, ...ANY }, '-1'],
    ['max', { kind: 'greatest', of: [num('2'), num('-1'), num('7')], type: NUMBER, ...ANY }, '7'],
    ['round half up', round(reckon('/', num('1'), num('8')), '0.01', 'half_up'), '0.13'],
    ['round down', round(num('-1.5'), '1', 'down'), '-2'],
  ] satisfies readonly (readonly [string, Expression, string])[])('%s', (_, e, result) => {
    expect(is(e)).toBe(result);
  });
});

describe('comparisons', () => {
  const sides = { '=': [false, true, false], '!=': [true, false, true], '<': [true, false, false] } as const;
  test.each(Object.entries(sides))('numbers by %s', (op, results) => {
    const against = (left: string): unknown => is(compare(op as '=', num(left), num('2')));
    expect(['1', '2', '3'].map(against)).toEqual(results);
  });

  test('quotients exactly', () => {
    const third = reckon('/', num('1'), num('3'));
    expect(is(compare('<', num('0.333333333333333333'), third))).toBe(true);
    expect(is(compare('>=', num('0.333333333333333334'), third))).toBe(true);
  });

  test('options by their order, flags, dates', () => {
    expect(is(compare('<', option(0), option(2)))).toBe(true);
    expect(is(compare('=', flag(true), flag(true)))).toBe(true);
    const born = fact('born', DATE);
    const asOf = read({ kind: 'as_of' }, DATE);
    expect(is(compare('<', born, asOf), knowing({ born: day('2010-01-01') }))).toBe(true);
    expect(is(compare('>=', born, asOf), knowing({ born: day('2025-10-01') }))).toBe(true);
  });

  test('codes are the same or not', () => {
    const same = compare('=', fact('here', CODE), fact('there', CODE));
    expect(is(same, knowing({ here: { code: '371500' }, there: { code: '371500' } }))).toBe(true);
    expect(is(same, knowing({ here: { code: '371500' }, there: { code: '3715' } }))).toBe(false);
  });

  test('in', () => {
    const among = (index: number): Expression => ({
      kind: 'in',
      of: option(index),
      options: [0, 2],
      type: FLAG,
    });
    expect([0, 1, 2].map((index) => is(among(index)))).toEqual([true, false, true]);
  });
});

describe('dates', () => {
  const born = fact('born', DATE);
  const asOf = read({ kind: 'as_of' }, DATE);
  const known = knowing({ born: day('2008-02-29') });

  test('of the determination', () => {
    expect(is(asOf)).toEqual(day('2025-10-01'));
    expect(is(read({ kind: 'period_start' }, DATE))).toEqual(day('2025-09-01'));
  });

  test('from a year, and its year and month', () => {
    const july: Expression = {
      kind: 'date',
      year: reckon('-', { kind: 'yearOf', of: asOf, type: NUMBER, ...ANY }, num('2')),
      month: 7,
      day: 1,
      type: DATE,
      ...ANY,
    };
    expect(is(july)).toEqual(day('2023-07-01'));
    expect(is({ kind: 'monthOf', of: july, type: NUMBER, ...ANY })).toBe('7');
  });

  test.each([
    ['last_day', 1, 'year', '2009-02-28'],
    ['next_first', 1, 'year', '2009-03-01'],
    ['last_day', -4, 'year', '2004-02-29'],
    ['last_day', -60, 'day', '2007-12-31'],
  ] as const)('moved, month ends by %s: %i %s', (month_end, count, unit, result) => {
    const e: Expression = { kind: 'shift', of: born, count, unit, type: DATE, ...ANY };
    expect(shown(e, { ...RULES, dates: { month_end } }, known)).toEqual(day(result));
  });

  test.each([
    ['age', '02-28', '17'],
    ['months', '02-28', '211'],
    ['days', '02-28', '6424'],
  ] as const)('%s between two', (op, leap_birthday, result) => {
    const e: Expression = { kind: 'between', op, from: born, to: asOf, type: NUMBER, ...ANY };
    expect(shown(e, { ...RULES, dates: { month_end: 'last_day', leap_birthday } }, known)).toBe(result);
  });

  test('the rule for birthdays on 29 February decides', () => {
    const age: Expression = { kind: 'between', op: 'age', from: born, to: asOf, type: NUMBER, ...ANY };
    const on = { asOf: day('2025-02-28'), periodStart: null };
    const by = (leap_birthday: '02-28' | '03-01'): unknown =>
      shown(age, { ...RULES, dates: { leap_birthday } }, known, on);
    expect([by('02-28'), by('03-01')]).toEqual(['17', '16']);
  });
});

describe('no more is looked at than it takes', () => {
  test('one branch of if', () => {
    expect(is(when(flag(true), num('1'), NEVER))).toBe('1');
    expect(is(when(flag(false), NEVER, num('2')))).toBe('2');
    expect(is(when(MISSING, NEVER, NEVER))).toBe(undefined);
  });

  test('a guarded quotient', () => {
    const guarded = when(compare('>', fact('x'), num('0')), reckon('/', num('6'), fact('x')), num('0'));
    expect([0, 1, 2].map((x) => is(guarded, knowing({ x: exactly(String(x)) })))).toEqual(['0', '6', '3']);
  });

  test('and, or up to what decides; a missing one decides nothing', () => {
    expect(is(both(flag(true), flag(false), NEVER))).toBe(false);
    expect(is(either(flag(false), flag(true), NEVER))).toBe(true);
    expect(is(both(MISSING, flag(false), NEVER))).toBe(false);
    expect(is(either(MISSING, flag(true), NEVER))).toBe(true);
    expect(is(both(MISSING, flag(true)))).toBe(undefined);
    expect(is(either(MISSING, flag(false)))).toBe(undefined);
  });

  test('if_none the second only where the first is none', () => {
    expect(is(ifNone(num('1'), NEVER))).toBe('1');
    expect(is(ifNone(NONE, num('2')))).toBe('2');
    expect(is(ifNone(MISSING, NEVER))).toBe(undefined);
  });
});

describe('none and missing', () => {
  /** Everything that reckons, around its operands. */
  const AROUND: readonly ((a: Expression, b: Expression) => Expression)[] = [
    (a, b) => reckon('+', a, b),
    (a, b) => reckon('-', a, b),
    (a, b) => reckon('*', a, b),
    (a, b) => reckon('/', a, b),
    (a, b) => ({ kind: 'least', of: [a, b], type: NUMBER, ...ANY }),
    (a, b) => ({ kind: 'greatest', of: [a, b], type: NUMBER, ...ANY }),
    (a) => round(a, '1', 'half_up'),
    (a) => ({ kind: 'negate', of: a, type: NUMBER, ...ANY }),
    (a) => ({ kind: 'abs', of: a, type: NUMBER, ...ANY }),
  ];
  const leaf = fc.constantFrom(num('1'), num('2'), NONE, MISSING);
  const tree: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.tuple(fc.constantFrom(...AROUND), tie('tree'), tie('tree')).map(([around, a, b]) => around(a, b)),
    ),
  })).tree;
  const leaves = (e: Expression): readonly Expression[] =>
    inside(e).length === 0 ? [e] : inside(e).flatMap(leaves);

  test('missing goes before none, none before every number, through whatever reckons', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(tree, (e) => {
        const all = leaves(e);
        fc.pre(!divides(e));
        const is = meant(e, RULES);
        const expected = all.includes(MISSING) ? 'missing' : all.includes(NONE) ? 'none' : 'number';
        seen.add(expected);
        expect(is === undefined ? 'missing' : is === 'none' ? 'none' : 'number').toBe(expected);
        expect(meant(isNone(e), RULES)).toBe(expected === 'missing' ? undefined : expected === 'none');
        expect(shown(ifNone(e, num('9')), RULES)).toEqual(expected === 'none' ? '9' : shown(e, RULES));
      }),
      { numRuns: 500 },
    );
    expect([...seen].sort()).toEqual(['missing', 'none', 'number']);
  });

  /** A divisor that is not a plain number could be 0, which the checker refuses. */
  const divides = (e: Expression): boolean =>
    (e.kind === 'arithmetic' && e.op === '/' && inside(e.right).length > 0) || inside(e).some(divides);

  test('missing passes through comparisons and not', () => {
    expect(is(compare('<', MISSING, num('1')))).toBe(undefined);
    expect(is(not(MISSING))).toBe(undefined);
    expect(is(not(flag(true)))).toBe(false);
    expect(is({ kind: 'in', of: MISSING, options: [0], type: FLAG })).toBe(undefined);
  });
});

describe('facts and figures that may not exist', () => {
  const spouse = (more: Partial<LinkedFact>): LinkedFact =>
    factOf('spouse', { onlyIf: fact('married', FLAG), ...more });
  const under = (one: LinkedFact, facts: Parameters<typeof knowing>[0]): unknown =>
    shown(fact('spouse'), rulesOf({ facts: [factOf('married', { type: FLAG }), one] }), knowing(facts));

  test('only_if false: none, whatever was said; or what none counts as', () => {
    const said = { spouse: exactly('2') };
    expect(under(spouse({}), { married: true, ...said })).toBe('2');
    expect(under(spouse({}), { married: false, ...said })).toBe('none');
    expect(under(spouse({}), { married: false })).toBe('none');
    expect(under(spouse({ noneIs: exactly('1') }), { married: false, ...said })).toBe('1');
  });

  test('said to be none', () => {
    expect(under(spouse({ mayBeNone: true }), { married: true, spouse: 'none' })).toBe('none');
    expect(under(spouse({ mayBeNone: true, noneIs: exactly('0') }), { married: true, spouse: 'none' })).toBe(
      '0',
    );
  });

  test('a figure likewise; given, it is not computed', () => {
    const share = {
      id: 'share',
      type: NUMBER,
      value: { kind: 'formula', is: reckon('*', num('2'), fact('x')), extent: {} },
      onlyIf: compare('>', fact('x'), num('1')),
      mayBeNone: true,
    } as const;
    const of = (x: string, more = {}, known = {}): unknown =>
      shown(
        figure('share'),
        rulesOf({ facts: [factOf('x')], figures: [{ ...share, ...more }] }),
        knowing({ x: exactly(x) }, known),
      );
    expect([of('1'), of('2')]).toEqual(['none', '4']);
    expect(of('1', { noneIs: exactly('0') })).toBe('0');
    expect(of('1', {}, { given: new Map([['share', exactly('7')]]) })).toBe('7');
  });
});
