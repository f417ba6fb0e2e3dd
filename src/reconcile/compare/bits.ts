const FRACTION_BITS = 24;
const ONE = 2 ** FRACTION_BITS;
const STEPS = 16;

/**
 * The logarithm of a whole number to base 2 in thousandths of a bit, rounded down; 0 of anything below 2. By
 * repeated squaring on whole numbers, none of which exceeds 2^50, so that it is the same on every machine.
 */
export function milliBits(n: number): number {
  if (!Number.isSafeInteger(n) || n < 2) return 0;
  let whole = 0;
  for (let rest = n; rest >= 2; rest = (rest - (rest % 2)) / 2) whole += 1;
  // From 1 to below 2, with so many bits behind the point.
  let value =
    whole > FRACTION_BITS ? shifted(n, 2 ** (whole - FRACTION_BITS)) : n * 2 ** (FRACTION_BITS - whole);
  let fraction = 0;
  for (let step = 0; step < STEPS; step += 1) {
    value = shifted(value * value, ONE);
    fraction *= 2;
    if (value >= ONE * 2) {
      value = shifted(value, 2);
      fraction += 1;
    }
  }
  return whole * 1000 + shifted(fraction * 1000, 2 ** STEPS);
}

const shifted = (n: number, by: number): number => (n - (n % by)) / by;
