/** The digits of a number as a spreadsheet or a program writes it. */
export interface WrittenNumber {
  /** The digits that are written, without sign, point and leading zeros; as many as the number has, or fewer. */
  readonly digits: string;
  /** How many digits the whole number has. */
  readonly length: number;
  /** Written with an exponent: the digits beyond those that are written were left out, by rounding or cutting. */
  readonly exponent: boolean;
  /** Written with decimals that are all zero. */
  readonly decimals: boolean;
}

const NUMBER = /^([0-9]+)(?:\.([0-9]*))?(?:[Ee]\+?([0-9]{1,2}))?$/;
/** No identifier is longer; a greater exponent is not one of an identifier. */
const LONGEST = 40;

/** Reads `990102201403052160`, `990102201403052160.00` or `9.90102E+17`. `null` where it is no whole number. */
export function readWrittenNumber(text: string): WrittenNumber | null {
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const whole = match[1] ?? '';
  const fraction = match[2] ?? '';
  const shift = Number(match[3] ?? '0');
  if (shift > LONGEST || !/^0*$/.test(fraction.slice(shift))) return null;
  const digits = (whole + fraction.slice(0, shift)).replace(/^0+/, '');
  if (digits === '') return null;
  const missing = shift > fraction.length ? shift - fraction.length : 0;
  return {
    digits,
    length: digits.length + missing,
    exponent: match[3] !== undefined,
    decimals: match[3] === undefined && match[2] !== undefined,
  };
}

/**
 * The first digits that the number can have had before a spreadsheet changed it, likeliest first: as they are written,
 * and one lower or higher where rounding can have carried that far. At most 15, which is what a double keeps.
 *
 * A double near 10^18 is up to 64 off, and the shortest digits that give it back up to 64 more; written with fewer
 * digits it may have been rounded up at the last of them.
 */
export function possiblePrefixes(number: WrittenNumber): readonly string[] {
  const kept = number.digits.slice(0, 15);
  const rest = Number(`${number.digits.slice(15)}000`.slice(0, 3));
  const written = number.digits.length;
  const prefixes = [kept];
  const lower = written <= 15 ? number.length > written : rest <= 128;
  if (lower) prefixes.push(neighbour(kept, -1n));
  if (written > 15 && rest >= 872) prefixes.push(neighbour(kept, 1n));
  return prefixes.filter((prefix) => prefix.length === kept.length);
}

function neighbour(digits: string, step: bigint): string {
  return (BigInt(digits) + step).toString();
}

/**
 * A number of 18 digits that a program has read as a double and written again: a multiple of the step between two
 * doubles there, or the shortest digits with zeros behind them. One wrong ID in twenty looks so without being it.
 */
export function looksRounded(id: string): boolean {
  if (id.endsWith('X')) return false;
  const step = id < '576460752303423488' ? 64n : 128n;
  return id.endsWith('00') || BigInt(id) % step === 0n;
}
