import { atMostOneIn, ONE, productUp, type RoundedUp, scaledUp, sumUp } from './rounded-up.js';

export const MILLION = 1_000_000;
/** One side, 95 %. */
const ERROR = 20n;

/** `(part / MILLION)^n`, rounded up. */
function powerUp(part: bigint, n: number): RoundedUp {
  let square = scaledUp(ONE, part, BigInt(MILLION));
  let power = ONE;
  for (let left = n; left > 0; left = Math.trunc(left / 2)) {
    if (left % 2 === 1) power = productUp(power, square);
    square = productUp(square, square);
  }
  return power;
}

/** The chance of at most `failures` in `trials` at `part` in a million each, rounded up. */
function chanceUp(failures: number, trials: number, part: number): RoundedUp {
  const [over, under] = [BigInt(part), BigInt(MILLION - part)];
  let term = powerUp(under, trials);
  let sum = term;
  for (let i = 0; i < failures; i += 1) {
    term = scaledUp(term, BigInt(trials - i) * over, BigInt(i + 1) * under);
    sum = sumUp(sum, term);
  }
  return sum;
}

/**
 * Upper bound of a failure rate by Clopper and Pearson, one-sided at 95 %, in millionths: the least whole number of them
 * at which so few failures would be a chance of one in twenty or less. Whole numbers only, every rounding upwards, so
 * the bound is never too small and at most a millionth too great. 0 of 36,000 gives 84.
 */
export function upperBound(failures: number, trials: number): number {
  if (failures >= trials) return MILLION;
  let [below, at] = [0, MILLION];
  while (at - below > 1) {
    const middle = Math.trunc((below + at) / 2);
    if (middle < MILLION && atMostOneIn(chanceUp(failures, trials, middle), ERROR)) at = middle;
    else below = middle;
  }
  return at;
}
