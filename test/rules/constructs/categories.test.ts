import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCase, PLAIN, takes } from './cases.js';
import { type ValueDocument, valueReadings } from './rooms.js';
import { CATEGORIES, findings, right } from './sample-file.js';
import { both, foreseen } from './two-meanings.js';

type Take = 'sum' | 'best' | 'least';
const categories = (take: Take, only?: readonly string[]): ValueDocument => ({
  kind: 'categories',
  take,
  ...(only === undefined ? {} : { only }),
});
const POINTS = { listed: '90', orphan: '60.5', rural: '-3' };

test.each([
  ['best', [], '0'],
  ['best', ['listed', 'orphan'], '90'],
  ['best', ['rural'], '-3'],
  ['sum', ['listed', 'orphan', 'rural'], '147.5'],
  ['least', ['listed', 'orphan'], '60.5'],
] as const)('%s of %j', (take, held, expected) => {
  const of = { ...PLAIN, categories: Object.fromEntries(held.map((id) => [id, true])) };
  expect(both(right(categories(take), { categories: POINTS }), of)).toBe(expected);
});

test('only those that are named', () => {
  const value = right(categories('sum', ['orphan', 'rural']), { categories: POINTS });
  const of = { ...PLAIN, categories: { listed: true, rural: true } };
  expect(both(value, of)).toBe('-3');
  expect(valueReadings(value)).toEqual([
    { kind: 'category', id: 'orphan' },
    { kind: 'category', id: 'rural' },
  ]);
});

test('without any category that gives points there are none', () => {
  expect(both(right(categories('best')), PLAIN)).toBe('0');
});

test('both meanings agree on any points, and come to what was foreseen', () => {
  const points = fc.record(
    Object.fromEntries(CATEGORIES.map((id) => [id, fc.constantFrom('90', '-5', '0', '12.25', '1/3')])),
  );
  fc.assert(
    fc.property(takes, points, fc.option(fc.subarray([...CATEGORIES])), anyCase, (take, given, only, of) => {
      const value = right(categories(take, only ?? undefined), {
        categories: given as Record<string, string>,
      });
      expect(foreseen(value, both(value, of))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

describe('refused', () => {
  test('a category that the checker does not know, or that is named twice', () => {
    expect(findings(categories('sum', ['zzz']), { categories: POINTS })).toEqual([
      { code: 'rules.unknownName', path: 'score.value.parts.p.value.only', values: { name: 'zzz' } },
    ]);
    expect(findings(categories('sum', ['rural', 'listed', 'rural']), { categories: POINTS })).toEqual([
      {
        code: 'rules.duplicateOption',
        path: 'score.value.parts.p.value.only.rural',
        values: { option: 'rural', choice: 'only' },
      },
    ]);
  });
});
