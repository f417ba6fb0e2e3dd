import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCase, PLAIN, points, takes } from './cases.js';
import { type ValueDocument, valueReadings } from './rooms.js';
import { findings, right } from './sample-file.js';
import { both, byMeaning, foreseen } from './two-meanings.js';

type Take = 'sum' | 'best' | 'least';
const several = (
  take: Take,
  options: Readonly<Record<string, string>>,
  otherwise?: string,
  of = 'marks',
): ValueDocument => ({
  kind: 'several',
  of,
  take,
  options,
  ...(otherwise === undefined ? {} : { otherwise }),
});

describe('the options that are held, together', () => {
  const held = (...marks: readonly number[]) => ({ ...PLAIN, marks: { marks } });
  const all = { dibao: '100', ill: '40', alone: '-5' };
  test.each([
    ['sum', [], '0'],
    ['sum', [0, 2], '95'],
    ['sum', [0, 1, 2], '135'],
    ['best', [1, 2], '40'],
    ['best', [2], '-5'],
    ['least', [0, 1], '40'],
    ['least', [], '0'],
  ] as const)('%s of %j', (take, marks, expected) => {
    expect(both(right(several(take, all)), held(...marks))).toBe(expected);
  });

  test('options that are not said have the value otherwise', () => {
    expect(both(right(several('sum', { dibao: '1' }, '10')), held(0, 1, 2))).toBe('21');
  });
});

test('not known: no points, and nothing behind it is asked for', () => {
  const value = right(several('sum', { dibao: '1', ill: '2', alone: '3' }, undefined, 'qmarks'));
  const asked: unknown[] = [];
  expect(byMeaning(value, { ...PLAIN, marks: { qmarks: 'missing' } }, asked as never)).toBe('missing');
  expect(asked).toEqual([]);
  expect(both(value, { ...PLAIN, marks: { qmarks: 'missing' } })).toBe('missing');
});

test('both meanings agree on any points, and come to what was foreseen', () => {
  const document = fc
    .record({
      take: takes,
      of: fc.constantFrom('marks', 'qmarks'),
      a: points,
      b: points,
      c: fc.option(points),
    })
    .map(({ take, of, a, b, c }) =>
      c === null
        ? several(take, { dibao: a }, b, of)
        : several(take, { dibao: a, ill: b, alone: c }, undefined, of),
    );
  fc.assert(
    fc.property(document, anyCase, (one, of) => {
      const value = right(one);
      expect(foreseen(value, both(value, of))).toBe(true);
    }),
    { numRuns: 1_500 },
  );
});

test('it reads the fact and its values', () => {
  const value = right(several('sum', { dibao: 'x' }, 'qx'));
  const ids = valueReadings(value).map((r) => ('id' in r ? r.id : r.kind));
  expect(ids).toEqual(['marks', 'x', 'qx', 'qx']);
});

describe('refused', () => {
  const at = 'score.value.parts.p.value';
  const all = { dibao: '1', ill: '2', alone: '3' };
  test.each([
    [
      several('sum', all, undefined, 'level'),
      'rules.type',
      `${at}.of`,
      { found: 'choice level', needed: 'several' },
    ],
    [several('sum', all, undefined, 'mark'), 'rules.unknownName', `${at}.of`, { name: 'mark' }],
    [
      several('sum', { dibao: '1' }),
      'rules.optionsNotTotal',
      `${at}.options`,
      { choice: 'mark', missing: 'ill, alone' },
    ],
    [several('sum', { ...all, ill: 'nx' }), 'rules.maybeNone', `${at}.options.ill`, { formula: 'nx' }],
    [
      several('sum', { ...all, zzz: '1' }),
      'rules.unknownOption',
      `${at}.options.zzz`,
      { option: 'zzz', choice: 'mark', options: 'dibao, ill, alone' },
    ],
  ])('%j', (document, code, path, values) => {
    expect(findings(document)).toEqual([{ code, path, values }]);
  });
});
