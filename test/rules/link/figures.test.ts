import { describe, expect, test } from 'vitest';
import { find, refusedOf, rulesOf, text } from './linking.js';

type Values = Readonly<Record<string, string | number>>;

const GROUND = `
facts:
  married: { type: flag }
  income:  { type: number, unit: CNY, range: [0, 100] }
  members: { type: number, unit: person, range: [1, 5] }
  lost_on: { type: date, none: allowed }
  family:  { type: people, size: [0, 3], of: { fee: { type: number, unit: CNY, range: [0, 900] } } }
choices:
  risk: { of: [low, high], ordered: true }
`;

describe('figures', () => {
  const rules = () =>
    rulesOf(`${GROUND}
figures:
  head:    income / members
  given:   { is: "round(income / members, 0.01, half_up)", range: [-50, 60] }
  gap:     { for: family, is: "max(0, fee - 500)" }
  gaps:    sum(gap of family)
  aid:     { only_if: married, none: 200, is: income }
  alone:   { only_if: married, is: income }
  spouse:  { only_if: married, none: low, gives: risk, first: [{ when: income > 50, is: high }, { otherwise: low }] }
  dues:    { unit: "1", sum: [{ when: married, is: 200 }, { when: income > 3, is: 300 }] }
  ended:   lost_on
  set:     { is: 1, override: { by: [teacher], needs: [reason] } }
outputs: [given, gaps, ended]`);
  const figure = (id: string) => find(rules().figures, id);
  const range = (id: string) => [text(figure(id).range?.low), text(figure(id).range?.high)];

  test('types', () => {
    expect(rules().figures.map(({ id, type }) => [id, type.kind])).toEqual([
      ['aid', 'number'],
      ['alone', 'number'],
      ['dues', 'number'],
      ['ended', 'date'],
      ['gap', 'number'],
      ['gaps', 'number'],
      ['given', 'number'],
      ['head', 'number'],
      ['set', 'number'],
      ['spouse', 'choice'],
    ]);
    expect(figure('dues').type).toEqual({ kind: 'number', unit: '1' });
  });

  test('what may be given widens the range', () => {
    expect(range('head')).toEqual(['0', '100']);
    expect(range('given')).toEqual(['-50', '100']);
  });

  test('one for each member of people', () => {
    expect(figure('gap').people).toBe('family');
    expect(range('gap')).toEqual(['0', '400']);
    expect(range('gaps')).toEqual(['0', '1200']);
  });

  test('none, and what it counts as', () => {
    expect([figure('aid').mayBeNone, text(figure('aid').noneIs as never)]).toEqual([false, '200']);
    expect(range('aid')).toEqual(['0', '200']);
    expect([figure('alone').mayBeNone, figure('alone').noneIs]).toEqual([true, undefined]);
    expect([figure('spouse').mayBeNone, figure('spouse').noneIs]).toEqual([false, 0]);
    expect(figure('ended').mayBeNone).toBe(true);
  });

  test('who may set it', () => {
    expect(figure('set').override).toEqual({ by: ['teacher'], needs: ['reason'] });
  });
});

describe('refused', () => {
  test.each<[string, string, string, string, Values]>([
    ['an unknown unit', '{ unit: km, is: 1 }', 'rules.unknownUnit', 'figures.x.unit', { unit: 'km' }],
    [
      'an unknown choice',
      '{ gives: rsk, is: low }',
      'rules.unknownChoice',
      'figures.x.gives',
      { choice: 'rsk', near: 'risk' },
    ],
    [
      'people that are not there',
      '{ for: famly, is: 1 }',
      'rules.unknownName',
      'figures.x.for',
      { name: 'famly', near: 'family' },
    ],
    [
      'a fact that is no people',
      '{ for: income, is: 1 }',
      'rules.notPeople',
      'figures.x.for',
      { name: 'income', found: 'number CNY' },
    ],
    [
      'a condition that may be none',
      '{ only_if: unsure, is: 1 }',
      'rules.maybeNone',
      'figures.x.only_if',
      { formula: 'unsure' },
    ],
    [
      'none of another type',
      '{ only_if: married, none: true, is: income }',
      'rules.noneMisfits',
      'figures.x.none',
      { value: 'true' },
    ],
    [
      'a range of no number',
      '{ is: married, range: [0, 1] }',
      'rules.type',
      'figures.x.range',
      { found: 'flag', needed: 'number' },
    ],
    [
      'a range turned around',
      '{ is: income, range: [1, 0] }',
      'rules.rangeEmpty',
      'figures.x.range',
      { low: '1', high: '0' },
    ],
    ['a member outside', 'gap + 1', 'rules.memberOutside', 'figures.x', { name: 'gap', people: 'family' }],
  ])('%s', (_, figure, code, path, values) => {
    const blocks = `${GROUND.replace('facts:', 'facts:\n  unsure: { type: flag, none: allowed }')}
figures:
  gap: { for: family, is: "max(0, fee - 500)" }
  x: ${figure}`;
    expect(refusedOf(blocks)).toEqual([[code, path, values]]);
  });

  test.each<[string, string, string, string, Values]>([
    ['that is no figure', 'hed', 'rules.unknownName', 'outputs.0', { name: 'hed', near: 'head' }],
    ['that is a quotient', 'head', 'rules.needsRounding', 'outputs.0', { step: '0.01' }],
    ['of a member', 'gap', 'rules.memberOutside', 'outputs.0', { name: 'gap', people: 'family' }],
    ['named twice', 'good, good', 'rules.duplicateKey', 'outputs.1', { key: 'good' }],
  ])('an output %s', (_, outputs, code, path, values) => {
    const blocks = `${GROUND}
figures:
  head: income / members
  good: income
  gap: { for: family, is: "max(0, fee - 500)" }
outputs: [${outputs}]`;
    expect(refusedOf(blocks)).toEqual([[code, path, values]]);
  });

  test('a file that decides nothing', () => {
    expect(refusedOf('figures: { x: 1 }\nprogrammes: {}')).toEqual([['rules.withoutEnd', '', {}]]);
  });
});

test('dates: the rule for months is asked for where a figure needs it', () => {
  const blocks = 'facts: { birth: { type: date } }\nfigures: { x: "FORMULA" }';
  const found = (formula: string) => refusedOf(blocks.replace('FORMULA', formula));
  expect(found('year(birth + 2 years)')).toEqual([
    ['rules.dateRuleMissing', 'figures.x', { rule: 'month_end' }],
  ]);
  expect(found('age(birth, as_of)')).toEqual([
    ['rules.dateRuleMissing', 'figures.x', { rule: 'leap_birthday' }],
  ]);
  expect(found('days_between(birth, as_of)')).toEqual([]);
});
