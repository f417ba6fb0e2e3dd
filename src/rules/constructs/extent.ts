import { hull, type Range } from '../../value/index.js';
import type { Expression } from '../formula/index.js';
import type { Extent } from './contract.js';

type Numeric = { readonly range?: Range; readonly places?: number | null; readonly size?: number };

/** What any of several values can come to; empty for flags and options. */
export function extentOf(values: readonly (Expression | Numeric)[]): Extent {
  const numbers = values as readonly Numeric[];
  const ranges = numbers.map((v) => v.range).filter((r) => r !== undefined);
  if (ranges.length === 0) return {};
  const largest = (a: number, b: number): number => (a > b ? a : b);
  const places = numbers.some((v) => v.places === null)
    ? null
    : numbers.map((v) => v.places ?? 0).reduce(largest, 0);
  return { range: ranges.reduce(hull), places, size: numbers.map((v) => v.size ?? 0).reduce(largest, 0) };
}
