import { describe, expect, test } from 'vitest';
import { PLAIN } from './cases.js';
import { exact, formatExact, type ValueDocument, valueReadings } from './rooms.js';
import { findings, right } from './sample-file.js';
import { both } from './two-meanings.js';

const discretion = (
  range: readonly [string, string],
  { step = '1', undecided = 'ask' as 'ask' | '0' } = {},
): ValueDocument => ({ kind: 'discretion', range, step, by: ['reviewer'], needs: ['reason'], undecided });

test('the points that a person gave for this part, 0 where nobody did', () => {
  const value = right(discretion(['0', '15']));
  expect(both(value, { ...PLAIN, given: { p: exact(12n), other: exact(3n) } })).toBe('12');
  expect(both(value, PLAIN)).toBe('0');
  expect(valueReadings(value)).toEqual([]);
});

test.each([
  [discretion(['5', '15']), '5', '15', 0],
  [discretion(['5', '15'], { undecided: '0' }), '0', '15', 0],
  [discretion(['-4', '-1'], { undecided: '0', step: '0.5' }), '-4', '0', 1],
  [discretion(['0', '1'], { step: '1/3' }), '0', '1', null],
])('what it can come to: %j', (document, low, high, places) => {
  const { extent } = right(document);
  expect(
    extent.range === undefined ? [] : [formatExact(extent.range.low), formatExact(extent.range.high)],
  ).toEqual([low, high]);
  expect(extent.places).toBe(places);
});

describe('refused', () => {
  test.each([
    [discretion(['15', '0']), 'rules.rangeEmpty', { low: '15', high: '0' }],
    [discretion(['0', '15'], { step: '2' }), 'rules.stepMisfits', { step: '2' }],
    [discretion(['0', '15'], { step: '0' }), 'rules.stepMisfits', { step: '0' }],
    [discretion(['0', '15'], { step: '-1' }), 'rules.stepMisfits', { step: '-1' }],
  ])('%j', (document, code, values) => {
    expect(findings(document)).toEqual([{ code, path: 'score.value.parts.p.value.range', values }]);
  });
});
