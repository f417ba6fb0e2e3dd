import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KnownPeople, KnownScalar, KnownSet } from '../../src/reference/index.js';
import type { Expression, LinkedFact } from '../../src/rules/index.js';
import {
  ANY,
  choice,
  compare,
  exactly,
  FLAG,
  fact,
  factOf,
  figure,
  flag,
  knowing,
  LEVELS,
  NUMBER,
  num,
  option,
  reckon,
  rulesOf,
  shapeOf,
  shown,
} from './hand.js';

const wages: Expression = { kind: 'attribute', people: 'family', id: 'wages', type: NUMBER, ...ANY };
const pupil: Expression = { kind: 'attribute', people: 'family', id: 'pupil', type: FLAG };
type Over = Expression & { readonly kind: 'over' };
const over = (op: Over['op'], of?: Expression, where?: Expression): Expression => ({
  kind: 'over',
  op,
  people: 'family',
  type: op === 'any' || op === 'all' ? FLAG : NUMBER,
  ...ANY,
  ...(of === undefined ? {} : { of }),
  ...(where === undefined ? {} : { where }),
});

const FAMILY: LinkedFact = factOf('family', {
  type: { kind: 'people', people: 'family' },
  people: {
    least: 0,
    most: 4,
    attributes: [
      { id: 'pupil', ...shapeOf(FLAG) },
      { id: 'wages', ...shapeOf(NUMBER, { mayBeNone: true, noneIs: exactly('0') }) },
    ],
  },
});
const RULES = rulesOf({
  facts: [FAMILY],
  figures: [
    {
      id: 'gap',
      type: NUMBER,
      people: 'family',
      mayBeNone: false,
      value: { kind: 'formula', is: reckon('-', num('10'), wages), extent: {} },
    },
  ],
});

const person = (pays: string | 'none', studies: boolean): ReadonlyMap<string, KnownScalar> =>
  new Map<string, KnownScalar>([
    ['wages', pays === 'none' ? pays : exactly(pays)],
    ['pupil', studies],
  ]);
const all = (...list: KnownPeople['list']): KnownPeople => ({ complete: true, list });
const of = (e: Expression, family: KnownPeople | undefined, rules = RULES): unknown =>
  shown(e, rules, knowing(family === undefined ? {} : { family }));

describe('over people', () => {
  const three = all(person('5', true), person('2', false), person('8', true));

  test('counts, sums, the lowest and the highest, any and all', () => {
    expect(of(over('count'), three)).toBe('3');
    expect(of(over('count', undefined, pupil), three)).toBe('2');
    expect(of(over('sum', wages, pupil), three)).toBe('13');
    expect(of(over('lowest', wages), three)).toBe('2');
    expect(of(over('highest', wages, pupil), three)).toBe('8');
    expect(of(over('any', undefined, compare('>', wages, num('7'))), three)).toBe(true);
    expect(of(over('all', pupil), three)).toBe(false);
    expect(of(over('all', pupil, compare('>', wages, num('4'))), three)).toBe(true);
  });

  test('of nobody', () => {
    const nobody = all();
    const ops = ['count', 'sum', 'lowest', 'highest', 'any', 'all'] as const;
    const found = ops.map((op) => of(over(op, op === 'all' ? pupil : wages), nobody));
    expect(found).toEqual(['0', '0', 'none', 'none', false, true]);
  });

  test('none of an attribute counts as what the rules say', () => {
    expect(of(over('sum', wages), all(person('none', false), person('4', false)))).toBe('4');
  });

  test('a figure for members is one for each of them', () => {
    expect(of(over('sum', figure('gap')), three)).toBe('15');
    expect(of(over('highest', figure('gap'), pupil), three)).toBe('5');
  });

  const people = fc.array(fc.record({ pays: fc.integer({ min: 0, max: 9 }), studies: fc.boolean() }), {
    maxLength: 4,
  });
  test('the order of people never matters, and the folds say what lists say', () => {
    fc.assert(
      fc.property(people, (list) => {
        const known = list.map(({ pays, studies }) => person(String(pays), studies));
        const [there, back] = [all(...known), all(...[...known].reverse())];
        const kept = list.filter(({ studies }) => studies).map(({ pays }) => pays);
        const expected = {
          count: String(kept.length),
          sum: String(kept.reduce((a, b) => a + b, 0)),
          lowest: kept.length === 0 ? 'none' : String(Math.min(...kept)),
          highest: kept.length === 0 ? 'none' : String(Math.max(...kept)),
        };
        for (const [op, result] of Object.entries(expected)) {
          const e = over(op as Over['op'], wages, pupil);
          expect(of(e, there)).toBe(result);
          expect(of(e, back)).toBe(result);
        }
      }),
    );
  });
});

describe('people of whom not all is known and who give no points', () => {
  const quiet = rulesOf({
    facts: [{ ...FAMILY, unknown: { policy: 'no_points', because: { zh: '未核实' } } }],
  });
  const some: KnownPeople = { complete: false, list: [person('5', true)] };

  test('decide only what others cannot change', () => {
    expect(of(over('any', undefined, pupil), some, quiet)).toBe(true);
    expect(of(over('any', undefined, compare('>', wages, num('7'))), some, quiet)).toBe(undefined);
    expect(of(over('all', compare('>', wages, num('7'))), some, quiet)).toBe(false);
    expect(of(over('all', pupil), some, quiet)).toBe(undefined);
    // Whether there are more of them, nobody knows, and of those that there may be nobody knows anything.
    expect(of(over('all', flag(false)), all(), quiet)).toBe(true);
    expect(of(over('all', flag(false)), { complete: false, list: [] }, quiet)).toBe(undefined);
    expect(of(over('all', flag(true)), { complete: false, list: [] }, quiet)).toBe(true);
    expect(of(over('count'), some, quiet)).toBe(undefined);
    expect(of(over('sum', wages), undefined, quiet)).toBe(undefined);
  });

  test('at least as many as there must be are there', () => {
    const { people } = FAMILY;
    const two = { ...FAMILY, people: { least: 2, most: 2, attributes: people?.attributes ?? [] } };
    const certain = rulesOf({ facts: [{ ...two, unknown: quiet.facts[0]?.unknown ?? { policy: 'ask' } }] });
    expect(of(over('count'), some, certain)).toBe('2');
    expect(of(over('count', undefined, pupil), some, certain)).toBe(undefined);
  });
});

describe('a fact with several options', () => {
  const rules = rulesOf({
    facts: [factOf('marks', { type: { kind: 'several', choice: 'level' }, options: LEVELS })],
  });
  const has = (op: 'has_any' | 'has_all', ...options: readonly number[]): Expression => ({
    kind: 'has',
    op,
    fact: 'marks',
    options,
    type: FLAG,
  });
  const count: Expression = { kind: 'countOf', fact: 'marks', type: NUMBER, ...ANY };
  const set = (inside: readonly number[], outside: readonly number[]): KnownSet => ({
    in: new Set(inside),
    out: new Set(outside),
  });
  const is = (e: Expression, marks: KnownSet): unknown => shown(e, rules, knowing({ marks }));

  test('counts, any, all', () => {
    const marks = set([0, 2], [1]);
    expect(is(count, marks)).toBe('2');
    expect(is(has('has_any', 1, 2), marks)).toBe(true);
    expect(is(has('has_any', 1), marks)).toBe(false);
    expect(is(has('has_all', 0, 2), marks)).toBe(true);
    expect(is(has('has_all', 0, 1), marks)).toBe(false);
  });

  test('partly known, where that gives no points', () => {
    const marks = set([0], [1]);
    expect(is(count, marks)).toBe(undefined);
    expect([is(has('has_any', 0, 2), marks), is(has('has_any', 1, 2), marks)]).toEqual([true, undefined]);
    expect([is(has('has_all', 1, 2), marks), is(has('has_all', 0, 2), marks)]).toEqual([false, undefined]);
  });
});

describe('over the options of a choice', () => {
  const chosen: Expression = { kind: 'chosen', variable: 't', type: choice('level') };
  const pick = (op: 'count' | 'any' | 'first' | 'last', where: Expression): Expression => ({
    kind: 'pick',
    op,
    variable: 't',
    choice: 'level',
    where,
    type: choice('level'),
  });
  const upTo = (index: number): Expression => compare('<=', chosen, option(index));
  const NO = compare('<', chosen, option(0));

  test('the first and last that meet it, how many, whether any', () => {
    expect(shown(pick('first', upTo(1)))).toBe(0);
    expect(shown(pick('last', upTo(1)))).toBe(1);
    expect(shown(pick('count', upTo(1)))).toBe('2');
    expect([shown(pick('any', upTo(0))), shown(pick('any', NO))]).toEqual([true, false]);
    expect([shown(pick('first', NO)), shown(pick('last', NO)), shown(pick('count', NO))]).toEqual([
      'none',
      'none',
      '0',
    ]);
  });

  test('the first in order, not the first that can be told', () => {
    const rules = rulesOf({
      facts: [factOf('quiet', { type: FLAG, unknown: { policy: 'no_points', because: { zh: '无' } } })],
    });
    const open: Expression = {
      kind: 'or',
      of: [fact('quiet', FLAG), compare('=', chosen, option(1))],
      type: FLAG,
    };
    expect(shown(pick('first', open), rules)).toBe(undefined);
    expect(shown(pick('any', open), rules)).toBe(true);
    expect(shown(pick('count', open), rules)).toBe(undefined);
  });
});
