import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PLAIN, points, takes } from './cases.js';
import { type CheckedValue, formatExact, type ValueDocument, valueReadings } from './rooms.js';
import { findings, right } from './sample-file.js';
import { both, foreseen, whole } from './two-meanings.js';

type Take = 'sum' | 'best' | 'least';
const section = (take: Take, parts: Readonly<Record<string, string>>): ValueDocument => ({
  kind: 'section',
  take,
  parts: Object.fromEntries(
    Object.entries(parts).map(([id, is]) => [id, { value: { kind: 'formula' as const, is } }]),
  ),
});
const score = { path: ['score', 'value'] };
const given = (parts: Readonly<Record<string, number>>) => ({
  ...PLAIN,
  parts: Object.fromEntries(Object.entries(parts).map(([id, n]) => [id, whole(n)])),
});

test.each([
  ['sum', '3'],
  ['best', '5'],
  ['least', '-2'],
] as const)('%s', (take, expected) => {
  const value = right(section(take, { a: 'x', b: 'x', c: 'x' }), score);
  expect(both(value, given({ a: 5, b: -2, c: 0 }))).toBe(expected);
});

test('what it can come to', () => {
  const range = (value: CheckedValue): readonly string[] =>
    value.extent.range === undefined
      ? []
      : [formatExact(value.extent.range.low), formatExact(value.extent.range.high)];
  const parts = { a: '3', b: 'x', c: '-2.5' };
  expect(range(right(section('sum', parts), score))).toEqual(['-4.5', '5.5']);
  expect(range(right(section('best', parts), score))).toEqual(['3', '5']);
  expect(range(right(section('least', parts), score))).toEqual(['-5', '-2.5']);
});

test('both meanings agree on any points', () => {
  const parts = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.tuple(points, fc.integer({ min: -5, max: 5 })),
    {
      minKeys: 1,
      noNullPrototype: true,
    },
  );
  fc.assert(
    fc.property(takes, parts, (take, one) => {
      const entries = Object.entries(one);
      const value = right(section(take, Object.fromEntries(entries.map(([id]) => [id, 'x']))), score);
      const of = given(Object.fromEntries(entries.map(([id, [, n]]) => [id, n])));
      expect(foreseen(value, both(value, of))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('it reads what its parts read', () => {
  const value = right(section('sum', { b: 'x', a: 'qx' }), score);
  expect(valueReadings(value).map((r) => ('id' in r ? r.id : r.kind))).toEqual(['qx', 'x']);
});

describe('refused', () => {
  test('a section of nothing, and every part that is wrong', () => {
    expect(findings(section('sum', {}), score)).toEqual([
      { code: 'rules.emptySection', path: 'score.value', values: {} },
    ]);
    expect(findings(section('sum', { a: 'nx', b: 'people' }), score)).toMatchObject([
      { code: 'rules.maybeNone', path: 'score.value.parts.a.value.is' },
      { code: 'rules.unit', path: 'score.value.parts.b.value.is' },
    ]);
  });
});
