import { describe, expect, test } from 'vitest';
import type { Student } from '../../src/roster/index.js';
import { bothWays } from './rich.js';
import { rulesOf } from './sample.js';

// What tables, parameters and schedules give, and what of them nobody knows; by the plan, and the definition says the same.

const rules = (text: string) =>
  rulesOf(`
format: 1
scheme: xx-look
edition: 2025
title: 查表
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
${text}`);
const of = (facts: NonNullable<Student['facts']>, by: ReturnType<typeof rules>) =>
  bothWays({ key: 'a', enrolments: [{ school: 'a' }], applied: true, facts }, by);
const figureOf = (facts: NonNullable<Student['facts']>, by: ReturnType<typeof rules>) =>
  of(facts, by).figures.map(({ value }) => value);

test('a schedule by two keys has slices of its own for every pair of them', () => {
  const rates = (one: number) => `{ up_to: { 100: ${one}% }, otherwise: ${2 * one}% }`;
  const row = (home: string, one: number) => `${home}: { x: ${rates(one)}, y: ${rates(one + 1)} }`;
  const by = rules(`
choices: { home: [a, b, c], kind: [x, y] }
facts:
  home:   { type: choice, of: home, worse: none }
  kind:   { type: choice, of: kind, worse: none }
  income: { type: number, unit: CNY/year, range: [0, 9_000], step: 1, worse: lower }
schedules: { dues: { unit: CNY/year, keys: [home, kind], rows: { ${[row('a', 1), row('b', 3), row('c', 5)].join(', ')} } } }
figures: { due: "marginal(dues[home, kind], income)" }
outputs: [due]
`);
  for (const [i, home] of ['a', 'b', 'c'].entries())
    for (const [j, kind] of ['x', 'y'].entries()) {
      const rate = 1 + 2 * i + j;
      // 100 at the first rate and 900 at twice that.
      expect(figureOf({ home, kind, income: 1_000 }, by)).toEqual([String(rate + 18 * rate)]);
    }
});

describe('a table by two whole numbers', () => {
  const by = rules(`
facts:
  homes: { type: number, unit: 1, range: [0, 9], step: 1, worse: none }
  size:  { type: number, unit: person, range: [0, 9], step: 1, worse: none }
tables:
  aid: { unit: CNY/year, keys: [{ homes: 1..2 }, { size: 1..2 }], rows: { 1: [100, 200], 2: [300, 400] }, each_more: 30, otherwise: 7 }
figures: { due: "aid[homes, size]" }
outputs: [due]
`);

  test.each<[number, number, string]>([
    [1, 1, '100'],
    [1, 2, '200'],
    [2, 1, '300'],
    [2, 2, '400'],
    // Beyond the last row of the last key each unit adds something.
    [2, 3, '430'],
    [1, 5, '290'],
    // Outside the other key there is no row, nor below the first.
    [3, 1, '7'],
    [0, 2, '7'],
    [1, 0, '7'],
  ])('gives for %i and %i %s', (homes, size, aid) => {
    expect(figureOf({ homes, size }, by)).toEqual([aid]);
  });
});

test('before its first day a table has one value for all, and nothing is added to it', () => {
  const by = rules(`
facts:
  size: { type: number, unit: person, range: [1, 9], step: 1, worse: none }
  from: { type: date, range: [2020-01-01, 2026-12-31], worse: none }
tables:
  aid: { unit: CNY/year, keys: [{ size: 1..2 }], dated: { 2024-01-01: [100, 200], 2025-01-01: [110, 220] }, before: 50, each_more: 30 }
figures: { due: "aid[size] at from" }
outputs: [due]
`);
  const at = (from: string) => [1, 2, 4].flatMap((size) => figureOf({ size, from }, by));
  expect(at('2023-12-31')).toEqual(['50', '50', '50']);
  expect(at('2024-01-01')).toEqual(['100', '200', '260']);
  expect(at('2025-06-01')).toEqual(['110', '220', '280']);
});

describe('what nobody knows', () => {
  const home = 'home: { type: code, worse: none }';
  const wage =
    'wage: { unit: CNY/year, keys: [{ home: code }], rows: { "37": 500 }, otherwise: unknown, range: [0, 900], step: 300 }';

  test('of a parameter is one of its values, and never none', () => {
    const by = rules(`
parameters: { line: { unit: CNY/year, dated: { 2026-01-01: 8_000 }, before: unknown, range: [1_000, 3_000], step: 1_000 } }
figures: { low: line, odd: if line = 2_000 then 1 else 2 }
outputs: [low, odd]
`);
    const { open } = of({}, by);
    expect(open?.outputs).toEqual([
      { figure: 'low', between: { least: '1000', most: '3000' } },
      { figure: 'odd', between: { least: '1', most: '2' } },
    ]);
    expect(open?.questions.map(({ kind }) => kind)).toEqual(['cell']);
  });

  test('of options is any of them, and of a flag either', () => {
    const by = rules(`
choices: { rung: [low, mid, top] }
facts: { ${home} }
tables: { both: { keys: [{ home: code }], columns: [{ rung: rung }, { free: flag }], rows: { "37": [mid, true] }, otherwise: unknown } }
figures: { rung: "both[home].rung", free: "both[home].free" }
outputs: [rung, free]
`);
    expect(figureOf({ home: '37' }, by)).toEqual([true, 'mid']);
    expect(of({ home: '99' }, by).open?.outputs).toEqual([
      { figure: 'rung', among: ['low', 'mid', 'top'] },
      { figure: 'free', among: [false, true] },
    ]);
  });

  test('is not known of each person by itself', () => {
    const by = rules(`
facts: { family: { type: people, size: [0, 2], worse: more, of: { ${home} } } }
tables: { ${wage} }
figures: { own: { for: family, is: "wage[home]" }, straight: "sum(wage[home] of family)", around: sum(own of family) }
outputs: [straight, around]
`);
    const family = { complete: true, list: [{ home: '98' }, { home: '99' }] };
    const { open } = of({ family }, by);
    expect(open?.questions.map(({ kind }) => kind)).toEqual(['cell', 'cell']);
    expect(open?.outputs).toEqual([
      { figure: 'straight', between: { least: '0', most: '1800' } },
      { figure: 'around', between: { least: '0', most: '1800' } },
    ]);
  });
});

test('what nobody knows of a person is one thing, wherever a figure of that person is read', () => {
  const by = rules(`
choices: { rung: [low, mid, top] }
facts: { family: { type: people, size: [0, 2], worse: more, of: { home: { type: code, worse: none } } } }
tables:
  wage:  { unit: CNY/year, keys: [{ home: code }], rows: { "37": 500 }, otherwise: unknown, range: [0, 900], step: 300 }
  limit: { unit: CNY/year, keys: [rung], rows: { low: 100, mid: 400, top: 700 } }
figures:
  own:   { for: family, is: "wage[home]" }
  steps: "sum(count(t in rung where own >= limit[t]) of family)"
outputs: [steps]
`);
  const family = { complete: true, list: [{ home: '37' }, { home: '99' }] };
  const { open } = of({ family }, by);
  expect(open?.outputs).toEqual([{ figure: 'steps', between: { least: '2', most: '5' } }]);
  expect(open?.questions.map(({ kind }) => kind)).toEqual(['cell']);
});

test('the day of a year outside the calendar is the first or the last of it', () => {
  const by = rules(`
facts: { begun: { type: number, unit: 1, range: [0, 20_000], step: 1, worse: none } }
figures: { starts: "date(begun, 5, 1)" }
outputs: [starts]
`);
  expect([0, 999, 1_000, 9_999, 10_000].map((begun) => figureOf({ begun }, by)[0])).toEqual([
    '1000-01-01',
    '1000-01-01',
    '1000-05-01',
    '9999-05-01',
    '9999-12-31',
  ]);
});

describe('a code that is not known can be', () => {
  const by = (facts: string, is: string) =>
    rules(`
facts:
  county: { type: code, worse: none }
  ${facts}
figures: { same: "${is}" }
outputs: [same]
`);
  const either = [{ figure: 'same', among: [false, true] }];

  test('one that is known of the student, elsewhere or of a person', () => {
    const born = by('born: { type: code, worse: none }', 'county = born');
    expect(of({ born: '99' }, born).open?.outputs).toEqual(either);
    const family = by(
      'family: { type: people, size: [0, 2], worse: more, of: { home: { type: code, worse: none } } }',
      'any(family where home = county)',
    );
    const list = [{ home: '98' }, { home: '99' }];
    expect(of({ family: { complete: true, list } }, family).open?.outputs).toEqual(either);
    expect(figureOf({ family: { complete: true, list: [] } }, family)).toEqual([false]);
  });

  test('one that stands for what does not exist, or that a figure was given', () => {
    const area = by(
      'housed: { type: flag, worse: none }\n  area: { type: code, only_if: housed, none: "88", worse: none }',
      'county = area',
    );
    expect(of({ housed: false }, area).open?.outputs).toEqual(either);
    const given = rules(`
facts:
  county: { type: code, worse: none }
  born:   { type: code, worse: none }
figures: { from: born, same: county = from }
outputs: [same]
`);
    const { open } = bothWays(
      {
        key: 'a',
        enrolments: [{ school: 'a' }],
        applied: true,
        facts: { born: '98' },
        given: { from: '99' },
      },
      given,
    );
    expect(open?.outputs).toEqual(either);
  });

  test('named as an output: each that there is, in their order, and one that stands for all others', () => {
    const output = rules(`
facts:
  county: { type: code, worse: none }
  housed: { type: flag, worse: none }
  area:   { type: code, only_if: housed, worse: none }
tables: { known: { keys: [{ county: code }], columns: [{ is: flag }], rows: { "44": [true], "37": [true] }, otherwise: unknown } }
figures: { from: county, here: area }
outputs: [from, here]
`);
    expect(of({ housed: true, area: '99' }, output).open?.outputs).toEqual([
      { figure: 'from', among: ['37', '44', '99', '·1', '·2'] },
    ]);
    // By their text, and what stands for all others among them.
    expect(of({ housed: true, area: '甲' }, output).open?.outputs).toEqual([
      { figure: 'from', among: ['37', '44', '·1', '·2', '甲'] },
    ]);
    expect(of({ county: '37', area: '99' }, output).open?.outputs).toEqual([
      { figure: 'here', among: ['99', 'none'] },
    ]);
    expect(figureOf({ county: '37', housed: false }, output)).toEqual(['37', 'none']);
  });

  test('another that is not known, or not', () => {
    expect(of({}, by('born: { type: code, worse: none }', 'county = born')).open?.outputs).toEqual(either);
  });
});
