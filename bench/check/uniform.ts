import type { Ground } from '../../src/check/ground.js';
import { interpret, openInput, type Possible } from '../../src/plan/index.js';
import type { Draw } from './draw.js';

/** Where each input of a plan stands for one student of whom everything is known. */
export type Positions = bigint[];

/**
 * Students at random, blind to what the rules turn on: every input anywhere that its declared range allows, each value as
 * likely as the other. Flags and lists are coins; of people who need not be there each is there or not.
 */
export function uniformStudents(ground: Ground, draw: Draw): () => Positions {
  const drawn = ground.whole.map((held): (() => bigint) => {
    const segments = held.kind === 'same' ? held.segments : [];
    const count = segments.reduce((sum, { low, high }) => sum + high - low + 1n, 0n);
    if (count <= 1n) {
      const only = segments[0]?.low ?? 0n;
      return () => only;
    }
    return () => {
      let left = draw.upTo(count - 1n);
      for (const { low, high } of segments) {
        if (left <= high - low) return low + left;
        left -= high - low + 1n;
      }
      throw new RangeError('uniformStudents: outside of every segment');
    };
  });
  return () => drawn.map((one) => one());
}

/** How the plan is told of positions: nothing for what is not given, and a value that the file does not have as all it could be. */
export function telling(ground: Ground): (positions: Positions) => (Possible | undefined)[] {
  const { plan } = ground;
  const told = plan.inputs.map(({ kind }, input): ((at: bigint) => Possible | undefined) => {
    if (kind === 'given') return () => undefined;
    const domain = ground.domain(input);
    if (kind === 'cell') {
      const open = openInput(plan, input, ground.codes);
      return () => open;
    }
    const few = new Map<bigint, Possible>();
    return (at) => {
      const before = few.get(at);
      if (before !== undefined) return before;
      const value = domain.possible({ low: at, high: at });
      if (domain.last < 1_000n) few.set(at, value);
      return value;
    };
  });
  return (positions) => told.map((one, input) => one(positions[input] as bigint));
}

/** What every node comes to for one student, by the interpreter of the compiled plan. */
export const valuesOf = ({ plan }: Ground, inputs: readonly (Possible | undefined)[]): Possible[] =>
  interpret(plan.nodes, (input) => inputs[input]);
