import { expect, test } from 'vitest';
import type { FactInput } from '../../src/roster/index.js';
import { bothWays } from './rich.js';
import { rulesOf } from './sample.js';

// Nobody can show a paper for what they do not claim: a value at the easy end of its fact, and none, need none. Where the
// rule file does not say which end that is, every value needs its paper.

const needsPaper = (shape: string, value: FactInput): boolean => {
  const rules = rulesOf(`
format: 1
scheme: xx-claims
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
evidence: { card: { title: 证件 } }
facts: { it: { ${shape}, evidence: { any_of: [card], missing: ask } } }
score: { parts: { nothing: { points: 0 } } }
tiers: [{ id: low, from: 30 }]
`);
  const { issues } = bothWays(
    { key: 'a', enrolments: [{ school: 'a' }], applied: true, facts: { it: value } },
    rules,
  );
  expect(issues.map(({ code }) => code).filter((code) => code !== 'evidence.missing')).toEqual([]);
  return issues.length > 0;
};

const ILLNESS = 'type: choice, of: [good, ill, grave]';
const NUMBER = 'type: number, unit: person, range: [1, 9], step: 1';
const MARKS = 'type: several, of: [jobless, ill]';
const FAMILY = 'type: people, size: [0, 2], of: { ill: { type: flag, worse: if_true } }';
const nobody = { complete: true, list: [] };

test.each<[string, FactInput, boolean]>([
  ['type: flag, worse: if_true', true, true],
  ['type: flag, worse: if_true', false, false],
  ['type: flag, worse: if_false', true, false],
  ['type: flag, worse: if_false', false, true],
  ['type: flag, worse: none', true, true],
  ['type: flag, worse: none', false, true],
  [`${ILLNESS}, worse: listed`, 'good', false],
  [`${ILLNESS}, worse: listed`, 'ill', true],
  [`${ILLNESS}, worse: [ill, grave, good]`, 'ill', false],
  [`${ILLNESS}, worse: [ill, grave, good]`, 'good', true],
  [`${ILLNESS}, worse: none`, 'good', true],
  [`${ILLNESS}, none: allowed, worse: listed`, 'none', false],
  [`${NUMBER}, worse: higher`, 1, false],
  [`${NUMBER}, worse: higher`, 9, true],
  [`${NUMBER}, worse: lower`, 1, true],
  [`${NUMBER}, worse: lower`, 9, false],
  [`${NUMBER}, worse: none`, 1, true],
  [`${NUMBER}, worse: none`, 9, true],
  [`${NUMBER}, none: allowed, worse: higher`, 'none', false],
  ['type: date, range: [2020-01-01, 2020-12-31], worse: later', '2020-01-01', true],
  ['type: date, range: [2020-01-01, 2020-12-31], worse: earlier', '2020-12-31', true],
  ['type: code, worse: none', '99', true],
  [`${MARKS}, worse: more`, [], false],
  [`${MARKS}, worse: more`, ['ill'], true],
  [`${MARKS}, worse: more`, ['jobless', 'ill'], true],
  [`${MARKS}, worse: more`, { out: ['ill'] }, true],
  [`${MARKS}, worse: fewer`, [], true],
  [`${FAMILY}, worse: more`, nobody, false],
  [`${FAMILY}, worse: more`, { complete: false, list: [] }, true],
  [`${FAMILY}, worse: more`, { complete: true, list: [{}] }, true],
  [`${FAMILY}, worse: fewer`, nobody, true],
])('{ %s } of %j needs a paper: %j', (shape, value, needed) => {
  expect(needsPaper(shape, value)).toBe(needed);
});
