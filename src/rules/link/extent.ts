import {
  addRanges,
  decimalPlaces,
  type Exact,
  greatestOf,
  hull,
  leastOf,
  MOST_DIGITS,
  multiplyRanges,
  only,
  type Range,
  type RoundingMode,
  roundExact,
  ZERO,
} from '../../value/index.js';
import type { Extent } from '../constructs/index.js';
import type { NumberFacts } from '../formula/index.js';
import type { Grid } from './grid.js';

const larger = (a: number, b: number): number => (a > b ? a : b);

/** Decimal places that write a number, or the digits of the denominator of one that never ends. */
const sizeOf = (x: Exact): number => decimalPlaces(x) ?? String(x.d).length;

/** What any of some constants is, or of a value that the file does not know and that lies on a grid. At least one of them. */
export function spread(constants: readonly Exact[], open?: Grid): NumberFacts {
  const written = open === undefined ? constants : [...constants, open.range.low, open.step];
  const ranges: Range[] = [...constants.map(only), ...(open === undefined ? [] : [open.range])];
  const all = written.map(decimalPlaces);
  return {
    range: ranges.reduce(hull),
    // A constant such as 10/3 stays a quotient and must be rounded before it is money.
    places: all.some((one) => one === null) ? null : all.map((one) => one ?? 0).reduce(larger, 0),
    size: written.map(sizeOf).reduce(larger, 0),
  };
}

/** What stands on a part around its value. */
export interface Bounds {
  readonly atLeast?: Exact;
  readonly atMost?: Exact;
  readonly weight?: Exact;
  readonly round?: { readonly step: Exact; readonly mode: RoundingMode };
}

/** What a part can come to: its value, then bounds, weight and rounding; 0 too where it can be left out. */
export function boundedExtent(extent: Extent, bounds: Bounds, leftOut: boolean): Extent {
  if (extent.range === undefined) return extent;
  const { atLeast, atMost, weight, round } = bounds;
  let { range } = extent;
  let places = extent.places ?? null;
  let size = extent.size ?? 0;
  if (atLeast !== undefined) range = greatestOf(range, only(atLeast));
  if (atMost !== undefined) range = leastOf(range, only(atMost));
  for (const bound of [atLeast, atMost]) {
    if (bound === undefined) continue;
    const own = decimalPlaces(bound);
    places = places === null || own === null ? null : larger(places, own);
    size = larger(size, sizeOf(bound));
  }
  if (weight !== undefined) {
    const own = decimalPlaces(weight);
    range = multiplyRanges(range, only(weight));
    places = places === null || own === null ? null : places + own;
    size += sizeOf(weight);
  }
  if (round !== undefined) {
    const { step, mode } = round;
    range = { low: roundExact(range.low, step, mode), high: roundExact(range.high, step, mode) };
    places = decimalPlaces(step);
    size = sizeOf(step);
  }
  if (leftOut) range = hull(range, only(ZERO));
  return { range, places, size: places ?? size };
}

const digits = (x: Exact): number => ((x.n < 0n ? -x.n : x.n) > x.d ? x.n : x.d).toString().length;

/** Whether a value could need more digits than the reference arithmetic is proved exact for. */
export function tooManyDigits({ range, size }: Extent): boolean {
  if (range === undefined) return false;
  return digits(range.low) + (size ?? 0) > MOST_DIGITS || digits(range.high) + (size ?? 0) > MOST_DIGITS;
}

/** The smallest extent that holds both. */
export function eitherExtent(a: Extent, b: Extent): Extent {
  if (a.range === undefined) return b;
  if (b.range === undefined) return a;
  const [p, q] = [a.places ?? null, b.places ?? null];
  return {
    range: hull(a.range, b.range),
    places: p === null || q === null ? null : larger(p, q),
    size: larger(a.size ?? 0, b.size ?? 0),
  };
}

/** What two numbers come to together. */
export function addExtents(a: Extent, b: Extent): Extent {
  if (a.range === undefined) return b;
  if (b.range === undefined) return a;
  const [p, q] = [a.places ?? null, b.places ?? null];
  const places = p === null || q === null ? null : larger(p, q);
  return { range: addRanges(a.range, b.range), places, size: places ?? (a.size ?? 0) + (b.size ?? 0) };
}
