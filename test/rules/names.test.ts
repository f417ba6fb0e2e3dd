import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest, withNear } from '../../src/rules/names.js';
import { canonicalSpan, parseSpan } from '../../src/rules/span.js';

/** Letters put in, left out or changed, told by trying all. */
function edits(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [x, y] = [a.slice(1), b.slice(1)];
  const same = edits(x, y) + (a[0] === b[0] ? 0 : 1);
  return [same, edits(x, b) + 1, edits(a, y) + 1].reduce((p, q) => (q < p ? q : p));
}

describe('the name that was most likely meant', () => {
  test.each<[string, readonly string[], string | null]>([
    ['incme', ['outcome', 'income'], 'income'],
    ['incomes', ['income'], 'income'],
    // Of a short name one letter may be wrong, of a longer one two, of a long one three.
    ['abcd', ['abce'], 'abce'],
    ['abcd', ['abxy'], null],
    ['abcde', ['abcxy'], 'abcxy'],
    ['abcde', ['abxyz'], null],
    ['abcdefgh', ['abcdefxy'], 'abcdefxy'],
    ['abcdefgh', ['abcdexyz'], null],
    ['abcdefghi', ['abcdefxyz'], 'abcdefxyz'],
    ['abcdefghi', ['abcdewxyz'], null],
    ['a', ['b'], 'b'],
    ['', ['a'], 'a'],
    ['ab', [''], null],
    ['abc', [], null],
    // The nearest, and of equals the first.
    ['abcdef', ['abcdxy', 'abcdex', 'abcdey'], 'abcdex'],
    ['abcd', ['abcd'], 'abcd'],
    ['form', ['from'], null],
    ['place', ['palce'], 'palce'],
  ])('%j among %j: %j', (name, known, meant) => {
    expect(nearest(name, known)).toBe(meant);
  });

  test('is the one with the fewest letters to change, if they are few', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 4 }), (name, known) => {
        const limit = name.length <= 4 ? 1 : 2;
        const near = known.map((one) => edits(name, one));
        const least = near.reduce((a, b) => (b < a ? b : a), limit + 1);
        expect(nearest(name, known)).toBe(least > limit ? null : known[near.indexOf(least)]);
      }),
    );
  });

  test('stands with the other values of the sentence, or not at all', () => {
    expect(withNear({ key: 'frm' }, 'frm', ['from'])).toEqual({ key: 'frm', near: 'from' });
    expect(withNear({ key: 'x' }, 'x', ['from'])).toEqual({ key: 'x' });
  });
});

describe('lengths of time', () => {
  test.each<[string, string | null]>([
    ['1 day', '1 day'],
    ['1 days', '1 day'],
    ['2 day', '2 days'],
    ['60 days', '60 days'],
    ['3  weeks', '3 weeks'],
    ['6 months', '6 months'],
    ['10 years', '10 years'],
    ['99999 days', '99999 days'],
    ['100000 days', null],
    ['0 days', null],
    ['01 day', null],
    ['-1 day', null],
    ['1.5 years', null],
    ['1 decade', null],
    ['1day', null],
    ['day', null],
    ['1 ', null],
    ['1 dayss', null],
    ['1 day ', null],
    [' 1 day', null],
    ['1 Day', null],
    ['about 1 day', null],
  ])('%j is %j', (text, written) => {
    expect(canonicalSpan(text)).toBe(written ?? text);
    expect(parseSpan(text) === null).toBe(written === null);
  });

  test('count and unit', () => {
    expect(parseSpan('6 months')).toEqual({ count: 6, unit: 'month' });
    expect(parseSpan('1 year')).toEqual({ count: 1, unit: 'year' });
  });
});
