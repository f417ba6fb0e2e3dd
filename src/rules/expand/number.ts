import { divide, exact, formatExact, parseExact } from '../../value/index.js';

/**
 * The shortest plain decimal of a number as it was written (`50%` is `0.5`); a fraction stays one. Text that is no
 * number is left as it is, for the checks to name.
 */
export function canonicalNumber(text: string): string {
  const plain = text.replaceAll('_', '');
  const [above = '', below = '1'] = plain.split('/');
  const value = parseExact(above.replace('%', ''));
  const divisor = parseExact(below);
  if (value === null || divisor === null || divisor.n === 0n) return text;
  return formatExact(divide(value, plain.endsWith('%') ? exact(100n) : divisor));
}
