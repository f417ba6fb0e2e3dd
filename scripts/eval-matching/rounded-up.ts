/** `digits · 2^exponent`, never below the number that it stands for. Zero has zero digits. */
export interface RoundedUp {
  readonly digits: bigint;
  readonly exponent: number;
}

const BITS = 128;
const LIMIT = 1n << BigInt(BITS);

function shortened(digits: bigint, exponent: number): RoundedUp {
  if (digits < LIMIT) return { digits, exponent };
  const extra = digits.toString(16).length * 4 - BITS;
  const cut = BigInt(extra);
  return { digits: (digits + (1n << cut) - 1n) >> cut, exponent: exponent + extra };
}

export const ONE: RoundedUp = { digits: 1n, exponent: 0 };

/** `a · over / under`, rounded up. Both are positive. */
export function scaledUp({ digits, exponent }: RoundedUp, over: bigint, under: bigint): RoundedUp {
  const wide = (digits * over) << BigInt(BITS);
  return shortened((wide + under - 1n) / under, exponent - BITS);
}

export const productUp = (a: RoundedUp, b: RoundedUp): RoundedUp =>
  shortened(a.digits * b.digits, a.exponent + b.exponent);

export function sumUp(a: RoundedUp, b: RoundedUp): RoundedUp {
  if (a.digits === 0n) return b;
  if (b.digits === 0n) return a;
  const [high, low] = a.exponent >= b.exponent ? [a, b] : [b, a];
  const apart = high.exponent - low.exponent;
  // What lies far below the last digit of the other still counts as one there.
  if (apart > 2 * BITS) return shortened((high.digits << BigInt(BITS)) + 1n, high.exponent - BITS);
  return shortened((high.digits << BigInt(apart)) + low.digits, low.exponent);
}

/** Whether it is at most `1 / whole`. */
export function atMostOneIn({ digits, exponent }: RoundedUp, whole: bigint): boolean {
  if (digits === 0n) return true;
  return exponent >= 0
    ? (digits << BigInt(exponent)) * whole <= 1n
    : digits * whole <= 1n << BigInt(-exponent);
}
