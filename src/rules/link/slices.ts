import {
  add,
  compare,
  contains,
  decimalPlaces,
  type Exact,
  formatExact,
  greatest,
  hull,
  least,
  multiply,
  only,
  type Range,
  subtract,
  ZERO,
} from '../../value/index.js';
import { larger } from '../digits.js';
import type { SliceDocument } from '../document.js';
import type { LinkedSlices } from '../rule-set.js';
import type { Path } from '../text/index.js';
import type { Linker } from './linker.js';

/**
 * Settles the slices of one row. Issues: `rules.number`, `rules.needsRounding` for a rate that never ends,
 * `rules.cutsNotIncreasing` (the first lies above 0), `rules.printedDiffers` with `at`, `said` and `computed`.
 */
export function linkSlices(linker: Linker, document: SliceDocument, path: Path): LinkedSlices | null {
  const count = linker.issues.length;
  const bands = document.bands.map(({ up_to, rate }) => {
    const at: Path = [...path, 'up_to', up_to];
    return { upTo: linker.constant(up_to, at), rate: rateOf(linker, rate, at) };
  });
  const last = rateOf(linker, document.otherwise, [...path, 'otherwise']);
  const atLeast =
    document.at_least === undefined ? undefined : linker.constant(document.at_least, [...path, 'at_least']);
  let before = ZERO;
  for (const [i, { upTo }] of bands.entries()) {
    if (compare(before, upTo) >= 0) {
      const values = { cut: formatExact(upTo), before: formatExact(before) };
      linker.refuse('rules.cutsNotIncreasing', [...path, 'up_to', document.bands[i]?.up_to ?? ''], values);
      break;
    }
    before = upTo;
  }
  if (linker.issues.length > count) return null;
  const slices: LinkedSlices = { bands, last, ...(atLeast === undefined ? {} : { atLeast }) };
  for (const { at, is } of document.printed) {
    const computed = marginalAt(slices, linker.constant(at, [...path, 'printed', at]));
    if (compare(computed, linker.constant(is, [...path, 'printed', at])) !== 0)
      linker.refuse('rules.printedDiffers', [...path, 'printed', at], {
        at,
        said: is,
        computed: formatExact(computed),
      });
  }
  return linker.issues.length > count ? null : slices;
}

function rateOf(linker: Linker, text: string, path: Path): Exact {
  const rate = linker.constant(text, path);
  if (decimalPlaces(rate) === null) linker.refuse('rules.needsRounding', path, { constant: text });
  return rate;
}

/** The sum of the slices of a number, each at its rate; the first rate also runs below 0. */
export function marginalAt({ bands, last, atLeast }: LinkedSlices, x: Exact): Exact {
  let sum = ZERO;
  let from: Exact | null = null;
  for (const { upTo, rate } of bands) {
    const inside = least(x, upTo);
    if (from === null) sum = multiply(rate, inside);
    else if (compare(inside, from) > 0) sum = add(sum, multiply(rate, subtract(inside, from)));
    from = upTo;
  }
  if (from === null) sum = multiply(last, x);
  else if (compare(x, from) > 0) sum = add(sum, multiply(last, subtract(x, from)));
  return atLeast === undefined ? sum : greatest(sum, atLeast);
}

/** All that the sum can come to: it turns only at the cuts, so that these and the ends of the range hold its extremes. */
export function marginalOver(slices: LinkedSlices, range: Range): Range {
  const turns = slices.bands.map((band) => band.upTo).filter((cut) => contains(range, cut));
  return [range.low, ...turns, range.high].map((x) => only(marginalAt(slices, x))).reduce(hull);
}

/** Decimal places that a sum can have more than the number it is taken of. */
export function marginalPlaces({ bands, last, atLeast }: LinkedSlices): number {
  const most = (numbers: readonly Exact[]): number =>
    numbers.map((x) => decimalPlaces(x) ?? 40).reduce(larger, 0);
  const sum = most([last, ...bands.map((band) => band.rate)]) + most(bands.map((band) => band.upTo));
  const floor = most(atLeast === undefined ? [] : [atLeast]);
  return larger(sum, floor);
}
