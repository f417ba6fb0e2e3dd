import { expect, test } from 'vitest';
import type { Student } from '../../src/roster/index.js';
import { bothWays } from './rich.js';
import { rulesOf } from './sample.js';

// What is known alone decides is said, whatever else is not known; by the plan, and the definition says the same.

type Facts = NonNullable<Student['facts']>;

/** Of every figure, in order, what is said of it, which is nothing where that rests on something else. */
const saying = (facts: string, figures: Readonly<Record<string, string>>) => {
  const ids = Object.keys(figures);
  const rules = rulesOf(`
format: 1
scheme: xx-alone
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
choices: { rung: [low, mid, top] }
facts: { ${facts} }
figures: { ${ids.map((id) => `${id}: "${figures[id]}"`).join(', ')}, result: 1 }
# What is an output would be settled by going through all that is not known.
outputs: [result]
`);
  return (known: Facts) => {
    const said = bothWays({ key: 'a', enrolments: [{ school: 'a' }], applied: true, facts: known }, rules);
    return ids.map((id) => said.figures.find(({ figure }) => figure === id)?.value);
  };
};

const TWO = 'a: { type: flag, worse: none }, b: { type: flag, worse: none }';
const FAMILY =
  'family: { type: people, size: [0, 2], worse: more, of: { ill: { type: flag, worse: if_true } } }';

test('one of two conditions decides, whichever it is', () => {
  const said = saying(TWO, { both: 'a and b', one: 'a or b' });
  for (const known of ['a', 'b']) {
    expect(said({ [known]: false })).toEqual([false, undefined]);
    expect(said({ [known]: true })).toEqual([undefined, true]);
  }
  expect(said({})).toEqual([undefined, undefined]);
});

test('one option decides, whichever it is', () => {
  const said = saying('marks: { type: several, of: [jobless, owing], worse: more }', {
    some: 'has_any(marks, [jobless, owing])',
    every: 'has_all(marks, [jobless, owing])',
  });
  for (const mark of ['jobless', 'owing']) {
    expect(said({ marks: { in: [mark] } })).toEqual([true, undefined]);
    expect(said({ marks: { out: [mark] } })).toEqual([undefined, false]);
  }
  expect(said({})).toEqual([undefined, undefined]);
});

test('one person decides, whichever it is, and whoever else there may be', () => {
  const said = saying(FAMILY, {
    some: 'any(family where ill)',
    every: 'all(ill of family)',
    how_many: 'count(family where ill)',
  });
  const of = (complete: boolean, ...list: Readonly<Record<string, boolean>>[]) =>
    said({ family: { complete, list } });
  for (const [a, b, is] of [
    [{ ill: true }, {}, [true, undefined, undefined]],
    [{ ill: false }, {}, [undefined, false, undefined]],
    [{ ill: true }, { ill: false }, [true, false, '1']],
  ] as const) {
    expect(of(true, a, b)).toEqual(is);
    expect(of(true, b, a)).toEqual(is);
  }
  expect(of(false, { ill: true })).toEqual([true, undefined, undefined]);
  expect(of(false, { ill: false })).toEqual([undefined, false, undefined]);
  expect(of(true)).toEqual([false, true, '0']);
});

test('of whom something is true anyway it need not be known whether they count', () => {
  const said = saying(FAMILY, { every: 'all(true of family where ill)' });
  expect(said({ family: { complete: true, list: [{}, {}] } })).toEqual([true]);
});

test('one option of a choice decides, whichever it is', () => {
  const said = saying(TWO, { some: 'any(t in rung where (t = low and a) or (t = mid and b))' });
  expect(said({ a: true })).toEqual([true]);
  expect(said({ b: true })).toEqual([true]);
  expect(said({ a: false })).toEqual([undefined]);
  expect(said({ a: false, b: false })).toEqual([false]);
});

test('one branch is looked at, and not the other', () => {
  const said = saying(TWO, { chosen: 'if a then 1 else if b then 2 else 3' });
  expect(said({ a: true })).toEqual(['1']);
  expect(said({ a: false })).toEqual([undefined]);
  expect(said({ a: false, b: true })).toEqual(['2']);
  expect(said({ b: true })).toEqual([undefined]);
});
