import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/index.js';
import { readRules } from '../../src/rules/index.js';
import { truthOf } from './small/brute-force.js';
import { comparedWith, disagrees } from './small/compare.js';

// Held against every student: figures with a name that are no whole numbers, categories that follow from the rules, and what is
// common besides in rule files and not in the random ones.

function held(text: string) {
  const read = readRules(`format: 1
scheme: xx-besides
edition: 2025
title: 县
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-31
${text}`);
  if (!read.ok) throw new Error(JSON.stringify(read.issues.map(({ code, values }) => [code, values])));
  const truth = truthOf(read.value);
  if (truth === null) throw new Error('too many students');
  const found = comparedWith(0, read.value, truth, check);
  expect(found.filter(disagrees)).toEqual([]);
  expect(found.filter(({ status }) => status === 'notProved')).toEqual([]);
  return new Map(found.map(({ id, status }) => [id, status]));
}

const TIERS = 'tiers: [{ id: hard, from: 4 }, { id: general, from: 1.5 }]\n';
const FACTS = `facts:
  n: { type: number, unit: point, range: [0, 5], worse: higher }
  ill: { type: flag, worse: if_true }
  goods: { type: several, of: [car, flat], worse: fewer }
`;

describe('every student agrees', () => {
  test('where a figure with a name is between two whole numbers', () => {
    const found = held(
      `${FACTS}figures: { share: n / 2 }\nscore: { parts: { a: { of: share, below: { 1: 0, 2: 1.5, 2.5: 3 }, otherwise: 4 } } }\n${TIERS}`,
    );
    expect(found.get('reachable tier general')).toBe('proved');
    expect(found.get('monotone n tier')).toBe('proved');
  });

  test('where a category follows from the rules', () => {
    const found = held(
      `${FACTS}categories: { alone: { when: ill and n >= 3, floor: general }, never: { when: n > 4 and n < 2, floor: hard } }\nscore: { parts: { a: { when: ill, points: 1 } } }\n${TIERS}`,
    );
    expect(found.get('reachable category alone')).toBe('proved');
    expect(found.get('reachable category never')).toBe('refuted');
    expect(found.get('floor alone')).toBe('byConstruction');
  });

  test.each([
    ['after one that is listed', 'alone: { list: civil }, besides: { when: ill, floor: general }'],
    ['before one', 'alone: { when: ill, floor: general }, besides: { list: civil }'],
  ])('where a category follows from the rules %s', (_, categories) => {
    const found = held(
      `${FACTS}lists: { civil: { title: 民政 } }\ncategories: { ${categories} }\nscore: { parts: { a: { when: alone or besides, points: 1 } } }\n${TIERS}`,
    );
    expect([found.get('reachable category alone'), found.get('reachable category besides')]).toEqual([
      'proved',
      'proved',
    ]);
  });

  test.each([
    'min(n, 3[point]) - (if ill then 2[point] else 0[point])',
    'max(n, 2[point]) - max(n, 4[point])',
    'if n >= 2[point] then max(n, 4[point]) else 3[point] + n',
    'if ill then max(n, 3[point]) - 1[point] else max(n, 3[point]) - 2[point]',
    'if ill then min(n, 3[point]) else min(n, 3[point]) + 1[point]',
    'if has_any(goods, [car]) then n - 1[point] else n',
    'if has_any(goods, [car]) and ill then n else if ill then n + 1[point] else 2[point]',
    'n * 1.5 - n',
    'n * n / 1[point] - n * 2',
    'round(n / 4, 0.5, half_up) - (if ill then 0.5[point] else 0[point])',
    'round(n / 3, 1, down) + round(n / 2, 1, up)',
    '0[point] - round(n / 2, 1, half_away)',
  ])('where points are worked out: %s', (points) => {
    held(
      `${FACTS}figures: { burden: "${points}" }\nscore: { parts: { a: { points: burden }, b: { when: ill, points: 1 } } }\n${TIERS}`,
    );
  });

  const TEN = 'n * 10[CNY/year/point]';
  test.each([
    [
      'the one or the other of the same amount',
      [
        ['ill', TEN],
        ['not ill', TEN],
      ],
    ],
    [
      'one, and the other as well, of the same amount',
      [
        ['ill', TEN],
        ['n >= 2', TEN],
      ],
    ],
    [
      'three of the same amount',
      [
        ['ill', TEN],
        ['n >= 2', TEN],
        ['n < 4', TEN],
      ],
    ],
    [
      'the other of a greater amount',
      [
        ['not ill', TEN],
        ['ill', 'n * 20[CNY/year/point]'],
      ],
    ],
    [
      'the other of a smaller amount',
      [
        ['not ill', 'n * 20[CNY/year/point]'],
        ['ill', TEN],
      ],
    ],
    [
      'one that falls and one that rises',
      [
        ['n >= 0', TEN],
        ['n >= 0', '(5[point] - n) * 10[CNY/year/point]'],
      ],
    ],
    [
      'one that falls by more than the other rises',
      [
        ['n >= 0', TEN],
        ['n >= 0', '(5[point] - n) * 20[CNY/year/point]'],
      ],
    ],
    [
      'by the tier, and against it',
      [
        ['tier >= general', TEN],
        ['tier < general', '(5[point] - n) * 10[CNY/year/point]'],
      ],
    ],
    [
      'nothing of one',
      [
        ['ill', 'n * 0[CNY/year/point]'],
        ['n >= 1', '7.5[CNY/year]'],
      ],
    ],
  ] as const)('where money is given by several programmes: %s', (_, programmes) => {
    const lines = programmes.map(
      ([guard, amount], i) =>
        `  g${i}: { instrument: grant, for: "${guard}", amount: "${amount}", per: year, payee: student }\n`,
    );
    const found = held(
      `${FACTS}score: { parts: { a: { points: n }, b: { when: ill, points: 1 } } }\n${TIERS}programmes:\n${lines.join('')}`,
    );
    expect(found.has('monotone n money CNY/year')).toBe(true);
  });
});
