import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCase, figureValue, withFacts } from './cases.js';
import type { ValueDocument } from './rooms.js';
import { FIGURE, findings, right } from './sample-file.js';
import { both, byMeaning, foreseen } from './two-meanings.js';

const options = (of: string, said: Readonly<Record<string, string>>, otherwise?: string): ValueDocument => ({
  kind: 'options',
  of,
  options: said,
  ...(otherwise === undefined ? {} : { otherwise }),
});
const all = { low: '1', middle: '2.5', high: '-3' };

test('each option has its value, those not said the one otherwise', () => {
  const values = (document: ValueDocument) =>
    [0, 1, 2].map((level) => both(right(document), withFacts({ level })));
  expect(values(options('level', all))).toEqual(['1', '2.5', '-3']);
  expect(values(options('level', { middle: 'x' }, '7'))).toEqual(['7', '0', '7']);
});

test('only the value of the option is asked for', () => {
  const asked: unknown[] = [];
  byMeaning(right(options('level', { low: '1' }, 'qx')), withFacts({ qx: 'missing' }), asked as never);
  expect(asked).toHaveLength(2);
});

test('both meanings agree on any values, and come to what was foreseen', () => {
  const document = fc
    .tuple(fc.constantFrom('level', 'qlevel'), figureValue, figureValue, fc.option(figureValue))
    .map(([of, low, high, middle]) =>
      middle === null ? options(of, { low }, high) : options(of, { low, middle, high }),
    );
  fc.assert(
    fc.property(document, anyCase, (one, of) => {
      const value = right(one, { path: FIGURE });
      expect(foreseen(value, both(value, of))).toBe(true);
    }),
    { numRuns: 1_500 },
  );
});

describe('refused', () => {
  const at = 'score.value.parts.p.value';
  test.each([
    [options('x', all), 'rules.type', `${at}.of`, { found: 'number point', needed: 'choice' }],
    [options('flood', all), 'rules.type', `${at}.of`, { found: 'date', needed: 'choice' }],
    [options('nlevel', all), 'rules.maybeNone', `${at}.of`, { formula: 'nlevel' }],
    [
      options('level', { low: '1', high: '2' }),
      'rules.optionsNotTotal',
      `${at}.options`,
      { choice: 'level', missing: 'middle' },
    ],
    [options('level', { ...all, high: 'nx' }), 'rules.maybeNone', `${at}.options.high`, { formula: 'nx' }],
    [options('level', { low: '1' }, 'none'), 'rules.maybeNone', `${at}.otherwise`, { formula: 'none' }],
    [
      options('level', { ...all, highh: '1' }),
      'rules.unknownOption',
      `${at}.options.highh`,
      { option: 'highh', choice: 'level', options: 'low, middle, high', near: 'high' },
    ],
  ])('%j', (document, code, path, values) => {
    expect(findings(document)[0]).toEqual({ code, path, values });
  });
});
