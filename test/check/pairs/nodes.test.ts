import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluatePairs } from '../../../src/check/pairs/evaluate.js';
import { isRange, type Piece } from '../../../src/check/pairs/side.js';
import type { Node } from '../../../src/plan/index.js';
import { compare, exact } from '../../../src/value/index.js';
import {
  choiceOf,
  covers,
  days,
  flags,
  half,
  keys,
  operand,
  pairsSaid,
  pairText,
  singleDays,
  singles,
  someOf,
  type ValuePair,
  valueIn,
} from './values.js';

// What is said of a node for two students covers whatever its operands can be for them; and of operands that are single
// values it is what they come to, no pair more and none less.

type Kind = { readonly node: Node; readonly of: readonly fc.Arbitrary<readonly Piece[]>[] };

const ROWS = [2, 0, 1, 0];
const CELLS = [3, -1, 0, 2, 2, 5, 1, -2, 0, 4, 6, 1].map((n) => half(n));

const calendar = (op: Extract<Node, { kind: 'calendar' }>['op'], of: readonly number[]): Node => ({
  kind: 'calendar',
  op,
  of,
});

/** Every kind of node, its operands being the first nodes. `one`: what a number, flag, key or day can be. */
const every = (
  number: fc.Arbitrary<readonly Piece[]>,
  key: (size: number) => fc.Arbitrary<readonly Piece[]>,
  day: fc.Arbitrary<readonly Piece[]>,
): Readonly<Record<string, Kind>> => {
  const two = [number, number];
  const rounded = (mode: Extract<Node, { kind: 'rounded' }>['mode'], step = exact(1n)): Kind => ({
    node: { kind: 'rounded', of: 0, step, mode },
    of: [number],
  });
  return {
    figure: { node: { kind: 'figure', name: 'f', of: 0, given: 9 }, of: [number] },
    given: { node: { kind: 'given', of: 0 }, of: [number] },
    sum: { node: { kind: 'sum', of: [0, 1] }, of: two },
    'sum of three': { node: { kind: 'sum', of: [0, 1, 2] }, of: [number, number, number] },
    product: { node: { kind: 'product', left: 0, right: 1 }, of: two },
    quotient: {
      node: { kind: 'quotient', left: 0, right: 1, divisor: { low: half(1), high: half(4) } },
      of: two,
    },
    'quotient below 0': {
      node: { kind: 'quotient', left: 0, right: 1, divisor: { low: half(-5), high: half(-2) } },
      of: two,
    },
    'rounded half up': rounded('half_up'),
    'rounded down': rounded('down'),
    'rounded up': rounded('up'),
    'rounded half away': rounded('half_away', half(3)),
    least: { node: { kind: 'least', of: [0, 1] }, of: two },
    greatest: { node: { kind: 'greatest', of: [0, 1] }, of: two },
    '<': { node: { kind: 'compare', op: '<', left: 0, right: 1 }, of: two },
    '<=': { node: { kind: 'compare', op: '<=', left: 0, right: 1 }, of: two },
    '=': { node: { kind: 'compare', op: '=', left: 0, right: 1 }, of: two },
    all: { node: { kind: 'all', of: [0, 1] }, of: [flags, flags] },
    any: { node: { kind: 'any', of: [0, 1] }, of: [flags, flags] },
    'all of three': { node: { kind: 'all', of: [0, 1, 2] }, of: [flags, flags, flags] },
    not: { node: { kind: 'not', of: 0 }, of: [flags] },
    select: { node: choiceOf(0, 1, 2), of: [flags, number, number] },
    table: { node: { kind: 'table', keys: [0, 1], sizes: [3, 4], cells: CELLS }, of: [key(3), key(4)] },
    row: { node: { kind: 'row', of: 0, codes: ['a', 'b'], prefix: false }, of: [key(ROWS.length)] },
    isNone: { node: { kind: 'isNone', of: 0 }, of: [number] },
    ifNone: { node: { kind: 'ifNone', of: 0, otherwise: 1 }, of: two },
    year: { node: calendar({ kind: 'year' }, [0]), of: [day] },
    month: { node: calendar({ kind: 'month' }, [0]), of: [day] },
    'six months on': {
      node: calendar({ kind: 'shift', count: 6, unit: 'month', over: 'last_day' }, [0]),
      of: [day],
    },
    age: { node: calendar({ kind: 'age', leap: '03-01' }, [0, 1]), of: [day, day] },
    'months between': { node: calendar({ kind: 'months', over: 'last_day' }, [0, 1]), of: [day, day] },
    'days between': { node: calendar({ kind: 'days' }, [0, 1]), of: [day, day] },
  };
};

const isCode = (side: Piece['a']): boolean =>
  !isRange(side) ||
  (compare(side.low, exact(0n)) >= 0 && compare(side.high, exact(BigInt(ROWS.length - 1))) <= 0);

/** Evaluates a node whose operands are the first nodes. */
const said = (node: Node, of: readonly (readonly Piece[])[], most: number): readonly Piece[] => {
  const nodes: Node[] = of.map((_, input): Node => ({ kind: 'input', input }));
  return evaluatePairs(node, [...nodes, node], (id) => of[id] as readonly Piece[], {
    input: (input) => of[input] as readonly Piece[],
    code: () => 0,
    rows: () => ROWS,
    most,
  });
};

/** Every choice of one from each. */
const choices = <T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  lists.reduce<readonly (readonly T[])[]>(
    (all, list) => all.flatMap((one) => list.map((x) => [...one, x])),
    [[]],
  );

const come = (node: Node, of: readonly ValuePair[]): ValuePair => [
  valueIn(
    node,
    of.map(([x]) => x),
    ROWS,
  ),
  valueIn(
    node,
    of.map(([, y]) => y),
    ROWS,
  ),
];

/** Keys and codes are whole numbers. */
const fits =
  (node: Node) =>
  (pair: ValuePair): boolean =>
    (node.kind !== 'table' && node.kind !== 'row') || pair.every((x) => typeof x === 'string' || x.d === 1n);

/** Codes are there, and no others. */
const fitting = (node: Node, of: readonly (readonly Piece[])[]): readonly (readonly Piece[])[] =>
  node.kind === 'row' ? of.map((pieces) => pieces.filter(({ a, b }) => isCode(a) && isCode(b))) : of;

describe('for two students, of whatever its operands can be, nothing is left out by', () => {
  test.each(Object.entries(every(operand, keys, days)))('%s', (_, { node, of }) => {
    fc.assert(
      fc.property(fc.tuple(...of), fc.constantFrom(1, 4, 100), (lists, most) => {
        const pieces = fitting(node, lists);
        const found = said(node, pieces, most);
        for (const one of choices(
          pieces.map((list) => list.flatMap(someOf).filter(fits(node)).slice(0, 8)),
        )) {
          const pair = come(node, one);
          // What counts for neither of the two need not be said.
          if (pair[0] === 'gone' && pair[1] === 'gone') continue;
          expect([pairText(pair), found.some((piece) => covers(piece, pair))]).toEqual([
            pairText(pair),
            true,
          ]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('of single values nothing but what they come to is said by', () => {
  const pointKeys = (size: number): fc.Arbitrary<readonly Piece[]> => keys(size, true);
  test.each(Object.entries(every(singles, pointKeys, singleDays)))('%s', (_, { node, of }) => {
    fc.assert(
      fc.property(fc.tuple(...of), (lists) => {
        const pieces = fitting(node, lists);
        fc.pre(pieces.every((list) => list.length > 0));
        const found = pairsSaid(said(node, pieces, 1_000));
        const expected = choices(
          pieces.map((list) => list.flatMap((piece) => someOf(piece).slice(0, 1))),
        ).map((one) => pairText(come(node, one)));
        const counted = (pairs: readonly string[]) =>
          [...new Set(pairs)].filter((pair) => pair !== 'gone gone').sort();
        expect(counted(found)).toEqual(counted(expected));
      }),
      { numRuns: 60 },
    );
  });
});
