import { addRanges, hull, only, type Range, ZERO } from '../../value/index.js';
import type { Expression } from '../formula/index.js';
import type { Extent } from './contract.js';
import type { Take } from './section/document.js';

type Sized = Expression | Extent;
const larger = (a: number, b: number): number => (a > b ? a : b);

/** The same from several values: one of them, or (`added`) their sum. Empty for flags, options and codes. */
function joined(values: readonly Sized[], added: boolean): Extent {
  const all = values as readonly Extent[];
  const none = all.some((v) => v.maybeNone === true) ? ({ maybeNone: true } as const) : {};
  const ranges = all.map((v) => v.range).filter((r): r is Range => r !== undefined);
  if (ranges.length === 0) return none;
  const unending = all.some((v) => v.places === null);
  const sizes = all.map((v) => v.size ?? 0);
  return {
    range: ranges.reduce(added ? addRanges : hull),
    places: unending ? null : all.map((v) => v.places ?? 0).reduce(larger, 0),
    // Sums of quotients multiply their denominators, so their digits add up.
    size: added && unending ? sizes.reduce((a, b) => a + b, 0) : sizes.reduce(larger, 0),
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
