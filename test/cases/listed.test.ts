import { describe, expect, it } from 'vitest';
import { CASES_MESSAGES, describeCase, readCases, runCases } from '../../src/cases/index.js';
import { renderIssue } from '../../src/explain/index.js';
import { readRules } from '../../src/rules/index.js';

// What a row of a list says decides which categories it gives: a case hands in the row, and not what follows from it.

const RULES = `format: 1
scheme: xx-listed
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
choices:
  kinds: { of: [allowance, orphan_child, other] }
facts:
  income: { type: number, unit: CNY/year, range: [0, 100_000], worse: lower }
lists:
  civil:    { title: 民政名单, attributes: { kind: { type: choice, of: kinds, title: 类型 }, current: { type: flag, title: 在册 } } }
  disabled: { title: 残疾人名单 }
categories:
  dibao:    { list: civil, row: kind = allowance and current, floor: general }
  orphan:   { list: civil, row: kind = orphan_child, floor: hard }
  disabled: { list: disabled }
score: { parts: { income: { of: income, up_to: { 5_000: 40 }, otherwise: 0 } } }
tiers:
  - { id: hard, from: 40 }
  - { id: general, from: 20 }
`;
const read = readRules(RULES);
if (!read.ok) throw new Error(JSON.stringify(read.issues));
const rules = read.value;

const HEAD = `format: 1
scheme: xx-listed
edition: 2025
period: 2025-autumn
as_of: 2025-10-10
`;
function failuresOf(text: string): readonly string[] {
  const cases = readCases(`${HEAD}${text}`, { file: 'cases.yaml' });
  if (!cases.ok) throw new Error(JSON.stringify(cases.issues));
  return runCases(rules, cases.value)
    .results.filter((one) => !one.passed)
    .map((one) => describeCase(one, 'en').split('\n').slice(0, 2).join(' |'));
}
const one = (listed: string, others: string): string =>
  `cases:\n  - { id: one, facts: { income: 9_000 }, listed: ${listed}, ${others} }\n`;

describe('a row of a list', () => {
  it.each([
    ['its kind', '{ civil: { kind: orphan_child, current: false } }', '[orphan]', 'hard'],
    ['both of what is asked', '{ civil: { kind: allowance, current: true } }', '[dibao]', 'general'],
    ['a row that does not count', '{ civil: { kind: allowance, current: false } }', '[]', 'not_recognised'],
    ['another kind', '{ civil: { kind: other, current: true } }', '[]', 'not_recognised'],
    ['a list without anything to ask', '{ disabled: {} }', '[disabled]', 'not_recognised'],
    ['rows of two lists', '{ civil: { kind: orphan_child }, disabled: {} }', '[orphan, disabled]', 'hard'],
  ])('gives what its conditions say: %s', (_, listed, categories, tier) => {
    const expected = `expect: { categories: ${categories}, tier: ${tier} }`;
    expect(failuresOf(one(listed, expected))).toEqual([]);
    expect(failuresOf(one(listed, 'expect: { categories: [dibao, orphan] }'))).toHaveLength(1);
  });

  it('leaves a category open that its cells leave open', () => {
    const open =
      'expect: { outcome: undetermined, questions: [dibao], because: [openMatch], categories: [] }';
    expect(failuresOf(one('{ civil: { kind: allowance } }', open))).toEqual([]);
    expect(failuresOf(one('{ civil: { kind: allowance, current: unknown } }', open))).toEqual([]);
  });

  it('stands beside categories of other lists', () => {
    const both = 'categories: { disabled: in }, expect: { categories: [orphan, disabled] }';
    expect(failuresOf(one('{ civil: { kind: orphan_child } }', both))).toEqual([]);
  });

  it('can be a column of a table', () => {
    const table = `tables:
  - id: rows
    facts: { income: 9_000 }
    columns: [listed.civil.kind, listed.civil.current, expect categories, expect tier]
    rows:
      - [allowance, true, [dibao], general]
      - [allowance, false, [], not_recognised]
      - [orphan_child, unknown, [orphan], hard]
`;
    expect(failuresOf(table)).toEqual([]);
    expect(failuresOf(table.replace('[dibao], general', '[], general'))).toHaveLength(1);
  });

  it.each([
    [
      'a list',
      '{ civl: {} }',
      'expect: { score: 0 }',
      'The rule file has no list "civl". Did you mean "civil"?',
    ],
    [
      'an attribute',
      '{ civil: { kid: other } }',
      'expect: { score: 0 }',
      'attribute "kid". Did you mean "kind"?',
    ],
    [
      'an option',
      '{ civil: { kind: others } }',
      'expect: { score: 0 }',
      'option "others". Did you mean "other"?',
    ],
    ['a flag', '{ civil: { current: yes } }', 'expect: { score: 0 }', 'The rule file has no option "yes".'],
    [
      'what is said twice',
      '{ civil: { kind: other } }',
      'categories: { orphan: out }, expect: { score: 0 }',
      'decides the category "orphan", and the case says it again',
    ],
    ['a category', '{ civil: { kind: other } }', 'expect: { categories: [orphn] }', 'category "orphn"'],
  ])('is refused with %s that is wrong', (_, listed, others, said) => {
    const text = readCases(`${HEAD}${one(listed, others)}`, { file: 'cases.yaml' });
    if (!text.ok) throw new Error(JSON.stringify(text.issues));
    const [result] = runCases(rules, text.value).results;
    expect(result?.passed).toBe(false);
    expect(result?.issues.map((issue) => renderIssue(issue, 'en', CASES_MESSAGES)).join(' ')).toContain(said);
    expect(result?.issues.every(({ place }) => place?.line === 7 && place.file === 'cases.yaml')).toBe(true);
  });
});
