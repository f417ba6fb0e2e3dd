import {
  addRanges,
  compare,
  contains,
  decimalPlaces,
  divide,
  divideRanges,
  type Exact,
  equal,
  error,
  formatExact,
  greatestOf,
  leastOf,
  multiplyRanges,
  negateRange,
  ONE,
  ROUNDING_MODES,
  roundExact,
  ZERO,
} from '../../value/index.js';
import { digits, larger, morePlaces } from '../digits.js';
import type { Formula } from './ast.js';
import { bounded, type Checking, noneOf, numberType } from './checking.js';
import { DATE, type Expression, type NumberExpression } from './expression.js';
import { printFormula } from './print.js';
import { Refused } from './refused.js';
import { unitOver, unitTimes } from './units.js';
import type { Wanted } from './wanted.js';

type Of<K extends Formula['kind']> = Formula & { readonly kind: K };

export function negated(c: Checking, f: Formula, wanted: Wanted): Expression {
  const of = c.number(f, wanted);
  const { type, places, size } = of;
  return { kind: 'negate', of, type, range: negateRange(of.range), places, size, ...noneOf(of) };
}

export function absolute(c: Checking, f: Of<'call'>, wanted: Wanted): Expression {
  const of = c.number(f.args[0] as Formula, wanted);
  const range = greatestOf(of.range, negateRange(of.range));
  const low = contains(of.range, ZERO) ? ZERO : range.low;
  const { type, places, size } = of;
  return { kind: 'abs', of, type, range: { low, high: range.high }, places, size, ...noneOf(of) };
}

/** `min` and `max` of numbers, or of dates. */
export function lesserOrGreater(c: Checking, f: Of<'call'>, wanted: Wanted): Expression {
  const kind = f.name === 'min' ? 'least' : 'greatest';
  const telling = f.args.find((arg) => !c.isBare(arg)) ?? (f.args[0] as Formula);
  if (c.check(telling, wanted).type.kind !== 'date') return extreme(kind, c.alike(f.args, wanted));
  const of = f.args.map((arg) => c.date(arg));
  const range = of.map((e) => e.range).reduce(kind === 'least' ? leastOf : greatestOf);
  return { kind, of, type: DATE, range, places: 0, size: 0, ...noneOf(...of) };
}

export function extreme(kind: 'least' | 'greatest', of: readonly NumberExpression[]): NumberExpression {
  const first = of[0] as NumberExpression;
  return {
    kind,
    of,
    type: first.type,
    range: of.map((e) => e.range).reduce(kind === 'least' ? leastOf : greatestOf),
    places: of.map((e) => e.places).reduce(morePlaces),
    size: of.map((e) => e.size).reduce(larger),
    ...noneOf(...of),
  };
}

export function clamped(c: Checking, f: Of<'call'>, wanted: Wanted): Expression {
  const [x, low, high] = c.alike(f.args, wanted) as [NumberExpression, NumberExpression, NumberExpression];
  return extreme('least', [extreme('greatest', [x, low]), high]);
}

export function rounded(c: Checking, f: Of<'call'>, wanted: Wanted): Expression {
  const [x, step, mode] = f.args as [Formula, Formula, Formula];
  const of = c.number(x, wanted);
  const grid = c.number(step, of.type);
  if (grid.kind !== 'number' || compare(grid.value, ZERO) <= 0)
    throw new Refused(error('rules.roundingStep'), step.at);
  const name = printFormula(mode);
  const named = ROUNDING_MODES.find((m) => m === name);
  if (named === undefined) {
    const values = { found: name, modes: ROUNDING_MODES.join(', ') };
    throw new Refused(error('rules.roundingMode', values), mode.at);
  }
  const round = (value: Exact): Exact => roundExact(value, grid.value, named);
  const places = grid.places as number;
  return bounded(
    {
      kind: 'round',
      of,
      step: grid.value,
      mode: named,
      type: of.type,
      range: { low: round(of.range.low), high: round(of.range.high) },
      places,
      size: places,
      ...noneOf(of),
    } as const,
    f.at,
  );
}

export function sum(c: Checking, f: Of<'arithmetic'>, wanted: Wanted): Expression {
  const [left, right] = c.alike([f.left, f.right], wanted) as [NumberExpression, NumberExpression];
  const range = addRanges(left.range, f.op === '+' ? right.range : negateRange(right.range));
  const places = morePlaces(left.places, right.places);
  const size = places === null ? left.size + right.size : places;
  const { type } = left;
  const none = noneOf(left, right);
  return bounded(
    { kind: 'arithmetic', op: f.op, left, right, type, range, places, size, ...none } as const,
    f.at,
  );
}

export function product(c: Checking, f: Of<'arithmetic'>): Expression {
  const left = c.number(f.left, { kind: 'anyNumber' });
  const right = c.number(f.right, { kind: 'anyNumber' });
  const none = noneOf(left, right);
  if (f.op === '*') {
    const places = left.places === null || right.places === null ? null : left.places + right.places;
    const type = numberType(unitTimes(left.type.unit, right.type.unit));
    const range = multiplyRanges(left.range, right.range);
    const size = left.size + right.size;
    return bounded(
      { kind: 'arithmetic', op: '*', left, right, type, range, places, size, ...none } as const,
      f.at,
    );
  }
  if (contains(right.range, ZERO)) {
    const [from, to] = [formatExact(right.range.low), formatExact(right.range.high)];
    throw new Refused(error('rules.divisorZero', { divisor: printFormula(f.right), from, to }), f.right.at);
  }
  const type = numberType(unitOver(left.type.unit, right.type.unit));
  const range = divideRanges(left.range, right.range);
  const size = left.size + right.size + larger(digits(right.range.low), digits(right.range.high));
  const places = left.places === null ? null : dividedPlaces(left.places, right);
  return bounded(
    { kind: 'arithmetic', op: '/', left, right, type, range, places, size, ...none } as const,
    f.at,
  );
}

/** A quotient by a constant such as 2 or 12.5 ends, and is a decimal like any other; by 3 it is none. */
function dividedPlaces(places: number, by: NumberExpression): number | null {
  if (!equal(by.range.low, by.range.high)) return null;
  const more = decimalPlaces(divide(ONE, by.range.low));
  return more === null ? null : places + more;
}
