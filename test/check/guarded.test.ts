import { expect, test } from 'vitest';
import { check } from '../../src/check/index.js';
import { readRules } from '../../src/rules/index.js';
import { truthOf } from './small/brute-force.js';
import { comparedWith, disagrees } from './small/compare.js';

// What is worked out only on a condition: there alone a divisor is not 0, and a key has a row. Who just meets the condition,
// and no longer does with one step more, is seen like everybody: held against all students.

function rulesOf(points: string, worse: string, most: number) {
  const text = `format: 1
scheme: xx-guarded
edition: 2025
title: 县
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-31
facts:
  kin: { type: number, unit: person, range: [0, ${most}], worse: ${worse} }
  ill: { type: flag, worse: if_true }
  debt: { type: number, unit: point, range: [0, 3], none: allowed, worse: higher }
tables: { worth: { unit: point, keys: [{ kin: 1..3 }], rows: { 1: 9, 2: 1, 3: 6 } } }
figures: { share: "${points}" }
score: { parts: { p: { of: share, below: { 3: 2, 5: 4 }, otherwise: 6 } } }
tiers: [{ id: hard, from: 6 }, { id: general, from: 4 }]
`;
  const read = readRules(text);
  if (!read.ok)
    throw new Error(`${points}: ${JSON.stringify(read.issues.map(({ code, values }) => [code, values]))}`);
  return read.value;
}

const quotient = (other: number): string =>
  `if kin > 0 then round(6[point] / kin, 1, half_up) else ${other}[point/person]`;
const POINTS = [
  ...[0, 4, 7].map(quotient),
  ...[0, 4, 7].map(
    (other) => `if kin >= 2 then round(6[point] / (kin - 1[person]), 1, half_up) else ${other}[point/person]`,
  ),
  ...[0, 4, 7].map((other) => `if kin >= 1 and kin <= 3 then worth[kin] else ${other}[point]`),
  ...[0, 4, 7].map((other) => `if ill and kin >= 1 and kin < 4 then worth[kin] else ${other}[point]`),
  ...[0, 2].map((other) => `if debt is none then ${other}[point] else debt + 2[point]`),
];

test.each(POINTS.flatMap((points) => ['higher', 'lower'].map((worse) => ({ points, worse }))))(
  '$points, $worse being worse',
  ({ points, worse }) => {
    for (const most of [2, 3, 4, 5]) {
      const rules = rulesOf(points, worse, most);
      const truth = truthOf(rules);
      if (truth === null) throw new Error('too many students');
      const found = comparedWith(most, rules, truth, check);
      expect(found.filter(disagrees)).toEqual([]);
      expect(found.filter(({ status }) => status === 'notProved')).toEqual([]);
    }
  },
);

test.each(['higher', 'lower'])('money of which there is an amount only for some, %s being worse', (worse) => {
  for (const rows of ['{ 1: 9, 2: 1, 3: 6 }', '{ 1: 3, 2: 3, 3: 3 }', '{ 1: 1, 2: 5, 3: 9 }'])
    for (const guard of ['kin <= 3', 'kin <= 3 and ill', 'kin = 2']) {
      const read = readRules(`format: 1
scheme: xx-guarded
edition: 2025
title: 县
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-31
facts:
  kin: { type: number, unit: person, range: [1, 5], worse: ${worse} }
  ill: { type: flag, worse: if_true }
tables: { worth: { unit: CNY/year, keys: [{ kin: 1..3 }], rows: ${rows} } }
score: { parts: { p: { when: ill, points: 5 } } }
tiers: [{ id: general, from: 5 }]
programmes: { grant: { instrument: grant, for: "${guard}", amount: "if kin <= 3 then worth[kin] else 0[CNY/year]", per: year, payee: student } }
`);
      if (!read.ok) throw new Error(JSON.stringify(read.issues.map(({ code, values }) => [code, values])));
      const truth = truthOf(read.value);
      if (truth === null) throw new Error('too many students');
      const found = comparedWith(0, read.value, truth, check);
      expect(found.some(({ id }) => id === 'monotone kin money CNY/year')).toBe(true);
      expect(found.filter(disagrees)).toEqual([]);
      expect(found.filter(({ status }) => status === 'notProved')).toEqual([]);
    }
});
