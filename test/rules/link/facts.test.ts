import { describe, expect, test } from 'vitest';
import type { FactDocument } from '../../../src/rules/index.js';
import { exact, toDay } from '../../../src/value/index.js';
import { find, refusedDocument, refusedOf, rulesOf, text } from './linking.js';

const FACTS = `
dates: { month_end: last_day }
choices:
  health: { of: [good, ill, disabled], ordered: true }
evidence:
  proof: { valid: 6 months }
facts:
  married: { type: flag, worse: none, unknown: { assume: true, because: 民政登记 } }
  state:   { type: choice, of: health, worse: listed, unknown: { assume: ill, because: 默认 } }
  marks:   { type: several, of: [dibao, orphan], worse: more, unknown: { no_points: 未填 } }
  income:  { type: number, unit: CNY/year, range: [0, 100_000], worse: lower, only_if: married, none: 0 }
  debt:    { type: number, unit: CNY, range: [-5, 5], step: 0.5, none: -100.25, unknown: { assume: 2.5, because: 默认 } }
  lost_on: { type: date, none: allowed, worse: later, unknown: { assume: none, because: 默认 } }
  birth:   { type: date, range: [1990-01-01, 2030-12-31], unknown: { assume: 2000-02-29, because: 默认 } }
  county:  { type: code, none: allowed, unknown: { assume: "370000", because: 默认 } }
  cost:    { type: number, unit: CNY, range: [0, 9], by: [teacher], evidence: { any_of: [proof], missing: ask } }
  family:
    type: people
    size: [1, 6]
    worse: more
    of:
      relation: { type: choice, of: [parent, sibling], worse: [sibling, parent] }
      born:     { type: date, worse: none }
      wage:     { type: number, unit: CNY/year, range: [0, 10], none: 20, worse: lower }
`;

describe('facts of every type', () => {
  const rules = () => rulesOf(FACTS);
  const fact = (id: string) => find(rules().facts, id);

  test('types and options', () => {
    expect(rules().facts.map(({ id, type }) => [id, type.kind])).toEqual([
      ['birth', 'date'],
      ['cost', 'number'],
      ['county', 'code'],
      ['debt', 'number'],
      ['family', 'people'],
      ['income', 'number'],
      ['lost_on', 'date'],
      ['marks', 'several'],
      ['married', 'flag'],
      ['state', 'choice'],
    ]);
    expect(fact('state').options).toEqual(['good', 'ill', 'disabled']);
    expect(fact('marks').type).toEqual({ kind: 'several', choice: 'marks' });
    expect(fact('marks').options).toEqual(['dibao', 'orphan']);
  });

  test('ranges and grids; a date counts days', () => {
    expect([text(fact('income').range?.high), text(fact('income').step)]).toEqual(['100000', '0.01']);
    expect([text(fact('debt').range?.low), text(fact('debt').step)]).toEqual(['-5', '0.5']);
    const days = (y: number, m: number, d: number) => exact(BigInt(toDay({ y, m, d })));
    expect(fact('lost_on').range).toEqual({ low: days(1900, 1, 1), high: days(2100, 12, 31) });
    expect(fact('birth').range).toEqual({ low: days(1990, 1, 1), high: days(2030, 12, 31) });
    expect(fact('birth').step).toEqual(exact(1n));
  });

  test('none, and what it counts as', () => {
    expect([fact('income').mayBeNone, fact('income').noneIs]).toEqual([true, exact(0n)]);
    expect(text(fact('debt').noneIs as never)).toBe('-100.25');
    expect([fact('lost_on').mayBeNone, fact('lost_on').noneIs]).toEqual([true, undefined]);
    expect(fact('married').mayBeNone).toBe(false);
    expect(fact('income').onlyIf).toMatchObject({ kind: 'read', of: { kind: 'fact', id: 'married' } });
  });

  test('assumed values in the form of their type', () => {
    expect(fact('married').assumed).toBe(true);
    expect(fact('state').assumed).toBe(1);
    expect(fact('debt').assumed).toEqual(exact(5n, 2n));
    expect(fact('lost_on').assumed).toBe('none');
    expect(fact('birth').assumed).toEqual({ y: 2000, m: 2, d: 29 });
    expect(fact('county').assumed).toEqual({ code: '370000' });
  });

  test('people: how many, and each attribute by id', () => {
    const people = fact('family').people;
    expect([people?.least, people?.most]).toEqual([1, 6]);
    expect(people?.attributes.map(({ id, type, options }) => [id, type, options])).toEqual([
      ['born', { kind: 'date' }, []],
      ['relation', { kind: 'choice', choice: 'family.relation' }, ['parent', 'sibling']],
      ['wage', { kind: 'number', unit: 'CNY/year' }, []],
    ]);
    expect(rules().choices['family.relation']).toEqual({ options: ['parent', 'sibling'], ordered: false });
  });

  test('who states it and what it rests on', () => {
    expect([fact('cost').by, fact('cost').evidence]).toEqual([
      ['teacher'],
      { any_of: ['proof'], missing: 'ask' },
    ]);
    expect(rules().evidence).toEqual([{ id: 'proof', valid: { count: 6, unit: 'month' } }]);
  });
});

test('what formulas see of a fact', () => {
  const rules = rulesOf(`${FACTS}
figures:
  shown: income + 0
  owed:  debt + 0
  lost:  year(lost_on)
  wages: sum(wage of family)
outputs: [shown, owed, lost, wages]`);
  const figure = (id: string) => find(rules.figures, id);
  // What stands for none widens what can be read, and then nothing is none.
  expect([figure('shown').mayBeNone, figure('owed').mayBeNone, figure('lost').mayBeNone]).toEqual([
    false,
    false,
    true,
  ]);
  expect([text(figure('owed').range?.low), text(figure('owed').range?.high)]).toEqual(['-100.25', '5']);
  expect([text(figure('wages').range?.low), text(figure('wages').range?.high)]).toEqual(['0', '120']);
});

test('a date that `recent` counts from is an event', () => {
  const rules = rulesOf(`
dates: { month_end: last_day }
facts:
  fire_on: { type: date, none: allowed }
  birth:   { type: date }
score: { parts: { a: { take: best, parts: { fire: { recent: fire_on, up_to: { 1 year: 9 }, otherwise: 0 } } } } }
tiers: [{ id: hard, from: 5 }]
figures: { born: year(birth) }`);
  expect(rules.facts.map(({ id, event }) => [id, event])).toEqual([
    ['birth', false],
    ['fire_on', true],
  ]);
});

describe('refused', () => {
  test.each<[string, string, string, string, Readonly<Record<string, string | number>>]>([
    [
      'an unknown choice',
      '{ type: choice, of: helth }',
      'rules.unknownChoice',
      'facts.x.of',
      { choice: 'helth', near: 'health' },
    ],
    [
      'an unknown unit',
      '{ type: number, unit: km, range: [0, 1], step: 1 }',
      'rules.unknownUnit',
      'facts.x.unit',
      { unit: 'km' },
    ],
    [
      'a range turned around',
      '{ type: number, unit: CNY, range: [2, 1] }',
      'rules.rangeEmpty',
      'facts.x.range',
      { low: '2', high: '1' },
    ],
    [
      'dates turned around',
      '{ type: date, range: [2020-01-02, 2020-01-01] }',
      'rules.rangeEmpty',
      'facts.x.range',
      { low: '2020-01-02', high: '2020-01-01' },
    ],
    [
      'a step that does not fit',
      '{ type: number, unit: CNY, range: [0, 1], step: 0.3 }',
      'rules.stepMisfits',
      'facts.x.range',
      { step: '0.3' },
    ],
    [
      'none counting as another type',
      '{ type: choice, of: health, none: well }',
      'rules.noneMisfits',
      'facts.x.none',
      { value: 'well' },
    ],
    [
      'an assumed number off the grid',
      '{ type: number, unit: CNY, range: [0, 1], unknown: { assume: 0.005, because: 默认 } }',
      'rules.assumeMisfits',
      'facts.x.unknown',
      { value: '0.005' },
    ],
    [
      'an assumed date outside',
      '{ type: date, unknown: { assume: 1899-12-31, because: 默认 } }',
      'rules.assumeMisfits',
      'facts.x.unknown',
      { value: '1899-12-31' },
    ],
    [
      'none assumed where it cannot be',
      '{ type: date, unknown: { assume: none, because: 默认 } }',
      'rules.assumeMisfits',
      'facts.x.unknown',
      { value: 'none' },
    ],
    [
      'a harder option that is none',
      '{ type: choice, of: health, worse: [good, il] }',
      'rules.unknownOption',
      'facts.x.worse.1',
      { option: 'il', near: 'ill', choice: 'health', options: 'good, ill, disabled' },
    ],
    [
      'a harder option twice',
      '{ type: choice, of: health, worse: [good, good] }',
      'rules.duplicateOption',
      'facts.x.worse.1',
      { option: 'good', choice: 'health' },
    ],
    [
      'a paper that is not there',
      '{ type: flag, evidence: { any_of: [prof], missing: ask } }',
      'rules.unknownEvidence',
      'facts.x.evidence.any_of.0',
      { evidence: 'prof', near: 'proof' },
    ],
    [
      'too many people',
      '{ type: people, size: [0, 31], of: {} }',
      'rules.limit',
      'facts.x.size.1',
      { what: 'people', most: 30 },
    ],
    [
      'people from more to fewer',
      '{ type: people, size: [3, 2], of: {} }',
      'rules.rangeEmpty',
      'facts.x.size',
      { low: '3', high: '2' },
    ],
    [
      'fewer than nobody',
      '{ type: people, size: [-1, 2], of: {} }',
      'rules.number',
      'facts.x.size.0',
      { found: '-1' },
    ],
    [
      'an attribute of an unknown choice',
      '{ type: people, size: [0, 2], of: { a: { type: choice, of: helth } } }',
      'rules.unknownChoice',
      'facts.x.of.a.of',
      { choice: 'helth', near: 'health' },
    ],
    [
      'a condition that is no flag',
      '{ type: flag, only_if: 1 }',
      'rules.type',
      'facts.x.only_if',
      { found: 'number', needed: 'flag' },
    ],
    [
      'a condition that may be none',
      '{ type: flag, only_if: other }',
      'rules.maybeNone',
      'facts.x.only_if',
      { formula: 'other' },
    ],
  ])('%s', (_, fact, code, path, values) => {
    const blocks = `
choices: { health: { of: [good, ill, disabled] } }
evidence: { proof: {} }
facts:
  other: { type: flag, none: allowed }
  x: ${fact}`;
    expect(refusedOf(blocks)).toEqual([[code, path, values]]);
  });

  test('conditions of facts that need each other', () => {
    const found = refusedOf(`
facts:
  a: { type: flag, only_if: b, none: false }
  b: { type: flag, only_if: a, none: false }`);
    expect(found).toEqual([['rules.circle', 'facts.b.only_if', { loop: 'a → b → a' }]]);
  });

  // The schema lets none of these through; a canonical document may come from anywhere.
  test.each<
    [string, Partial<FactDocument>, string, readonly string[], Readonly<Record<string, string | number>>]
  >([
    ['too many people', { size: ['0', '31'] }, 'rules.limit', ['size'], { what: 'people', most: 30 }],
    ['fewer than nobody', { size: ['-1', '3'] }, 'rules.number', ['size'], { found: '-1' }],
    ['half a person', { size: ['0.5', '3'] }, 'rules.number', ['size'], { found: '0.5' }],
    ['half a person at most', { size: ['0', '3.5'] }, 'rules.number', ['size'], { found: '3.5' }],
    [
      'people from more to fewer',
      { size: ['4', '3'] },
      'rules.rangeEmpty',
      ['size'],
      { low: '4', high: '3' },
    ],
    ['people that are none', { none: 'allowed' }, 'rules.cannotBeNone', ['none'], { type: 'people' }],
    ['people by a condition', { only_if: 'true' }, 'rules.cannotBeNone', ['only_if'], { type: 'people' }],
    [
      'a direction of another type',
      { worse: 'higher' },
      'rules.notOneOf',
      ['worse'],
      { option: 'higher', options: 'more, fewer, none' },
    ],
    [
      'options as a direction of people',
      { worse: ['a', 'b'] },
      'rules.notOneOf',
      ['worse'],
      { option: 'a, b', options: 'more, fewer, none' },
    ],
  ])('%s in a canonical document', (_, change, code, path, values) => {
    const { document } = rulesOf('facts: { x: { type: people, size: [0, 3], of: {} } }');
    const fact = { ...(document.facts.x as FactDocument), ...change };
    expect(refusedDocument({ ...document, facts: { x: fact } })).toEqual([
      [code, ['facts', 'x', ...path], values],
    ]);
  });

  test('how long a paper holds, in months without their rule', () => {
    expect(refusedOf('evidence: { proof: { valid: 6 months } }')).toEqual([
      ['rules.dateRuleMissing', 'evidence.proof.valid', { rule: 'month_end' }],
    ]);
    expect(refusedOf('evidence: { proof: { valid: 60 days } }')).toEqual([]);
  });
});
