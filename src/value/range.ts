import { add, compare, divide, type Exact, equal, greatest, least, multiply, negate } from './exact.js';

/** All exact numbers from `low` to `high`, both included. */
export interface Range {
  readonly low: Exact;
  readonly high: Exact;
}

export const only = (x: Exact): Range => ({ low: x, high: x });
export const isSingle = (r: Range): boolean => equal(r.low, r.high);
export const contains = (r: Range, x: Exact): boolean => compare(r.low, x) <= 0 && compare(x, r.high) <= 0;
/** The smallest range that holds both. */
export const hull = (a: Range, b: Range): Range => ({
  low: least(a.low, b.low),
  high: greatest(a.high, b.high),
});

export const addRanges = (a: Range, b: Range): Range => ({
  low: add(a.low, b.low),
  high: add(a.high, b.high),
});
export const negateRange = (a: Range): Range => ({ low: negate(a.high), high: negate(a.low) });
export const leastOf = (a: Range, b: Range): Range => ({
  low: least(a.low, b.low),
  high: least(a.high, b.high),
});
export const greatestOf = (a: Range, b: Range): Range => ({
  low: greatest(a.low, b.low),
  high: greatest(a.high, b.high),
});

function corners(a: Range, b: Range, f: (x: Exact, y: Exact) => Exact): Range {
  const values = [f(a.low, b.low), f(a.low, b.high), f(a.high, b.low), f(a.high, b.high)] as const;
  return { low: values.reduce(least), high: values.reduce(greatest) };
}

export const multiplyRanges = (a: Range, b: Range): Range => corners(a, b, multiply);
/** The quotient of ranges; the divisor's range must not hold 0. */
export const divideRanges = (a: Range, b: Range): Range => corners(a, b, divide);
