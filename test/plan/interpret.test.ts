import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  EITHER,
  exactly,
  FALSE,
  interpret,
  isFlag,
  MISSING_FLAG,
  MISSING_NUMBER,
  type Node,
  type Possible,
  type PossibleFlag,
  type PossibleNumber,
  settled,
  TRUE,
} from '../../src/plan/index.js';
import {
  compare,
  contains,
  type Exact,
  equal,
  exact,
  type Range,
  ROUNDING_MODES,
} from '../../src/value/index.js';
import { Dice } from '../agreement/arbitrary/dice.js';

// What a node can be while inputs are open holds whatever it comes to once they are known: the table of section 5 of
// the rule language, on random nodes.

/** An input, all it could be, and how it is said to the interpreter. */
interface Open {
  readonly values: readonly Possible[];
  readonly possible: Possible;
}

function openNumber(dice: Dice): Open {
  const low = dice.whole(-4, 4);
  const numbers = dice.times(
    dice.weighted([
      [2, 1],
      [3, 3],
      [1, 12],
    ]),
    (i) => exact(BigInt(low + i), 2n),
  );
  const range: Range = { low: numbers[0] as Exact, high: numbers.at(-1) as Exact };
  const missing = dice.chance(15);
  const few = numbers.length <= 8 && dice.chance(60) ? { among: numbers } : {};
  const values = [...numbers.map(exactly), ...(missing ? [MISSING_NUMBER] : [])];
  return { values, possible: { range, missing, ...few } };
}

function openOption(dice: Dice, size: number): Open {
  const first = dice.whole(0, size - 1);
  const codes = dice.times(dice.whole(1, size - first), (i) => exact(BigInt(first + i)));
  const range = { low: codes[0] as Exact, high: codes.at(-1) as Exact };
  return {
    values: codes.map(exactly),
    possible: { range, missing: false, ...(dice.chance(50) ? { among: codes } : {}) },
  };
}

function openFlag(dice: Dice): Open {
  return dice.pick<Open>([
    { values: [TRUE, FALSE], possible: EITHER },
    { values: [TRUE], possible: TRUE },
    { values: [FALSE], possible: FALSE },
    { values: [MISSING_FLAG], possible: MISSING_FLAG },
    { values: [TRUE, MISSING_FLAG], possible: { yes: true, no: false, missing: true } },
  ]);
}

const OPTIONS = 3;

const select = (when: number, then: number, otherwise: number): Node => ({
  kind: 'select',
  when,
  then,
  otherwise,
});

/** Inputs, and nodes of every kind over them. */
function randomNodes(dice: Dice): { readonly nodes: readonly Node[]; readonly inputs: readonly Open[] } {
  const nodes: Node[] = [];
  const inputs: Open[] = [];
  const numbers: number[] = [];
  const flags: number[] = [];
  const options: number[] = [];
  const add = (node: Node, to: number[]): void => {
    to.push(nodes.push(node) - 1);
  };
  const input = (open: Open, to: number[]): void => add({ kind: 'input', input: inputs.push(open) - 1 }, to);
  for (let i = 0; i < 3; i += 1) input(openNumber(dice), numbers);
  for (let i = 0; i < 2; i += 1) input(openOption(dice, OPTIONS), options);
  for (let i = 0; i < 3; i += 1) input(openFlag(dice), flags);
  for (const value of [exact(-1n), exact(1n, 3n), exact(2n), exact(0n)])
    add({ kind: 'constant', value }, numbers);

  const number = (): number => dice.pick(numbers);
  const flag = (): number => dice.pick(flags);
  const some = (pick: () => number): number[] => dice.times(dice.whole(1, 3), pick);
  const divisor = (): number =>
    nodes.push({ kind: 'constant', value: dice.pick([exact(-3n), exact(2n), exact(1n, 7n)]) }) - 1;
  const kinds: readonly (() => void)[] = [
    () => add({ kind: 'sum', of: some(number) }, numbers),
    () => add({ kind: 'product', left: number(), right: number() }, numbers),
    () => add({ kind: 'quotient', left: number(), right: divisor() }, numbers),
    () =>
      add(
        {
          kind: 'rounded',
          of: number(),
          step: dice.pick([exact(1n), exact(1n, 4n), exact(3n)]),
          mode: dice.pick(ROUNDING_MODES),
        },
        numbers,
      ),
    () => add({ kind: 'least', of: some(number) }, numbers),
    () => add({ kind: 'greatest', of: some(number) }, numbers),
    () => add({ kind: 'compare', op: dice.pick(['<', '<=', '=']), left: number(), right: number() }, flags),
    () =>
      add(
        { kind: 'compare', op: dice.pick(['<', '=']), left: dice.pick(options), right: dice.pick(options) },
        flags,
      ),
    () => add({ kind: 'compare', op: '=', left: flag(), right: flag() }, flags),
    () => add({ kind: 'all', of: some(flag) }, flags),
    () => add({ kind: 'any', of: some(flag) }, flags),
    () => add({ kind: 'not', of: flag() }, flags),
    () => add(select(flag(), number(), number()), numbers),
    () => add(select(flag(), flag(), flag()), flags),
    () => add({ kind: 'given', of: number() }, numbers),
    () =>
      add(
        {
          kind: 'table',
          keys: [dice.pick(options), flag()],
          sizes: [OPTIONS, 2],
          cells: dice.times(OPTIONS * 2, () => exact(BigInt(dice.whole(-5, 5)))),
        },
        numbers,
      ),
  ];
  for (let i = 0; i < 14; i += 1) dice.pick(kinds)();
  return { nodes, inputs };
}

/** Whether a settled value is one of those that a set allows. */
function allows(set: Possible, point: Possible): boolean {
  if (isFlag(point)) {
    const flags = set as PossibleFlag;
    return (!point.yes || flags.yes) && (!point.no || flags.no) && (!point.missing || flags.missing);
  }
  const numbers = set as PossibleNumber;
  if (point.missing && !numbers.missing) return false;
  if (point.range === null) return numbers.missing;
  const { low } = point.range;
  const among = numbers.among?.some((one) => equal(one, low)) ?? true;
  return numbers.range !== null && contains(numbers.range, low) && among;
}

function* everyWay(inputs: readonly Open[], dice: Dice, most: number): Generator<readonly Possible[]> {
  for (let i = 0; i < most; i += 1) yield inputs.map((one) => dice.pick(one.values));
}

const seed = fc.nat(0x7fffffff);

test('whatever the open inputs turn out to be, every node comes to something that was allowed', () => {
  let open = 0;
  let nodesSeen = 0;
  fc.assert(
    fc.property(seed, (from) => {
      const dice = new Dice(from);
      const { nodes, inputs } = randomNodes(dice);
      const sets = interpret(
        nodes,
        inputs.map((one) => one.possible),
      );
      nodesSeen += sets.length;
      open += sets.filter((set) => !settled(set)).length;
      for (const inputsNow of everyWay(inputs, dice, 24)) {
        const points = interpret(nodes, inputsNow);
        for (const [id, point] of points.entries()) {
          if (!settled(point))
            throw new Error(`node ${id} ${show(nodes[id])} is not settled by known inputs`);
          if (!allows(sets[id] as Possible, point))
            throw new Error(
              `node ${id} ${show(nodes[id])} came to ${show(point)}, outside ${show(sets[id])}`,
            );
        }
      }
    }),
    { numRuns: 800 },
  );
  // The sets are real ones: much of what is computed is open.
  expect(open).toBeGreaterThan(nodesSeen / 4);
});

test('knowing more allows no more', () => {
  fc.assert(
    fc.property(seed, (from) => {
      const dice = new Dice(from);
      const { nodes, inputs } = randomNodes(dice);
      const known = dice.whole(0, inputs.length - 1);
      const sets = interpret(
        nodes,
        inputs.map((one) => one.possible),
      );
      const narrowed = interpret(
        nodes,
        inputs.map((one, i) => (i === known ? dice.pick(one.values) : one.possible)),
      );
      for (const [id, set] of narrowed.entries()) {
        if (isFlag(set)) expect(allows(sets[id] as Possible, set)).toBe(true);
        else if (set.range !== null) {
          const before = (sets[id] as PossibleNumber).range as Range;
          expect(compare(before.low, set.range.low)).not.toBe(1);
          expect(compare(before.high, set.range.high)).not.toBe(-1);
        }
      }
    }),
    { numRuns: 400 },
  );
});

const show = (value: unknown): string =>
  JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? `${inner}` : inner));
