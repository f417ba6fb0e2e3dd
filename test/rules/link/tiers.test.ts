import { describe, expect, test } from 'vitest';
import type { RuleDocument } from '../../../src/rules/index.js';
import { find, refusedDocument, refusedOf, rulesOf, text } from './linking.js';

type Values = Readonly<Record<string, string | number>>;

const SCORE =
  'facts: { poor: { type: flag }, unsure: { type: flag, none: allowed } }\nscore: { parts: { a: { points: 1 } } }';

describe('tiers', () => {
  test('by a least score, from the least aid to the most', () => {
    const rules = rulesOf(`${SCORE}\ntiers: [{ id: special, from: 60 }, { id: hard, from: 40 }]`);
    expect(rules.tierIds).toEqual(['not_recognised', 'hard', 'special']);
    expect(rules.tiers.map(({ id, from, when }) => [id, text(from), when])).toEqual([
      ['hard', '40', undefined],
      ['special', '60', undefined],
    ]);
    expect([rules.tierOf, rules.endsInOutputs]).toEqual([null, false]);
  });

  test('by conditions, without a score', () => {
    const rules = rulesOf(
      'facts: { poor: { type: flag } }\ntiers: [{ id: special, when: poor }, { id: hard, when: true }]',
    );
    expect(rules.score).toBeNull();
    expect(rules.tiers.map(({ id, when }) => [id, when?.kind])).toEqual([
      ['hard', 'flag'],
      ['special', 'read'],
    ]);
  });

  test('by a formula that gives a choice of ids, in any order of its own', () => {
    const rules = rulesOf(`
facts: { poor: { type: flag } }
choices: { degree: { of: [special, hard] } }
figures: { degree_of: { gives: degree, first: [{ when: poor, is: special }, { otherwise: none }] } }
tiers: { of: degree_of, list: [{ id: special }, { id: hard }] }`);
    expect(rules.tierOf?.is).toMatchObject({
      kind: 'read',
      of: { kind: 'figure', id: 'degree_of' },
      maybeNone: true,
    });
    expect(rules.tierOf?.tiers.map((tier) => rules.tierIds[tier])).toEqual(['special', 'hard']);
    expect(rules.tiers).toEqual([{ id: 'hard' }, { id: 'special' }]);
  });

  test('none: the outputs decide', () => {
    const rules = rulesOf('figures: { x: 1 }\noutputs: [x]');
    expect([rules.endsInOutputs, rules.tiers, rules.tierIds, rules.outputs]).toEqual([
      true,
      [],
      ['not_recognised'],
      ['x'],
    ]);
    expect(rulesOf(`figures: { x: 1 }\noutputs: [x]\ntiers: [{ id: hard, when: true }]`).endsInOutputs).toBe(
      false,
    );
  });

  test.each<[string, string, string, string, Values]>([
    [
      'that do not fall',
      `${SCORE}\ntiers: [{ id: special, from: 40 }, { id: hard, from: 40 }]`,
      'rules.tiersNotFalling',
      'tiers.1.from',
      { tier: 'hard', from: '40', above: '40' },
    ],
    [
      'by a score that is not there',
      'tiers: [{ id: hard, from: 1 }]',
      'rules.withoutScore',
      'tiers.0.from',
      {},
    ],
    [
      'by a condition that may be none',
      `${SCORE}\ntiers: [{ id: hard, when: unsure }]`,
      'rules.maybeNone',
      'tiers.0.when',
      { formula: 'unsure' },
    ],
    [
      'by a formula that gives no choice',
      `${SCORE}\ntiers: { of: poor, list: [{ id: hard }] }`,
      'rules.type',
      'tiers.of',
      { found: 'flag', needed: 'choice' },
    ],
    [
      'by a choice of other options',
      'facts: { state: { type: choice, of: [hard, hrd] } }\ntiers: { of: state, list: [{ id: hard }] }',
      'rules.notATier',
      'tiers.of',
      { option: 'hrd', choice: 'state', tiers: 'not_recognised, hard', near: 'hard' },
    ],
    [
      'named twice',
      `${SCORE}\ntiers: [{ id: hard, from: 2 }, { id: hard, from: 1 }]`,
      'rules.duplicateOption',
      'tiers.1.id',
      { option: 'hard', choice: 'tier' },
    ],
    [
      'named by a word of the formulas',
      `${SCORE}\ntiers: [{ id: none, from: 2 }]`,
      'rules.reserved',
      'tiers.0.id',
      { name: 'none' },
    ],
    [
      'named as a fact',
      `${SCORE}\ntiers: [{ id: poor, from: 2 }]`,
      'rules.ambiguousOption',
      'tiers.0.id',
      { option: 'poor', choice: 'tier' },
    ],
  ])('%s', (_, blocks, code, path, values) => {
    expect(refusedOf(blocks)).toEqual([[code, path, values]]);
  });

  // A file keeps to one form; a canonical document may come from anywhere.
  test.each<[string, Partial<RuleDocument>, number]>([
    [
      'a score and a condition',
      {
        tiers: [
          { id: 'special', from: '2' },
          { id: 'hard', when: 'true' },
        ],
      },
      1,
    ],
    ['both on one', { tiers: [{ id: 'special', from: '2', when: 'true' }] }, 0],
    ['neither', { tiers: [{ id: 'special', from: '2' }, { id: 'hard' }] }, 1],
    ['a score beside a formula', { tier_of: 'tier', tiers: [{ id: 'special', from: '2' }] }, 0],
  ])('%s is no form', (_, change, at) => {
    const { document } = rulesOf(`${SCORE}\ntiers: [{ id: hard, from: 1 }]`);
    const changed = { ...document, ...change };
    expect(refusedDocument(changed)).toEqual([
      ['rules.tiersMixed', ['tiers', at], { tier: changed.tiers[at]?.id }],
    ]);
  });
});

describe('vetoes', () => {
  const vetoed = (effect: string, tiers = '[{ id: special, from: 40 }, { id: hard, from: -5 }]') =>
    `${SCORE}\ntiers: ${tiers}\nvetoes: { v: { when: poor, unless: not poor, effect: ${effect}, against_floor: review } }`;

  test('leave at most a tier; one of the score that of 0', () => {
    const veto = (effect: string) => find(rulesOf(vetoed(effect)).vetoes, 'v');
    expect(veto('not_recognised')).toMatchObject({ cap: 0, zeroScore: false, againstFloor: 'review' });
    expect(veto('{ cap: hard }')).toMatchObject({ cap: 1, zeroScore: false });
    expect(veto('{ cap: not_recognised }')).toMatchObject({ cap: 0 });
    expect(veto('zero_score')).toMatchObject({ cap: 1, zeroScore: true, unless: { kind: 'not' } });
  });

  test.each<[string, string, string, string, Values]>([
    [
      'to a tier that is not there',
      vetoed('{ cap: hrd }'),
      'rules.unknownOption',
      'vetoes.v.effect.cap',
      { option: 'hrd', near: 'hard', choice: 'tier', options: 'not_recognised, hard, special' },
    ],
    [
      'of the score where tiers are by conditions',
      vetoed('zero_score', '[{ id: hard, when: true }]'),
      'rules.zeroScoreMisfits',
      'vetoes.v.effect',
      {},
    ],
    [
      'without tiers',
      'facts: { poor: { type: flag } }\nvetoes: { v: { when: poor, effect: not_recognised, against_floor: review } }',
      'rules.withoutTiers',
      'vetoes.v.effect',
      {},
    ],
    [
      'that may be none',
      vetoed('not_recognised').replace('when: poor', 'when: unsure'),
      'rules.maybeNone',
      'vetoes.v.when',
      { formula: 'unsure' },
    ],
  ])('%s', (_, blocks, code, path, values) => {
    expect(refusedOf(blocks)).toEqual([[code, path, values]]);
  });
});

describe('categories', () => {
  const CATEGORY = `${SCORE}
evidence: { proof: {} }
lists: { civil: { attributes: { kind: { type: choice, of: [dibao, orphan] } } } }
tiers: [{ id: special, from: 60 }, { id: hard, from: 40 }]
categories:
  x: `;

  test('what belonging does', () => {
    const rules = rulesOf(
      `${CATEGORY}{ list: civil, row: kind = dibao, when: score > 1, points: 90.5, floor: hard, bypass: special, evidence: { any_of: [proof], missing: ask } }`,
    );
    const { points, ...category } = find(rules.categories, 'x');
    expect(text(points)).toBe('90.5');
    expect(category).toMatchObject({
      list: 'civil',
      row: { kind: 'compare' },
      when: { kind: 'compare' },
      floor: 1,
      bypass: 2,
      evidence: { any_of: ['proof'], missing: 'ask' },
    });
    expect(rules.lists).toEqual([
      {
        id: 'civil',
        attributes: [
          { id: 'kind', type: { kind: 'choice', choice: 'civil.kind' }, options: ['dibao', 'orphan'] },
        ],
      },
    ]);
  });

  test.each<[string, string, string, string, Values]>([
    [
      'a list that is not there',
      '{ list: civl }',
      'rules.unknownList',
      'categories.x.list',
      { list: 'civl', near: 'civil' },
    ],
    [
      'nothing that tells who belongs',
      '{ floor: hard }',
      'rules.categoryWithoutGround',
      'categories.x',
      { category: 'x' },
    ],
    [
      'a row of no list',
      '{ row: kind = dibao, when: poor }',
      'rules.rowWithoutList',
      'categories.x.row',
      { category: 'x' },
    ],
    [
      'a row that reads a fact',
      '{ list: civil, row: poor }',
      'rules.unknownName',
      'categories.x.row',
      { name: 'poor', known: 'kind' },
    ],
    [
      'a row that reads the day',
      '{ list: civil, row: "as_of > date(2020, 1, 1)" }',
      'rules.unknownName',
      'categories.x.row',
      { name: 'as_of' },
    ],
    [
      'a condition that may be none',
      '{ when: unsure }',
      'rules.maybeNone',
      'categories.x.when',
      { formula: 'unsure' },
    ],
    [
      'a tier that is not there',
      '{ when: poor, bypass: specal }',
      'rules.unknownOption',
      'categories.x.bypass',
      { option: 'specal', near: 'special', choice: 'tier', options: 'not_recognised, hard, special' },
    ],
    [
      'a floor that is none',
      '{ when: poor, floor: not_recognised }',
      'rules.unknownOption',
      'categories.x.floor',
      { option: 'not_recognised', choice: 'tier', options: 'hard, special' },
    ],
    [
      'a paper that is not there',
      '{ when: poor, evidence: { any_of: [poof], missing: note } }',
      'rules.unknownEvidence',
      'categories.x.evidence.any_of.0',
      { evidence: 'poof', near: 'proof' },
    ],
  ])('%s', (_, category, code, path, values) => {
    expect(refusedOf(CATEGORY + category)).toEqual([[code, path, values]]);
  });

  test('a floor needs tiers', () => {
    expect(refusedOf('categories: { x: { when: true, floor: hard } }')).toEqual([
      ['rules.withoutTiers', 'categories.x.floor', {}],
    ]);
  });
});

describe('programmes and scope', () => {
  const PROGRAMME = `
facts: { poor: { type: flag }, unsure: { type: flag, none: allowed }, gift: { type: number, unit: CNY/year, range: [-1, 9], none: allowed } }
programmes: { p: { instrument: grant, for: FOR, amount: AMOUNT, per: year, payee: student } }`;
  const programme = (of: string, amount: string) => PROGRAMME.replace('FOR', of).replace('AMOUNT', amount);

  test('a bare number is in the currency of the file, per the time it says', () => {
    const found = find(rulesOf(programme('poor', '500')).programmes, 'p');
    expect([found.currency, found.minor, found.universal]).toEqual(['CNY', 100n, true]);
    expect(find(rulesOf(programme('poor', '{ unstated: 未公布 }')).programmes, 'p').amount).toBeNull();
  });

  test.each<[string, string, string, string, string, Values]>([
    ['that may be none', 'poor', 'gift', 'rules.maybeNone', 'programmes.p.amount', { formula: 'gift' }],
    ['below 0', 'poor', 'gift if_none 0', 'rules.amountNegative', 'programmes.p.amount', {}],
    ['for whom may be none', 'unsure', '5', 'rules.maybeNone', 'programmes.p.for', { formula: 'unsure' }],
    [
      'of another unit',
      'poor',
      '"5[CNY]"',
      'rules.unit',
      'programmes.p.amount',
      { found: 'CNY', needed: 'CNY/year' },
    ],
  ])('an amount %s', (_, of, amount, code, path, values) => {
    expect(refusedOf(programme(of, amount))).toEqual([[code, path, values]]);
  });

  test('a scope that may be none', () => {
    expect(
      refusedOf('facts: { unsure: { type: flag, none: allowed } }\nscope: { s: { is: unsure } }'),
    ).toEqual([['rules.maybeNone', 'scope.s.is', { formula: 'unsure' }]]);
  });
});
