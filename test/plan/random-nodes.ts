import type { CalendarOp } from '../../src/plan/calendar.js';
import {
  EITHER,
  exactly,
  FALSE,
  isCode,
  isFlag,
  MISSING_CODE,
  MISSING_FLAG,
  MISSING_NUMBER,
  NO_FLAG,
  NO_NUMBER,
  type Node,
  operands,
  type Possible,
  TRUE,
} from '../../src/plan/index.js';
import { contains, type Exact, equal, exact, type Range, ROUNDING_MODES } from '../../src/value/index.js';
import type { Dice } from '../agreement/arbitrary/dice.js';

/** An input, all it could be, and how it is said to the interpreter. */
export interface Open {
  readonly values: readonly (Possible | undefined)[];
  readonly possible: Possible | undefined;
}

/** Every kind of node. */
export const KINDS: readonly Node['kind'][] = [
  ...([
    'constant',
    'code',
    'none',
    'input',
    'figure',
    'sum',
    'product',
    'quotient',
    'rounded',
    'least',
  ] as const),
  ...(['greatest', 'compare', 'all', 'any', 'not', 'select', 'table', 'row', 'calendar'] as const),
  ...(['isNone', 'ifNone', 'given'] as const),
];

/** What besides a value there can be: missing, and none. */
function besidesOf(dice: Dice, gap: Possible, none: Possible) {
  const besides = { missing: dice.chance(15), none: dice.chance(20) };
  return { besides, values: [...(besides.missing ? [gap] : []), ...(besides.none ? [none] : [])] };
}

function numbersFrom(dice: Dice, all: readonly Exact[]): Open {
  const range: Range = { low: all[0] as Exact, high: all.at(-1) as Exact };
  const { besides, values } = besidesOf(dice, MISSING_NUMBER, NO_NUMBER);
  const few = all.length <= 8 && dice.chance(60) ? { among: all } : {};
  return { values: [...all.map(exactly), ...values], possible: { range, ...besides, ...few } };
}

function openNumber(dice: Dice): Open {
  const low = dice.whole(-4, 4);
  const count = dice.weighted([
    [2, 1],
    [3, 3],
    [1, 12],
  ]);
  return numbersFrom(
    dice,
    dice.times(count, (i) => exact(BigInt(low + i), 2n)),
  );
}

/** A few days around the ends of February in a leap year and a common one, of a year, and of a September. */
function openDay(dice: Dice): Open {
  const first = dice.pick([19_780, 20_145, 19_717, 13_785, 20_358]);
  return numbersFrom(
    dice,
    dice.times(dice.whole(1, 9), (i) => exact(BigInt(first + i))),
  );
}

const OPTIONS = 3;

function openOption(dice: Dice): Open {
  const first = dice.whole(0, OPTIONS - 1);
  const options = dice.times(dice.whole(1, OPTIONS - first), (i) => exact(BigInt(first + i)));
  const range = { low: options[0] as Exact, high: options.at(-1) as Exact };
  const few = dice.chance(50) ? { among: options } : {};
  return { values: options.map(exactly), possible: { range, missing: false, none: false, ...few } };
}

function openFlag(dice: Dice): Open {
  const flag = (yes: boolean, no: boolean, missing: boolean, none: boolean) => ({ yes, no, missing, none });
  return dice.pick<Open>([
    { values: [TRUE, FALSE], possible: EITHER },
    { values: [TRUE], possible: TRUE },
    { values: [FALSE], possible: FALSE },
    { values: [MISSING_FLAG], possible: MISSING_FLAG },
    { values: [TRUE, MISSING_FLAG], possible: flag(true, false, true, false) },
    { values: [NO_FLAG], possible: NO_FLAG },
    { values: [FALSE, NO_FLAG], possible: flag(false, true, false, true) },
  ]);
}

const CODES = ['37', '3715', 'FR'];

function openCode(dice: Dice): Open {
  const codes = dice.some([...CODES, '371501', '·1'], 1, 3).sort();
  const { besides, values } = besidesOf(dice, MISSING_CODE, NO_NUMBER);
  const single = codes.map((code): Possible => ({ codes: [code], missing: false, none: false }));
  return { values: [...single, ...values], possible: { codes, ...besides } };
}

/** A figure that is given, or computed. */
function openGiven(dice: Dice): Open {
  const is = exactly(exact(BigInt(dice.whole(-2, 2))));
  return dice.chance(50) ? { values: [undefined], possible: undefined } : { values: [is], possible: is };
}

const select = (when: number, then: number, otherwise: number): Node => ({
  kind: 'select',
  when,
  then,
  otherwise,
});

type Kind = 'numbers' | 'flags' | 'options' | 'days' | 'codes';

/** Inputs, and nodes of every kind over them, as a rule file can come to: what decides can never be none. */
export function randomNodes(dice: Dice): {
  readonly nodes: readonly Node[];
  readonly inputs: readonly Open[];
} {
  const nodes: Node[] = [];
  const inputs: Open[] = [];
  const ids: Record<Kind, number[]> = { numbers: [], flags: [], options: [], days: [], codes: [] };
  const mayBeNone = new Set<number>();
  const put = (node: Node): number => nodes.push(node) - 1;
  const add = (node: Node, to: Kind): void => {
    const id = put(node);
    const passes = node.kind === 'ifNone' ? [node.otherwise] : node.kind === 'isNone' ? [] : operands(node);
    const none =
      node.kind === 'none' || (node.kind === 'input' && inputs[node.input]?.possible?.none === true);
    if (none || passes.some((one) => mayBeNone.has(one))) mayBeNone.add(id);
    ids[to].push(id);
  };
  const input = (open: Open, to: Kind): void => add({ kind: 'input', input: inputs.push(open) - 1 }, to);

  for (let i = 0; i < 3; i += 1) input(openNumber(dice), 'numbers');
  for (let i = 0; i < 2; i += 1) input(openOption(dice), 'options');
  for (let i = 0; i < 4; i += 1) input(openFlag(dice), 'flags');
  for (let i = 0; i < 2; i += 1) input(openDay(dice), 'days');
  for (let i = 0; i < 2; i += 1) input(openCode(dice), 'codes');
  for (const value of [exact(-1n), exact(1n, 3n), exact(2n), exact(0n)])
    add({ kind: 'constant', value }, 'numbers');
  add({ kind: 'any', of: [] }, 'flags');
  add({ kind: 'none' }, 'numbers');
  add({ kind: 'code', value: '3715' }, 'codes');

  const any = (kind: Kind) => (): number => dice.pick(ids[kind]);
  const [number, option, day, code] = [any('numbers'), any('options'), any('days'), any('codes')];
  const flag = (): number => dice.pick(ids.flags.filter((id) => !mayBeNone.has(id)));
  const some = (pick: () => number): number[] => dice.times(dice.whole(1, 3), pick);
  const kind = (): Kind => dice.pick(['numbers', 'numbers', 'flags', 'days', 'codes', 'options']);
  const over = () => dice.pick(['last_day', 'next_first'] as const);
  const whole = (): number => put({ kind: 'constant', value: exact(BigInt(dice.whole(2_000, 2_030))) });

  const makers: readonly (() => void)[] = [
    () => add({ kind: 'sum', of: some(number) }, 'numbers'),
    () => add({ kind: 'product', left: number(), right: number() }, 'numbers'),
    () => {
      const value = dice.pick([exact(-3n), exact(2n), exact(1n, 7n)]);
      const right = put({ kind: 'constant', value });
      add({ kind: 'quotient', left: number(), right, divisor: { low: value, high: value } }, 'numbers');
    },
    () => {
      // Behind a guard: where the number is above 0.
      const [one, zero] = [number(), put({ kind: 'constant', value: exact(0n) })];
      const when = put({ kind: 'compare', op: '<', left: zero, right: one });
      const divisor = { low: exact(1n, 100n), high: exact(1_000n) };
      const then = put({ kind: 'quotient', left: number(), right: one, divisor });
      if (!mayBeNone.has(one)) add(select(when, then, zero), 'numbers');
    },
    () => {
      const step = dice.pick([exact(1n), exact(1n, 4n), exact(3n)]);
      add({ kind: 'rounded', of: number(), step, mode: dice.pick(ROUNDING_MODES) }, 'numbers');
    },
    () => add({ kind: dice.pick(['least', 'greatest']), of: some(number) }, 'numbers'),
    () => add({ kind: 'compare', op: dice.pick(['<', '<=', '=']), left: number(), right: number() }, 'flags'),
    () => add({ kind: 'compare', op: dice.pick(['<', '=']), left: option(), right: option() }, 'flags'),
    () => add({ kind: 'compare', op: dice.pick(['<', '<=', '=']), left: day(), right: day() }, 'flags'),
    () => add({ kind: 'compare', op: '=', left: code(), right: code() }, 'flags'),
    () => add({ kind: 'compare', op: '=', left: flag(), right: flag() }, 'flags'),
    () => add({ kind: dice.pick(['all', 'any']), of: some(flag) }, 'flags'),
    () => add({ kind: 'not', of: flag() }, 'flags'),
    () => {
      const of = kind();
      add(select(flag(), any(of)(), any(of)()), of);
    },
    () => add({ kind: 'isNone', of: any(kind())() }, 'flags'),
    () => {
      const of = kind();
      add({ kind: 'ifNone', of: any(of)(), otherwise: any(of)() }, of);
    },
    () => add({ kind: 'given', of: number() }, 'numbers'),
    () => {
      const given = inputs.push(openGiven(dice)) - 1;
      add({ kind: 'figure', name: `g${given}`, of: number(), given }, 'numbers');
    },
    () => {
      const cells = dice.times(OPTIONS * 2, () => exact(BigInt(dice.whole(-5, 5))));
      add({ kind: 'table', keys: [option(), flag()], sizes: [OPTIONS, 2], cells }, 'numbers');
    },
    () => {
      const row = put({ kind: 'row', of: code(), codes: CODES, prefix: dice.chance(50) });
      if (operands(nodes[row] as Node).some((one) => mayBeNone.has(one))) mayBeNone.add(row);
      const cells = dice.times(CODES.length + 1, () => exact(BigInt(dice.whole(-5, 5))));
      add({ kind: 'table', keys: [row], sizes: [CODES.length + 1], cells }, 'numbers');
    },
    () => {
      const unit = dice.pick(['day', 'week', 'month', 'year'] as const);
      const op = { kind: 'shift', count: dice.whole(-14, 14), unit, over: over() } as const;
      add({ kind: 'calendar', op, of: [day()] }, 'days');
    },
    () => add({ kind: 'calendar', op: { kind: dice.pick(['year', 'month']) }, of: [day()] }, 'numbers'),
    () => add({ kind: 'calendar', op: { kind: 'date', month: 2, day: 28 }, of: [whole()] }, 'days'),
    () => {
      const leap = dice.pick(['02-28', '03-01'] as const);
      const op = dice.pick<CalendarOp>([
        { kind: 'days' },
        { kind: 'months', over: over() },
        { kind: 'age', leap },
      ]);
      add({ kind: 'calendar', op, of: [day(), day()] }, 'numbers');
    },
  ];
  for (let i = 0; i < 18; i += 1) dice.pick(makers)();
  return { nodes, inputs };
}

/** Whether a settled value is one of those that a set allows. Where it does not count it is nothing, and so allowed. */
export function allows(set: Possible, point: Possible): boolean {
  if ((point.missing && !set.missing) || (point.none && !set.none)) return false;
  if (isFlag(point)) {
    if (!point.yes && !point.no) return true;
    return isFlag(set) && (!point.yes || set.yes) && (!point.no || set.no);
  }
  if (isCode(point))
    return point.codes.length === 0 || (isCode(set) && point.codes.every((code) => set.codes.includes(code)));
  if (point.range === null) return true;
  if (isFlag(set) || isCode(set)) return false;
  const { low } = point.range;
  const among = set.among?.some((one) => equal(one, low)) ?? true;
  return set.range !== null && contains(set.range, low) && among;
}
