const FRACTION_BITS = 24n;
const ONE = 1n << FRACTION_BITS;
const STEPS = 16;

/**
 * The logarithm of a whole number to base 2 in thousandths of a bit, rounded down; 0 of anything below 2. By
 * repeated squaring on integers, so that it is the same on every machine.
 */
export function milliBits(n: number): number {
  if (!Number.isSafeInteger(n) || n < 2) return 0;
  let whole = 0;
  let value = BigInt(n) << FRACTION_BITS;
  while (value >= ONE << 1n) {
    value >>= 1n;
    whole += 1;
  }
  let fraction = 0;
  for (let step = 0; step < STEPS; step += 1) {
    value = (value * value) >> FRACTION_BITS;
    fraction *= 2;
    if (value >= ONE << 1n) {
      value >>= 1n;
      fraction += 1;
    }
  }
  const thousandths = fraction * 1000;
  return whole * 1000 + (thousandths - (thousandths % (1 << STEPS))) / (1 << STEPS);
}
