import { type Determination, determine, referenceDetermine } from '../../src/determine/index.js';
import { type Context, compile } from '../../src/plan/index.js';
import type { Decision, Student } from '../../src/roster/index.js';
import type { RuleSet } from '../../src/rules/index.js';
import { bytes, CONTEXT, rulesOf } from './sample.js';

/** A scheme with every kind of fact, papers, discretion, figures that may be set, and a category that gives its tier. */
export const RICH_TEXT = `
format: 1
scheme: xx-rich
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
dates: { month_end: last_day, leap_birthday: 03-01 }
facts:
  marks:     { type: several, of: [jobless, ill, debt], worse: more }
  lost_on:   { type: date, none: allowed, range: [2015-01-01, 2030-12-31], worse: later }
  county:    { type: code, worse: none }
  family:
    type: people
    size: [0, 3]
    worse: more
    of: { relation: { type: choice, of: [parent, sibling], worse: none }, in_school: { type: flag, worse: if_true }, pay: { type: number, unit: CNY/year, range: [0, 9_000], none: 0, worse: lower } }
  married:   { type: flag, worse: none }
  spouse:    { type: number, unit: CNY/year, range: [0, 9_000], only_if: married, none: 0, worse: lower }
  income:    { type: number, unit: CNY/year, range: [0, 9_000], worse: lower }
  checked:   { type: flag, by: [teacher], worse: none, unknown: { assume: false, because: 未经查实 } }
  disabled:  { type: flag, worse: if_true, evidence: { any_of: [card, letter], missing: ask } }
  rented:    { type: flag, worse: if_true, evidence: { any_of: [letter], missing: note } }
tables:
  line: { unit: CNY/year, keys: [{ county: code }], rows: { "371500": 2_000, "371501": 3_000 }, otherwise: 0 }
figures:
  pupils: count(family where in_school)
  money:  { is: income + spouse + sum(pay of family), override: { by: [bureau], needs: [reason] } }
  poor:   money < line[county]
  since:  { is: lost_on }
evidence:
  card:   { title: 残疾证 }
  letter: { title: 证明, valid: 6 months }
lists: { civil: { title: 民政名单 } }
categories:
  dibao:  { list: civil, floor: low, evidence: { any_of: [letter], missing: ask } }
  rural:  { list: civil, floor: low, evidence: { any_of: [letter], missing: note } }
  orphan: { list: civil, bypass: top }
score:
  parts:
    marks:    { several: marks, options: { jobless: 10, ill: 20, debt: 5 } }
    lost:     { recent: lost_on, up_to: { 1 year: 30 }, otherwise: 0 }
    pupils:   { each: 5, of: pupils }
    poor:     { when: poor, points: 10 }
    rented:   { when: rented, points: 2, evidence: { any_of: [letter], missing: note } }
    disabled: { when: disabled, points: 20 }
    proved:   { when: disabled, points: 1, evidence: { any_of: [card], missing: ask } }
    checked:  { when: checked, points: 3 }
    home:
      parts:
        visit:   { discretion: [0, 15], by: [reviewer], needs: [reason, evidence], undecided: ask }
        teacher: { discretion: [0, 5], step: 0.5, by: [teacher], needs: [reason], undecided: 0 }
tiers:
  - { id: top, title: 特别困难, from: 60 }
  - { id: low, title: 困难,     from: 30 }
`;

export const RICH = rulesOf(RICH_TEXT);

/** Everything known, no points but 5 of the visit. */
export const PLAIN: Student = {
  key: 'R1',
  enrolments: [{ school: 'a' }],
  applied: true,
  facts: {
    marks: [],
    lost_on: 'none',
    county: '371500',
    family: { complete: true, list: [] },
    married: false,
    income: 5_000,
    disabled: false,
    rented: false,
  },
  papers: [
    { paper: 'card', issued: '2019-05-01' },
    { paper: 'letter', issued: '2025-06-01' },
  ],
  otherCategories: 'out',
  decisions: [
    {
      kind: 'points',
      part: 'home.visit',
      points: 5,
      paper: 'no-1',
      by: 'reviewer',
      on: '2025-09-20',
      because: '入户',
    },
  ],
};

export const VISIT = PLAIN.decisions?.[0] as Decision & { readonly kind: 'points' };

export const withSome = (facts: NonNullable<Student['facts']>, change: Partial<Student> = {}): Student => ({
  ...PLAIN,
  facts: { ...PLAIN.facts, ...facts },
  ...change,
});

/** By the plan, and the definition says the same. */
export function bothWays(student: Student, rules: RuleSet = RICH, context: Context = CONTEXT): Determination {
  const plan = compile(rules, context);
  if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
  const byPlan = determine(plan.value, student);
  const byReference = referenceDetermine(rules, context, student);
  if (byReference !== null && bytes(byPlan) !== bytes(byReference))
    throw new Error(`${bytes(byPlan)}\n${bytes(byReference)}`);
  return byPlan;
}
