import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCase, figureValue, points, withFacts } from './cases.js';
import type { ValueDocument } from './rooms.js';
import { FIGURE, findings, right } from './sample-file.js';
import { both, byMeaning, foreseen } from './two-meanings.js';

type Edge = 'below' | 'up_to' | 'from';
type Band = readonly [edge: Edge, cut: string, is: string];
const bands = (of: string, otherwise: string, ...all: readonly Band[]): ValueDocument => ({
  kind: 'bands',
  of,
  bands: all.map(([edge, cut, is]) => ({ edge, cut, is })),
  otherwise,
});

describe('each end is in or out exactly as it is written', () => {
  test.each([
    ['below', '-2', '10'],
    ['below', '-1', '20'],
    ['below', '0', '20'],
    ['below', '1', '20'],
    ['below', '2', '30'],
    ['up_to', '-1', '10'],
    ['up_to', '0', '20'],
    ['up_to', '2', '20'],
    ['up_to', '3', '30'],
    ['from', '-2', '30'],
    ['from', '-1', '20'],
    ['from', '1', '20'],
    ['from', '2', '10'],
    ['from', '3', '10'],
  ] as const)('%s, at %s', (edge, x, expected) => {
    const cuts = edge === 'from' ? (['2', '-1'] as const) : (['-1', '2'] as const);
    const value = right(bands('x', '30', [edge, cuts[0], '10'], [edge, cuts[1], '20']));
    expect(both(value, withFacts({ x: Number(x) }))).toBe(expected);
  });

  test('where both kinds meet the cut stands alone', () => {
    const value = right(bands('x', '3', ['below', '0', '1'], ['up_to', '0', '2']));
    expect([-1, 0, 1].map((x) => both(value, withFacts({ x })))).toEqual(['1', '2', '3']);
  });

  test('a quotient is compared exactly', () => {
    const value = right(bands('x / 3', '0', ['below', '1/3', '1'], ['up_to', '1/3', '2']));
    expect([0, 1, 2].map((x) => both(value, withFacts({ x })))).toEqual(['1', '2', '0']);
  });
});

test('only the row that is reached is asked for', () => {
  const asked: unknown[] = [];
  byMeaning(
    right(bands('x', 'qx', ['below', '0', 'qx'], ['below', '2', '4'])),
    withFacts({ qx: 'missing' }),
    asked as never,
  );
  expect(asked).toHaveLength(2);
});

test('both meanings agree on any bands, and come to what was foreseen', () => {
  const document = (is: fc.Arbitrary<string>) =>
    fc
      .record({
        of: fc.constantFrom('x', 'qx', 'x / 2', 'x + qx'),
        cuts: fc.uniqueArray(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 4 }),
        edge: fc.constantFrom<Edge>('below', 'up_to', 'from'),
        is: fc.array(is, { minLength: 5, maxLength: 5 }),
      })
      .map(({ of, cuts, edge, is }) => {
        const sorted = [...cuts].sort((a, b) => (edge === 'from' ? b - a : a - b));
        return bands(of, is[4] ?? '0', ...sorted.map((cut, i): Band => [edge, String(cut), is[i] ?? '0']));
      });
  fc.assert(
    fc.property(document(figureValue), document(points), anyCase, (figure, part, of) => {
      for (const value of [right(figure, { path: FIGURE }), right(part)]) {
        expect(foreseen(value, both(value, of))).toBe(true);
      }
    }),
    { numRuns: 1_500 },
  );
});

test('values may be options', () => {
  const wanted = { kind: 'choice', choice: 'answer' } as const;
  const value = right(bands('x', 'no', ['below', '0', 'yes']), { path: FIGURE, wanted });
  expect([-1, 0].map((x) => both(value, withFacts({ x })))).toEqual(['0', '1']);
});

describe('refused', () => {
  const at = 'score.value.parts.p.value';
  test.each([
    [bands('x', '0'), 'rules.count', `${at}.bands`],
    [bands('flood', '0', ['below', '0', '1']), 'rules.type', `${at}.of`],
    [bands('level', '0', ['below', '0', '1']), 'rules.type', `${at}.of`],
    [bands('nx', '0', ['below', '0', '1']), 'rules.maybeNone', `${at}.of`],
    [bands('x', 'nx', ['below', '0', '1']), 'rules.maybeNone', `${at}.otherwise`],
    [bands('x', '0', ['below', '0', 'nx']), 'rules.maybeNone', `${at}.bands.0.is`],
    [bands('x', '0', ['below', '2', '1'], ['below', '1', '1']), 'rules.cutsNotIncreasing', `${at}.bands.1`],
    [bands('x', '0', ['below', '2', '1'], ['below', '2', '1']), 'rules.cutsNotIncreasing', `${at}.bands.1`],
    [bands('x', '0', ['up_to', '2', '1'], ['below', '2', '1']), 'rules.cutsNotIncreasing', `${at}.bands.1`],
    [bands('x', '0', ['from', '1', '1'], ['from', '2', '1']), 'rules.cutsNotIncreasing', `${at}.bands.1`],
  ])('%j', (document, code, path) => {
    expect(findings(document).map((one) => [one.code, one.path])).toEqual([[code, path]]);
  });
});
