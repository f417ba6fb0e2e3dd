import { type Exact, MOST_DIGITS, type Range } from '../value/index.js';

// Digits and decimal places are counted with the numbers of the machine: no score or amount is among them.

/** The greater of two counts. */
export const larger = (a: number, b: number): number => (a > b ? a : b);

/** Places that write either of two numbers; `null` where one of them never ends. */
export const morePlaces = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : larger(a, b);

/** Digits of the longer of numerator and denominator. */
export function digits(x: Exact): number {
  const most = x.n < 0n ? -x.n : x.n;
  return (most > x.d ? most : x.d).toString().length;
}

/** Whether a number could need more digits than the reference arithmetic is proved exact for; nothing else has any. */
export const tooManyDigits = (
  all:
    | { readonly range: Range; readonly size: number }
    | { readonly range?: undefined; readonly size?: undefined },
): boolean =>
  all.range !== undefined && larger(digits(all.range.low), digits(all.range.high)) + all.size > MOST_DIGITS;
