import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCase, condition, figureValue, points, withFacts } from './cases.js';
import { formatExact, type ValueDocument, valueReadings } from './rooms.js';
import { FIGURE, findings, right } from './sample-file.js';
import { both, foreseen } from './two-meanings.js';

const top = (count: number, ...cases: readonly (readonly [when: string, is: string])[]): ValueDocument => ({
  kind: 'top',
  top: String(count),
  cases: cases.map(([when, is]) => ({ when, is })),
});

describe('the greatest few of what holds', () => {
  const three = (count: number) => right(top(count, ['a', '5'], ['b', 'x'], ['qflag', '2']));
  test.each([
    [1, { a: true, b: true, x: 7, qflag: true }, '7'],
    [2, { a: true, b: true, x: 7, qflag: true }, '12'],
    [2, { a: true, b: true, x: 5, qflag: true }, '10'],
    [2, { a: true, b: true, x: 1, qflag: true }, '7'],
    [2, { b: true, x: 7 }, '7'],
    [2, {}, '0'],
    [1, { b: true, x: -3 }, '0'],
    [2, { a: true, b: true, x: -3 }, '5'],
  ] as const)('%i of %j', (count, facts, expected) => {
    expect(both(three(count), withFacts({ qflag: false, ...facts }))).toBe(expected);
  });
});

test('what is not known goes before none, and none before a number', () => {
  const value = right(top(2, ['a', 'none'], ['b', 'mx'], ['qflag', '1']), { path: FIGURE });
  expect(both(value, withFacts({ b: true, mx: 4 }))).toBe('4');
  expect(both(value, withFacts({ a: true, b: true, mx: 4 }))).toBe('none');
  expect(both(value, withFacts({ a: true, b: true, mx: 'missing' }))).toBe('missing');
  expect(both(value, withFacts({ a: true, qflag: 'missing' }))).toBe('missing');
});

test('both meanings agree on any conditions and values', () => {
  const document = fc
    .array(fc.tuple(condition, figureValue), { minLength: 2, maxLength: 5 })
    .chain((cases) => fc.integer({ min: 1, max: cases.length - 1 }).map((count) => top(count, ...cases)));
  fc.assert(
    fc.property(document, anyCase, (one, of) => {
      both(right(one, { path: FIGURE }), of);
    }),
    { numRuns: 2_000 },
  );
});

test('what it can come to is what it does come to', () => {
  const document = fc
    .array(fc.tuple(condition, points), { minLength: 2, maxLength: 4 })
    .chain((cases) => fc.integer({ min: 1, max: cases.length - 1 }).map((count) => top(count, ...cases)));
  fc.assert(
    fc.property(document, anyCase, (one, of) => {
      const value = right(one);
      expect(foreseen(value, both(value, of))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('it reaches from 0 to all that is above 0', () => {
  const { range } = right(top(1, ['a', '5'], ['b', '-2.5'], ['qflag', 'x'])).extent;
  expect([range?.low, range?.high].map((x) => (x === undefined ? '' : formatExact(x)))).toEqual(['0', '10']);
});

test('it reads its conditions and its values', () => {
  const ids = valueReadings(right(top(1, ['a', 'x'], ['qflag', '1']))).map((r) =>
    'id' in r ? r.id : r.kind,
  );
  expect(ids).toEqual(['a', 'x', 'qflag']);
});

describe('refused', () => {
  test.each([0, 2, 3])('%i of two', (count) => {
    expect(findings(top(count, ['a', '1'], ['b', '2']))).toMatchObject([
      {
        code: 'rules.count',
        path: 'score.value.parts.p.value.top',
        values: { found: 'top', least: '1', most: '1' },
      },
    ]);
  });

  test('points that may be none, and flags', () => {
    expect(findings(top(1, ['a', '1'], ['b', 'nx']))).toMatchObject([
      { code: 'rules.maybeNone', path: 'score.value.parts.p.value.cases.1.is', values: { formula: 'nx' } },
    ]);
    expect(
      findings(top(1, ['a', 'b'], ['b', 'a']), { path: FIGURE, wanted: { kind: 'any' } })[0],
    ).toMatchObject({ code: 'rules.type', path: 'figures.f.value.cases.0.is' });
  });
});
