import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCase, figureValue, PLAIN, withFacts } from './cases.js';
import { formatCivilDate, fromDay, parseCivilDate, type ValueDocument, valueReadings } from './rooms.js';
import { FIGURE, findings, right } from './sample-file.js';
import { both, foreseen } from './two-meanings.js';

const is = (text: string): ValueDocument => ({ kind: 'formula', is: text });
const dated = (layers: Readonly<Record<string, string | ValueDocument>>, before?: string): ValueDocument => ({
  kind: 'dated',
  layers: Object.entries(layers).map(([from, value]) => ({
    from,
    value: typeof value === 'string' ? is(value) : value,
  })),
  ...(before === undefined ? {} : { before }),
});
const figure = { path: FIGURE, wanted: { kind: 'any' } as const };
const on = (date: string, facts = {}) => ({ ...withFacts(facts), asOf: parseCivilDate(date) ?? PLAIN.asOf });

describe('the layer in force', () => {
  const value = right(dated({ '2003-01-01': 'x', '2020-06-08': '4' }, 'nx'), figure);
  test.each([
    ['2002-12-31', 'none'],
    ['2003-01-01', '2'],
    ['2020-06-07', '2'],
    ['2020-06-08', '4'],
    ['2099-01-01', '4'],
  ])('on %s', (date, expected) => {
    expect(both(value, on(date, { x: 2, nx: 'none' }))).toBe(expected);
  });

  test('any form may stand in a layer', () => {
    const bands: ValueDocument = {
      kind: 'bands',
      of: 'x',
      bands: [{ edge: 'below', cut: '3', is: '1' }],
      otherwise: '2',
    };
    const first: ValueDocument = { kind: 'first', cases: [{ when: 'a', is: '7' }], otherwise: 'x' };
    const forms = right(dated({ '2003-01-01': bands, '2020-06-08': first }), { path: FIGURE });
    expect(both(forms, on('2010-01-01', { x: 3 }))).toBe('2');
    expect(both(forms, on('2021-01-01', { a: true }))).toBe('7');
    expect(valueReadings(forms).map((r) => ('id' in r ? r.id : r.kind))).toEqual(['x', 'a', 'x']);
  });
});

test('the first layer tells the others their type', () => {
  const value = right(dated({ '2003-01-01': 'people', '2020-06-08': '4' }, '1'), figure);
  if (value.kind !== 'dated') throw new Error(value.kind);
  expect(value.before?.type).toEqual({ kind: 'number', unit: 'person' });
  expect(findings(dated({ '2003-01-01': 'a', '2020-06-08': 'x' }), figure)).toMatchObject([
    { code: 'rules.type', path: 'figures.f.value.layers.1.value.is' },
  ]);
});

test('both meanings agree on any day, and come to what was foreseen', () => {
  const document = fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: -40_000, max: 20_000 }), { minLength: 1, maxLength: 4 }),
      fc.array(figureValue, { minLength: 5, maxLength: 5 }),
    )
    .map(([days, values]) =>
      dated(
        Object.fromEntries(
          [...days].sort((a, b) => a - b).map((day, i) => [formatCivilDate(fromDay(day)), values[i] ?? '0']),
        ),
        values[4],
      ),
    );
  fc.assert(
    fc.property(document, anyCase, (one, of) => {
      const value = right(one, { path: FIGURE });
      expect(foreseen(value, both(value, of))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

describe('refused', () => {
  test('a day in force before the first layer', () => {
    expect(findings(dated({ '2025-09-02': '1' }), figure)).toEqual([
      {
        code: 'rules.dateBeforeFirst',
        path: 'figures.f.value.layers.0',
        values: { date: '2025-09-02', from: '2025-09-01' },
      },
    ]);
    expect(right(dated({ '2025-09-01': '1' }), figure).kind).toBe('dated');
    expect(right(dated({ '2025-09-02': '1' }, '0'), figure).kind).toBe('dated');
  });

  test('layers that do not rise, are no dates, or are not there', () => {
    const twice: ValueDocument = {
      kind: 'dated',
      layers: [
        { from: '2020-06-08', value: is('1') },
        { from: '2003-01-01', value: is('2') },
      ],
    };
    expect(findings(twice, figure)).toEqual([
      {
        code: 'rules.cutsNotIncreasing',
        path: 'figures.f.value.layers.1',
        values: { cut: '2003-01-01', before: '2020-06-08' },
      },
    ]);
    expect(findings(dated({ '2003-02-29': '1' }), figure)).toEqual([
      { code: 'rules.date', path: 'figures.f.value.layers.0', values: { found: '2003-02-29' } },
    ]);
    expect(findings(dated({}, '1'), figure)).toMatchObject([{ code: 'rules.count' }]);
  });

  test('an amount that may be none before the first layer', () => {
    const path = ['programmes', 'g', 'amount'];
    expect(findings(dated({ '2003-01-01': '1' }, 'nx'), { path })).toMatchObject([
      { code: 'rules.maybeNone', path: 'programmes.g.amount.before' },
    ]);
    expect(findings(dated({ '2003-01-01': 'nx' }), { path })).toMatchObject([
      { code: 'rules.maybeNone', path: 'programmes.g.amount.layers.0.value.is' },
    ]);
  });
});
