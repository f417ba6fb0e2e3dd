import { describe, expect, test } from 'vitest';
import { type CheckOptions, check } from '../../src/check/index.js';
import { readRules } from '../../src/rules/index.js';

// What holds is said once of all stages and settings; what does not hold is said of each of them by itself.

function said(points: string, options?: CheckOptions, more = ''): readonly string[] {
  const read = readRules(`format: 1
scheme: xx-sections
edition: 2025
title: 县
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-31
facts:
  stage: { type: choice, of: [primary, junior], origin: enrolment, worse: none }
  setting: { type: choice, of: [ordinary, home], origin: enrolment, worse: none }
  ill: { type: flag, worse: if_true }
  size: { type: number, unit: point, range: [0, 40], worse: higher }
${more}score: { parts: { p: { points: "${points}" }, all: { points: 6 } } }
tiers: [{ id: hard, from: 9 }, { id: general, from: 5 }]
`);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return check(read.value, options)
    .properties.filter(({ property }) => property === 'monotone')
    .map(({ id, status, stage, setting }) =>
      [id, status, ...(stage === undefined ? [] : [stage]), ...(setting === undefined ? [] : [setting])].join(
        ' ',
      ),
    );
}

describe('of the stages and settings that a rule file reads', () => {
  test('all are said at once where it holds for all', () =>
    expect(said('if ill then (if stage = junior then 3[point] else 1[point]) else 0[point]')).toEqual([
      'monotone ill tier proved',
    ]));

  test('each is said by itself where it holds for none', () =>
    expect(said('if ill then (if stage = junior then -3[point] else -2[point]) else 0[point]')).toEqual([
      'monotone ill tier refuted primary',
      'monotone ill tier refuted junior',
    ]));

  test('and where it holds for some', () =>
    expect(said('if ill and setting = home then -3[point] else 0[point]')).toEqual([
      'monotone ill tier proved ordinary',
      'monotone ill tier refuted home',
    ]));

  test('by stage and setting together where both are read', () =>
    expect(said('if ill and setting = home and stage = junior then -3[point] else 0[point]')).toEqual([
      'monotone ill tier proved primary ordinary',
      'monotone ill tier proved primary home',
      'monotone ill tier proved junior ordinary',
      'monotone ill tier refuted junior home',
    ]));

  test('none is named where none is read', () =>
    expect(said('if ill then -3[point] else 0[point]')).toEqual(['monotone ill tier refuted']));
});

describe('where cases run out', () => {
  // For all stages together it takes more cases than for each.
  const POINTS =
    'if stage = junior then (if ill then size * 2 else size) else (if ill then size + 1[point] else size)';

  test('for all together, each is gone through, and what then holds for all is said once', () => {
    for (const steps of [1, 2, 3, 5, 8, 20]) {
      const found = said(POINTS, { steps }).filter((one) => one.includes(' ill '));
      if (found.some((one) => one.includes('notProved'))) expect(found.length).toBe(2);
      else expect(found).toEqual(['monotone ill tier proved']);
    }
    expect(said(POINTS, { steps: 20 })).toEqual(['monotone ill tier proved', 'monotone size tier proved']);
  });

  test('for all together and not for each, it is said once too', () => {
    // Two cases are enough for either stage by itself, and too few for both.
    const deep = `if stage = junior
      then (if ill and a and b then 9[point] else if a then size else if b then 4[point] else 3[point])
      else (if ill and b then size + 1[point] else if b then size else if a and ill then 3[point] else if a then 2[point] else 0[point])`;
    const flags = '  a: { type: flag, worse: none }\n  b: { type: flag, worse: none }\n';
    expect(said(deep.replaceAll(/\s+/g, ' '), { steps: 2 }, flags)).toEqual([
      'monotone ill tier proved',
      'monotone size tier proved',
    ]);
  });

  test('nothing is said to hold', () => {
    const found = said('if ill then (if stage = junior then -3[point] else -2[point]) else 0[point]', {
      steps: 0,
    });
    expect(found.filter((one) => one.includes(' proved'))).toEqual([]);
  });
});
