import { expect, test } from 'vitest';
import { type CellOutcome, decidingInputs, Leaving } from '../../src/determine/questions-by-plan.js';

// How many cells are looked at in search of the questions that narrow most.

const cell = (positions: Readonly<Record<number, bigint>>, kind: string): CellOutcome => ({
  cell: {
    segments: new Map(Object.entries(positions).map(([input, at]) => [Number(input), { low: at, high: at }])),
    outOfScope: null,
    tier: 0,
    awards: [],
    outputs: [],
    moves: new Set(),
  },
  kind,
  whole: kind,
});
const CELLS = [cell({ 0: 0n }, 'a'), cell({ 0: 1n, 1: 0n }, 'b'), cell({ 0: 1n, 1: 1n }, 'c')];

test('a question decides where two cases that differ in nothing else come out otherwise', () => {
  const of = (...cells: readonly CellOutcome[]) => [...decidingInputs(cells)];
  expect(of(cell({ 0: 0n }, 'a'), cell({ 0: 1n }, 'b'))).toEqual([0]);
  expect(of(cell({ 0: 0n }, 'a'), cell({ 0: 1n }, 'a'))).toEqual([]);
  // Of two that differ in both, neither is known to decide.
  expect(of(cell({ 0: 0n, 1: 0n }, 'a'), cell({ 0: 1n, 1: 1n }, 'b'))).toEqual([]);
  expect(of(cell({ 0: 0n, 1: 0n }, 'a'), cell({ 0: 1n, 1: 0n }, 'b'), cell({ 1: 1n }, 'b'))).toEqual([0, 1]);
});

test('an answer to some questions leaves at most so many kinds of outcome', () => {
  const leaves = (...inputs: readonly number[]) => new Leaving(100).below(9, CELLS, inputs);
  expect([leaves(), leaves(0), leaves(1), leaves(0, 1)]).toEqual([3, 2, 2, 1]);
});

test('only fewer kinds than so many count', () => {
  const below = (most: number) => new Leaving(100).below(most, CELLS, [0]);
  expect([below(2), below(3)]).toEqual([null, 2]);
});

test('no more cells are looked at than there are steps, over all that is asked', () => {
  // Three cells, then of the first question's two answers one and two.
  const within = (steps: number) => {
    const leaving = new Leaving(steps);
    return [leaving.below(9, CELLS, [0]), leaving.exhausted];
  };
  expect([within(6), within(5)]).toEqual([
    [2, false],
    [null, true],
  ]);
  const leaving = new Leaving(6);
  leaving.below(9, CELLS, [0]);
  expect([leaving.below(9, CELLS, []), leaving.exhausted]).toEqual([null, true]);
});
