import { describe, expect, test } from 'vitest';
import { find, refusedOf, rulesOf } from './linking.js';

const RULES = rulesOf(
  `
facts:
  lone:    { type: flag }
  worker:  { type: flag }
  wage:    { type: number, unit: CNY, range: [0, 9], only_if: worker, none: 0 }
  county:  { type: code }
  marks:   { type: several, of: [dibao, ill] }
  family:  { type: people, size: [0, 3], of: { fee: { type: number, unit: CNY, range: [0, 9] } } }
  fake:    { type: flag }
  orphan:  { type: flag }
  local:   { type: flag }
  big:     { type: flag }
tables:
  line: { unit: CNY, keys: [{ c: code }], rows: { "37": 1 }, otherwise: 0 }
figures:
  fee_gap: { for: family, is: "max(0, fee - 5)" }
  gaps:    sum(fee_gap of family)
  below:   wage < line[county]
  unused:  if big then 1 else 0
categories:
  listed: { when: lone, floor: hard }
  named:  { when: marks_many }
score:
  parts:
    home: { parts: { gap: { when: gaps > 1, points: 3 }, few: { several: marks, options: { dibao: 1, ill: 2 } } } }
    low:  { when: below, points: 5 }
  routes: [{ id: r, when: orphan, base: 9, counts: [home], against_ordinary: best }]
tiers: [{ id: hard, from: 5 }]
vetoes: { v: { when: fake, effect: zero_score, against_floor: review } }
scope: { here: { is: local } }
programmes:
  some: { instrument: grant, for: tier = hard, amount: 5, per: year, payee: student }
  all:  { instrument: grant, for: lone, amount: 5, per: year, payee: student }
  part: { instrument: grant, for: score.low > 1, amount: 5, per: year, payee: student }
`.replace('marks_many', 'count(marks) > 1'),
);
const reads = (...of: Parameters<typeof RULES.reads>[0]) => [...RULES.reads(of)].sort();

describe('what everything rests on', () => {
  test('a fact: the condition under which it exists', () => {
    expect(reads({ kind: 'fact', id: 'wage' })).toEqual(['wage', 'worker']);
  });
  test('a look-up: its keys', () => {
    expect(reads({ kind: 'figure', id: 'below' })).toEqual(['county', 'figure below', 'wage', 'worker']);
  });
  test('what goes over people: the people', () => {
    expect(reads({ kind: 'figure', id: 'gaps' })).toEqual(['family', 'figure fee_gap', 'figure gaps']);
  });
  test('a part: those below it', () => {
    expect(reads({ kind: 'part', path: 'home' })).toEqual([
      'family',
      'figure fee_gap',
      'figure gaps',
      'marks',
      'part home',
      'part home.few',
      'part home.gap',
    ]);
  });
  const score = [
    'county',
    'fake',
    'family',
    'figure below',
    'figure fee_gap',
    'figure gaps',
    'marks',
    'orphan',
    'part home',
    'part home.few',
    'part home.gap',
    'part low',
    'score',
    'wage',
    'worker',
  ];
  test('the score: parts, routes and vetoes to 0', () => {
    expect(reads({ kind: 'score' })).toEqual(score);
  });
  test('the tier: floors and vetoes too', () => {
    expect(reads({ kind: 'score_tier' })).toEqual([...score, 'score_tier'].sort());
    expect(reads({ kind: 'tier' })).toEqual(
      [...score, 'score_tier', 'tier', 'category listed', 'lone', 'veto v'].sort(),
    );
  });
  test('scope, and the outcome as a whole, which no unused figure or category is part of', () => {
    expect([...(RULES.scopeReads.get('here') ?? [])]).toEqual(['local']);
    expect([...RULES.outcomeReads].sort()).toEqual([...reads({ kind: 'tier' }), 'local'].sort());
  });
  test('programmes for which nobody has to apply rest on no hardship', () => {
    expect(RULES.programmes.map(({ id, universal }) => [id, universal])).toEqual([
      ['all', true],
      ['part', false],
      ['some', false],
    ]);
  });
});

test('where a scheme ends in its outputs they are the outcome', () => {
  const rules = rulesOf(`
facts: { a: { type: flag }, b: { type: flag } }
figures: { x: if a then 1 else 0, y: if b then 1 else 0 }
outputs: [x]`);
  expect([...rules.outcomeReads].sort()).toEqual(['a', 'figure x']);
});

describe('no_points', () => {
  const QUIET = `
dates: { month_end: last_day }
facts:
  peer: { type: number, unit: point, range: [0, 10], unknown: { no_points: 未评议 } }
  many: { type: several, of: [a, b], unknown: { no_points: 未填 } }
  lone: { type: flag }
score:
  parts:
    peer: { points: peer }
    many: { several: many, options: { a: 1, b: 2 } }
`;
  const tiers = 'tiers: [{ id: hard, from: 5 }]';

  test('is allowed where only plain parts read the fact', () => {
    expect(find(rulesOf(QUIET + tiers).facts, 'many').unknown.policy).toBe('no_points');
  });

  test.each<[string, string, string, string]>([
    ['a figure', `${QUIET}${tiers}\nfigures: { x: peer }`, 'peer', 'figures.x'],
    ['a figure that counts options', `${QUIET}${tiers}\nfigures: { x: count(many) }`, 'many', 'figures.x'],
    [
      'the condition of a fact',
      `${QUIET.replace('{ type: flag }', '{ type: flag, only_if: peer > 1, none: false }')}${tiers}`,
      'peer',
      'facts.lone',
    ],
    ['a category', `${QUIET}${tiers}\ncategories: { c: { when: peer > 1 } }`, 'peer', 'categories.c'],
    [
      'a veto',
      `${QUIET}${tiers}\nvetoes: { v: { when: peer > 1, effect: not_recognised, against_floor: review } }`,
      'peer',
      'vetoes.v',
    ],
    ['a scope', `${QUIET}${tiers}\nscope: { s: { is: peer > 1 } }`, 'peer', 'scope.s'],
    [
      'a route',
      `${QUIET}  routes: [{ id: r, when: peer > 1, base: 1, counts: [], against_ordinary: best }]\n${tiers}`,
      'peer',
      'score.routes.r',
    ],
    ['a tier by its condition', `${QUIET}tiers: [{ id: hard, when: peer > 1 }]`, 'peer', 'tiers.hard'],
    [
      'a programme',
      `${QUIET}${tiers}\nprogrammes: { p: { instrument: grant, for: peer > 1, amount: "5[CNY/year]", per: year, payee: student } }`,
      'peer',
      'programmes.p',
    ],
    ['the points of its part', `${QUIET}${tiers}\nfigures: { x: score.peer }`, 'peer', 'figures.x'],
    [
      'a part that can take away',
      `${QUIET.replace('points: peer', 'points: 5 - peer')}${tiers}`,
      'peer',
      'score.peer',
    ],
    [
      'a section with a weight below 0',
      `${QUIET.replace('peer: { points: peer }', 'home: { weight: -1, parts: { peer: { points: peer } } }')}${tiers}`,
      'peer',
      'score.home.peer',
    ],
  ])('is refused where it is read by %s', (_, blocks, fact, where) => {
    expect(refusedOf(blocks)).toEqual([
      ['rules.noPointsNotAllowed', `facts.${fact}.unknown`, { fact, where }],
    ]);
  });
});
