import type { LinkedFact, RuleSet } from '../rules/index.js';
import { add, divide, type Exact, exact, floor, multiply, type Range, subtract } from '../value/index.js';
import type { PlanInput } from './input.js';
import type { Node } from './node.js';

/** For every numeric input: the grid positions at which a comparison with a constant turns, rising. Others have none. */
export type Cuts = readonly (readonly bigint[])[];

/** The values of a numeric fact are `low + i × step`. */
export interface Grid {
  readonly low: Exact;
  readonly step: Exact;
  readonly last: bigint;
}

export function gridOf(fact: LinkedFact): Grid {
  const { low, high } = fact.range as Range;
  const step = fact.step as Exact;
  return { low, step, last: divide(subtract(high, low), step).n };
}

export const gridValue = (grid: Grid, index: bigint): Exact =>
  add(grid.low, multiply(exact(index), grid.step));

/** First grid position at or above (`inclusive`) or strictly above a value. */
function firstFrom(grid: Grid, value: Exact, inclusive: boolean): bigint {
  const position = divide(subtract(value, grid.low), grid.step);
  const below = floor(position);
  const on = position.d === 1n;
  return on && inclusive ? below : below + 1n;
}

/**
 * Where an open number has to be split: at the constants it is compared with. Each comparison gives both sides of
 * its constant, so that equality too is settled in every cell.
 */
export function cutsOf(rules: RuleSet, inputs: readonly PlanInput[], nodes: readonly Node[]): Cuts {
  const grids = inputs.map((input) => {
    const fact = input.kind === 'fact' ? rules.facts.find((one) => one.id === input.id) : undefined;
    return fact?.type.kind === 'number' ? gridOf(fact) : null;
  });
  const cuts = inputs.map(() => new Set<bigint>());
  const note = (inputNode: Node, constant: Node): void => {
    if (inputNode.kind !== 'input' || constant.kind !== 'constant') return;
    const grid = grids[inputNode.input];
    if (grid === null || grid === undefined) return;
    for (const inclusive of [true, false]) {
      const position = firstFrom(grid, constant.value, inclusive);
      if (position > 0n && position <= grid.last) (cuts[inputNode.input] as Set<bigint>).add(position);
    }
  };
  for (const node of nodes) {
    const pairs =
      node.kind === 'compare'
        ? [[node.left, node.right]]
        : node.kind === 'least' || node.kind === 'greatest'
          ? node.of.flatMap((a) => node.of.map((b) => [a, b]))
          : [];
    for (const [a, b] of pairs as [number, number][]) {
      note(nodes[a] as Node, nodes[b] as Node);
      note(nodes[b] as Node, nodes[a] as Node);
    }
  }
  return cuts.map((set) => [...set].sort((a, b) => (a < b ? -1 : 1)));
}
