import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { error, failure, isNonEmpty, success, warning } from '../../src/value/index.js';

test('a list with anything in it is not empty, whatever that is', () => {
  expect(isNonEmpty([])).toBe(false);
  fc.assert(fc.property(fc.array(fc.anything(), { minLength: 1, maxLength: 4 }), (list) => isNonEmpty(list)));
  expect(isNonEmpty([undefined])).toBe(true);
});

test('what fails has every issue that it was given, what succeeds may have some', () => {
  const [a, b] = [error('a'), warning('b', { n: 1 }, { row: 2 })];
  expect(failure(a, b)).toEqual({ ok: false, issues: [a, b] });
  expect(failure(a).issues).toEqual([{ code: 'a', severity: 'error', values: {} }]);
  expect(success(1)).toEqual({ ok: true, value: 1, issues: [] });
  expect(success(1, [b]).issues).toEqual([
    { code: 'b', severity: 'warning', values: { n: 1 }, place: { row: 2 } },
  ]);
});
