import { describe, expect, test } from 'vitest';
import { type Ground, groundOf } from '../../../src/check/ground.js';
import { anywhere, firstOf, type Held, isSingle, piecesHeld, sameAt } from '../../../src/check/pairs/held.js';
import { isAlike, isRange, type Side } from '../../../src/check/pairs/side.js';
import { readRules } from '../../../src/rules/index.js';
import { formatExact } from '../../../src/value/index.js';

// What is still open of one input for two students.

const read = readRules(`format: 1
scheme: xx-held
edition: 2025
title: 县
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-31
facts:
  n: { type: number, unit: point, range: [-1, 40], step: 0.5, none: allowed, worse: higher }
  work: { type: choice, of: [a, b, c], none: allowed, worse: listed }
  ill: { type: flag, worse: if_true }
score: { parts: { p: { when: ill, points: 5 } } }
tiers: [{ id: general, from: 5 }]
`);
if (!read.ok) throw new Error(JSON.stringify(read.issues));
const ground = groundOf(read.value, '2025-09-01') as Ground;

const text = (side: Side): string =>
  isRange(side) ? [...new Set([formatExact(side.low), formatExact(side.high)])].join('..') : side;
const said = (fact: string, held: Held): readonly string[] =>
  piecesHeld(held, ground.domain(ground.inputOf('fact', fact)), () => 7).map((piece) =>
    isAlike(piece)
      ? text(piece.a)
      : `${text(piece.a)} → ${text(piece.b)}${piece.d === null ? '' : ` by ${text(piece.d)}`}`,
  );
const same = (...segments: readonly (readonly [bigint, bigint])[]): Held => ({
  kind: 'same',
  segments: segments.map(([low, high]) => ({ low, high })),
});

describe('as pieces', () => {
  test('few positions are kept apart, many are put together, and none by itself', () => {
    expect(said('ill', same([0n, 1n]))).toEqual(['0', '1']);
    expect(said('work', same([0n, 3n]))).toEqual(['0', '1', '2', 'none']);
    expect(said('n', same([2n, 4n]))).toEqual(['0', '0.5', '1']);
    expect(said('n', same([0n, 23n]))).toHaveLength(24);
    expect(said('n', same([0n, 24n]))).toEqual(['-1..11']);
    expect(said('n', same([0n, 82n]))).toEqual(['-1..40']);
    expect(said('n', same([0n, 83n]))).toEqual(['-1..40', 'none']);
    expect(said('n', same([80n, 83n]))).toEqual(['39', '39.5', '40', 'none']);
    expect(said('n', same([0n, 30n], [83n, 83n]))).toEqual(['-1..14', 'none']);
  });

  test('pairs and steps say by how much the second differs', () => {
    const pairs = (...all: readonly (readonly [bigint, bigint])[]): Held => ({ kind: 'pairs', pairs: all });
    expect(said('ill', pairs([0n, 1n], [1n, 0n], [1n, 1n]))).toEqual(['0 → 1 by 1', '1 → 0 by -1', '1']);
    expect(said('n', pairs([83n, 2n], [2n, 83n], [83n, 83n]))).toEqual(['none → 0', '0 → none', 'none']);
    expect(said('n', { kind: 'steps', low: 0n, high: 81n, by: 1n })).toEqual(['-1..39.5 → -0.5..40 by 0.5']);
    expect(said('n', { kind: 'steps', low: 1n, high: 82n, by: -1n })).toEqual([
      '-0.5..40 → -1..39.5 by -0.5',
    ]);
    expect(said('n', { kind: 'steps', low: 4n, high: 4n, by: 1n })).toEqual(['1 → 1.5 by 0.5']);
  });
});

test('one position is left, or more; and the first of them', () => {
  const cases: readonly (readonly [Held, boolean, readonly [bigint, bigint]])[] = [
    [sameAt(3n), true, [3n, 3n]],
    [same([2n, 4n]), false, [2n, 2n]],
    [same([2n, 2n], [5n, 5n]), false, [2n, 2n]],
    [{ kind: 'pairs', pairs: [[4n, 1n]] }, true, [4n, 1n]],
    [
      {
        kind: 'pairs',
        pairs: [
          [4n, 1n],
          [2n, 3n],
        ],
      },
      false,
      [4n, 1n],
    ],
    [{ kind: 'steps', low: 5n, high: 5n, by: -1n }, true, [5n, 4n]],
    [{ kind: 'steps', low: 5n, high: 6n, by: 1n }, false, [5n, 6n]],
  ];
  for (const [held, single, first] of cases) expect([isSingle(held), firstOf(held)]).toEqual([single, first]);
  expect(anywhere(ground.domain(ground.inputOf('fact', 'work')))).toEqual(same([0n, 3n]));
});
