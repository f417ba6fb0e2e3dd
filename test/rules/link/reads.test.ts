import { describe, expect, test } from 'vitest';
import { find, refusedOf, rulesOf } from './linking.js';

const RULES = () =>
  rulesOf(
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
const reads = (...of: Parameters<ReturnType<typeof RULES>['reads']>[0]) => [...RULES().reads(of)].sort();

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
    expect([...(RULES().scopeReads.get('here') ?? [])]).toEqual(['local']);
    expect([...RULES().outcomeReads].sort()).toEqual([...reads({ kind: 'tier' }), 'local'].sort());
  });
  test('programmes for which nobody has to apply rest on no hardship', () => {
    expect(RULES().programmes.map(({ id, universal }) => [id, universal])).toEqual([
      ['all', true],
      ['part', false],
      ['some', false],
    ]);
  });
});

describe('every name is read', () => {
  const GROUND = `
dates: { month_end: last_day, leap_birthday: 03-01 }
choices: { grade: { of: [low, mid, high], ordered: true } }
facts:
  p: { type: flag }
  q: { type: flag }
  r: { type: flag }
  a: { type: number, unit: point, range: [0, 9] }
  b: { type: number, unit: point, range: [1, 9] }
  c: { type: number, unit: point, range: [0, 9] }
  e: { type: number, unit: point, range: [0, 9] }
  k: { type: number, unit: "1", range: [1, 2] }
  n: { type: number, unit: point, range: [0, 9], none: allowed }
  d: { type: date, range: [2020-01-01, 2022-12-31] }
  f: { type: date, range: [2020-01-01, 2022-12-31] }
  own: { type: choice, of: grade }
  kin: { type: choice, of: grade }
  code: { type: code }
  marks: { type: several, of: [ill, poor] }
  family: { type: people, size: [0, 3], of: { fee: { type: number, unit: point, range: [0, 9] }, works: { type: flag } } }
parameters: { rate: { unit: point, dated: { 2020-01-01: 1, 2021-01-01: 2 } } }
tables:
  t: { unit: point, keys: [{ k: 1..2 }, { c: code }], dated: { 2020-01-01: { 1: { "37": 5 } } }, otherwise: 0 }
schedules: { s: { unit: point, keys: [grade], dated: { 2020-01-01: { low: { up_to: { 1: 1 }, otherwise: 2 }, mid: { up_to: { 1: 1 }, otherwise: 2 }, high: { up_to: { 1: 1 }, otherwise: 2 } } } } }
figures: { fig: c }
categories: { cat: { when: q, points: 3 } }
score: { parts: { x: { PART }, y: { points: 1 } } }
tiers: [{ id: hard, from: 5 }]
`;
  const read = (part: string): string =>
    [...rulesOf(GROUND.replace('PART', part)).reads([{ kind: 'part', path: 'x' }])]
      .filter((name) => name !== 'part x')
      .sort()
      .join(' ');

  test.each<[string, string]>([
    ['a + b', 'a b'],
    ['a - (b + c)', 'a b c'],
    ['round(a / k, 1, up)', 'a k'],
    ['abs(-a)', 'a'],
    ['min(a, b, e)', 'a b e'],
    ['max(a, b)', 'a b'],
    ['clamp(a, b, c)', 'a b c'],
    ['if p then a else b', 'a b p'],
    ['if p and q then a else b', 'a b p q'],
    ['if p or not r then a else b', 'a b p r'],
    ['if a < b then c else e', 'a b c e'],
    ['if own in [low] then 1 else 2', 'own'],
    ['if own = kin then 1 else 2', 'kin own'],
    ['if k in [1, 2] then 1 else 2', 'k'],
    ['n if_none a', 'a n'],
    ['if n is none then a else b', 'a b n'],
    ['rate at d', 'd'],
    ['rate', ''],
    ['t[k, code] at d', 'code d k'],
    ['marginal(s[own] at d, a)', 'a d own'],
    ['if has_any(marks, [ill]) then 1 else 2', 'marks'],
    ['count(marks) * 1[point]', 'marks'],
    ['count(family) * 1[point/person]', 'family'],
    ['sum(fee + a of family where works and p)', 'a family p'],
    ['if any(family where q) then 1 else 2', 'family q'],
    ['if all(works and r of family) then 1 else 2', 'family r'],
    ['lowest(fee of family where p) if_none a', 'a family p'],
    ['count(g in grade where g = own) * 1[point]', 'own'],
    ['if (first(g in grade where g > own and p) if_none kin) = low then 1 else 2', 'kin own p'],
    ['if d + 2 years < f then 1 else 2', 'd f'],
    ['if date(year(d), 7, 1) < f then 1 else 2', 'd f'],
    ['month(d) * 1[point]', 'd'],
    ['age(d, f) * 1[point/year]', 'd f'],
    ['days_between(d, as_of) * 1[point/day]', 'as_of d'],
    ['months_between(period_start, f) * 1[point/month]', 'f period_start'],
    ['fig + a', 'a c figure fig'],
    ['if cat then a else b', 'a b category cat q'],
  ])('by %s: %s', (formula, names) => {
    expect(read(`points: "${formula}"`)).toBe(names);
  });

  test.each<[string, string]>([
    ['points: a, when: p', 'a p'],
    ['of: own, options: { low: a, mid: b }, otherwise: c', 'a b c own'],
    ['of: a, up_to: { 1: b, 2: c }, otherwise: e', 'a b c e'],
    ['of: a, bands: [{ below: 1, is: b }, { up_to: 1, is: c }], otherwise: e', 'a b c e'],
    ['best_of: [{ when: p, points: a }, { when: q, points: b }]', 'a b p q'],
    ['sum_of: [{ when: p, points: a }]', 'a p'],
    ['top: 1, of: [{ when: p, points: a }, { when: q, points: b }]', 'a b p q'],
    ['first: [{ when: p, points: a }, { when: q, points: b }, { otherwise: c }]', 'a b c p q'],
    ['each: a, of: k', 'a k'],
    ['recent: d, up_to: { 1 year: a, 2 years: b }, otherwise: c', 'a b c d'],
    ['several: marks, options: { ill: a, poor: b }', 'a b marks'],
    ['several: marks, options: { ill: a }, otherwise: c', 'a c marks'],
    ['categories: best', 'category cat q'],
    ['discretion: [0, 5], by: [teacher], undecided: ask', ''],
    [
      'when: r, parts: { one: { points: a, when: p }, two: { parts: { deep: { points: b } } } }',
      'a b p part x.one part x.two part x.two.deep r',
    ],
  ])('by a part with %s: %s', (part, names) => {
    expect(read(part)).toBe(names);
  });

  test.each<[string, string]>([
    ['{ dated: { 2020-01-01: a, 2026-01-01: b } }', 'a b'],
    ['{ dated: { 2026-01-01: a }, before: c }', 'a c'],
    ['{ of: a, dated: { 2020-01-01: { below: { 1: b }, otherwise: c } } }', 'a b c'],
    ['{ only_if: p, none: 0, is: a }', 'a p'],
    ['{ for: family, is: max(fee, a) }', 'a family'],
  ])('by a figure %s: %s', (figure, names) => {
    const written = figure.replace('max(fee, a)', '"max(fee, a)"');
    const rules = rulesOf(
      GROUND.replace('PART', 'points: 1').replace('{ fig: c }', `{ fig: c, made: ${written} }`),
    );
    const found = [...rules.reads([{ kind: 'figure', id: 'made' }])];
    expect(
      found
        .filter((name) => name !== 'figure made')
        .sort()
        .join(' '),
    ).toBe(names);
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
