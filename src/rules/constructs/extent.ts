import { addRanges, hull, only, ZERO } from '../../value/index.js';
import { larger, morePlaces } from '../digits.js';
import type { Expression } from '../formula/index.js';
import type { Extent } from './contract.js';
import type { Take } from './section/document.js';

type Sized = Expression | Extent;

/** The same from several values: one of them, or (`added`) their sum. Empty for flags, options and codes. */
function joined(values: readonly Sized[], added: boolean): Extent {
  const all = values as readonly Extent[];
  const none = all.some((v) => v.maybeNone === true) ? ({ maybeNone: true } as const) : {};
  const numbers = all.filter((v) => v.range !== undefined);
  if (numbers.length === 0) return none;
  const places = numbers.map((v) => v.places).reduce(morePlaces);
  const sizes = numbers.map((v) => v.size);
  return {
    range: numbers.map((v) => v.range).reduce(added ? addRanges : hull),
    places,
    // Sums of quotients multiply their denominators, so their digits add up.
    size: added ? (places ?? sizes.reduce((a, b) => a + b)) : sizes.reduce(larger),
    ...none,
  };
}

/** What any one of several values can come to. */
export function extentOf(values: readonly Sized[]): Extent {
  return joined(values, false);
}

/** What the sum of all of them can come to. */
export function sumExtent(values: readonly Sized[]): Extent {
  return joined(values, true);
}

const NOTHING: Extent = { range: only(ZERO), places: 0, size: 0 };

/** What those of several values that hold can come to together, where 0 stands for none of them. */
export function heldExtent(take: Take, values: readonly Sized[]): Extent {
  if (take !== 'sum') return extentOf([...values, NOTHING]);
  return sumExtent([NOTHING, ...values.map((v) => extentOf([v, NOTHING]))]);
}
