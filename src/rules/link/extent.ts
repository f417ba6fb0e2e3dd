import {
  decimalPlaces,
  type Exact,
  greatestOf,
  hull,
  leastOf,
  multiplyRanges,
  only,
  type Range,
  type RoundingMode,
  roundExact,
  ZERO,
} from '../../value/index.js';
import type { Extent } from '../constructs/index.js';
import { larger, morePlaces } from '../digits.js';
import type { NumberFacts } from '../formula/index.js';
import type { Grid } from './grid.js';

/** Decimal places that write a number, or the digits of the denominator of one that never ends. */
const sizeOf = (x: Exact): number => decimalPlaces(x) ?? String(x.d).length;

/** What any of some constants is, or of a value that the file does not know and that lies on a grid. At least one of them. */
export function spread(constants: readonly Exact[], open?: Grid): NumberFacts {
  const written = open === undefined ? constants : [...constants, open.range.low, open.step];
  const ranges: Range[] = [...constants.map(only), ...(open === undefined ? [] : [open.range])];
  return {
    range: ranges.reduce(hull),
    // A constant such as 10/3 stays a quotient and must be rounded before it is money.
    places: written.map(decimalPlaces).reduce(morePlaces),
    size: written.map(sizeOf).reduce(larger),
  };
}

/** What stands on a part around its value. */
export interface Bounds {
  readonly atLeast?: Exact;
  readonly atMost?: Exact;
  readonly weight?: Exact;
  readonly round?: { readonly step: Exact; readonly mode: RoundingMode };
}

/**
 * What a part can come to: its value, then bounds, weight and rounding; 0 too where it can be left out. Where its places
 * are `null` it is refused.
 */
export function boundedExtent(extent: Extent, bounds: Bounds, leftOut: boolean): Extent {
  if (extent.range === undefined) return extent;
  let { range, places }: Pick<NumberFacts, 'range' | 'places'> = extent;
  const { atLeast, atMost, weight, round } = bounds;
  if (atLeast !== undefined) range = greatestOf(range, only(atLeast));
  if (atMost !== undefined) range = leastOf(range, only(atMost));
  for (const bound of [atLeast, atMost])
    if (bound !== undefined) places = morePlaces(places, decimalPlaces(bound));
  if (weight !== undefined) {
    const own = decimalPlaces(weight);
    range = multiplyRanges(range, only(weight));
    places = places === null || own === null ? null : places + own;
  }
  if (round !== undefined) {
    const { step, mode } = round;
    range = { low: roundExact(range.low, step, mode), high: roundExact(range.high, step, mode) };
    places = decimalPlaces(step);
  }
  if (leftOut) range = hull(range, only(ZERO));
  return { range, places, size: places ?? 0 };
}
