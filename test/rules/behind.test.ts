import { describe, expect, test } from 'vitest';
import type { RuleSet } from '../../src/rules/index.js';
import { inputsBehind, outcomeReadings, programmeReadings } from '../../src/rules/index.js';
import { rulesOf } from './link/linking.js';

// What has to be known of a student for a reading: nothing too much, so that nobody is asked in vain, and nothing too little.

const DAY = { y: 2025, m: 10, d: 1 };

const rules = () =>
  rulesOf(
    `
evidence: { proof: {} }
lists: { civil: { attributes: { kind: { type: choice, of: [dibao, other] } } } }
facts:
  married: { type: flag }
  partner: { type: number, unit: CNY, range: [0, 9], only_if: married, none: 0 }
  income:  { type: number, unit: CNY, range: [0, 9] }
  old:     { type: number, unit: CNY, range: [0, 9] }
  new:     { type: number, unit: CNY, range: [0, 9] }
  next:    { type: number, unit: CNY, range: [0, 9] }
  orphan:  { type: flag }
  martyr:  { type: flag }
  rural:   { type: flag }
  ill:     { type: flag }
  fake:    { type: flag }
  excused: { type: flag }
  car:     { type: flag }
  local:   { type: flag }
  kind_of: { type: choice, of: [a, b] }
  grant:   { type: number, unit: CNY/year, range: [0, 9] }
  lone:    { type: flag }
  idle:    { type: flag }
figures:
  total:   income + partner
  behind:  total + 1
  several: { dated: { 2020-01-01: old, 2025-01-01: new, 2026-01-01: next } }
  nothing: 1
categories:
  dibao:  { list: civil, row: kind = dibao, when: orphan, floor: hard }
  passes: { when: lone, bypass: hard }
  points: { when: martyr, points: 4 }
  idle_one: { when: idle }
score:
  parts:
    money:  { when: rural, of: total, up_to: { 5: 3 }, otherwise: 0 }
    visit:  { discretion: [0, 9], by: [r], undecided: ask }
    given:  { discretion: [0, 9], by: [r], undecided: 0 }
    home:
      when: ill
      parts:
        paper: { when: ill, points: 1, evidence: { any_of: [proof], missing: ask } }
        noted: { points: 1, evidence: { any_of: [proof], missing: note } }
    listed: { categories: best, only: [points] }
  routes: [{ id: r, when: martyr, base: 9, counts: [home.paper], against_ordinary: best }]
tiers: [{ id: hard, from: 5 }]
vetoes:
  zero: { when: fake, unless: excused, effect: zero_score, against_floor: floor_wins }
  caps: { when: car, effect: not_recognised, against_floor: review }
scope: { here: { is: local } }
programmes:
  sum: { instrument: grant, for: tier = hard, amount: { by: kind_of, options: { a: 1, b: grant } }, per: year, payee: student }
  kind: { instrument: grant, for: true, amount: { unstated: 未公布 }, per: year, payee: student }
`,
  );

type Reading = Parameters<typeof inputsBehind>[2][number];
const behind = (of: Reading, ...given: readonly string[]): readonly string[] =>
  [...inputsBehind(rules(), new Set(given), [of], DAY)].sort();
const part = (path: string): Reading => ({ kind: 'part', path });
const figure = (id: string): Reading => ({ kind: 'figure', id });

const MONEY = ['fact income', 'fact married', 'fact partner', 'fact rural'];
const HOME = ['evidence home.paper', 'fact ill'];
const SCORE = [...MONEY, ...HOME, 'points visit', 'fact martyr', 'fact fake', 'fact excused'].sort();

describe('behind', () => {
  test.each<[string, Reading, readonly string[]]>([
    ['a fact', { kind: 'fact', id: 'income' }, ['fact income']],
    ['a fact that need not exist', { kind: 'fact', id: 'partner' }, ['fact married', 'fact partner']],
    ['a figure', figure('total'), ['fact income', 'fact married', 'fact partner']],
    ['a figure of a figure', figure('behind'), ['fact income', 'fact married', 'fact partner']],
    ['logic by date: only what is in force', figure('several'), ['fact new']],
    ['a constant', figure('nothing'), []],
    ['a category of a list', { kind: 'category', id: 'dibao' }, ['category dibao', 'fact orphan']],
    ['a category by a condition', { kind: 'category', id: 'passes' }, ['fact lone']],
    ['a part', part('money'), MONEY],
    ['points that somebody gives', part('visit'), ['points visit']],
    ['points that count as 0 while nobody gave them', part('given'), []],
    ['a section', part('home'), HOME],
    ['a part with a paper that is asked for', part('home.paper'), HOME],
    ['a part with a paper that is only noted', part('home.noted'), []],
    ['points of categories', part('listed'), ['fact martyr']],
    ['the score', { kind: 'score' }, SCORE],
    ['the tier by score', { kind: 'score_tier' }, SCORE],
    [
      'the tier',
      { kind: 'tier' },
      [...SCORE, 'category dibao', 'fact orphan', 'fact lone', 'fact car', 'veto caps'].sort(),
    ],
    ['the day', { kind: 'as_of' }, []],
    ['the first day of the period', { kind: 'period_start' }, []],
  ])('%s', (_, of, inputs) => {
    expect(behind(of)).toEqual(inputs);
  });

  test('what is given hides what is behind it', () => {
    expect(behind(figure('total'), 'total')).toEqual([]);
    expect(behind(figure('behind'), 'total')).toEqual([]);
    expect(behind(part('money'), 'total')).toEqual(['fact rural']);
    expect(behind(part('home'), 'score.home.paper')).toEqual(['fact ill']);
    expect(behind(part('home'), 'score.home')).toEqual([]);
    expect(behind({ kind: 'score' }, 'score')).toEqual([]);
    expect(behind({ kind: 'score_tier' }, 'score')).toEqual([]);
    expect(behind({ kind: 'tier' }, 'score_tier')).toEqual(
      [
        'category dibao',
        'fact car',
        'fact excused',
        'fact fake',
        'fact lone',
        'fact orphan',
        'veto caps',
      ].sort(),
    );
    expect(behind({ kind: 'tier' }, 'tier')).toEqual([]);
    // A fact is not given under its name, and a part not without `score`.
    expect(behind({ kind: 'fact', id: 'income' }, 'income', 'fact income')).toEqual(['fact income']);
    expect(behind(part('money'), 'money')).toEqual(MONEY);
    expect(behind({ kind: 'category', id: 'passes' }, 'passes')).toEqual(['fact lone']);
  });

  test('what the rules do not have', () => {
    expect(behind(part('nowhere'))).toEqual([]);
  });
});

describe('the outcome', () => {
  const names = (of: readonly Reading[]): readonly string[] =>
    of.map((one) => ('id' in one ? one.id : 'path' in one ? one.path : one.kind));

  test('is tier, scope and programmes; what they give and to whom', () => {
    expect(names(outcomeReadings(rules(), DAY))).toEqual(['tier', 'local', 'tier', 'kind_of', 'grant']);
    expect(rules().programmes.map((one) => names(programmeReadings(one, DAY)))).toEqual([
      [],
      ['tier', 'kind_of', 'grant'],
    ]);
  });

  test('is the outputs where a scheme ends in them', () => {
    const ends = rulesOf(
      'facts: { a: { type: flag } }\nfigures: { x: if a then 1 else 0, y: 2, z: 3 }\noutputs: [z, x]',
    );
    expect(names(outcomeReadings(ends, DAY))).toEqual(['z', 'x']);
    const tiers = rulesOf(
      'facts: { a: { type: flag } }\nfigures: { x: 1 }\noutputs: [x]\ntiers: [{ id: hard, when: a }]',
    );
    expect(names(outcomeReadings(tiers, DAY))).toEqual(['tier']);
    expect([...inputsBehind(tiers, new Set(), outcomeReadings(tiers, DAY), DAY)]).toEqual(['fact a']);
  });

  test('of an amount by date is what is in force', () => {
    const by = (amounts: string, day: RuleSetDay): readonly string[] => {
      const found: RuleSet = rulesOf(
        `facts: { a: { type: number, unit: CNY/year, range: [0, 9] }, b: { type: number, unit: CNY/year, range: [0, 9] } }\nprogrammes: { p: { instrument: grant, for: true, amount: ${amounts}, per: year, payee: student } }`,
      );
      return names(found.programmes.flatMap((one) => programmeReadings(one, day)));
    };
    const dated = '{ dated: { 2020-01-01: a, 2026-01-01: b } }';
    expect(by(dated, { y: 2025, m: 12, d: 31 })).toEqual(['a']);
    expect(by(dated, { y: 2026, m: 1, d: 1 })).toEqual(['b']);
  });
});

type RuleSetDay = Parameters<typeof outcomeReadings>[1];
