/**
 * An exact number: the fraction `n / d`, always in lowest terms with `d > 0`. Every figure of bulou is one;
 * no binary floating-point number reaches a score or an amount.
 */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The fraction `n / d` in lowest terms. `d` must not be 0: that is a mistake of the caller and throws. */
export function exact(n: bigint, d = 1n): Exact {
  if (d === 0n) throw new RangeError('exact: the denominator is 0');
  if (d === 1n) return { n, d };
  const sign = d < 0n ? -1n : 1n;
  const g = gcd(n, sign * d);
  return { n: (sign * n) / g, d: (sign * d) / g };
}

export const ZERO: Exact = { n: 0n, d: 1n };
export const ONE: Exact = { n: 1n, d: 1n };

const DECIMAL = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?$/;

/**
 * Reads a plain decimal (`-12.50`): no exponent, no sign `+`, no leading zeros, no white space, at most 40 digits.
 * Anything else gives `null`; `-0` is refused because it is a mistake in a record of people.
 */
export function parseExact(text: string): Exact | null {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const [sign, whole, fraction = ''] = match.slice(1) as [sign: string, whole: string, fraction?: string];
  if (whole.length + fraction.length > 40) return null;
  const digits = BigInt(whole + fraction);
  if (digits === 0n && sign === '-') return null;
  return exact(sign === '-' ? -digits : digits, 10n ** BigInt(fraction.length));
}

/** Reads what {@link formatExact} writes: a plain decimal, or `n/d`. */
export function readExact(text: string): Exact | null {
  const [above = '', below = '1', ...more] = text.split('/');
  const [value, divisor] = [parseExact(above), parseExact(below)];
  if (value === null || divisor === null || divisor.n === 0n || more.length > 0) return null;
  return divide(value, divisor);
}

/** The order of two written numbers; what is no number is left where it stands. */
export function compareWritten(a: string, b: string): number {
  const [x, y] = [readExact(a), readExact(b)];
  return x === null || y === null ? 0 : compare(x, y);
}

/** Decimal places needed to write the number exactly, or `null` where it never ends (such as 1/3). */
export function decimalPlaces(x: Exact): number | null {
  let rest = x.d;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos += 1;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives += 1;
  }
  if (rest !== 1n) return null;
  return twos > fives ? twos : fives;
}

/** The shortest plain decimal of a number, or `n/d` where the decimal never ends. The one written form of a number. */
export function formatExact(x: Exact): string {
  const places = decimalPlaces(x);
  if (places === null) return `${x.n}/${x.d}`;
  const scaled = (x.n * 10n ** BigInt(places)) / x.d;
  const sign = scaled < 0n ? '-' : '';
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

export const add = (a: Exact, b: Exact): Exact => exact(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Exact, b: Exact): Exact => exact(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Exact, b: Exact): Exact => exact(a.n * b.n, a.d * b.d);
/** The exact quotient. A divisor of 0 is a mistake of the caller and throws: ranges exclude it at load. */
export const divide = (a: Exact, b: Exact): Exact => exact(a.n * b.d, a.d * b.n);
export const negate = (a: Exact): Exact => ({ n: -a.n, d: a.d });

/** −1, 0 or 1, exactly. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const equal = (a: Exact, b: Exact): boolean => a.n === b.n && a.d === b.d;
export const least = (a: Exact, b: Exact): Exact => (compare(a, b) <= 0 ? a : b);
export const greatest = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 ? a : b);

/** The greatest integer not above the number. */
export function floor(x: Exact): bigint {
  const quotient = x.n / x.d;
  return x.n < 0n && x.n % x.d !== 0n ? quotient - 1n : quotient;
}

/** Whether `x` is a whole multiple of `step` away from `origin`. */
export function onGrid(x: Exact, origin: Exact, step: Exact): boolean {
  return divide(subtract(x, origin), step).d === 1n;
}
