import { type CaseFile, readCases } from '../../src/cases/index.js';
import { type RuleSet, readRules } from '../../src/rules/index.js';

/** A tiny edition with one of everything that a case can name. */
export const SAMPLE_RULES = `format: 1
scheme: xx-sample
edition: 2025
title: { zh: 样例, en: Sample }
standing: illustrative
status: draft
effective: { from: 2025-09-01, until: 2026-01-31 }
published: 2025-08-01
facts:
  stage: { type: choice, of: [primary, senior], origin: enrolment, unknown: block }
  grade: { type: number, unit: 1, range: [1, 6], origin: enrolment }
  boarder: { type: flag, origin: enrolment }
  income: { type: number, unit: CNY/year, range: [0, 100_000], worse: lower }
  health: { type: choice, of: [good, ill], worse: listed }
  luxury: { type: flag, unknown: { assume: false, because: 未经查实 } }
  peer: { type: number, unit: point, range: [0, 10], unknown: { no_points: 未评议 } }
lists:
  civil: { title: 民政名单 }
categories:
  orphan: { title: 孤儿, list: civil, floor: hard }
  ill_poor: { title: 困难病生, when: health = ill and score_tier >= general }
score:
  parts:
    family:
      at_most: 40
      parts:
        income: { of: income, up_to: { 5_000: 40, 20_000: 20 }, otherwise: 0 }
        health: { of: health, options: { good: 0, ill: 10.5 } }
    peer: { points: peer }
tiers:
  - { id: hard, from: 40 }
  - { id: general, from: 20 }
vetoes:
  luxury: { when: luxury, effect: not_recognised, against_floor: review }
scope:
  lower: { is: grade <= 5 }
programmes:
  grant: { title: 助学金, instrument: grant, for: tier >= general, amount: { by: tier, options: { hard: 2_300, general: 1_200.50 }, otherwise: 0 }, per: year, payee: student }
  books: { title: 教科书, instrument: exemption, for: stage = primary, amount: { unstated: { zh: 实物, en: in kind } }, per: year, payee: student }
`;

export function sampleRules(): RuleSet {
  const read = readRules(SAMPLE_RULES, { file: 'sample.yaml' });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

/** A case file of the sample edition around some cases, whose first line is line 10. */
export const caseText = (cases: string): string => `format: 1
scheme: xx-sample
edition: 2025
period: 2025-autumn
as_of: 2025-10-10
base:
  plain: { stage: senior, grade: 1, boarder: false, income: 50_000, health: good, peer: 0 }
  poor: { income: 20_000 }
cases:
${cases}
`;

export function sampleCases(cases: string): CaseFile {
  const read = readCases(caseText(cases), { file: 'cases.yaml' });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}
