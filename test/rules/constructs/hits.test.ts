import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCase, condition, figureValue, points, takes, withFacts } from './cases.js';
import { formatExact, type ValueDocument, valueReadings } from './rooms.js';
import { FIGURE, findings, right } from './sample-file.js';
import { both, byMeaning, foreseen } from './two-meanings.js';

type Take = 'sum' | 'best' | 'least';
const hits = (take: Take, ...cases: readonly (readonly [when: string, is: string])[]): ValueDocument => ({
  kind: 'hits',
  take,
  cases: cases.map(([when, is]) => ({ when, is })),
});

describe('what holds together', () => {
  const two = (take: Take) => right(hits(take, ['a', '5'], ['b', 'x']));
  test.each([
    ['sum', {}, '0'],
    ['sum', { a: true }, '5'],
    ['sum', { a: true, b: true, x: -3 }, '2'],
    ['best', { a: true, b: true, x: -3 }, '5'],
    ['best', { b: true, x: -3 }, '-3'],
    ['best', {}, '0'],
    ['least', { a: true, b: true, x: -3 }, '-3'],
    ['least', { a: true }, '5'],
    ['least', {}, '0'],
  ] as const)('%s of %j', (take, facts, expected) => {
    expect(both(two(take), withFacts({ ...facts }))).toBe(expected);
  });

  test('the best of three below 0 is below 0, also where the last does not hold', () => {
    const three = right(hits('best', ['a', '-2'], ['b', '-5'], ['x > 0', '-1']));
    expect(both(three, withFacts({ a: true, b: true }))).toBe('-2');
  });
});

test('what is not known goes before none, and none before a number', () => {
  const value = right(hits('sum', ['a', 'none'], ['b', 'mx'], ['qflag', '1']), { path: FIGURE });
  expect(both(value, withFacts({ b: true, mx: 4 }))).toBe('4');
  expect(both(value, withFacts({ a: true, b: true, mx: 4 }))).toBe('none');
  expect(both(value, withFacts({ a: true, b: true, mx: 'missing' }))).toBe('missing');
  expect(both(value, withFacts({ a: true, qflag: 'missing' }))).toBe('missing');
});

test('a value whose condition does not hold is not asked for', () => {
  const asked: { kind: string }[] = [];
  byMeaning(
    right(hits('sum', ['a', 'qx'], ['b', '3'])),
    withFacts({ b: true, qx: 'missing' }),
    asked as never,
  );
  expect(asked).toHaveLength(3);
});

test('both meanings agree on any conditions and values', () => {
  const document = fc
    .tuple(takes, fc.array(fc.tuple(condition, figureValue), { minLength: 1, maxLength: 5 }))
    .map(([take, cases]) => hits(take, ...cases));
  fc.assert(
    fc.property(document, anyCase, (one, of) => {
      both(right(one, { path: FIGURE }), of);
    }),
    { numRuns: 2_000 },
  );
});

test('what it can come to is what it does come to', () => {
  const document = fc
    .tuple(takes, fc.array(fc.tuple(condition, points), { minLength: 1, maxLength: 4 }))
    .map(([take, cases]) => hits(take, ...cases));
  fc.assert(
    fc.property(document, anyCase, (one, of) => {
      const value = right(one);
      expect(foreseen(value, both(value, of))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('a sum reaches from all that is below 0 to all that is above', () => {
  const { range, places } = right(hits('sum', ['a', '5'], ['b', '-2.5'], ['qflag', 'x'])).extent;
  expect([range?.low, range?.high].map((x) => (x === undefined ? '' : formatExact(x)))).toEqual([
    '-7.5',
    '10',
  ]);
  expect(places).toBe(1);
});

test('it reads its conditions and its values', () => {
  const ids = valueReadings(right(hits('best', ['a', 'x'], ['qflag', '1']))).map((r) =>
    'id' in r ? r.id : r.kind,
  );
  expect(ids).toEqual(['a', 'x', 'qflag']);
});

describe('refused', () => {
  test('points that may be none, and conditions that may', () => {
    expect(findings(hits('sum', ['a', '1'], ['nflag', 'nx']))).toMatchObject([
      {
        code: 'rules.maybeNone',
        path: 'score.value.parts.p.value.cases.1.when',
        values: { formula: 'nflag' },
      },
    ]);
    expect(findings(hits('sum', ['a', 'nx']))).toMatchObject([
      { code: 'rules.maybeNone', path: 'score.value.parts.p.value.cases.0.is', values: { formula: 'nx' } },
    ]);
  });

  test('nothing at all', () => {
    expect(findings(hits('sum'))).toMatchObject([
      { code: 'rules.count', values: { found: 'cases', least: '1' } },
    ]);
  });

  test('flags and options: nothing that holds counts as 0', () => {
    expect(findings(hits('sum', ['a', 'b']), { path: FIGURE, wanted: { kind: 'any' } })).toMatchObject([
      { code: 'rules.type', path: 'figures.f.value.cases.0.is' },
    ]);
    const wanted = { kind: 'choice', choice: 'answer' } as const;
    expect(findings(hits('sum', ['a', 'yes']), { path: FIGURE, wanted })).toMatchObject([
      { code: 'rules.type', path: 'figures.f.value', values: { found: 'number', needed: 'choice answer' } },
    ]);
  });

  test('a divisor that only its own condition keeps away from 0 is not refused', () => {
    const value = right(hits('sum', ['x > 0', 'x * x / x'], ['x < 0', '5 * x / 2']));
    expect(both(value, withFacts({ x: 3 }))).toBe('3');
    expect(both(value, withFacts({ x: -1 }))).toBe('-2.5');
    expect(findings(hits('sum', ['x >= 0', 'x * x / x']))).toMatchObject([{ code: 'rules.divisorZero' }]);
  });
});
