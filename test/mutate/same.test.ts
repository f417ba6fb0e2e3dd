import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { determine } from '../../src/determine/index.js';
import { mutantsOf } from '../../src/mutate/index.js';
import { provedSame } from '../../src/mutate/same.js';
import { compile } from '../../src/plan/index.js';
import { type RuleSet, readComposed, readRules, readText } from '../../src/rules/index.js';

const NOWHERE = { line: 1, column: 1 };
const PLACELESS = { value: () => NOWHERE, key: () => NOWHERE, end: () => NOWHERE, inside: () => NOWHERE };

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

  test('what is not known and gives no points is a value of its own', () => {
    const flags = TEXT.replace('when: ill', 'when: ill or not ill');
    const always = TEXT.replace('when: ill', 'when: true');
    expect(provedSame(rulesOf(flags), rulesOf(always))).toBe(true);
    const quiet = (text: string): string =>
      text.replace('worse: if_true', 'worse: if_true, unknown: { no_points: 未说明 }');
    expect(provedSame(rulesOf(quiet(flags)), rulesOf(quiet(flags)))).toBe(true);
    expect(provedSame(rulesOf(quiet(flags)), rulesOf(quiet(always)))).toBe(false);
  });

  test.each([
    ['what not knowing means', 'worse: if_true', 'worse: if_true, unknown: block'],
    ['what a fact can be', '[0, 100_000]', '[0, 100_500]'],
    ['another tier', '{ id: special, from: 50 }, ', ''],
    ['who is paid', 'payee: student', 'payee: school'],
    ['an edition that ends', 'from: 2025-09-01 }', 'from: 2025-09-01, until: 2026-08-31 }'],
  ])('nothing is claimed where there is another text outside: %s', (_, before, after) => {
    expect(same(before, after)).toBe(false);
  });
});

/** Asked for two years; what it reads of the year changes on other days than it is read on. */
const DATED = `
format: 1
scheme: xx-dated
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-03-01, until: 2026-12-31 }
published: 2025-01-01
choices: { rung: { of: [low, middle, top], ordered: true } }
facts:
  income:   { type: number, unit: EUR/year, range: [0, 100_000], step: 1, worse: lower }
  children: { type: number, unit: person, range: [0, 4], worse: higher }
  counted:  { type: flag, worse: none }
  wealth:   { type: number, unit: EUR, range: [0, 1_000_000], step: 1, only_if: counted, none: 0, worse: lower }
parameters:
  wage: { unit: EUR, dated: { 2023-01-01: 9.43, 2024-01-01: 9.53, 2025-01-01: 9.61, 2026-01-01: 9.67 }, before: 9 }
  now:  { unit: EUR, dated: { 2025-01-01: 100, 2025-09-01: 110 } }
tables:
  hours: { unit: 1/year, keys: [rung, { children: 0..2+ }], rows: { low: [900, 1_000, 1_100], middle: [500, 550, 600], top: [100, 110, 120] } }
  share: { unit: 1, keys: [rung], rows: { low: 0.2048, middle: 0.5673, top: 0.886 } }
figures:
  earlier: wage at date(year(as_of) - 1, 7, 1)
  best: "last(t in rung where income <= round(hours[t, children] * earlier, 1, half_up))"
  paid: "round(share[best] * now, 1, half_up) if_none 0"
  owns: "if counted then round(wealth / 100, 1, half_up) else none"
outputs: [paid, owns]
`;

describe('the same on every day', () => {
  const same = (before: string, after: string): boolean => {
    expect(DATED).toContain(before);
    return provedSame(rulesOf(DATED), rulesOf(DATED.replace(before, after)));
  };

  test.each([
    ['a day earlier, and read in July', '2025-01-01: 9.61', '2024-12-31: 9.61'],
    ['a day later, and read in July', '2025-01-01: 9.61', '2025-01-02: 9.61'],
    ['read in another month of the same year', '- 1, 7, 1)', '- 1, 6, 1)'],
    ['the value of a year that is not asked for', '9.43', '9.42'],
    ['the value of a year that has not begun to be asked for', '9.67', '9.68'],
    ['a share that rounds to the same on both amounts', '0.2048', '0.2049'],
    ['rounding where no half is met', 'now, 1, half_up', 'now, 1, half_even'],
  ])('%s', (_, before, after) => {
    expect(same(before, after)).toBe(true);
  });

  test.each([
    ['read on the day itself, on which it begins', '2025-09-01: 110', '2025-09-02: 110'],
    ['read on the day itself, a day before it begins', '2025-09-01: 110', '2025-08-31: 110'],
    ['begun after the day on which it is read', '2025-01-01: 9.61', '2025-07-02: 9.61'],
    ['read a year later', '- 1, 7, 1)', '- 0, 7, 1)'],
    [
      'read in the year before, on its last day',
      'date(year(as_of) - 1, 7, 1)',
      '(date(year(as_of) - 1, 1, 1) - 1 day)',
    ],
    ['the value of one of the years', '9.53', '9.54'],
    ['a share that rounds to another amount on one of the two', '0.886', '0.887'],
    ['a ceiling of one cell', '110, 120', '111, 120'],
    ['what somebody counts as who says to have none', 'none: 0', 'none: 50'],
  ])('not where %s', (_, before, after) => {
    expect(same(before, after)).toBe(false);
  });

  test('what an edition can be asked for decides: a year more, and its value counts', () => {
    const longer = (text: string): string => text.replace('until: 2026-12-31', 'until: 2027-01-01');
    const other = DATED.replace('9.67', '9.68');
    expect(provedSame(rulesOf(DATED), rulesOf(other))).toBe(true);
    expect(provedSame(rulesOf(longer(DATED)), rulesOf(longer(other)))).toBe(false);
  });

  test('what is counted back from the day is gone through day by day, and not for ever', () => {
    const recent = (until: string, spans: string): RuleSet =>
      rulesOf(`
format: 1
scheme: xx-recent
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01, until: ${until} }
published: 2025-08-01
dates: { month_end: last_day }
facts: { fire_on: { type: date, none: allowed, worse: later } }
score: { parts: { fire: { recent: fire_on, up_to: { ${spans} }, otherwise: 0 } } }
tiers: [{ id: hard, from: 40 }]
`);
    const [once, twice] = ['12 months: 40', '6 months: 40, 12 months: 40'];
    expect(provedSame(recent('2025-09-20', once), recent('2025-09-20', twice))).toBe(true);
    expect(provedSame(recent('2025-09-20', once), recent('2025-09-20', '13 months: 40'))).toBe(false);
    expect(provedSame(recent('2027-09-20', once), recent('2027-09-20', once))).toBe(false);
  });
});

test('of mutants of a dated scheme that are called the same no student differs on any day', () => {
  const text = `
format: 1
scheme: xx-days
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-12-29, until: 2026-01-03 }
published: 2025-12-01
facts:
  rung:   { type: choice, of: [low, top], worse: listed }
  pupils: { type: number, unit: person, range: [0, 2], worse: higher }
  ill:    { type: flag, worse: if_true }
parameters:
  base: { unit: EUR, dated: { 2024-01-01: 100, 2025-12-31: 101, 2026-01-02: 103 } }
  former: { unit: EUR/person, dated: { 2024-01-01: 50, 2025-01-01: 51, 2026-01-01: 52 } }
tables:
  share: { unit: 1, keys: [rung], dated: { 2025-01-01: { low: 0.251, top: 0.5 }, 2026-01-01: { low: 0.252, top: 0.75 } } }
figures:
  earlier: former at date(year(as_of) - 1, 7, 1)
  each: round(share[rung] * base, 1, half_up)
  more: "if pupils > 1 then earlier * pupils else 0"
  total: { dated: { 2025-01-01: each + more, 2026-01-03: "max(each, 40) + more" } }
scope: { pupil: { is: pupils > 0 or ill } }
programmes:
  grant: { instrument: grant, for: ill or rung = top, amount: total * 1, per: event, payee: student }
outputs: [total]
`;
  const read = readText(text);
  if (!read.ok) throw new Error('refused');
  const whole = rulesOf(text);
  const days = ['2025-12-29', '2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03'];
  const students = ['low', 'top'].flatMap((rung) =>
    [0, 1, 2].flatMap((pupils) => [true, false].map((ill) => ({ rung, pupils, ill }))),
  );
  const verdict = (rules: RuleSet): string =>
    JSON.stringify(
      days.flatMap((day) => {
        const plan = compile(rules, { period: 'test', asOf: day, knownAt: day });
        if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
        return students.map((facts) => {
          const told = { key: 'a', enrolments: [{ school: 'a' }], applied: true, facts: facts as never };
          const { outcome, scope, awards, figures } = determine(plan.value, told);
          const total = figures.find(({ figure }) => figure === 'total');
          return [outcome, scope, outcome === 'outOfScope' ? [] : [awards, total]];
        });
      }),
    );
  const before = verdict(whole);
  const seen = { same: 0, different: 0 };
  for (const { root } of mutantsOf(read.value.root)) {
    const mutant = readComposed({ tree: { ...PLACELESS, root }, depth: 0 });
    if (!mutant.ok) continue;
    const same = provedSame(whole, mutant.value);
    seen[same ? 'same' : 'different'] += 1;
    expect(verdict(mutant.value) === before).toBe(same);
  }
  expect(seen.same).toBeGreaterThan(5);
  expect(seen.different).toBeGreaterThan(20);
});

test('of mutants of a scheme that are called the same no student can tell which is which', () => {
  const text = readFileSync(join(import.meta.dirname, '../../rules/dmn-0004/1.yaml'), 'utf8');
  const read = readText(text);
  if (!read.ok) throw new Error('refused');
  const whole = rulesOf(text);
  const context = { period: 'test', asOf: '2020-01-01', knownAt: '2020-01-01' };
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
    const mutant = readComposed({ tree: { ...PLACELESS, root }, depth: 0 });
    if (!mutant.ok) continue;
    const same = provedSame(whole, mutant.value);
    seen[same ? 'same' : 'different'] += 1;
    // In so small a scheme the students meet every difference there is.
    expect(verdict(mutant.value, students) === before).toBe(same);
  }
  expect(seen.same).toBeGreaterThan(0);
  expect(seen.different).toBeGreaterThan(20);
});
