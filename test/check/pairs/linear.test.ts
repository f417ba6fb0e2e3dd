import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hullOf, moreBy } from '../../../src/check/pairs/linear.js';
import { alike, type Piece, point } from '../../../src/check/pairs/side.js';
import { type Node, operands } from '../../../src/plan/index.js';
import { compare, contains, type Exact, exact, type Range, subtract } from '../../../src/value/index.js';
import { choiceOf, half, type Value, valueIn } from './values.js';

// By how much one figure is more than another for one and the same student: what both count is not taken twice.

const whole = (n: number): Exact => exact(BigInt(n));
const range = (low: number, high: number): Range => ({ low: whole(low), high: whole(high) });
const open = (low: number, high: number): readonly Piece[] => [alike(range(low, high))];

/** Three numbers that are open, a flag that is known; then the nodes. */
const INPUTS: readonly (readonly Piece[])[] = [
  open(0, 3),
  open(-2, 2),
  open(1, 4),
  [alike(point(whole(1)))],
  [alike(point(whole(0)))],
];
const [A, B, C, YES, NO] = [0, 1, 2, 3, 4] as const;

/** What all nodes can be, each operand by itself: as wide as can be. */
function piecesAt(nodes: readonly Node[]): (id: number) => readonly Piece[] {
  return (id) => {
    const node = nodes[id] as Node;
    if (node.kind === 'input') return INPUTS[node.input] as readonly Piece[];
    const all = everyValue(nodes, id).sort(compare);
    return [alike({ low: all[0] as Exact, high: all.at(-1) as Exact })];
  };
}

const ENDS: readonly (readonly Exact[])[] = INPUTS.map(([piece]) => {
  const { low, high } = (piece as Piece).a as Range;
  return compare(low, high) === 0 ? [low] : [low, high];
});
const STUDENTS = ENDS.reduce<readonly (readonly Exact[])[]>(
  (all, ends) => all.flatMap((one) => ends.map((x) => [...one, x])),
  [[]],
);

function value(nodes: readonly Node[], id: number, student: readonly Exact[]): Value {
  const node = nodes[id] as Node;
  if (node.kind === 'input') return student[node.input] as Exact;
  return valueIn(
    node,
    operands(node).map((of) => value(nodes, of, student)),
  );
}
const everyValue = (nodes: readonly Node[], id: number): Exact[] =>
  STUDENTS.map((student) => value(nodes, id, student) as Exact);

const inputs: readonly Node[] = INPUTS.map((_, input) => ({ kind: 'input', input }));

/** By how much the last node is more than the one before it, and what it is for the students at the ends. */
function asked(nodes: readonly Node[], one: number, other: number) {
  const found = moreBy(nodes, piecesAt(nodes), 'a', one, other);
  const real = STUDENTS.map((student) =>
    subtract(value(nodes, one, student) as Exact, value(nodes, other, student) as Exact),
  ).sort(compare);
  return { found, real: { low: real[0] as Exact, high: real.at(-1) as Exact } };
}

/** Nodes at random over the inputs; with `pick`, also the least and greatest of some. */
const formulas = (pick: boolean): fc.Arbitrary<readonly Node[]> =>
  fc
    .array(fc.tuple(fc.nat(pick ? 7 : 5), fc.nat(), fc.nat(), fc.integer({ min: -3, max: 3 })), {
      minLength: 2,
      maxLength: 8,
    })
    .map((drafts) =>
      drafts.reduce<readonly Node[]>((nodes, [kind, x, y, n]) => {
        // Flags are no numbers.
        const numbers = nodes.flatMap((_, id) => (id === YES || id === NO ? [] : [id]));
        const [left, right] = [numbers[x % numbers.length] as number, numbers[y % numbers.length] as number];
        const constant: Node = { kind: 'constant', value: half(n) };
        const at = nodes.length;
        const more: readonly Node[] =
          kind === 0
            ? [{ kind: 'sum', of: [left, right] }]
            : kind === 1
              ? [constant, { kind: 'product', left: at, right: left }]
              : kind === 2
                ? [constant, { kind: 'product', left, right: at }]
                : kind === 3
                  ? [{ kind: 'figure', name: 'f', of: left, given: 9 }]
                  : kind === 4
                    ? [choiceOf(n > 0 ? YES : NO, left, right)]
                    : kind === 5
                      ? [constant, { kind: 'sum', of: [left, at, right] }]
                      : [{ kind: kind === 6 ? 'least' : 'greatest', of: [left, right] }];
        return nodes.concat(more);
      }, inputs),
    );

describe('by how much one figure is more than another is', () => {
  test('exact for what only adds', () => {
    fc.assert(
      fc.property(formulas(false), fc.nat(), (nodes, pick) => {
        const numbers = nodes.flatMap((_, id) => (id === YES || id === NO ? [] : [id]));
        const { found, real } = asked(nodes, nodes.length - 1, numbers[pick % numbers.length] as number);
        expect(found).toEqual(real);
      }),
      { numRuns: 100 },
    );
  });

  test('never less than it can be, where the least or greatest of some is taken', () => {
    fc.assert(
      fc.property(formulas(true), fc.nat(), (nodes, pick) => {
        const numbers = nodes.flatMap((_, id) => (id === YES || id === NO ? [] : [id]));
        const { found, real } = asked(nodes, nodes.length - 1, numbers[pick % numbers.length] as number);
        expect([contains(found as Range, real.low), contains(found as Range, real.high)]).toEqual([
          true,
          true,
        ]);
      }),
      { numRuns: 100 },
    );
  });

  const greatest = (...of: number[]): Node => ({ kind: 'greatest', of });
  const least = (...of: number[]): Node => ({ kind: 'least', of });
  const named = (of: number): Node => ({ kind: 'figure', name: 'f', of, given: 9 });
  const at = inputs.length;

  test.each<readonly [string, readonly Node[], readonly [number, number], Range]>([
    ['the greatest of a figure and others less the figure', [greatest(A, B)], [at, A], range(0, 2)],
    ['by a name', [greatest(A, B), named(at)], [at + 1, A], range(0, 2)],
    ['behind what is given', [greatest(A, B), { kind: 'given', of: at }], [at + 1, A], range(0, 2)],
    ['by the branch that is taken', [greatest(A, B), choiceOf(YES, at, C)], [at + 1, A], range(0, 2)],
    ['by the other branch', [greatest(A, B), choiceOf(NO, C, at)], [at + 1, A], range(0, 2)],
    ['a figure less the greatest of it and others', [greatest(A, B)], [A, at], range(-2, 0)],
    ['a figure less a name', [greatest(A, B), named(at)], [A, at + 1], range(-2, 0)],
    ['the least of a figure and others less the figure', [least(A, C)], [at, A], range(-2, 0)],
    ['a figure less the least of it and others', [least(A, C)], [A, at], range(0, 2)],
    ['within one more', [greatest(A, B), least(at, C)], [at + 1, A], range(-2, 2)],
    ['within two more', [greatest(A, B), least(at, C), greatest(at + 1, A)], [at + 2, A], range(0, 2)],
    // What lies deeper is taken as it is: from 0 to 3, less what is from 0 to 3.
    [
      'no deeper',
      [greatest(A, B), greatest(at, A), greatest(at + 1, A), greatest(at + 2, A)],
      [at + 3, A],
      range(0, 3),
    ],
    [
      'no deeper on the other side',
      [greatest(A, B), greatest(at, A), greatest(at + 1, A), greatest(at + 2, A)],
      [A, at + 3],
      range(-3, 0),
    ],
  ])('known of %s', (_, more, [one, other], expected) => {
    const nodes = [...inputs, ...more];
    expect(moreBy(nodes, piecesAt(nodes), 'a', one, other)).toEqual(expected);
  });

  test('not known where a number is missing', () => {
    const nodes: readonly Node[] = [
      ...inputs,
      { kind: 'none' },
      { kind: 'sum', of: [A, at] },
      greatest(A, at),
    ];
    const pieces = (id: number): readonly Piece[] =>
      id === at ? [alike('none')] : (INPUTS[id] as readonly Piece[]);
    expect(moreBy(nodes, pieces, 'a', at + 1, A)).toBe(null);
    expect(moreBy(nodes, pieces, 'b', A, at + 1)).toBe(null);
    expect(moreBy(nodes, pieces, 'a', at + 2, A)).toBe(null);
    expect(moreBy(nodes, pieces, 'a', B, at + 2)).toBe(null);
  });
});

test('what the numbers among some pieces come to', () => {
  const pieces: readonly Piece[] = [
    { a: range(2, 3), b: 'none', d: null },
    { a: 'gone', b: range(5, 6), d: null },
    { a: range(1, 1), b: range(7, 8), d: range(6, 7) },
    { a: range(0, 4), b: range(4, 5), d: range(0, 1) },
  ];
  expect(hullOf(pieces, 'a')).toEqual(range(0, 4));
  expect(hullOf(pieces, 'b')).toEqual(range(4, 8));
  expect(hullOf(pieces, 'd')).toEqual(range(0, 7));
  expect(hullOf([alike('none')], 'a')).toBe(null);
  expect(hullOf([], 'd')).toBe(null);
});
