import {
  decimalPlaces,
  type Exact,
  greatestOf,
  hull,
  leastOf,
  MOST_DIGITS,
  multiplyRanges,
  only,
  ZERO,
} from '../../value/index.js';
import type { CheckedValue, Extent } from '../constructs/index.js';
import type { Expression, Type } from '../formula/index.js';
import { POINTS } from './tier-choice.js';

/** What a part can come to once its bounds, weight and condition are applied. */
export function boundedExtent(
  extent: Extent,
  atLeast: Exact | undefined,
  atMost: Exact | undefined,
  weight: Exact | undefined,
  conditional: boolean,
): Extent {
  if (extent.range === undefined) return extent;
  let { range } = extent;
  if (atLeast !== undefined) range = greatestOf(range, only(atLeast));
  if (atMost !== undefined) range = leastOf(range, only(atMost));
  if (weight !== undefined) range = multiplyRanges(range, only(weight));
  if (conditional) range = hull(range, only(ZERO));
  const boundPlaces = [atLeast, atMost]
    .map((b) => (b === undefined ? 0 : (decimalPlaces(b) ?? 40)))
    .reduce((a, b) => (a > b ? a : b));
  const weightPlaces = weight === undefined ? 0 : decimalPlaces(weight);
  const own = extent.places ?? null;
  const places =
    own === null || weightPlaces === null ? null : (own > boundPlaces ? own : boundPlaces) + weightPlaces;
  const size =
    (extent.size ?? 0) +
    boundPlaces +
    (weight === undefined ? 0 : (decimalPlaces(weight) ?? String(weight.d).length));
  return { range, places, size: places ?? size };
}

const digits = (x: Exact): number => ((x.n < 0n ? -x.n : x.n) > x.d ? x.n : x.d).toString().length;

/** Whether a value could need more digits than the reference arithmetic is proved exact for. */
export function tooManyDigits({ range, size }: Extent): boolean {
  if (range === undefined) return false;
  return digits(range.low) + (size ?? 0) > MOST_DIGITS || digits(range.high) + (size ?? 0) > MOST_DIGITS;
}

/** The type of what a construct gives. */
export function typeOf(value: CheckedValue): Type {
  switch (value.kind) {
    case 'formula':
      return value.is.type;
    case 'options':
      return (value.values[0] as Expression).type;
    case 'bands':
      return value.otherwise.type;
    case 'best_of':
      return (value.cases[0] as { readonly is: Expression }).is.type;
    case 'section':
      return POINTS;
  }
}
