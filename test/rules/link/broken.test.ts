import { describe, expect, test } from 'vitest';
import { refusedOf } from './linking.js';

// What is broken is said where it is broken, and nothing that reads it is blamed as well, in whatever way it reads it.

const codes = (blocks: string): readonly (readonly [code: string, path: string])[] =>
  refusedOf(blocks).map(([code, path]) => [code, path]);

/** What is broken, a sound form of it beside it, and formulas that would be refused if it were sound. */
const BROKEN: readonly (readonly [
  what: string,
  broken: string,
  sound: string,
  found: readonly [code: string, path: string],
  readBy: readonly string[],
])[] = [
  [
    'a fact',
    'facts: { x: { type: number, unit: km, range: [0, 9] } }',
    'facts: { x: { type: number, unit: CNY, range: [0, 9] } }',
    ['rules.unknownUnit', 'facts.x.unit'],
    [
      'x + as_of',
      'x = low',
      'x in [low]',
      'not x',
      'has_any(x, [a])',
      'count(x)',
      'sum(x of x)',
      'year(x)',
      'if x then 1 else 2',
    ],
  ],
  [
    'a fact by its condition',
    'facts: { y: { type: flag }, x: { type: flag, only_if: y + 1, none: false } }',
    'facts: { y: { type: flag }, x: { type: flag, only_if: y, none: false } }',
    ['rules.type', 'facts.x.only_if'],
    ['x + 1', 'x > x', 'x = 3'],
  ],
  [
    'several options',
    'facts: { x: { type: several, of: nosuch } }',
    'facts: { x: { type: several, of: [a, b] } }',
    ['rules.unknownChoice', 'facts.x.of'],
    ['has_any(x, [c])', 'has_all(x, [c])', 'x = 1', 'any(x)'],
  ],
  [
    'people',
    'facts: { x: { type: people, size: [3, 2], of: { wage: { type: number, unit: CNY, range: [0, 9] } } } }',
    'facts: { x: { type: people, size: [2, 3], of: { wage: { type: number, unit: CNY, range: [0, 9] } } } }',
    ['rules.rangeEmpty', 'facts.x.size'],
    ['sum(pay of x)', 'any(x where wage)', 'sum(wage of x) + as_of', 'count(x where nothing)'],
  ],
  [
    'a figure',
    'figures: { x: 1 + as_of }',
    'figures: { x: 1 + 1 }',
    ['rules.type', 'figures.x'],
    ['x + as_of', 'x = low', 'not x', 'has_any(x, [a])'],
  ],
  [
    'a category',
    'categories: { x: { when: as_of } }',
    'categories: { x: { when: true } }',
    ['rules.type', 'categories.x.when'],
    ['x + 1', 'x > x', 'year(x)'],
  ],
  [
    'a parameter',
    'parameters: { x: { unit: km, is: 1 } }',
    'parameters: { x: { unit: CNY, is: 1 } }',
    ['rules.unknownUnit', 'parameters.x.unit'],
    ['x + as_of', 'x at as_of', 'not x', 'x > x and 1'],
  ],
  [
    'a table',
    'tables: { x: { unit: km, keys: [{ n: 1..1 }], rows: [1] } }',
    'tables: { x: { unit: CNY, keys: [{ n: 1..1 }], rows: [1] } }',
    ['rules.unknownUnit', 'tables.x.unit'],
    ['x[1] + as_of', 'x[2]', 'x[1, 2]', 'x[1].wide', 'x[1] at as_of'],
  ],
  [
    'a schedule',
    'schedules: { x: { unit: km, up_to: { 1: 1 }, otherwise: 1 } }',
    'schedules: { x: { unit: CNY, up_to: { 1: 1 }, otherwise: 1 } }',
    ['rules.unknownUnit', 'schedules.x.unit'],
    ['marginal(x, as_of)', 'marginal(x[1], 1)', 'marginal(x at as_of, 1)'],
  ],
  [
    'the score',
    'score: { parts: { x: { points: as_of }, y: { points: 1 } } }\ntiers: [{ id: hard, from: 5 }]',
    'score: { parts: { x: { points: 2 }, y: { points: 1 } } }\ntiers: [{ id: hard, from: 5 }]',
    ['rules.type', 'score.parts.x.points'],
    ['score + as_of', 'score.x + as_of', 'score.y + as_of', 'tier + 1', 'score_tier + 1', 'tier = nosuch'],
  ],
  [
    'a route of the score',
    'score: { parts: { y: { points: 1 } }, routes: [{ id: r, when: as_of, base: 9, counts: [], against_ordinary: best }] }\ntiers: [{ id: hard, from: 5 }]',
    'score: { parts: { y: { points: 1 } }, routes: [{ id: r, when: true, base: 9, counts: [], against_ordinary: best }] }\ntiers: [{ id: hard, from: 5 }]',
    ['rules.type', 'score.routes.0.when'],
    ['score + as_of', 'score.y + as_of', 'tier + 1'],
  ],
  [
    'a veto of the score',
    'score: { parts: { y: { points: 1 } } }\ntiers: [{ id: hard, from: 5 }]\nvetoes: { v: { when: as_of, effect: zero_score, against_floor: review } }',
    'score: { parts: { y: { points: 1 } } }\ntiers: [{ id: hard, from: 5 }]\nvetoes: { v: { when: true, effect: zero_score, against_floor: review } }',
    ['rules.type', 'vetoes.v.when'],
    ['score + as_of', 'score.y + as_of', 'tier + 1', 'score_tier + 1'],
  ],
  [
    'tiers by score',
    'score: { parts: { y: { points: 1 } } }\ntiers: [{ id: hard, from: 5 }, { id: soft, from: 5 }]',
    'score: { parts: { y: { points: 1 } } }\ntiers: [{ id: hard, from: 5 }, { id: soft, from: 4 }]',
    ['rules.tiersNotFalling', 'tiers.1.from'],
    ['tier + 1', 'score_tier + 1', 'tier = nosuch'],
  ],
  [
    'tiers by conditions',
    'tiers: [{ id: hard, when: as_of }]',
    'tiers: [{ id: hard, when: true }]',
    ['rules.type', 'tiers.0.when'],
    ['tier + 1', 'score_tier + 1', 'tier = nosuch'],
  ],
  [
    'a category behind the tier',
    'categories: { c: { when: as_of, floor: hard } }\ntiers: [{ id: hard, when: true }]',
    'categories: { c: { when: true, floor: hard } }\ntiers: [{ id: hard, when: true }]',
    ['rules.type', 'categories.c.when'],
    ['tier + 1', 'tier = nosuch'],
  ],
  [
    'a veto behind the tier',
    'tiers: [{ id: hard, when: true }]\nvetoes: { v: { when: as_of, effect: not_recognised, against_floor: review } }',
    'tiers: [{ id: hard, when: true }]\nvetoes: { v: { when: true, effect: not_recognised, against_floor: review } }',
    ['rules.type', 'vetoes.v.when'],
    ['tier + 1', 'tier = nosuch'],
  ],
];

/** The blocks with a programme for which a formula decides, so that nothing is read but what the formula reads. */
const readBy = (blocks: string, formula: string): string =>
  `${blocks}\nscope: { s: { is: "(${formula}) = 1" } }\nprogrammes: { p: { instrument: grant, for: true, amount: { unstated: 未公布 }, per: year, payee: student } }`;

describe.each(BROKEN)('%s that is broken', (_, broken, sound, found, formulas) => {
  test.each(formulas)('is said once, read by %s', (formula) => {
    expect(codes(readBy(broken, formula))).toEqual([found]);
    // Were it sound, the formula would be refused.
    expect(codes(readBy(sound, formula)).map(([, path]) => path)).toEqual(['scope.s.is']);
  });
});

/** Places other than formulas that name something. */
test.each<[string, string, string, string]>([
  [
    'a figure for people',
    'facts: { family: { type: people, size: [3, 2], of: { wage: { type: number, unit: CNY, range: [0, 9] } } } }\nfigures: { x: { for: family, is: nosuch } }',
    'rules.rangeEmpty',
    'facts.family.size',
  ],
  [
    'a figure for people, whatever it is',
    'facts: { family: { type: people, size: [3, 2], of: { wage: { type: number, unit: CNY, range: [0, 9] } } } }\nfigures: { x: { for: family, is: "1[km]" } }',
    'rules.rangeEmpty',
    'facts.family.size',
  ],
  ['an output', 'figures: { x: 1 + as_of }\noutputs: [x]', 'rules.type', 'figures.x'],
  [
    'points of several options',
    'facts: { x: { type: several, of: nosuch } }\nscore: { parts: { p: { several: x, options: { a: 1 } } } }\ntiers: [{ id: hard, from: 1 }]',
    'rules.unknownChoice',
    'facts.x.of',
  ],
  [
    'points of categories',
    'categories: { x: { when: as_of, points: 5 } }\nscore: { parts: { p: { categories: best } } }\ntiers: [{ id: hard, from: 1 }]',
    'rules.type',
    'categories.x.when',
  ],
  [
    'points of some categories',
    'categories: { x: { when: as_of, points: 5 } }\nscore: { parts: { p: { categories: best, only: [x] } } }\ntiers: [{ id: hard, from: 1 }]',
    'rules.type',
    'categories.x.when',
  ],
  [
    'a look-up by a key',
    'choices: { level: { of: [low, high] } }\nfacts: { own: { type: choice, of: levl } }\ntables: { t: { unit: CNY, keys: [level], rows: { low: 1, high: 2 } } }\nfigures: { x: "t[own] + as_of" }',
    'rules.unknownChoice',
    'facts.own.of',
  ],
])('is not blamed as well: %s', (_, blocks, code, path) => {
  expect(codes(blocks)).toEqual([[code, path]]);
});
