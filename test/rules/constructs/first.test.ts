import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCase, condition, figureValue, points, withFacts } from './cases.js';
import { type ValueDocument, valueReadings } from './rooms.js';
import { FIGURE, findings, right } from './sample-file.js';
import { both, byMeaning, foreseen } from './two-meanings.js';

const first = (
  otherwise: string,
  ...cases: readonly (readonly [when: string, is: string])[]
): ValueDocument => ({
  kind: 'first',
  cases: cases.map(([when, is]) => ({ when, is })),
  otherwise,
});

describe('the first that holds', () => {
  const value = right(first('1', ['a', '5'], ['x >= 3', 'x'], ['b', '-2']));
  test.each([
    [{}, '1'],
    [{ b: true }, '-2'],
    [{ b: true, x: 2 }, '-2'],
    [{ b: true, x: 3 }, '3'],
    [{ a: true, b: true, x: 3 }, '5'],
  ])('%j', (facts, expected) => {
    expect(both(value, withFacts(facts))).toBe(expected);
  });
});

test('a condition behind the one that holds is not asked for, one that is not known before it decides', () => {
  const value = right(first('0', ['a', '5'], ['qflag', '7']));
  expect(both(value, withFacts({ a: true, qflag: 'missing' }))).toBe('5');
  expect(both(value, withFacts({ qflag: 'missing' }))).toBe('missing');
  const asked: unknown[] = [];
  byMeaning(value, withFacts({ a: true }), asked as never);
  expect(asked).toHaveLength(2);
});

test('values may be flags, options and dates, and in a figure none', () => {
  const figure = (otherwise: string, ...cases: readonly (readonly [string, string])[]) => ({
    document: first(otherwise, ...cases),
    at: { path: FIGURE, wanted: { kind: 'any' } as const },
  });
  const flags = figure('false', ['a', 'b']);
  expect(both(right(flags.document, flags.at), withFacts({ a: true, b: true }))).toBe('true');
  const dates = figure('mflood', ['a', 'flood']);
  const checked = right(dates.document, dates.at);
  expect(checked.extent.maybeNone).toBe(true);
  expect(both(checked, withFacts({ a: true, flood: 1 }))).toBe('1970-01-02');
  expect(both(checked, withFacts({}))).toBe('none');
  const wanted = { kind: 'choice', choice: 'answer' } as const;
  const options = right(first('no', ['a', 'yes']), { path: FIGURE, wanted });
  expect(both(options, withFacts({}))).toBe('1');
});

test('a bare number takes the unit that another value tells', () => {
  const document = first('people', ['a', '-1'], ['b', 'none']);
  const value = right(document, { path: FIGURE, wanted: { kind: 'any' } });
  if (value.kind !== 'first') throw new Error(value.kind);
  expect(value.cases.map((one) => one.is.type)).toEqual([value.otherwise.type, value.otherwise.type]);
  expect(value.otherwise.type).toEqual({ kind: 'number', unit: 'person' });
});

test('both meanings agree on any cases, and come to what was foreseen', () => {
  const document = (is: fc.Arbitrary<string>) =>
    fc
      .tuple(is, fc.array(fc.tuple(condition, is), { maxLength: 5 }))
      .map(([otherwise, cases]) => first(otherwise, ...cases));
  fc.assert(
    fc.property(document(figureValue), document(points), anyCase, (figure, part, of) => {
      for (const value of [right(figure, { path: FIGURE }), right(part)]) {
        expect(foreseen(value, both(value, of))).toBe(true);
      }
    }),
    { numRuns: 1_500 },
  );
});

test('it reads its conditions, its values and what is otherwise', () => {
  const ids = valueReadings(right(first('qx', ['a', 'x']))).map((r) => ('id' in r ? r.id : r.kind));
  expect(ids).toEqual(['a', 'x', 'qx']);
});

describe('guards narrow what follows', () => {
  test.each([
    first('x * x / x', ['x <= 0', '1']),
    first('1', ['x > 0', 'x * x / x']),
    first('1', ['x <= 0', '2'], ['a', 'x * x / x']),
  ])('%j', (document) => {
    expect(right(document).kind).toBe('first');
  });

  test('but not before them, and not by a guard that says less', () => {
    const at = 'score.value.parts.p.value.cases.1.is';
    expect(findings(first('1', ['x < 0', '2'], ['a', 'x * x / x']))).toMatchObject([
      { code: 'rules.divisorZero', path: at },
    ]);
  });

  test('none that is excluded is not none any more', () => {
    expect(right(first('nx', ['nx is none', '0'])).extent.maybeNone).toBeUndefined();
  });
});

describe('refused', () => {
  test.each([
    [first('nx', ['a', '1']), 'rules.maybeNone', 'otherwise', { formula: 'nx' }],
    [first('1', ['a', 'none']), 'rules.maybeNone', 'cases.0.is', { formula: 'none' }],
    [first('1', ['nflag', '1']), 'rules.maybeNone', 'cases.0.when', { formula: 'nflag' }],
    [first('1', ['x', '1']), 'rules.type', 'cases.0.when', { found: 'number point', needed: 'flag' }],
    [first('people', ['a', '1']), 'rules.unit', 'otherwise', { found: 'person', needed: 'point' }],
  ])('%j', (document, code, at, values) => {
    expect(findings(document)).toEqual([{ code, path: `score.value.parts.p.value.${at}`, values }]);
  });

  test('every mistake of the values is said', () => {
    expect(findings(first('nx', ['a', 'people'], ['b', 'x'])).map((one) => one.code)).toEqual([
      'rules.unit',
      'rules.maybeNone',
    ]);
  });

  test('an amount that may be none', () => {
    const path = ['programmes', 'g', 'amount'];
    expect(findings(first('nx', ['a', '1']), { path })).toMatchObject([
      { code: 'rules.maybeNone', path: 'programmes.g.amount.otherwise' },
    ]);
  });
});
