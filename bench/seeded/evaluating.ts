import type { Ground } from '../../src/check/ground.js';
import {
  evaluate,
  type NodeId,
  type Possible,
  type PossibleFlag,
  type PossibleNumber,
  settled,
} from '../../src/plan/index.js';
import { add, compare, type Exact, ZERO } from '../../src/value/index.js';

type Told = readonly (Possible | undefined)[];
export type Values = Possible[];

/** Works out what some roots rest on, and no other node. */
export class Evaluating {
  private readonly ground: Ground;
  private readonly needed: readonly NodeId[];

  constructor(ground: Ground, roots: readonly NodeId[]) {
    this.ground = ground;
    const needed = new Set(roots);
    for (const id of needed) for (const operand of ground.operandsOf(id)) needed.add(operand);
    this.needed = [...needed].sort((a, b) => a - b);
  }

  of(told: Told): Values {
    const values: Values = new Array(this.ground.plan.nodes.length);
    this.into(values, this.needed, told);
    return values;
  }

  /** Of a student who differs in one input from one that has been worked out. */
  changed(before: Values, told: Told, input: number): Values {
    const values = [...before];
    const changes = this.ground.changesWith(input);
    this.into(
      values,
      this.needed.filter((id) => changes[id] === 1),
      told,
    );
    return values;
  }

  private into(values: Values, nodes: readonly NodeId[], told: Told): void {
    const inputOf = (input: number): Possible | undefined => told[input];
    for (const id of nodes) {
      const node = this.ground.plan.nodes[id];
      if (node !== undefined) values[id] = evaluate(node, values, inputOf);
    }
  }
}

/** Whether a flag is true; what rests on a value that the file does not have is not. */
export const isTrue = (values: Values, node: NodeId): boolean => {
  const { yes, no } = values[node] as PossibleFlag;
  return yes && !no;
};

/** A number; `null` where there is none, or where it rests on a value that the file does not have: then nothing is shown. */
export function numberAt(values: Values, node: NodeId): Exact | null {
  const found = values[node] as PossibleNumber;
  return settled(found) && found.range !== null ? found.range.low : null;
}

/** The sum of several, where each is there. */
export const sumAt = (values: Values, nodes: readonly NodeId[]): Exact | null =>
  nodes.reduce<Exact | null>((sum, node) => {
    const one = numberAt(values, node);
    return sum === null || one === null ? null : add(sum, one);
  }, ZERO);

/** Whether the second is surely less. */
export const isLess = (second: Exact | null, first: Exact | null): boolean =>
  first !== null && second !== null && compare(second, first) < 0;
