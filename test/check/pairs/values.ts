import fc from 'fast-check';
import { alike, isRange, type Piece, paired, type Side } from '../../../src/check/pairs/side.js';
import { calendarValue, type Node } from '../../../src/plan/index.js';
import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  floor,
  greatest,
  least,
  multiply,
  type Range,
  roundExact,
  subtract,
} from '../../../src/value/index.js';

// What a node comes to for one student of whom all is known: a number, known not to exist, or nothing as it does not count.

export type Value = Exact | 'none' | 'gone';
export type ValuePair = readonly [Value, Value];

export const half = (n: number): Exact => exact(BigInt(n), 2n);
const isNumber = (value: Value): value is Exact => typeof value === 'object';
const same = (x: Value, y: Value): boolean => (isNumber(x) && isNumber(y) ? compare(x, y) === 0 : x === y);
const flag = (is: boolean): Exact => exact(is ? 1n : 0n);
const isYes = (value: Value): boolean => isNumber(value) && value.n === 1n;
const isNo = (value: Value): boolean => isNumber(value) && value.n === 0n;

/** Nothing comes of what does not count, and else none of what does not exist. */
function ofNumbers(of: readonly Value[], how: (...numbers: readonly Exact[]) => Value): Value {
  if (of.includes('gone')) return 'gone';
  return of.includes('none') ? 'none' : how(...(of as readonly Exact[]));
}

/** A node by what its operands come to, in the order of `operands`. */
export function valueIn(node: Node, of: readonly Value[], rows: readonly number[] = []): Value {
  switch (node.kind) {
    case 'constant':
      return node.value;
    case 'none':
      return 'none';
    case 'figure':
    case 'given':
      return of[0] as Value;
    case 'sum':
      return ofNumbers(of, (...all) => all.reduce(add));
    case 'product':
      return ofNumbers(of, (x, y) => multiply(x as Exact, y as Exact));
    case 'quotient': {
      const [x, y] = of as ValuePair;
      const { low, high } = node.divisor;
      const counts = !isNumber(y) || (compare(y, low) >= 0 && compare(y, high) <= 0);
      return ofNumbers([x, counts ? y : 'gone'], () => divide(x as Exact, y as Exact));
    }
    case 'rounded':
      return ofNumbers(of, (x) => roundExact(x as Exact, node.step, node.mode));
    case 'least':
      return ofNumbers(of, (...all) => all.reduce(least));
    case 'greatest':
      return ofNumbers(of, (...all) => all.reduce(greatest));
    case 'compare':
      return ofNumbers(of, (x, y) => {
        const order = compare(x as Exact, y as Exact);
        return flag(node.op === '<' ? order < 0 : node.op === '<=' ? order <= 0 : order === 0);
      });
    case 'all':
      return of.some(isNo) ? flag(false) : of.every(isYes) ? flag(true) : 'gone';
    case 'any':
      return of.some(isYes) ? flag(true) : of.every(isNo) ? flag(false) : 'gone';
    case 'not':
      return ofNumbers(of, (x) => flag(isNo(x as Exact)));
    case 'select': {
      const [when, then, otherwise] = of as readonly [Value, Value, Value];
      return isNumber(when) ? (isYes(when) ? then : otherwise) : when;
    }
    case 'table': {
      const beyond = (key: Value, i: number): boolean =>
        isNumber(key) && (key.n < 0n || compare(key, exact(BigInt((node.sizes[i] as number) - 1))) > 0);
      const rows = of.map((key, i) => (beyond(key, i) ? 'gone' : key));
      return ofNumbers(rows, (...keys) => {
        const places = keys.map((key) => Number(floor(key)));
        return node.cells[places.reduce((at, key, i) => at * (node.sizes[i] as number) + key, 0)] as Exact;
      });
    }
    case 'row':
      return ofNumbers(of, (code) => exact(BigInt(rows[Number((code as Exact).n)] as number)));
    case 'calendar':
      return ofNumbers(of, (...days) =>
        exact(
          BigInt(
            calendarValue(
              node.op,
              days.map((day) => Number(floor(day))),
            ),
          ),
        ),
      );
    case 'isNone':
      return of[0] === 'gone' ? 'gone' : flag(of[0] === 'none');
    case 'ifNone':
      return of[0] === 'none' ? (of[1] as Value) : (of[0] as Value);
    default:
      throw new Error(`${node.kind} is told from outside`);
  }
}

const within = (side: Side, value: Value): boolean =>
  isRange(side)
    ? isNumber(value) && compare(side.low, value) <= 0 && compare(side.high, value) >= 0
    : side === value;

/** Whether a piece speaks of a pair. */
export const covers = ({ a, b, d }: Piece, [x, y]: ValuePair): boolean =>
  within(a, x) &&
  within(b, y) &&
  (a !== b || same(x, y)) &&
  (d === null || (isNumber(x) && isNumber(y) && within(d, subtract(y, x))));

/** Some pairs of which a piece speaks: at the ends of both sides and of the difference, and between. */
export function someOf(piece: Piece): readonly ValuePair[] {
  const { a, b, d } = piece;
  const ends = (side: Side): readonly Value[] =>
    isRange(side) ? [side.low, side.high, divide(add(side.low, side.high), exact(2n))] : [side];
  const found = ends(a).flatMap((x): ValuePair[] => {
    if (a === b) return [[x, x]];
    const away = d === null || !isNumber(x) ? [] : [d.low, d.high].map((by) => add(x, by));
    return [...ends(b), ...away].map((y) => [x, y]);
  });
  return found.filter((pair) => covers(piece, pair));
}

/** A choice between two nodes. */
export const choiceOf = (when: number, then: number, otherwise: number): Node => ({
  kind: 'select',
  when,
  then,
  otherwise,
});

const textOf = (value: Value): string => (isNumber(value) ? `${value.n}/${value.d}` : value);
/** A pair of values as a text, to hold sets of them against each other. */
export const pairText = ([x, y]: ValuePair): string => `${textOf(x)} ${textOf(y)}`;

/** The pairs that are said to be possible, where all pieces are single values; throws where one is not. */
export const pairsSaid = (pieces: readonly Piece[]): readonly string[] =>
  pieces.map(({ a, b }) => {
    const single = (side: Side): Value => {
      if (!isRange(side)) return side;
      if (compare(side.low, side.high) !== 0) throw new Error('more than one value');
      return side.low;
    };
    return pairText([single(a), single(b)]);
  });

/** Numbers from -3 to 3 by halves. */
const numbers = fc.integer({ min: -6, max: 6 }).map(half);
const ranges: fc.Arbitrary<Range> = fc
  .tuple(numbers, numbers)
  .map(([x, y]) => ({ low: least(x, y), high: greatest(x, y) }));
const nothing = fc.constantFrom<Side>('none', 'gone');

const sides: fc.Arbitrary<Side> = fc.oneof({ weight: 5, arbitrary: ranges }, nothing);
const single: fc.Arbitrary<Side> = fc.oneof(
  { weight: 5, arbitrary: numbers.map((x): Side => ({ low: x, high: x })) },
  nothing,
);

const piecesOf = (side: fc.Arbitrary<Side>, difference = ranges): fc.Arbitrary<Piece> =>
  fc
    .tuple(side, side, fc.option(difference), fc.boolean())
    .map(([a, b, d, both]) => (both ? alike(a) : paired(a, b, d)))
    .filter((piece) => piece !== null);

/** What a node can be for the two, said in a few pieces. */
export const operand = fc.array(piecesOf(sides), { minLength: 1, maxLength: 3 });
/** The same of single values only. */
export const singles = fc.array(piecesOf(single), { minLength: 1, maxLength: 3 });

const flagSide: fc.Arbitrary<Side> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(flag(false), flag(true)).map((x): Side => ({ low: x, high: x })) },
  nothing,
);
export const flags = fc.array(piecesOf(flagSide), { minLength: 1, maxLength: 4 });

/** Whole numbers from 0 up to less than `size`, and one beyond on either side. */
export const keys = (size: number, one = false): fc.Arbitrary<readonly Piece[]> => {
  const whole = (min: number, max: number): fc.Arbitrary<Range> =>
    fc
      .tuple(fc.integer({ min, max }), fc.integer({ min, max }))
      .map(([x, y]) => ({ low: exact(BigInt(Math.min(x, y))), high: exact(BigInt(Math.max(x, y))) }));
  const at = whole(-1, size).map(({ low, high }): Side => ({ low, high: one ? low : high }));
  const side = fc.oneof({ weight: 6, arbitrary: at }, nothing);
  return fc.array(piecesOf(side, whole(-2, 2)), { minLength: 1, maxLength: 2 });
};

/** Days of some years about a leap year. */
const day = fc.integer({ min: 18_200, max: 19_500 }).map((n) => exact(BigInt(n)));
const dayRange: fc.Arbitrary<Range> = fc
  .tuple(day, fc.integer({ min: 0, max: 500 }))
  .map(([low, more]) => ({ low, high: add(low, exact(BigInt(more))) }));
const apart: fc.Arbitrary<Range> = fc
  .tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 400 }))
  .map(([low, more]) => ({ low: exact(BigInt(low)), high: exact(BigInt(low + more)) }));
export const days: fc.Arbitrary<readonly Piece[]> = fc.array(
  fc
    .tuple(
      fc.oneof({ weight: 6, arbitrary: dayRange as fc.Arbitrary<Side> }, nothing),
      dayRange,
      fc.option(apart),
      fc.boolean(),
    )
    .map(([a, b, d, both]) => (both ? alike(a) : paired(a, b, d)))
    .filter((piece) => piece !== null),
  { minLength: 1, maxLength: 2 },
);
export const singleDays: fc.Arbitrary<readonly Piece[]> = fc.array(
  fc.tuple(day, day, fc.boolean()).map(([x, y, both]) => {
    const at = (low: Exact): Side => ({ low, high: low });
    return both ? alike(at(x)) : (paired(at(x), at(y), null) as Piece);
  }),
  { minLength: 1, maxLength: 3 },
);
