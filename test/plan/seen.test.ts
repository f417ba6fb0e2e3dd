import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputsBehind } from '../../src/plan/behind.js';
import {
  EITHER,
  exactly,
  FALSE,
  interpret,
  NO_NUMBER,
  type Node,
  operands,
  type Plan,
  type Possible,
  seenNodes,
  settled,
  TRUE,
} from '../../src/plan/index.js';
import { exact } from '../../src/value/index.js';
import { Dice } from '../agreement/arbitrary/dice.js';
import { randomNodes } from './random-nodes.js';

// What is seen from what is known alone, and what an open node still rests on.

const two = exactly(exact(2n));
const open: Possible = { range: { low: exact(0n), high: exact(9n) }, missing: false, none: false };
const code: Possible = { codes: ['37'], missing: false, none: false };
const select = (when: number, then: number, otherwise: number): Node => ({
  kind: 'select',
  when,
  then,
  otherwise,
});

/** Nodes over inputs 0, 1, …: what is told of each; those that are not settled are open. */
function laid(told: readonly (Possible | undefined)[], ...more: readonly Node[]) {
  const nodes: readonly Node[] = [...told.map((_, input): Node => ({ kind: 'input', input })), ...more];
  const inputOf = (input: number): Possible | undefined => told[input];
  const values = interpret(nodes, inputOf);
  const isOpen = new Set(told.flatMap((p, i) => (p !== undefined && !settled(p) ? [i] : [])));
  return { nodes, values, inputOf, isOpen };
}

const seenLast = (told: readonly (Possible | undefined)[], ...more: readonly Node[]): boolean => {
  const { nodes, values, inputOf, isOpen } = laid(told, ...more);
  return seenNodes(nodes, values, inputOf, isOpen).at(-1) === true;
};

describe('what is seen', () => {
  const numbers: readonly (readonly [string, Node])[] = [
    ['sum', { kind: 'sum', of: [0, 1] }],
    ['least', { kind: 'least', of: [0, 1] }],
    ['greatest', { kind: 'greatest', of: [0, 1] }],
    ['days', { kind: 'calendar', op: { kind: 'days' }, of: [0, 1] }],
    ['product', { kind: 'product', left: 0, right: 1 }],
    ['quotient', { kind: 'quotient', left: 0, right: 1, divisor: { low: exact(1n), high: exact(9n) } }],
    ['comparison', { kind: 'compare', op: '<', left: 0, right: 1 }],
    [
      'table',
      { kind: 'table', keys: [0, 1], sizes: [10, 10], cells: Array.from({ length: 100 }, () => exact(1n)) },
    ],
  ];
  test.each(numbers)('a %s is where all that it is of is known', (_, node) => {
    expect(seenLast([two, two], node)).toBe(true);
    expect(seenLast([open, two], node)).toBe(false);
    expect(seenLast([two, open], node)).toBe(false);
  });

  test.each<[string, Node, Possible, Possible]>([
    ['rounded', { kind: 'rounded', of: 0, step: exact(1n), mode: 'up' }, two, open],
    ['not', { kind: 'not', of: 0 }, TRUE, EITHER],
    ['row', { kind: 'row', of: 0, codes: ['37'], prefix: false }, code, { ...code, codes: ['37', '38'] }],
    ['is none', { kind: 'isNone', of: 0 }, two, open],
    ['given', { kind: 'given', of: 0 }, two, open],
  ])('%s is where that is known', (_, node, known, unknown) => {
    expect(seenLast([known], node)).toBe(true);
    expect(seenLast([unknown], node)).toBe(false);
  });

  test('what the rules say is', () => {
    expect(seenLast([], { kind: 'constant', value: exact(1n) })).toBe(true);
    expect(seenLast([], { kind: 'code', value: '37' })).toBe(true);
    expect(seenLast([], { kind: 'none' })).toBe(true);
  });

  test.each<[string, Node['kind'] & ('all' | 'any'), Possible, Possible]>([
    ['all', 'all', FALSE, TRUE],
    ['any', 'any', TRUE, FALSE],
  ])('%s of flags is where one that is known decides, or all are known', (_, kind, decides, passes) => {
    const of = (...told: readonly Possible[]) => seenLast(told, { kind, of: told.map((_one, i) => i) });
    expect(of(EITHER, decides)).toBe(true);
    expect(of(decides, EITHER)).toBe(true);
    expect(of(EITHER, passes)).toBe(false);
    expect(of(passes, passes)).toBe(true);
    expect(of(passes, decides)).toBe(true);
    expect(of()).toBe(true);
    // Open, but it can be nothing else: it is not seen all the same.
    const { nodes, values, inputOf } = laid([decides], { kind, of: [0] });
    expect(seenNodes(nodes, values, inputOf, new Set([0])).at(-1)).toBe(false);
  });

  test('of a choice only the branch that is taken has to be', () => {
    expect(seenLast([TRUE, two, open], select(0, 1, 2))).toBe(true);
    expect(seenLast([TRUE, open, two], select(0, 1, 2))).toBe(false);
    expect(seenLast([FALSE, open, two], select(0, 1, 2))).toBe(true);
    expect(seenLast([FALSE, two, open], select(0, 1, 2))).toBe(false);
    expect(seenLast([EITHER, two, two], select(0, 1, 2))).toBe(false);
    // A condition that is missing takes none.
    const gap: Possible = { yes: false, no: false, missing: true, none: false };
    expect(seenLast([gap, open, open], select(0, 1, 2))).toBe(true);
  });

  test('what stands for none has to be only where it is none', () => {
    const node: Node = { kind: 'ifNone', of: 0, otherwise: 1 };
    expect(seenLast([two, open], node)).toBe(true);
    expect(seenLast([NO_NUMBER, two], node)).toBe(true);
    expect(seenLast([NO_NUMBER, open], node)).toBe(false);
    expect(seenLast([open, two], node)).toBe(false);
  });

  test('a figure is where it is given, or what it is computed from is', () => {
    const node: Node = { kind: 'figure', name: 'a', of: 0, given: 1 };
    expect(seenLast([open, two], node)).toBe(true);
    expect(seenLast([open, undefined], { ...node })).toBe(false);
    expect(seenLast([two, undefined], { ...node })).toBe(true);
  });

  test('it is the same whatever open inputs turn out to be', () => {
    fc.assert(
      fc.property(fc.nat(0x7fffffff), (from) => {
        const dice = new Dice(from);
        const { nodes, inputs } = randomNodes(dice);
        const first = inputs.map((one) => dice.pick(one.values));
        const unknown = new Set(inputs.flatMap((_, i) => (dice.chance(40) ? [i] : [])));
        const told = inputs.map((one, i) => (unknown.has(i) ? one.possible : first[i]));
        // A figure that may be given or not is not open: it is what it is.
        for (const node of nodes) if (node.kind === 'figure') told[node.given] = first[node.given];
        const inputOf = (input: number) => told[input];
        const seen = seenNodes(nodes, interpret(nodes, inputOf), inputOf, unknown);
        const given = new Set(nodes.flatMap((node) => (node.kind === 'figure' ? [node.given] : [])));
        const before = interpret(nodes, (input) => first[input]);
        for (let i = 0; i < 8; i += 1) {
          const other = inputs.map((one, input) =>
            unknown.has(input) && !given.has(input) ? dice.pick(one.values) : first[input],
          );
          const after = interpret(nodes, (input) => other[input]);
          for (const [id, is] of seen.entries()) if (is) expect(after[id]).toEqual(before[id]);
        }
        // And it needs nothing but what is seen, where it is no choice.
        for (const [id, node] of nodes.entries())
          if (operands(node).every((one) => seen[one])) {
            if (node.kind !== 'input') expect(seen[id]).toBe(true);
          }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is open rests on', () => {
  const behind = (told: readonly Possible[], ...more: readonly Node[]): readonly number[] => {
    const { nodes, values, isOpen } = laid(told, ...more);
    return [...inputsBehind({ nodes } as Plan, values, [nodes.length - 1], isOpen)].sort();
  };

  test('all open inputs below it, once each', () => {
    expect(behind([open, two, open, open], { kind: 'sum', of: [0, 1, 2, 0] })).toEqual([0, 2]);
    const twice: readonly Node[] = [
      { kind: 'sum', of: [0, 1] },
      { kind: 'product', left: 2, right: 0 },
    ];
    expect(behind([open, open], ...twice)).toEqual([0, 1]);
  });

  test('nothing where it is settled, whatever is open below it', () => {
    expect(behind([FALSE, EITHER], { kind: 'all', of: [0, 1] })).toEqual([]);
    const settledInside: readonly Node[] = [
      { kind: 'all', of: [0, 1] },
      { kind: 'any', of: [3, 2] },
    ];
    expect(behind([FALSE, EITHER, EITHER], ...settledInside)).toEqual([2]);
  });

  test('nothing that is not open, though it is not settled', () => {
    const { nodes, values } = laid([open, open], { kind: 'sum', of: [0, 1] });
    expect([...inputsBehind({ nodes } as Plan, values, [2], new Set([1]))]).toEqual([1]);
  });

  test('only the branch that is taken, and the condition where that is open', () => {
    expect(behind([TRUE, open, open], select(0, 1, 2))).toEqual([1]);
    expect(behind([FALSE, open, open], select(0, 1, 2))).toEqual([2]);
    expect(behind([EITHER, open, two], select(0, 1, 2))).toEqual([0, 1]);
    expect(behind([EITHER, two, open], select(0, 1, 2))).toEqual([0, 2]);
  });
});
