import { describe, expect, it } from 'vitest';
import { faults, long } from './written.js';

// Sections 8 and 9: lists, categories, papers, score, routes, tiers, vetoes.

const SECTION_8 = `
lists:
  monitored: { title: 防止返贫监测名单, owner: 农业农村局, attributes: { risk: { type: choice, of: [active, cleared] } } }
  disabled:  { title: 残疾人名单, owner: 残联, attributes: { grade: { type: choice, of: disability }, valid: { type: flag } } }
categories:
  monitored:     { title: 监测对象, list: monitored, row: risk = active, floor: special }
  disabled_poor: { title: 家庭经济困难的残疾学生, list: disabled, when: score_tier >= general, floor: hard }
  dibao:         { title: 低保, list: civil, points: 90.0, evidence: { any_of: [dibao_card], missing: ask } }
  orphan:        { title: 孤儿, list: civil_orphans, bypass: special }
evidence:
  jobless_proof: { title: 失业证明, valid: 6 months }
  birth_card: { title: 出生证, source: notice }
  once: { valid: 1 years }
`;

describe('lists, categories and papers', () => {
  const document = long(SECTION_8);

  it('attributes name their choice, an inline one by list and attribute', () => {
    expect(document.lists.monitored).toEqual({
      title: { zh: '防止返贫监测名单' },
      owner: { zh: '农业农村局' },
      attributes: { risk: { type: 'choice', choice: 'monitored.risk' } },
    });
    expect(document.lists.disabled?.attributes).toEqual({
      grade: { type: 'choice', choice: 'disability' },
      valid: { type: 'flag' },
    });
    expect(document.choices['monitored.risk']?.of).toEqual(['active', 'cleared']);
  });

  it('a category has any number of effects', () => {
    expect(document.categories).toEqual({
      monitored: { title: { zh: '监测对象' }, list: 'monitored', row: 'risk = active', floor: 'special' },
      disabled_poor: {
        title: { zh: '家庭经济困难的残疾学生' },
        list: 'disabled',
        when: 'score_tier >= general',
        floor: 'hard',
      },
      dibao: {
        title: { zh: '低保' },
        list: 'civil',
        points: '90',
        evidence: { any_of: ['dibao_card'], missing: 'ask' },
      },
      orphan: { title: { zh: '孤儿' }, list: 'civil_orphans', bypass: 'special' },
    });
  });

  it('a paper holds for a span that is written in one way', () => {
    expect(document.evidence).toEqual({
      jobless_proof: { title: { zh: '失业证明' }, valid: '6 months' },
      birth_card: { title: { zh: '出生证' }, source: { in: 'notice' } },
      once: { valid: '1 year' },
    });
  });

  it.each([
    ['evidence', '{ valid: 6 moons }', 'rules.span', '6', { found: '6 moons' }],
    ['evidence', '{ valid: 0 days }', 'rules.span', '0', { found: '0 days' }],
    ['categories', '{ when: a, pionts: 1 }', 'rules.unknownKey', 'pionts', { near: 'points' }],
    ['categories', '{ when: a, points: a + 1 }', 'rules.number', 'a', { found: 'a + 1' }],
    [
      'categories',
      '{ when: a, evidence: { any_of: [] , missing: ask } }',
      'rules.count',
      '[] , missing:',
      {},
    ],
    [
      'categories',
      '{ when: a, evidence: { any_of: [b] } }',
      'rules.missingKey',
      'evidence',
      { key: 'missing' },
    ],
    ['lists', '{ attributes: { a: { type: flg } } }', 'rules.notOneOf', 'flg', { near: 'flag' }],
    ['lists', '{ snapshot: month }', 'rules.unknownKey', 'snapshot', {}],
  ])('%s: %s is refused', (block, text, code, word, values) => {
    expect(faults(`${block}:\n  x: ${text}\n`)).toEqual([[code, word, expect.objectContaining(values)]]);
  });
});

const SECTION_9 = `
score:
  parts:
    direct:  { categories: best, only: [orphan, dibao] }
    rural:   { when: rural, points: 1 }
    health:  { of: health, options: { good: 0, ill: 30, disabled: 50 } }
    jobs:    { best_of: [{ when: both_jobless, points: 13 }, { when: one_jobless, points: 3 }] }
    marks:   { several: marks, options: { dibao: 100, one_dead: 40 }, take: sum, at_most: 100 }
    medical: { of: medical_cost, up_to: { 10_000: 2, 2_000: 0, 30_000: 5 }, otherwise: 10 }
    pupils:  { each: 8, of: "count(family where relation = sibling and in_school)", at_most: 18 }
    event:   { recent: disaster_on, up_to: { 2 years: 40, 1 year: 90 }, otherwise: 0, evidence: { any_of: [report], missing: note } }
    visit:   { discretion: [0, 15], by: [reviewer], needs: [reason, evidence], undecided: ask }
    home:    { take: sum, at_most: 40, weight: 30%, round: { step: 1%, mode: half_up }, parts: { boss: { when: father_manages, points: -2 } } }
  at_most: 100
  routes:
    - { id: orphan, when: orphan, base: 65, counts: [marks, home.boss], against_ordinary: instead, title: 孤儿 }
`;

describe('the score and its routes', () => {
  const { score, routes } = long(SECTION_9);

  it('is a section with its bound', () => {
    expect(score).toMatchObject({ at_most: '100', value: { kind: 'section', take: 'sum' } });
    expect(Object.keys(score?.value.parts ?? {})).toHaveLength(10);
  });

  it.each([
    ['direct', { value: { kind: 'categories', take: 'best', only: ['dibao', 'orphan'] } }],
    ['rural', { value: { kind: 'formula', is: '1' }, when: 'rural' }],
    [
      'health',
      { value: { kind: 'options', of: 'health', options: { good: '0', ill: '30', disabled: '50' } } },
    ],
    [
      'jobs',
      {
        value: {
          kind: 'hits',
          take: 'best',
          cases: [
            { when: 'both_jobless', is: '13' },
            { when: 'one_jobless', is: '3' },
          ],
        },
      },
    ],
    [
      'marks',
      {
        value: { kind: 'several', of: 'marks', take: 'sum', options: { dibao: '100', one_dead: '40' } },
        at_most: '100',
      },
    ],
    [
      'medical',
      {
        value: {
          kind: 'bands',
          of: 'medical_cost',
          bands: [
            { edge: 'up_to', cut: '2000', is: '0' },
            { edge: 'up_to', cut: '10000', is: '2' },
            { edge: 'up_to', cut: '30000', is: '5' },
          ],
          otherwise: '10',
        },
      },
    ],
    [
      'pupils',
      {
        value: { kind: 'each', each: '8', of: 'count(family where relation = sibling and in_school)' },
        at_most: '18',
      },
    ],
    [
      'event',
      {
        value: {
          kind: 'recent',
          of: 'disaster_on',
          bands: [
            { edge: 'up_to', span: '1 year', is: '90' },
            { edge: 'up_to', span: '2 years', is: '40' },
          ],
          otherwise: '0',
        },
        evidence: { any_of: ['report'], missing: 'note' },
      },
    ],
    [
      'visit',
      {
        value: {
          kind: 'discretion',
          range: ['0', '15'],
          step: '1',
          by: ['reviewer'],
          needs: ['reason', 'evidence'],
          undecided: 'ask',
        },
      },
    ],
    [
      'home',
      {
        value: {
          kind: 'section',
          take: 'sum',
          parts: { boss: { value: { kind: 'formula', is: '-2' }, when: 'father_manages' } },
        },
        at_most: '40',
        weight: '0.3',
        round: { step: '0.01', mode: 'half_up' },
      },
    ],
  ])('%s', (id, form) => {
    expect(score?.value.parts[id]).toEqual(form);
  });

  it('a route counts parts by their paths', () => {
    expect(routes).toEqual([
      {
        id: 'orphan',
        when: 'orphan',
        base: '65',
        counts: ['marks', 'home.boss'],
        against_ordinary: 'instead',
        title: { zh: '孤儿' },
      },
    ]);
  });

  it.each([
    ['parts: { a: { points: 1, wieght: 2 } }', 'rules.unknownKey', 'wieght', { near: 'weight' }],
    ['parts: { a: { points: 1, round: { step: 1, mode: half } } }', 'rules.notOneOf', 'half', {}],
    ['parts: { a: { points: 1, round: { step: 1 } } }', 'rules.missingKey', 'round', { key: 'mode' }],
    [
      'parts: { a: { parts: { b: { parts: { c: { recent: x, upto: {}, otherwise: 0 } } } } } }',
      'rules.unknownKey',
      'upto',
      { near: 'up_to' },
    ],
    [
      'parts: { a: { parts: { b: { pionts: 1 }, c: { piont: 1 } } } }',
      'rules.unknownKey',
      'pionts',
      { near: 'points' },
    ],
    ['parts: { a: { recent: x, up_to: { 1 yr: 0 }, otherwise: 0 } }', 'rules.span', '1', { found: '1 yr' }],
    ['parts: { a: { discretion: [0, 1], by: [r], undecided: 1 } }', 'rules.notOneOf', '1', { near: '0' }],
    ['parts: { a: { categories: bets } }', 'rules.notOneOf', 'bets', { options: 'best, sum, least' }],
    ['parts: {}\n  rotues: []', 'rules.unknownKey', 'rotues', { near: 'routes' }],
    [
      'parts: {}\n  routes: [{ id: a, when: b, base: 1, counts: [A], against_ordinary: best }]',
      'rules.id',
      'A',
      {},
    ],
    [
      'parts: {}\n  routes: [{ id: a, when: b, base: 1, counts: [], against_ordinary: both }]',
      'rules.notOneOf',
      'both',
      { options: 'instead, best' },
    ],
  ])('%s is refused', (text, code, word, values) => {
    expect(faults(`score:\n  ${text}\n`)[0]).toEqual([code, word, expect.objectContaining(values)]);
  });

  it('a scheme may do without', () => {
    const { score, routes, tiers, tier_of, outputs } = long('figures: { a: 1 }\noutputs: [a]\n');
    expect({ score, routes, tiers, tier_of, outputs }).toEqual({ routes: [], tiers: [], outputs: ['a'] });
  });
});

describe('tiers', () => {
  it.each([
    [
      '[{ id: special, title: 特别困难, from: 60 }, { id: hard, from: 40.0 }]',
      {
        tiers: [
          { id: 'special', title: { zh: '特别困难' }, from: '60' },
          { id: 'hard', from: '40' },
        ],
      },
    ],
    [
      '[{ id: special, when: orphan }, { id: hard, when: dibao or score >= 40, source: notice }]',
      {
        tiers: [
          { id: 'special', when: 'orphan' },
          { id: 'hard', when: 'dibao or score >= 40', source: { in: 'notice' } },
        ],
      },
    ],
    [
      '{ of: risk, list: [{ id: special, title: 特别困难 }, { id: hard }] }',
      { tiers: [{ id: 'special', title: { zh: '特别困难' } }, { id: 'hard' }], tier_of: 'risk' },
    ],
  ])('%s', (text, form) => {
    const { tiers, tier_of } = long(`tiers: ${text}\n`);
    expect(JSON.parse(JSON.stringify({ tiers, tier_of }))).toEqual(form);
  });

  it.each([
    ['[{ id: a, frm: 1 }]', 'rules.unknownKey', 'frm', { near: 'from' }],
    ['[{ id: a, from: 1, reserve: true }]', 'rules.unknownKey', 'reserve', {}],
    ['[]', 'rules.count'],
    ['{ of: risk, lst: [{ id: a }] }', 'rules.unknownKey', 'lst', { near: 'list' }],
    ['{ of: risk, list: [{ id: a, from: 1 }] }', 'rules.unknownKey', 'from', {}],
    [`[${Array.from({ length: 13 }, (_, i) => `{ id: t${i}, from: ${13 - i} }`).join(', ')}]`, 'rules.count'],
  ])('%s is refused', (text, code, word?: string, values?: object) => {
    const [first] = faults(`tiers: ${text}\n`) as readonly (readonly unknown[])[];
    expect(first?.[0]).toBe(code);
    if (word !== undefined) expect(first?.slice(1)).toEqual([word, expect.objectContaining(values ?? {})]);
  });
});

describe('the header', () => {
  it('says how dates move', () => {
    expect(long('dates: { month_end: last_day, leap_birthday: 03-01, school_year: 09-01 }\n').dates).toEqual({
      month_end: 'last_day',
      leap_birthday: '03-01',
      school_year: '09-01',
    });
    expect(long('').dates).toEqual({});
  });

  it.each([
    ['dates: { month_end: last }', 'rules.notOneOf', 'last', {}],
    ['dates: { school_year: 02-29 }', 'rules.yearDay', '02-29', { found: '02-29' }],
    ['dates: { leap_birthday: 02-29 }', 'rules.notOneOf', '02-29', { options: '02-28, 03-01' }],
    ['outputs: []', 'rules.count', '[]', {}],
    ['output: [a]', 'rules.unknownKey', 'output', { near: 'outputs' }],
    ['paramters: {}', 'rules.unknownKey', 'paramters', { near: 'parameters' }],
  ])('%s is refused', (text, code, word, values) => {
    expect(faults(`${text}\n`)).toEqual([[code, word, expect.objectContaining(values)]]);
  });
});
