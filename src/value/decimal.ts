import { Decimal as Shared } from 'decimal.js';
import { type Exact, formatExact } from './exact.js';
import type { RoundingMode } from './rounding.js';

/** Significant digits of the reference arithmetic: more than any number of a rule file needs, see `MOST_DIGITS`. */
const PRECISION = 1_000;

/** A private clone, frozen: nobody's `Decimal.set` can change a determination. */
const Decimal = Shared.clone({ precision: PRECISION, rounding: Shared.ROUND_HALF_UP, defaults: true });
Object.freeze(Decimal);

export type DecimalNumber = InstanceType<typeof Decimal>;

/** A number of the reference meaning: a quotient that stays one until a named rounding. `den` is above 0. */
export interface Quotient {
  readonly num: DecimalNumber;
  readonly den: DecimalNumber;
}

/** A decimal read from its text. */
export function decimal(text: string): DecimalNumber {
  return new Decimal(text);
}

const UNIT = decimal('1');

/** The number written as `text`: a plain decimal or `n/d`. */
export function quotient(text: string): Quotient {
  const [num = '0', den] = text.split('/');
  return { num: decimal(num), den: den === undefined ? UNIT : decimal(den) };
}

const converted = new WeakMap<Exact, Quotient>();

/** The same number for the reference arithmetic. A constant of a rule file is converted once. */
export function fromExact(x: Exact): Quotient {
  let known = converted.get(x);
  if (known === undefined) {
    known = quotient(formatExact(x));
    converted.set(x, known);
  }
  return known;
}

export const plus = (a: Quotient, b: Quotient): Quotient => ({
  num: a.num.times(b.den).plus(b.num.times(a.den)),
  den: a.den.times(b.den),
});
export const minus = (a: Quotient, b: Quotient): Quotient => plus(a, { num: b.num.negated(), den: b.den });
export const times = (a: Quotient, b: Quotient): Quotient => ({
  num: a.num.times(b.num),
  den: a.den.times(b.den),
});
export const over = (a: Quotient, b: Quotient): Quotient =>
  b.num.isNegative()
    ? { num: a.num.times(b.den).negated(), den: a.den.times(b.num).negated() }
    : { num: a.num.times(b.den), den: a.den.times(b.num) };
export const order = (a: Quotient, b: Quotient): number => a.num.times(b.den).comparedTo(b.num.times(a.den));
export const smaller = (a: Quotient, b: Quotient): Quotient => (order(a, b) <= 0 ? a : b);
export const larger = (a: Quotient, b: Quotient): Quotient => (order(a, b) >= 0 ? a : b);

/** The multiple of `step` that the mode names. Written from the definitions, apart from the integer rounding of the plan. */
export function rounded(x: Quotient, step: Quotient, mode: RoundingMode): Quotient {
  const { num, den } = over(x, step);
  const whole = num.divToInt(den); // toward zero
  const rest = num.minus(whole.times(den)); // same sign as num
  const away = whole.plus(num.isNegative() ? '-1' : '1');
  const twice = rest.abs().times('2').comparedTo(den);
  const pick = (): DecimalNumber => {
    if (rest.isZero()) return whole;
    switch (mode) {
      case 'toward_zero':
        return whole;
      case 'up':
        return num.isNegative() ? whole : away;
      case 'down':
        return num.isNegative() ? away : whole;
      case 'half_away':
        return twice >= 0 ? away : whole;
      case 'half_up':
        if (twice === 0) return num.isNegative() ? whole : away;
        return twice > 0 ? away : whole;
      case 'half_even':
        if (twice === 0) return whole.modulo('2').isZero() ? whole : away;
        return twice > 0 ? away : whole;
    }
  };
  return times({ num: pick(), den: UNIT }, step);
}

/** The written form of a number: the shortest plain decimal, or `n/d` in lowest terms where it never ends. */
export function written(x: Quotient): string {
  // Euclid's way also ends for decimals, at what goes a whole number of times into both.
  let [a, b] = [x.num.abs(), x.den];
  while (!b.isZero()) [a, b] = [b, a.modulo(b)];
  const num = x.num.divToInt(a);
  const den = x.den.divToInt(a);
  let rest = den;
  let places = 0;
  let factor = UNIT;
  for (const prime of ['10', '5', '2']) {
    while (rest.modulo(prime).isZero()) {
      rest = rest.divToInt(prime);
      places += 1;
      factor = factor.times('10');
    }
  }
  if (!rest.equals(UNIT)) return `${num.toFixed()}/${den.toFixed()}`;
  // `factor` is a power of ten that den divides, so the division is exact.
  return num
    .times(factor.divToInt(den))
    .times(decimal(`1e-${places}`))
    .toFixed();
}
