import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { interpret, isFlag, type PossibleNumber, settled } from '../../src/plan/index.js';
import { compare, type Range } from '../../src/value/index.js';
import { Dice } from '../agreement/arbitrary/dice.js';
import { allows, KINDS, type Open, randomNodes } from './random-nodes.js';

// What a node can be while inputs are open holds whatever it comes to once they are known: the table of section 5 of
// the rule language, on random nodes of every kind.

const oneOf = (inputs: readonly Open[], dice: Dice) => inputs.map((one) => dice.pick(one.values));

const seed = fc.nat(0x7fffffff);

test('whatever the open inputs turn out to be, every node comes to something that was allowed', () => {
  fc.assert(
    fc.property(seed, (from) => {
      const dice = new Dice(from);
      const { nodes, inputs } = randomNodes(dice);
      const sets = interpret(nodes, (input) => inputs[input]?.possible);
      for (let i = 0; i < 24; i += 1) {
        const now = oneOf(inputs, dice);
        const points = interpret(nodes, (input) => now[input]);
        for (const [id, point] of points.entries()) {
          if (!settled(point))
            throw new Error(`node ${id} ${show(nodes[id])} is not settled by known inputs: ${show(point)}`);
          const set = sets[id];
          if (set === undefined || !allows(set, point))
            throw new Error(`node ${id} ${show(nodes[id])} came to ${show(point)}, outside ${show(set)}`);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

test('the random nodes are of every kind, and much of what is computed of them is open', () => {
  let open = 0;
  let nodesSeen = 0;
  const kinds = new Map<string, number>();
  for (let from = 0; from < 1_000; from += 1) {
    const { nodes, inputs } = randomNodes(new Dice(from));
    const sets = interpret(nodes, (input) => inputs[input]?.possible);
    nodesSeen += sets.length;
    open += sets.filter((set) => !settled(set)).length;
    for (const { kind } of nodes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  expect(open).toBeGreaterThan(nodesSeen / 4);
  expect(KINDS.filter((kind) => (kinds.get(kind) ?? 0) < 100)).toEqual([]);
});

test('knowing more allows no more', () => {
  fc.assert(
    fc.property(seed, (from) => {
      const dice = new Dice(from);
      const { nodes, inputs } = randomNodes(dice);
      const known = dice.whole(0, inputs.length - 1);
      const value = dice.pick(inputs[known]?.values ?? []);
      const sets = interpret(nodes, (input) => inputs[input]?.possible);
      const narrowed = interpret(nodes, (input) => (input === known ? value : inputs[input]?.possible));
      for (const [id, set] of narrowed.entries()) {
        const before = sets[id];
        if (before === undefined) throw new Error('fewer nodes');
        expect([set.missing && !before.missing, set.none && !before.none]).toEqual([false, false]);
        if (isFlag(set)) {
          if (set.yes || set.no) expect(allows(before, { ...set, missing: false, none: false })).toBe(true);
        } else if ('range' in set && set.range !== null) {
          const { low, high } = (before as PossibleNumber).range as Range;
          expect([compare(low, set.range.low), compare(set.range.high, high)]).not.toContain(1);
        }
      }
    }),
    { numRuns: 500 },
  );
});

const show = (value: unknown): string =>
  JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? `${inner}` : inner));
