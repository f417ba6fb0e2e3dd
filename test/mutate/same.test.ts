import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { determine } from '../../src/determine/index.js';
import { mutantsOf } from '../../src/mutate/index.js';
import { provedSame } from '../../src/mutate/same.js';
import { compile } from '../../src/plan/index.js';
import { type RuleSet, readComposed, readRules, readText } from '../../src/rules/index.js';

function rulesOf(text: string): RuleSet {
  const read = readRules(text);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

const TEXT = `
format: 1
scheme: xx-same
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
facts:
  income: { type: number, unit: CNY/year, range: [0, 100_000], step: 500, worse: lower }
  ill:    { type: flag, worse: if_true }
score:
  parts:
    money: { of: income, up_to: { 6_000: 40 }, otherwise: 0 }
    ill:   { when: ill, points: 15 }
tiers: [{ id: special, from: 50 }, { id: hard, from: 40 }]
programmes:
  grant: { instrument: grant, for: tier >= hard, amount: "1_000[CNY/year]", per: year, payee: student }
`;

describe('the same for every student', () => {
  const same = (before: string, after: string): boolean => {
    expect(TEXT).toContain(before);
    return provedSame(rulesOf(TEXT), rulesOf(TEXT.replace(before, after)));
  };

  test.each([
    ['a cut between two values that an income can have', '6_000: 40', '6_499: 40'],
    ['a line that no sum of points lies between', 'from: 50', 'from: 55'],
    ['points that lift over no line', 'points: 15', 'points: 20'],
    ['a condition said in another way', 'for: tier >= hard', 'for: not (tier < hard)'],
  ])('%s', (_, before, after) => {
    expect(same(before, after)).toBe(true);
  });

  test.each([
    ['one income falls on the other side', '6_000: 40', '6_500: 40'],
    ['a sum of points meets the line', 'from: 50', 'from: 56'],
    ['another amount', '"1_000[', '"1_001['],
    ['an amount that goes on moving cannot be gone through', '"1_000[CNY/year]"', 'income'],
    ['another fact', 'ill:    { type: flag', 'poor: { type: flag, worse: if_true }\n  ill:    { type: flag'],
  ])('not where %s', (_, before, after) => {
    expect(same(before, after)).toBe(false);
  });

  test('nothing is claimed of rules that change with time, or of facts that give no points', () => {
    const dated = TEXT.replace(
      'amount: "1_000[CNY/year]"',
      'amount: { dated: { 2025-09-01: "1_000[CNY/year]" } }',
    );
    expect(provedSame(rulesOf(dated), rulesOf(dated))).toBe(false);
    const quiet = TEXT.replace('worse: if_true', 'worse: if_true, unknown: { no_points: 未说明 }');
    expect(provedSame(rulesOf(quiet), rulesOf(quiet))).toBe(false);
  });
});

test('of mutants of a scheme that are called the same no student can tell which is which', () => {
  const text = readFileSync(join(import.meta.dirname, '../../rules/dmn-0004/1.yaml'), 'utf8');
  const read = readText(text);
  if (!read.ok) throw new Error('refused');
  const whole = rulesOf(text);
  const context = { period: 'test', asOf: '2020-01-01', knownAt: '2020-01-01' };
  const nowhere = { line: 1, column: 1 };
  const placeless = { value: () => nowhere, key: () => nowhere, inside: () => nowhere };
  const verdict = (rules: RuleSet, students: readonly object[]): string => {
    const plan = compile(rules, context);
    if (!plan.ok) throw new Error('refused');
    return JSON.stringify(
      students.map((facts) => {
        const { outcome, figures } = determine(plan.value, {
          key: 'a',
          enrolments: [{ school: 'a' }],
          applied: true,
          facts: facts as never,
        });
        return [outcome, figures.filter(({ figure }) => /^(?:total|risk|call)$/.test(figure))];
      }),
    );
  };
  // Both sides of every cut of the age, with everything else that there is.
  const students = [17, 18, 21, 22, 25, 26, 35, 36, 49, 50].flatMap((years_old) =>
    ['single', 'married'].flatMap((marital_status) =>
      ['unemployed', 'student', 'employed', 'self_employed'].flatMap((employment) =>
        [true, false].map((existing) => ({ years_old, marital_status, employment, existing })),
      ),
    ),
  );
  const before = verdict(whole, students);
  const seen = { same: 0, different: 0 };
  for (const { root } of mutantsOf(read.value.root).filter((_, i) => i % 3 === 0)) {
    const mutant = readComposed({ tree: { ...placeless, root }, depth: 0 });
    if (!mutant.ok) continue;
    const same = provedSame(whole, mutant.value);
    seen[same ? 'same' : 'different'] += 1;
    // In so small a scheme the students meet every difference there is.
    expect(verdict(mutant.value, students) === before).toBe(same);
  }
  expect(seen.same).toBeGreaterThan(0);
  expect(seen.different).toBeGreaterThan(20);
});
