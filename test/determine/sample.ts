import { type Determination, determine, referenceDetermine } from '../../src/determine/index.js';
import { compile, type Plan } from '../../src/plan/index.js';
import type { Decision, Student } from '../../src/roster/index.js';
import { type RuleSet, readRules } from '../../src/rules/index.js';
import { canonicalJson, type Json } from '../../src/value/index.js';

/** A small scheme with something of everything that a determination can turn on. */
export const TEXT = `
format: 1
scheme: xx-sample
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
facts:
  stage:   { type: choice, of: [junior, senior], origin: enrolment, unknown: block, worse: none }
  income:  { type: number, unit: CNY/year, range: [0, 100_000], step: 500, worse: lower }
  health:  { type: choice, of: [good, ill, grave], worse: listed }
  rural:   { type: flag, worse: if_true }
  luxury:  { type: flag, unknown: { assume: false, because: 未经查实 } }
  repaid:  { type: flag, unknown: { assume: false, because: 未经查实 } }
  peer:    { type: number, unit: point, range: [0, 20], unknown: { no_points: 未评议 } }
  fee:     { type: number, unit: CNY/year, range: [0, 5_000], step: 100, worse: higher }
lists: { civil: { title: 民政名单 } }
categories:
  orphan:   { list: civil, floor: special }
  dibao:    { list: civil, floor: hard }
  poor_ill: { when: health != good and score_tier >= general, floor: hard }
score:
  at_most: 100
  parts:
    family:
      at_most: 45
      parts:
        money: { of: income, up_to: { 6_000: 40, 20_000: 20 }, otherwise: 0 }
        rural: { when: rural, points: 10 }
    health: { of: health, options: { good: 0, ill: 15, grave: 30 } }
    peer:   { points: peer, weight: 50% }
tiers:
  - { id: special, title: 特别困难, from: 60 }
  - { id: hard,    title: 困难,     from: 40 }
  - { id: general, title: 一般困难, from: 20 }
vetoes:
  luxury: { when: luxury, unless: repaid, effect: not_recognised, against_floor: review }
scope: { not_rich: { is: "income <= 90_000" } }
programmes:
  books:  { instrument: exemption, for: stage = junior, amount: { unstated: 免费提供 }, per: year, payee: school }
  grant:  { instrument: grant, for: tier >= general, amount: { by: tier, options: { special: 3_500, hard: 2_300, general: 1_200 }, otherwise: 0 }, per: year, payee: student }
  waiver: { instrument: waiver, for: tier >= hard, amount: "min(fee, 2_000)", per: year, payee: school }
`;

export const CONTEXT = { period: '2025-autumn', asOf: '2025-10-01', knownAt: '2025-10-15' } as const;

export function rulesOf(text: string): RuleSet {
  const read = readRules(text);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

export function planOf(rules: RuleSet): Plan {
  const plan = compile(rules, CONTEXT);
  if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
  return plan.value;
}

export const RULES = rulesOf(TEXT);
export const PLAN = planOf(RULES);

export const bytes = (determination: Determination | null): string =>
  canonicalJson(determination as unknown as Json);

/** By the plan, and the definition says the same. */
export function decided(student: Student, rules: RuleSet = RULES, plan: Plan = PLAN): Determination {
  const byPlan = determine(plan, student);
  const byReference = referenceDetermine(rules, CONTEXT, student);
  if (bytes(byPlan) !== bytes(byReference)) throw new Error(`${bytes(byPlan)}\n${bytes(byReference)}`);
  return byPlan;
}

/** A student of whom everything is known: 50 points, and on no list. */
export const KNOWN: Student = {
  key: 'G1',
  enrolments: [{ school: 'a', stage: 'senior' }],
  applied: true,
  facts: {
    income: 6_000,
    health: 'good',
    rural: true,
    luxury: false,
    repaid: false,
    peer: '10',
    fee: '1500',
  },
  categories: [
    { category: 'orphan', status: 'out' },
    { category: 'dibao', status: 'out' },
  ],
};

/** The known student with some members changed. */
export const like = (change: Partial<Student>): Student => ({ ...KNOWN, ...change });
/** The known student with some facts changed; `undefined` takes one away. */
export const withFacts = (change: NonNullable<Student['facts']>, of: Student = KNOWN): Student => ({
  ...of,
  facts: { ...of.facts, ...change },
});
export const listed = (category: string, of: Student = KNOWN): Student => ({
  ...of,
  categories: [
    ...(of.categories ?? []).filter((one) => one.category !== category),
    { category, status: 'in' },
  ],
});

type Content<D> = D extends Decision ? Omit<D, 'by' | 'because' | 'on'> & { readonly on?: string } : never;
/** A decision of the review group. */
export const decision = (content: Content<Decision>): Decision =>
  ({ by: 'review', because: '复核', on: '2025-09-20', ...content }) as Decision;
