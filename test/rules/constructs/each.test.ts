import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCase, withFacts } from './cases.js';
import { type ValueDocument, valueReadings } from './rooms.js';
import { findings, right } from './sample-file.js';
import { both, foreseen } from './two-meanings.js';

const each = (points: string, of: string): ValueDocument => ({ kind: 'each', each: points, of });

test.each([
  ['8', 0, '0'],
  ['8', 3, '24'],
  ['-2.5', 3, '-7.5'],
  ['2[point/person]', 6, '12'],
])('%s points for each of %d people', (points, people, expected) => {
  expect(both(right(each(points, 'people')), withFacts({ people }))).toBe(expected);
});

test('either may be what is not known', () => {
  expect(both(right(each('8', 'qpeople')), withFacts({ qpeople: 'missing' }))).toBe('missing');
  expect(both(right(each('qx / 1[person]', 'people')), withFacts({ qx: 'missing', people: 0 }))).toBe(
    'missing',
  );
});

test('both meanings agree on any numbers, and come to what was foreseen', () => {
  const document = fc
    .tuple(
      fc.constantFrom('8', '-2.5', '0', 'x / 1[person]', 'x / 3[person]', 'qx / 2[person]'),
      fc.constantFrom('people', 'qpeople', 'people - 3', 'people / 7', 'people * 0.5'),
    )
    .map(([points, of]) => each(points, of));
  fc.assert(
    fc.property(document, anyCase, (one, of) => {
      const value = right(one);
      expect(foreseen(value, both(value, of))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('it reads both', () => {
  const ids = valueReadings(right(each('x / 1[person]', 'people'))).map((r) => ('id' in r ? r.id : r.kind));
  expect(ids).toEqual(['x', 'people']);
});

describe('refused', () => {
  const at = 'score.value.parts.p.value';
  test.each([
    [each('x', 'people'), 'rules.unit', `${at}.each`, { found: 'point', needed: 'point/person' }],
    [each('8', 'level'), 'rules.type', `${at}.of`, { found: 'choice level', needed: 'number' }],
    [each('8', 'npeople'), 'rules.maybeNone', `${at}.of`, { formula: 'npeople' }],
    [each('nx / 1[person]', 'people'), 'rules.maybeNone', `${at}.each`, { formula: 'nx / 1[person]' }],
  ])('%j', (document, code, path, values) => {
    expect(findings(document)).toEqual([{ code, path, values }]);
  });
});
